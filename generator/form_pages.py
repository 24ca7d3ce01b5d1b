"""What there is to say about each message on a file itself: why it matters, what to do, an example.

The examples run as tests. A text stands in for the fields it names in a whole program that has
nothing wrong with it; where it names a file of the library, in that file.
"""

from dataclasses import dataclass
from textwrap import dedent

from generator.form import FORM_RULES


@dataclass(frozen=True)
class Example:
    """A piece of a file that gets a message, or its nearest neighbour that does not."""

    text: str = ""
    file: str = ""
    """Its file, where the name matters."""
    whole: bool = False
    """Whether nothing but this text stands in the file."""
    encoding: str = "utf-8"
    link: bool = False
    """Whether it is a link to another file, and `text` is where that leads."""


@dataclass(frozen=True)
class FormPage:
    """The page of one code."""

    code: str
    why: str
    """Why it matters, in a sentence."""
    to_do: str
    """What an author can do about it."""
    flagged: Example
    fine: Example

    @property
    def text(self) -> str:
        """The page as Markdown, under the headings a rule's page has."""
        return (
            f"{FORM_RULES[self.code].says}\n\n"
            f"## Why it matters\n{self.why}\n\n"
            f"## What to do\n{self.to_do}\n\n"
            f"## Flagged\n{shown(self.flagged)}\n\n"
            f"## Fine\n{shown(self.fine)}\n"
        )


def shown(example: Example) -> str:
    """An example as Markdown: a block, and what cannot be seen in it."""
    if example.link:
        return f"`{example.file}`, a symbolic link to `{example.text}`"
    block = f"```yaml\n{example.text}```"
    if example.file:
        block = f"In a file called `{example.file}`:\n\n{block}"
    if example.encoding != "utf-8":
        block = f"Saved as {example.encoding}:\n\n{block}"
    return block


def _page(code: str, why: str, to_do: str, flagged: Example | str, fine: Example | str) -> FormPage:
    return FormPage(code, why, to_do, _example(flagged), _example(fine))


def _example(given: Example | str) -> Example:
    return given if isinstance(given, Example) else Example(dedent(given).lstrip("\n"))


def _legs(exercises: str) -> str:
    """A block of one session, around the lines an example is about."""
    lines = dedent(exercises).strip("\n").splitlines()
    return (
        "blocks:\n  - name: Build\n    weeks: 4\n"
        "    sessions:\n      - name: Legs\n        day: monday\n        exercises:\n"
        + "".join(f"          {line}\n" for line in lines)
    )


def _sessions(*days: str) -> str:
    """A block of sessions, each written as `name: weekday`."""
    lines = (day.partition(": ") for day in days)
    return "blocks:\n  - name: Build\n    weeks: 4\n    sessions:\n" + "".join(
        f"      - name: {name}\n        day: {day}\n"
        "        exercises: [{exercise: leg-press, sets: 3, reps: 8}]\n"
        for name, _, day in lines
    )


def _parts(weeks: int) -> str:
    """Seven more blocks."""
    return "".join(
        f"  - {{name: Part {number}, weeks: {weeks}, like: Build}}\n" for number in range(2, 9)
    )


_BUILD = _legs("- {exercise: leg-press, sets: 3, reps: 8, rir: 2}")
_DEVIATION = "deviations:\n  - rule: OVL001\n    reason: Loads follow the lifter here.\n"

