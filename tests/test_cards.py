"""The cards that link previews show, and what the head of a page says of them."""

import io
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from built_site import Links
from PIL import Image, ImageFont

from generator.export.card_files import card_files
from generator.export.card_png import HAS, HEIGHT, WIDTH, card_png, typed
from generator.project import Project
from generator.view.cards import SITE_CARD, Bar, Card, card_file, cards
from generator.view.context import Context


@pytest.fixture(scope="module")
def context(project: Project) -> Context:
    return Context(project.library.library, project.reviews)


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_every_program_exercise_and_claim_has_a_card_of_its_own(context: Context) -> None:
    found = card_files(context)
    library = context.library
    assert len(found) == 1 + len(context.plans) + len(library.exercises) + len(library.claims)
    assert len(set(found.values())) == len(found)
    for path, data in found.items():
        image = picture(data)
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT)), path
        assert len(data) < 25_000, path


def test_the_same_card_is_the_same_bytes() -> None:
    card = Card("Program", "Legs", ("Beginner",), "Hard sets", (Bar(30), Bar(20, hollow=True)))
    assert card_png.__wrapped__(card) == card_png.__wrapped__(card)


def test_a_card_shows_a_bar_for_each_week_and_hollow_ones_for_easy_weeks() -> None:
    def bright(*bars: Bar) -> int:
        image = picture(card_png(Card("Program", "Legs", ("Beginner",), "Hard sets", bars)))
        colours = image.convert("RGB").crop((0, 400, WIDTH, HEIGHT)).getcolors(1 << 20) or []
        return sum(count for count, colour in colours if colour == (255, 178, 125))

    assert bright(Bar(30), Bar(30)) > 1.9 * bright(Bar(30))
    assert bright(Bar(30, hollow=True)) < 0.4 * bright(Bar(30))
    assert bright(Bar(30), Bar(15)) < 0.8 * bright(Bar(30), Bar(30))


@pytest.mark.parametrize(
    "title", ["Legs", "Legs " * 40, "Unbreakablelegtraining" * 8, "Größe × – ≈ 腿 é", "", "W" * 60]
)
@pytest.mark.parametrize("bars", [(), (Bar(0),), tuple(Bar(99) for _ in range(104))])
def test_no_title_and_no_number_of_weeks_breaks_a_card(title: str, bars: tuple[Bar, ...]) -> None:
    image = picture(card_png(Card("Program", title, ("Beginner", "x" * 30), "Hard sets", bars)))
    assert image.size == (WIDTH, HEIGHT)


def test_the_letters_that_are_used_are_there() -> None:
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    missing = bytes(font.getmask("\uffff"))
    assert [sign for sign in HAS if bytes(font.getmask(sign)) == missing] == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("41–54 min", "41 to 54 min"),
        ("3 × 8", "3 x 8"),
        ("≈ 60 %", "about  60 %"),
        ("José’s legs", "Jose’s legs"),
        ("Große Beine", "Grosse Beine"),
    ],
)
def test_signs_that_the_font_lacks_are_put_into_words(text: str, printed: str) -> None:
    assert typed(text) == printed


def test_titles_on_cards_lose_nothing_but_accents(context: Context) -> None:
    for card in cards(context).values():
        for text in (card.title, *card.facts):
            assert re.sub(r"\W", "", typed(text)) or not text


HEAD = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')


def test_the_head_of_each_page_names_its_card_and_says_what_is_on_it(
    pages: Mapping[str, Links], site: Path, context: Context
) -> None:
    known = cards(context)
    own = 0
    for page in pages:
        file = site / page if page.endswith(".html") else site / page / "index.html"
        head = dict(HEAD.findall(file.read_text(encoding="utf-8")))
        assert head["twitter:card"] == "summary_large_image"
        assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
        assert head["og:title"]
        assert head["og:description"]
        assert head["og:image:alt"]
        if page == "404.html":
            assert head["og:image"].endswith(SITE_CARD)
            continue
        source = f"{page.rstrip('/')}.md"
        card = known.get(source)
        image = (site / page / head["og:image"]).resolve()
        assert image == (site / (card_file(source) if card else SITE_CARD)).resolve()
        assert image.is_file()
        if card:
            own += 1
            said = unescape(head["og:image:alt"])
            # ranges hold together in all words of a page
            assert said.replace("\u2011", "-").replace("\xa0", " ") == card.alt
    assert own == len(known)
