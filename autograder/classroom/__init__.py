"""The course's books: results folders, rosters, marks given by hand, what an LMS takes.

Functions of what was graded; nothing here runs or reads a student's code.
"""
