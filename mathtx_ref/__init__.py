"""The reference: the mathematics of the lecture in numpy alone, one module for each topic.

It knows nothing of the engine and works without it: `from mathtx_ref.bilinear import bilinear`.
Beside the topics stand `inputs` (how arguments are read and refused) and `checking` (the small
vocabulary in which hidden checks judge a student's values).
"""
