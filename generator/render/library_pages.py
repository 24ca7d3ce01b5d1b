"""Every page of the library: exercises, framework, evidence and how to contribute."""

from generator.render.audit import audit_page
from generator.render.claims import claim_pages
from generator.render.counting import counting_page
from generator.render.exercises import exercise_pages
from generator.render.fields import fields_page
from generator.render.framework import framework_pages
from generator.render.glossary import glossary_page, with_words
from generator.render.handwritten import written_pages
from generator.render.messages import messages_page
from generator.render.recheck import recheck_page
from generator.render.rules_pages import rule_pages
from generator.render.sources import source_pages
from generator.view.context import Context
from generator.view.page import Page


def library_pages(context: Context) -> tuple[Page, ...]:
    """All pages that are not about one program."""
    found = (
        *exercise_pages(context),
        *framework_pages(context),
        counting_page(context),
        *rule_pages(context),
        *claim_pages(context),
        audit_page(context),
        recheck_page(context),
        *source_pages(context),
        fields_page(context),
        messages_page(context),
        *written_pages(context.written),
    )
    return (glossary_page(context), *(with_words(page, context.library) for page in found))
