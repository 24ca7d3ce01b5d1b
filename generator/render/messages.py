"""Messages about the file itself: what each one means and what to do."""

from generator.form import FORM_RULES, FormRule
from generator.render.context import Context
from generator.render.library_parts import made_from, trail
from generator.render.page import Markdown, Page, Section
from generator.render.prose import escaped, markdown
from generator.render.route import CONTRIBUTE, FIELDS, MESSAGES, RULES, Links

_GROUPS = (
    (
        "YML",
        "The form of the file",
        "These come first, because a file that cannot be read cannot be checked.",
    ),
    (
        "SCH",
        "The fields",
        "The file can be read, but a field is missing, unknown, or says something it cannot say.",
    ),
)

TO_DO = {
    "YML001": "Save the file as UTF-8. Most editors offer this when you save.",
    "YML002": "Look at the marked line and at the one above it. Often a colon has no space "
    "after it, a quote or bracket is not closed, or a line is indented too far.",
    "YML003": "Use two spaces for each step of indentation. Set your editor to insert spaces.",
    "YML004": "Keep one of the two lines. The message says where the first one stands.",
    "YML005": "Write the values out again. To repeat the sessions of a block, use `like: Build`.",
    "YML006": "Write the values out again. To repeat the sessions of a block, use `like: Build`.",
    "YML007": "Delete the tag. Every field knows by itself how to read its value.",
    "YML008": "Delete the line with three dashes, or put the second program into a file of its "
    "own.",
    "YML009": "Start with `title:`. The quickest way is to copy a program that exists.",
    "YML010": "Shorten the longest texts. A program fits in a few hundred lines.",
    "YML011": "Check the indentation. No field needs to stand this deep.",
    "YML012": "Delete the marked character and type it again. Text copied from a web page or a "
    "chat often brings invisible characters along.",
    "YML013": "Write the key as a plain word, such as `title`.",
    "YML014": "Rename the file so that it ends in `.yml`, or move it out of the folder.",
    "YML015": "Check that the file exists and that you may read it.",
    "YML016": "Rename the file: lower-case words joined by hyphens. Its name becomes an address.",
    "YML017": "Put the whole value in quotes, or write a space after the `#` if it is a comment.",
    "SCH001": "Check the spelling; the message names the nearest field. The field reference "
    "lists what can stand where.",
    "SCH002": "Add the field. The field reference shows how it is written.",
    "SCH003": "A list has `- ` before each entry, a map has `name: value` on each line, and a "
    "single value stands behind the colon.",
    "SCH004": "The message says what can be written instead. The field reference has examples.",
    "SCH005": "Use the id of an exercise in the library. It is the last part of that exercise's "
    "address.",
    "SCH006": "Use the id of a claim. It is the last part of that claim's address.",
    "SCH007": "Use a rule's code, such as `OVL001`, or its name. `pillars rules` lists them.",
    "SCH008": "Use the id of a program: its file name without `.yml`.",
    "SCH009": "Write one value for each week of the block, or a single value for all weeks.",
    "SCH010": "Move one of the sessions to another day, or join two of them. Two a day are "
    "possible; where both train the same part of the leg, write `split: true` in the second.",
    "SCH011": "Write a value after the colon, or delete the line.",
    "SCH012": "Use the name of a block that stands earlier in the file and has sessions of its "
    "own.",
    "SCH013": "The message names the fields. Keep the one you mean, or add the one that is "
    "missing.",
    "SCH014": "Change the program so that the rule is kept. A few rules guard safety, or what "
    "the numbers on a guide mean, and allow no deviation.",
    "SCH015": "Give one of them another name; readers and `like` find blocks and sessions by name.",
    "SCH016": "Check the id after the colon in the link, such as `claim:failure-proximity`.",
    "SCH017": "Split the program in parts that follow each other, and link them by `next`.",
    "SCH018": "Copy the name of the block or session, or the id of the exercise, from `blocks`; "
    "or delete `where`, and the deviation is about the whole program.",
    "SCH019": "Look for a source that stands. If there is none, empty the list and judge the claim "
    "anew. Until then no page is built, since rules, numbers and programs may lean on it.",
}
"""What an author can do about each kind of message."""


def messages_page(context: Context) -> Page:
    """Every code for the file itself, with an anchor of its own."""
    links = Links(MESSAGES)
    return Page(
        MESSAGES,
        "Messages explained",
        "What each message about a program file means, and what to do about it.",
        (
            Section((trail(links, ("Contribute", CONTRIBUTE)), Markdown(_intro(links)))),
            *(
                item
                for letters, heading, about in _GROUPS
                for item in (
                    Section((Markdown(about),), heading, 2, f"about-{letters.lower()}"),
                    *(
                        _message(rule, links)
                        for rule in FORM_RULES.values()
                        if rule.code.startswith(letters)
                    ),
                )
            ),
            Section((made_from("generator/form.py", context),)),
        ),
        {"search": {"boost": 0.4}},
    )


def _intro(links: Links) -> str:
    return f"""
These messages are about the file, before any training rule looks at it. They cannot be deviated
from. Messages with other letters, such as `OVL001`, come from a rule and have
[a page each]({links.file("page", RULES)}). The [field
reference]({links.file("page", FIELDS)}) says how every field is written.
"""


def _message(rule: FormRule, links: Links) -> Section:
    return Section(
        (Markdown(markdown(f"{rule.says}\n\n**What to do:** {TO_DO[rule.code]}", links)),),
        f"{rule.code} {escaped(rule.name)}",
        3,
        rule.code.lower(),
    )
