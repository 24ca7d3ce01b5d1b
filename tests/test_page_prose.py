"""Whatever a contributor writes, a page shows it as words and nothing else."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown as engine
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.text import is_web_address
from generator.render.handwritten import linked
from generator.view.page import Markdown, Page, Section
from generator.view.prose import escaped, html, inline_html, markdown, without_markup
from generator.view.route import Links

ROOT = Path(__file__).parent.parent
LINKS = Links("programs/x.md")

PIECES = [
    *"abc XYZ 0129 .,:;!?-+*_`~^=$#|%&<>()[]{}\\/\"'@\n\t",
    "\n\n", "\n\n    ",
    "**", "***", "---", "===", "```", "~~~", "<b>", "</p>", "<!--", "-->",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "&#60;", "{: .x }",
    "{ onclick=alert(1) }", "[a](javascript:alert(1))", "[a](https://example.org)", "![a](b.png)",
    "!", '[a](https://example.org"onmouseover="alert(1))', "[a](claim:failure-proximity)", "[a][b]",
    "[b]: https://example.org", "[^1]", "[^1]: note", "*[HTML]: long", ": meaning", "!!! danger",
    "??? note", '=== "tab"', "1. ", "- ", "+ ", "> ", "# ", "| a | b |\n| - | - |", ":smile:",
    ":material-home:", "--8<--", "$x$", "[TOC]", "http://example.org", "\u2028", "é", "☃",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(
    st.characters(exclude_categories=["Cc", "Cs"]), max_size=80
)
"""Control characters never get this far; reading a file refuses them."""

INLINE = {"a", "strong", "em", "code"}


class Seen(HTMLParser):
    """The tags and attributes of some HTML, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.hrefs: list[str] = []
        self.words = ""
        self.other: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "href":
                self.hrefs.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def harmless(href: str) -> bool:
    return href.startswith(("https://", "http://", "../"))


class _Settings(yaml.SafeLoader):
    """`mkdocs.yml` without its Python names."""


_Settings.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda *_: None)
_Settings.add_constructor("!ENV", lambda *_: "")


def mkdocs_extensions() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions the site is built with."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    names, options = [], {}
    for item in yaml.load(text, _Settings)["markdown_extensions"]:
        name, option = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        names.append(name)
        options[name] = {key: value for key, value in option.items() if value is not None}
    assert "attr_list" in names
    return names, options


@pytest.fixture(scope="module")
def render() -> Any:
    names, options = mkdocs_extensions()
    machine = engine.Markdown(extensions=names, extension_configs=options)

    def run(text: str) -> str:
        return machine.reset().convert(text)

    return run


@given(HOSTILE)
@example("[a](claim:x) `b` **c** *d*")
def test_finished_html_holds_only_emphasis_code_and_links(text: str) -> None:
    seen = Seen(inline_html(text, LINKS))
    assert seen.tags <= INLINE
    assert seen.attributes <= {"href"}
    assert all(harmless(href) for href in seen.hrefs)
    assert not seen.other


@given(HOSTILE)
def test_finished_html_says_the_words_that_were_written(text: str) -> None:
    words = without_markup(text)
    assert Seen(inline_html(text, LINKS)).words == words


@given(HOSTILE)
def test_paragraphs_hold_only_paragraphs_and_what_stands_in_a_line(text: str) -> None:
    seen = Seen(html(text, LINKS))
    assert seen.tags <= INLINE | {"p"}
    assert seen.attributes <= {"href"}


@settings(deadline=None)
@given(text=HOSTILE)
@example(text="term\n\n: meaning")
@example(text="---")
@example(text="a ![a](https://example.org/pixel.png)")
@example(text="a ![a](claim:frequency)")
@example(text=":smile: words")
@example(text="!!! danger")
@example(text="words\n\n[b]: https://example.org")
@example(text="&lt;b&gt;")
def test_markdown_becomes_only_emphasis_code_and_links(text: str, render: Any) -> None:
    seen = Seen(render(markdown(text, LINKS)))
    assert seen.tags <= INLINE | {"p"}
    assert seen.attributes <= {"href"}
    assert all(harmless(href) or href.startswith("../") for href in seen.hrefs)
    assert not seen.other


