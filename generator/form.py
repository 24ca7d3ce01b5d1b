"""The codes for the file itself: its form (YML) and its fields (SCH).

No threshold and no evidence stands behind these; they cannot be deviated from.
A code that was published once is never given to another problem.
"""

from dataclasses import dataclass

from generator.finding import FIRST_LINE, Finding, Fix, Keys, Place


@dataclass(frozen=True)
class FormRule:
    """One kind of problem with a file, before any training rule can look at it."""

    code: str
    name: str
    says: str


FORM_RULES = {
    rule.code: rule
    for rule in (
        FormRule("YML001", "not-utf-8", "The file is not UTF-8 text."),
        FormRule("YML002", "syntax", "The file is not YAML that can be read."),
        FormRule("YML003", "tab", "A tab stands where YAML wants spaces."),
        FormRule("YML004", "duplicate-key", "A key stands twice in the same place."),
        FormRule("YML005", "anchor-or-alias", "Anchors and aliases are not part of the format."),
        FormRule("YML006", "merge-key", "Merge keys (`<<`) are not part of the format."),
        FormRule("YML007", "tag", "Tags (`!name`) are not part of the format."),
        FormRule("YML008", "several-documents", "A file holds one document."),
        FormRule("YML009", "empty-file", "The file holds nothing."),
        FormRule("YML010", "too-large", "The file is over the size or item limit."),
        FormRule("YML011", "too-deep", "Lists or maps are nested too deep."),
        FormRule("YML012", "forbidden-character", "A control or look-alike character."),
        FormRule("YML013", "key-not-text", "A key is not plain text."),
        FormRule("YML014", "ignored-file", "A file where only `.yml` files are read."),
        FormRule("YML015", "unreadable-file", "The file could not be opened."),
        FormRule("YML016", "file-name", "A file name that cannot be an id."),
        FormRule("YML017", "cut-by-comment", "A `#` inside unquoted text, which ends the value."),
        FormRule("SCH001", "unknown-field", "A key that the format does not have."),
        FormRule("SCH002", "missing-field", "A required field is not there."),
        FormRule("SCH003", "wrong-kind", "A list, a map or a single value in a wrong place."),
        FormRule("SCH004", "unreadable-value", "A value that its field cannot read."),
        FormRule("SCH005", "unknown-exercise", "An exercise the library does not have."),
        FormRule("SCH006", "unknown-claim", "A claim or source the library does not have."),
        FormRule("SCH007", "unknown-rule", "A rule that does not exist."),
        FormRule("SCH008", "unknown-program", "A program that does not exist."),
        FormRule("SCH009", "list-length", "A list with one value per week has another length."),
        FormRule("SCH010", "crowded-weekday", "More than two sessions of a block share a weekday."),
        FormRule("SCH011", "empty-value", "A key with nothing after it."),
        FormRule("SCH012", "unknown-block", "`like` names no earlier block that has sessions."),
        FormRule("SCH013", "conflicting-fields", "Fields that exclude or need each other."),
        FormRule("SCH014", "fixed-rule", "A deviation from a rule that allows none."),
        FormRule("SCH015", "name-twice", "Two things share a name, or one stands twice."),
        FormRule("SCH016", "broken-link", "A link in prose that leads nowhere."),
        FormRule("SCH017", "too-long", "More weeks or sets than any program needs."),
        FormRule("SCH018", "unknown-place", "A deviation is about a part that is not there."),
        FormRule("SCH019", "fallen-source", "Something rests only on sources that do not stand."),
        FormRule("SCH020", "changes-order", "The changes of a program are not newest first."),
    )
}


def form_finding(
    code: str,
    keys: Keys,
    message: str,
    hint: str = "",
    *,
    on_key: bool = False,
    file: str = "",
    place: Place = FIRST_LINE,
    fix: Fix | None = None,
) -> Finding:
    """A finding about a file's form or fields."""
    return Finding(
        keys,
        message,
        hint,
        fix=fix,
        on_key=on_key,
        code=code,
        name=FORM_RULES[code].name,
        file=file,
        place=place,
    )
