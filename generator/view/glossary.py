"""What the words of the glossary mean, wherever each meaning is written down."""

from generator.error import GeneratorError
from generator.model import Library, Word
from generator.model.sentences import sentence_of


def meaning(word: Word, library: Library) -> str:
    """The one sentence or two that say what a word means, as prose."""
    if word.counting:
        rules = {rule.term: rule for rule in library.framework.counting}
        if word.counting in rules:
            return library.framework.filled(rules[word.counting].says)
    elif word.model:
        if said := sentence_of(word.model):
            return said
    elif word.says:
        return library.framework.filled(word.says)
    raise GeneratorError(f"content/glossary.yml: nothing says what “{word.term}” means")


def meaning_of(term: str, library: Library) -> str:
    """What a word of the glossary means, by the word."""
    return next(meaning(word, library) for word in library.glossary.words if word.term == term)
