"""Every page of the site."""

from generator.render import compare, guide, home, print_kit, programs
from generator.render.context import Context
from generator.render.glossary import with_words
from generator.render.library_pages import library_pages
from generator.render.page import Page


def pages(context: Context) -> tuple[Page, ...]:
    """Home, the index and comparison of programs, a guide for each, and the library they stand on."""
    return (
        home.page(context),
        programs.page(context),
        compare.page(context),
        *(with_words(guide.page(plan, context), context.library) for plan in context.plans),
        *(print_kit.page(plan) for plan in context.plans),
        *library_pages(context),
    )
