"""Every page of the site."""

from generator.render import guide, home, programs, search_page
from generator.render.context import Context
from generator.render.glossary import with_words
from generator.render.library_pages import library_pages
from generator.render.page import Page


def pages(context: Context) -> tuple[Page, ...]:
    """Home, the index of programs, a guide for each, and the library they stand on."""
    return (
        home.page(context),
        programs.page(context),
        *(with_words(guide.page(plan, context), context.library) for plan in context.plans),
        *library_pages(context),
        search_page.page(),
    )
