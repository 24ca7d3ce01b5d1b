"""Messages about the file itself: what each one means and what to do."""

from generator.form import FORM_RULES, FormRule
from generator.form_pages import FORM_PAGES, shown
from generator.render.library_parts import made_from, trail
from generator.view.context import Context
from generator.view.page import Markdown, Page, Section
from generator.view.prose import escaped, markdown
from generator.view.route import CONTRIBUTE, FIELDS, MESSAGES, RULES, Links

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
            Section((made_from("generator/form_pages.py", context),)),
        ),
    )


def _intro(links: Links) -> str:
    return f"""
These messages are about the file, before any training rule looks at it. They cannot be deviated
from. Messages with other letters, such as `OVL001`, come from a rule and have
[a page each]({links.file("page", RULES)}). The [field
reference]({links.file("page", FIELDS)}) says how every field is written.
"""


def _message(rule: FormRule, links: Links) -> Section:
    page = FORM_PAGES[rule.code]
    words = f"{rule.says} {page.why}\n\n**What to do:** {page.to_do}"
    return Section(
        (
            Markdown(markdown(words, links)),
            Markdown(f"Flagged:\n\n{shown(page.flagged)}"),
            Markdown(f"Fine:\n\n{shown(page.fine)}"),
        ),
        f"{rule.code} {escaped(rule.name)}",
        3,
        rule.code.lower(),
    )
