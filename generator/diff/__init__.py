"""Two versions of a program compared in training terms.

`pairing` finds what belongs together, `work`, `outline` and `facts` say what the author changed,
`consequences` and `verdicts` what follows from it; `report` holds it all for the three printers.
"""
