"""A first program for a lifter: wishes in, a commented file out that passes the check.

Exercises come from the library, sets and weeks from the framework's numbers, and every count
from `generator/measure/`, so a change of any of them changes what is proposed.
"""
