"""What every answer of the API holds: a frozen dataclass for each, documented field by field.

A field is always there; one without a value is `null`. Names of numbers end in their unit. Texts
are plain, with an empty line between paragraphs. Links lead from the answer they stand in.
"""