FORM_PAGES = {
    page.code: page
    for page in (
        _page(
            "YML001",
            "In another encoding letters such as ß turn into something else on the next computer.",
            "Save the file as UTF-8. Most editors offer this when you save.",
            Example("title: Große Beine\n", encoding="latin-1"),
            "title: Große Beine\n",
        ),
        _page(
            "YML002",
            "What cannot be read cannot be checked, and nobody should guess what you meant.",
            "Look at the marked line and at the one above it. Often a colon has no space after it, "
            "a quote or bracket is not closed, or a line is indented too far.",
            "title: Legs: two days\n",
            'title: "Legs: two days"\n',
        ),
        _page(
            "YML003",
            "A tab is as wide as each editor likes, so nobody sees which lines belong together.",
            "Use two spaces for each step of indentation. Set your editor to insert spaces.",
            "audience:\n\tfor: [You have a leg press.]\n\tnot_for: [You have none.]\n",
            "audience:\n  for: [You have a leg press.]\n  not_for: [You have none.]\n",
        ),
        _page(
            "YML004",
            "Most programs that read YAML keep the last of the two and do not say so.",
            "Keep one of the two lines. The message says where the first one stands.",
            _legs(
                """
                - exercise: leg-press
                  sets: 3
                  reps: 8
                  sets: 5
                """
            ),
            _legs(
                """
                - exercise: leg-press
                  sets: 5
                  reps: 8
                """
            ),
        ),
        _page(
            "YML005",
            "A reader would have to jump through the file, and a change in one place would change "
            "another unseen.",
            "Write the values out again. To repeat the sessions of a block, use `like: Build`.",
            _legs(
                """
                - {exercise: leg-press, sets: &usual 3, reps: 8}
                - {exercise: leg-extension, sets: *usual, reps: 12}
                """
            ),
            _legs(
                """
                - {exercise: leg-press, sets: 3, reps: 8}
                - {exercise: leg-extension, sets: 3, reps: 12}
                """
            ),
        ),
        _page(
            "YML006",
            "Programs that read YAML do not agree on what a merge key means.",
            "Write the values out again. To repeat the sessions of a block, use `like: Build`.",
            _legs(
                """
                - {exercise: leg-press, sets: 3, <<: {reps: 8, rir: 2}}
                """
            ),
            _legs(
                """
                - {exercise: leg-press, sets: 3, reps: 8, rir: 2}
                """
            ),
        ),
        _page(
            "YML007",
            "A tag tells a reader to make something else of a value, which is how files do harm.",
            "Delete the tag. Every field knows by itself how to read its value.",
            "session_minutes: !!int 45\n",
            "session_minutes: 45\n",
        ),
        _page(
            "YML008",
            "A guide has one file, so what stands after the line would be lost.",
            "Delete the line with three dashes, or put the second program into a file of its own.",
            Example("title: Legs on Monday\n---\ntitle: Legs on Thursday\n", whole=True),
            "title: Legs on Monday and Thursday\n",
        ),
        _page(
            "YML009",
            "An empty file would become an empty guide.",
            "`pillars new` asks a few questions and writes a program you can change.",
            Example("# I will write it tomorrow.\n", whole=True),
            "title: Legs in two days\n",
        ),
        _page(
            "YML010",
            "Nobody could review such a file, and reading it would hold up everybody else's.",
            "Shorten the longest texts. A program fits in a few hundred lines.",
            "This sentence was meant to be a part of the summary of the program, but its author "
            "wrote a colon into it: and so it became a key.\n",
            "summary: >-\n  This is the summary of the program, and it may even hold a colon: like "
            "this.\n",
        ),
        _page(
            "YML011",
            "No program needs it, and files nested without end have brought down other checkers.",
            "Check the indentation and the brackets. No field needs to stand this deep.",
            f"equipment: {'[' * 21}leg-press{']' * 21}\n",
            "equipment: [leg-press]\n",
        ),
        _page(
            "YML012",
            "You cannot see it, but a lifter who searches for the word will not find it.",
            "Delete the marked character and type it again. Text copied from a web page or a chat "
            "often brings invisible characters along.",
            "title: Leg\u00a0day  # no-break space, U+00A0, between the words\n",
            "title: Leg day  # a space as the space bar makes it\n",
        ),
        _page(
            "YML013",
            "A key is the name of a field, and no field is called by a list or a map.",
            "Write the key as a plain word, such as `title`.",
            Example("? [title, summary]\n: Legs in two days\n", whole=True),
            "title: Legs in two days\nsummary: Two leg days for the gym.\n",
        ),
        _page(
            "YML014",
            "It would never become a guide, and nobody would tell you.",
            "Rename the file so that it ends in `.yml`, or move it out of the folder.",
            Example("title: Legs in two days\n", file="legs-two-days.yaml"),
            Example("title: Legs in two days\n", file="legs-two-days.yml"),
        ),
        _page(
            "YML015",
            "What cannot be opened cannot be checked.",
            "Check that the file exists, that you may read it, and that it is a file of its own: "
            "no folder and no link.",
            Example("../old/legs.yml", file="legs.yml", link=True),
            Example("title: Legs in two days\n", file="legs.yml"),
        ),
        _page(
            "YML016",
            "The name becomes an address, which people type, share and print.",
            "Rename the file: lower-case words joined by hyphens.",
            Example("title: Legs in two days\n", file="My Legs.yml"),
            Example("title: Legs in two days\n", file="my-legs.yml"),
        ),
        _page(
            "YML017",
            "To YAML the rest of the line is a comment, so half a sentence would be on the guide.",
            "Put the whole value in quotes, or write a space after the `#` if it is a comment.",
            "starting_loads: Take the pair of dumbbells #3 from the rack.\n",
            'starting_loads: "Take the pair of dumbbells #3 from the rack."\n',
        ),
        _page(
            "SCH001",
            "A field with a slip in its name would be passed over, and with it what you meant.",
            "Check the spelling; the message names the nearest field. The field reference lists "
            "what can stand where.",
            _legs("- {exercise: leg-press, sets: 3, reps: 8, rirr: 2}"),
            _legs("- {exercise: leg-press, sets: 3, reps: 8, rir: 2}"),
        ),
        _page(
            "SCH002",
            "A reader or a rule would have to guess it.",
            "Add the field. The field reference shows how it is written.",
            _legs("- {exercise: leg-press, sets: 3}"),
            _legs("- {exercise: leg-press, sets: 3, reps: 8}"),
        ),
        _page(
            "SCH003",
            "One value, a list and a map are different things to say, such as one author or three.",
            "A list has `- ` before each entry, a map has `name: value` on each line, and a single "
            "value stands behind the colon.",
            "audience: You have a leg press.\n",
            "audience:\n  for: [You have a leg press.]\n  not_for: [You have none.]\n",
        ),
        _page(
            "SCH004",
            "The guide counts with values, so it has to know what each one means.",
            "The message says what can be written instead. The field reference has examples.",
            _legs("- {exercise: leg-press, sets: three, reps: 8}"),
            _legs("- {exercise: leg-press, sets: 3, reps: 8}"),
        ),
        _page(
            "SCH005",
            "Without the exercise there are no cues to show and no muscles to count.",
            "Use the id of an exercise in the library. It is the last part of that exercise's "
            "address.",
            _legs("- {exercise: leg-presses, sets: 3, reps: 8}"),
            _legs("- {exercise: leg-press, sets: 3, reps: 8}"),
        ),
        _page(
            "SCH006",
            "A sentence that says it has evidence has to lead there.",
            "Use the id of a claim. It is the last part of that claim's address.",
            """
            takeaways:
              - text: Stop one to three repetitions short of failure.
                pillar: mechanical-tension
                claims: [failure-proximty]
            """,
            """
            takeaways:
              - text: Stop one to three repetitions short of failure.
                pillar: mechanical-tension
                claims: [failure-proximity]
            """,
        ),
        _page(
            "SCH007",
            "A deviation from nothing would tell readers something that is not so.",
            "Use a rule's code, such as `OVL001`, or its name. `pillars rules` lists them.",
            """
            deviations:
              - rule: OVL100
                reason: Loads follow the lifter here.
            """,
            _DEVIATION,
        ),
        _page(
            "SCH008",
            "The guide would send its reader to a page that is not there.",
            "Use the id of a program: its file name without `.yml`.",
            "next: [barbell-two-day]\n",
            "next: [barbell-two-days]\n",
        ),
        _page(
            "SCH009",
            "With too few values nobody knows which week is left out.",
            "Write one value for each week of the block, or a single value for all weeks.",
            _legs("- {exercise: leg-press, sets: [3, 3, 4], reps: 8}"),
            _legs("- {exercise: leg-press, sets: [3, 3, 4, 4], reps: 8}"),
        ),
        _page(
            "SCH010",
            "A third session on one day is a slip more often than a plan.",
            "Move one of the sessions to another day, or join two of them. Two a day are possible; "
            "where both train the same part of the leg, write `split: true` in the second.",
            _sessions("Morning: monday", "Noon: monday", "Evening: monday"),
            _sessions("Morning: monday", "Noon: monday", "Legs: friday"),
        ),
        _page(
            "SCH011",
            "A name with nothing after it looks filled in, and is not.",
            "Write a value after the colon, or delete the line.",
            "starting_loads:\n",
            "starting_loads: Begin with three good repetitions in reserve.\n",
        ),
        _page(
            "SCH012",
            "The sessions to repeat would be missing.",
            "Use the name of a block that stands earlier in the file and has sessions of its own.",
            _BUILD + "  - {name: Easy week, weeks: 1, deload: true, like: Bild, sets: 50%}\n",
            _BUILD + "  - {name: Easy week, weeks: 1, deload: true, like: Build, sets: 50%}\n",
        ),
        _page(
            "SCH013",
            "Two answers to one question leave a lifter with none.",
            "The message names the fields. Keep the one you mean, or add the one that is missing.",
            _legs("- {exercise: leg-press, sets: 3, reps: 8, load: RPE 8, rir: 3}"),
            _legs("- {exercise: leg-press, sets: 3, reps: 8, load: RPE 8}"),
        ),
        _page(
            "SCH014",
            "Such a rule guards somebody's safety, or what the numbers on every guide mean.",
            "Change the program so that the rule is kept, and delete the deviation.",
            """
            deviations:
              - rule: OVL003
                reason: We like a hard start.
            """,
            _DEVIATION,
        ),
        _page(
            "SCH015",
            "Readers, `like` and deviations find blocks and sessions by their names.",
            "Give one of the two another name, or delete it.",
            "next: [barbell-two-days, barbell-two-days]\n",
            "next: [barbell-two-days, barbell-three-days]\n",
        ),
        _page(
            "SCH016",
            "A reader who wants to know why would find no page.",
            "Check the id after the colon in the link, such as `claim:failure-proximity`.",
            "starting_loads: Stop [short of failure](claim:failure-proximty).\n",
            "starting_loads: Stop [short of failure](claim:failure-proximity).\n",
        ),
        _page(
            "SCH017",
            "Nobody plans two years of training to the set; mostly it is a stray digit.",
            "Split the program in parts that follow each other, and link them by `next`.",
            _BUILD + _parts(weeks=15),
            _BUILD + _parts(weeks=5),
        ),
        _page(
            "SCH018",
            "A deviation from a rule covers the part it names, and this one would cover nothing.",
            "Copy the name of the block or session, or the id of the exercise, from `blocks`; or "
            "delete `where`, and the deviation is about the whole program.",
            _BUILD + _DEVIATION + "    where: {block: Built}\n",
            _BUILD + _DEVIATION + "    where: {block: Build}\n",
        ),
        _page(
            "SCH019",
            "A page must not rest on a paper that we or its journal took back.",
            "Look for a source that stands. If there is none, empty the list and judge the claim "
            "anew. Until then no page is built, since rules, numbers and programs may lean on it.",
            Example("evidence: [barbalho-2020]\n", file="content/exercises/goblet-squat.yml"),
            Example("evidence: [kubo-2019]\n", file="content/exercises/goblet-squat.yml"),
        ),
        _page(
            "SCH020",
            "Readers look at the top of the list to see whether anything is new to them.",
            "Put the newest change first, and what changed on one day into one entry.",
            """
            changes:
              - {date: 2026-11-22, text: First published.}
              - {date: 2026-12-01, text: The squats rest three minutes.}
            """,
            """
            changes:
              - {date: 2026-12-01, text: The squats rest three minutes.}
              - {date: 2026-11-22, text: First published.}
            """,
        ),
    )
}
"""Every message's page, by code."""
