"""Every page of the site."""

from generator.render import compare, guide, home, print_kit, programs, search_page
from generator.render.data import data_page
from generator.render.glossary import with_words
from generator.render.json_ld import with_json_ld
from generator.render.library_pages import library_pages
from generator.view.cards import cards, with_card
from generator.view.context import Context
from generator.view.page import Page


def pages(context: Context) -> tuple[Page, ...]:
    """Home, the programs and their comparison, a guide for each, the library, and the data."""
    found = (
        home.page(context),
        programs.page(context),
        compare.page(context),
        *(with_words(guide.page(plan, context), context.library) for plan in context.plans),
        *(print_kit.page(plan) for plan in context.plans),
        *library_pages(context),
        data_page(context),
        search_page.page(),
    )
    known = cards(context)
    return tuple(with_card(with_json_ld(page, context), known) for page in found)
