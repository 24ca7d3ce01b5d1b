"""What libyaml says when it gives up, and what we say instead.

Its words are about tokens and nodes; ours are about what somebody typed and how to mend it.
"""


def in_human_words(problem: str, context: str, text_before: bool) -> tuple[str, str, bool]:
    """A sentence, a way out, and whether the place to look at is where something was opened.

    `{character}` in the sentence stands for the character libyaml stopped at; `text_before` says
    whether anything stands before it on its line.
    """
    for words, message, hint, at_opening in _IN_HUMAN_WORDS:
        if words in problem or words in context:
            if words == _NO_KEY and text_before:
                return *_AFTER_THE_END, at_opening
            return message, hint, at_opening
    unknown = problem.replace("{", "{{").replace("}", "}}")
    return f"this is not YAML: {unknown}", "Check the line above as well.", False


DIRECTIVE = (
    "a line that starts with `%` is not part of the format",
    "Delete it, or put the text in quotes.",
)
_NO_KEY = "did not find expected key"
_AFTER_THE_END = (
    "text stands after the end of a quoted or bracketed value",
    "Put quotes around the whole value; inside single quotes write a quote twice.",
)
_IN_HUMAN_WORDS = (
    (
        "mapping values are not allowed",
        "a `: ` stands inside unquoted text, or this line is indented too far",
        "Put the text in quotes, or line the key up with its neighbours.",
        False,
    ),
    (
        "cannot start any token",
        "text that starts with `{character}` needs quotes",
        "Put the value in quotes.",
        False,
    ),
    (
        "could not find expected ':'",
        "a key without `: `, or a wrong indent just above",
        "Write `name: value` with a space after the colon, lined up with its neighbours.",
        True,
    ),
    (
        _NO_KEY,
        "a new key was expected here",
        "Check the indent, and whether text above needs quotes.",
        False,
    ),
    (
        "did not find expected '-' indicator",
        "the next `- ` of the list was expected here",
        "Line the entries of the list up.",
        False,
    ),
    (
        "did not find expected ',' or",
        "the bracket that opens here is not closed",
        "Add the missing `,`, `]` or `}`.",
        True,
    ),
    (
        "while parsing a flow node",
        "a value or a closing bracket was expected here",
        "Close every `[` and `{`, and put text that starts with one of these in quotes.",
        False,
    ),
    (
        "did not find expected node content",
        "a value was expected here",
        "Put text that starts with `,`, `]` or `}` in quotes.",
        False,
    ),
    (
        "found unexpected end of stream",
        "the quote that opens here is not closed",
        "Close it.",
        True,
    ),
    (
        "found unknown escape character",
        "a backslash in double quotes that YAML does not know",
        "Use single quotes.",
        False,
    ),
    (
        "escape code",
        "a backslash in double quotes that stands for no character",
        "Use single quotes.",
        False,
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot start on the line of its key",
        "Start the list on the next line, or put the text in quotes.",
        False,
    ),
    (
        "while scanning a block scalar",
        "text that starts with `|` or `>` needs quotes, or nothing after it on its line",
        "Put the value in quotes.",
        True,
    ),
    (
        "while scanning an anchor",
        "text that starts with `&` needs quotes",
        "Put the value in quotes.",
        True,
    ),
    (
        "while scanning an alias",
        "text that starts with `*` needs quotes",
        "Put the value in quotes.",
        True,
    ),
    (
        "while scanning a tag",
        "text that starts with `!` needs quotes",
        "Put the value in quotes.",
        True,
    ),
    ("while scanning a directive", *DIRECTIVE, True),
    ("incompatible YAML document", *DIRECTIVE, False),
    (
        "did not find expected <document start>",
        "text stands after the end of the document",
        "Delete it, or the `...`, `]` or `}` before it.",
        False,
    ),
)
"""Words of libyaml's problem or context, our sentence, the way out, at the opening or not."""
