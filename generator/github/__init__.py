"""What runs in the project's workflows on GitHub: `python -m generator.github NAME`.

Whatever a stranger wrote is data here: bodies of issues, file names, and the artefacts of a pull
request's own run. It is read with limits, never unpacked, never executed, and printed escaped.
"""
