"""What an author works with: scaffolds, the notebook to write in, the student's kit.

Nothing here decides a score, so a change here neither makes bundles stale nor regrades anybody.
"""
