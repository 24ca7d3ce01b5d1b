"""Two versions of a program compared in training terms.

`versions` gets both, with `history` from Git. `pairing` finds what belongs together; `outline`,
`work` and `facts` say what the author changed, `consequences` and `verdicts` what follows from it.
`comparison` holds it all, and `text_diff`, `markdown_diff` and `json_diff` print it.
"""