@settings(deadline=None)
@given(text=HOSTILE)
def test_an_escaped_text_keeps_its_words_and_gets_no_markup(text: str, render: Any) -> None:
    line = " ".join(text.split())
    seen = Seen(render(f"x {escaped(line)} x"))
    assert seen.tags == {"p"}
    assert " ".join(seen.words.split()) == " ".join(f"x {line} x".split())


@pytest.mark.parametrize(
    ("written", "finished"),
    [
        ("*a* and **b**", "<em>a</em> and <strong>b</strong>"),
        ("`reps: 8-12`", "<code>reps: 8-12</code>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[a](claim:frequency)", '<a href="../../evidence/claims/frequency/">a</a>'),
        ("[a](exercise:leg-press)", '<a href="../../exercises/leg-press/">a</a>'),
        ("[a](https://example.org/?b=1&c)", '<a href="https://example.org/?b=1&amp;c">a</a>'),
        ("[a](javascript:alert)", "[a](javascript:alert)"),
        ("P < 0.05 & n > 3", "P &lt; 0.05 &amp; n &gt; 3"),
    ],
)
def test_what_people_may_write_comes_out_as_meant(written: str, finished: str) -> None:
    assert inline_html(written, LINKS) == finished


@pytest.mark.parametrize(
    "text",
    ["- a", "+ a", "> a", "1. a", "10) a", "# a", "---", "- - -", "    a", ": a", "!!! a", "??? a"],
)
def test_a_paragraph_never_starts_a_list_a_quote_or_a_rule(text: str, render: Any) -> None:
    seen = Seen(render(markdown(text, LINKS)))
    assert seen.tags == {"p"}
    assert seen.words == text.strip()


def test_our_links_in_trusted_markdown_find_their_page_and_code_is_left_alone() -> None:
    text = "See [a](claim:frequency).\n\n```text\n[a](claim:frequency)\n```\n"
    assert linked(text, Links("framework/rules/x.md"), "x") == (
        "See [a](../../evidence/claims/frequency.md).\n\n```text\n[a](claim:frequency)\n```\n"
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1",
        "https://",
        "https://exa\u2100mple.com",
        "https://doi.org@evil.example/10.1000/x",
        "https://u@v\\",
        "https://e.org:99999999/",
        "javascript:alert(1)",
        "//e.org",
    ],
)
def test_an_address_that_could_break_a_build_or_deceive_stays_text(address: str) -> None:
    words = f"See [words]({address}) now."
    links = Links("programs/x.md")
    assert "<a" not in inline_html(words, links)
    assert "<a" not in engine.markdown(markdown(words, links))
    assert not is_web_address(address)


def test_a_range_stays_on_one_line_and_a_tempo_is_no_range() -> None:
    body = "8-12 reps (5-10 %), tempo 3-0-1-0, pages 54(2):303-321, 1.8-2.4 and 2026-11-22"
    text = Page("x.md", "T", "d", (Section((Markdown(f"See {body}"),)),)).text
    held = "8\u201112 reps (5\u201110\u00a0%), tempo 3-0-1-0, pages 54(2):303-321, "
    assert text.endswith(f"See {held}1.8\u20112.4 and 2026-11-22\n")


def test_a_number_keeps_its_percent_sign_on_the_line_but_code_can_be_copied() -> None:
    body = "70 % of it, `70 %` of that\n\n```yaml\nload: 70 %\n```\n\n<code>70 %</code> and 5 %"
    text = Page("x.md", "Work at 80 %", "d", (Section((Markdown(body),)),)).text
    assert text.count("\u00a0%") == 4  # front matter and heading, too
    assert text.endswith(
        "`70 %` of that\n\n```yaml\nload: 70 %\n```\n\n<code>70 %</code> and 5\u00a0%\n"
    )
