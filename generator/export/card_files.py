"""The picture of every card."""

from collections.abc import Mapping

from generator.export.card_png import card_png
from generator.view.cards import SITE_CARD, card_file, cards, site_card
from generator.view.context import Context


def card_files(context: Context) -> Mapping[str, bytes]:
    """Each card by its path below `build/docs`."""
    own = {card_file(page): card_png(card) for page, card in cards(context).items()}
    return {SITE_CARD: card_png(site_card()), **own}
