"""Trouble that is ours: our data or our set-up is wrong, not a contributor's program."""


class GeneratorError(Exception):
    """One line that names the culprit; the command line prints it and leaves with 2."""
