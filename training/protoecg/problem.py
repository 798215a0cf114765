"""A fault of the user's files or options, told in one sentence."""


class Problem(Exception):
    """One clear sentence about what is wrong, quoting the offending value."""
