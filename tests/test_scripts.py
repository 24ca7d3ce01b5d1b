"""Scripts of the site: their types, and the numbers they share with the generator."""

import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.error import GeneratorError
from generator.export.assets import ENTRY, STYLE, asset_files, script_files, style_sheet
from generator.intensity import CURVES, percent_for
from generator.model import Library

NODE = Path(__file__).parent / "node/node_modules"


def test_scripts_are_typed(root: Path) -> None:
    ran = subprocess.run(
        [str(NODE / ".bin/tsc"), "-p", "content/scripts"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_entry_leads_to_a_folder_named_by_what_it_holds(root: Path, tmp_path: Path) -> None:
    files = asset_files(root)
    assert STYLE in files
    (folder,) = {name.split("/")[2] for name in files if name.startswith("assets/scripts/")}
    assert f'import("./scripts/{folder}/site.js")' in files[ENTRY].decode()
    (tmp_path / "site.js").write_text("// other\n", encoding="utf-8")
    other = script_files(tmp_path)
    assert folder not in other[ENTRY].decode()


def test_a_style_sheet_that_is_missing_or_idle_is_told(tmp_path: Path) -> None:
    sheet = tmp_path / "four-pillars.css"
    sheet.write_text('@import "base.css";\n', encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"base\.css, which is not there"):
        style_sheet(tmp_path)
    (tmp_path / "base.css").write_text("p { color: red }\n", encoding="utf-8")
    assert style_sheet(tmp_path) == "p { color: red }\n"
    (tmp_path / "other.css").write_text("", encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"other\.css is imported nowhere"):
        style_sheet(tmp_path)


@pytest.fixture
def module(phone: Page, served: str, site: Path) -> Any:
    """Calls `module("loads", "percentFor(5, 'general')")`: works with what a script exports."""
    (folder,) = (site / "assets/scripts").iterdir()
    phone.goto(f"{served}404.html")

    def call(name: str, expression: str) -> Any:
        address = f"{served}assets/scripts/{folder.name}/{name}.js"
        return phone.evaluate(
            f"import('{address}').then(it => {{ with (it) {{ return {expression} }} }})"
        )

    return call


def test_the_curve_is_the_generators(module: Any, library: Library) -> None:
    for name in CURVES:
        exercise = library.exercises["leg-press" if name == "leg-press" else "barbell-back-squat"]
        tries = [Fraction(n, 4) for n in range(1, 160)]
        told = module("loads", f"{[float(n) for n in tries]}.map(n => percentFor(n, '{name}'))")
        for repetitions, percent in zip(tries, told, strict=True):
            assert percent == pytest.approx(float(percent_for(repetitions, exercise))), repetitions


def test_a_hard_set_of_five_speaks_for_a_1rm(module: Any) -> None:
    """A worked example: five repetitions with two in reserve are seven to failure.

    Between 90 % (4.94) and 85 % (7.16) that is 90 - 5 * (7 - 4.94) / 2.22 = 85.36 %, so 100 kg
    speak for 117.2 kg.
    """
    lift = "{load: 100, unit: 'kg', reps: 5, rir: 2}"
    assert module("loads", f"oneRepMax({lift}, 'general', 'kg')") == pytest.approx(117.15, abs=0.01)
    assert module("loads", f"oneRepMax({lift}, 'general', 'lb')") == pytest.approx(258.28, abs=0.05)


@pytest.mark.parametrize(
    ("wish", "load", "plates"),
    [
        (20, 20, []),
        (5, 20, []),
        (61, 60, [20]),
        (61.25, 60, [20]),
        (61.26, 62.5, [20, 1.25]),
        (100, 100, [25, 15]),
        (83, 82.5, [25, 5, 1.25]),
        (999, 515, [25, 25, 25, 25, 20, 20, 20, 20, 15, 15, 10, 10, 5, 5, 2.5, 2.5, 1.25, 1.25]),
    ],
)
def test_a_bar_takes_what_its_plates_make(
    module: Any, wish: float, load: float, plates: list[float]
) -> None:
    assert module("loads", f"nearest({wish}, 'bar', {USUAL})") == load
    assert module("loads", f"platesPerSide({load}, {USUAL})") == plates


USUAL = (
    "{bar: 20, plates: [[25,4],[20,4],[15,2],[10,2],[5,2],[2.5,2],[1.25,2]],"
    " dumbbell: 2, machine: 5}"
)


def test_no_other_load_is_nearer_and_plates_add_up(module: Any) -> None:
    """A law, for three gyms and every wish from 0 to 300 in quarters."""
    for weights in (
        USUAL,
        "{bar: 45, plates: [[45,3],[25,1],[10,2],[5,1],[2.5,1]], dumbbell: 5, machine: 10}",
        "{bar: 10, plates: [[7.5,1],[4,2],[0.5,1]], dumbbell: 2.5, machine: 7}",
    ):
        loads = module("loads", f"barLoads({weights})")
        wishes = [n / 4 for n in range(1200)]
        found = module("loads", f"{wishes}.map(wish => nearest(wish, 'bar', {weights}))")
        sides = module("loads", f"{loads}.map(load => platesPerSide(load, {weights}))")
        bar = loads[0]
        for wish, load in zip(wishes, found, strict=True):
            assert abs(load - wish) == min(abs(other - wish) for other in loads), wish
        for load, side in zip(loads, sides, strict=True):
            assert bar + 2 * sum(side) == pytest.approx(load)


def test_no_heap_of_plates_hangs_the_page(module: Any) -> None:
    """Twenty kinds in twenty pairs, as many as are kept, and as light as they come."""
    for weights in ("100 - 4.75 * n", "0.25 * (n + 1)", "25 - n / 4", "2000 - n"):
        plates = f"Array.from({{length: 20}}, (_, n) => [{weights}, 20])"
        plates += ".sort(([a], [b]) => b - a)"
        weights = f"{{bar: 20, plates: {plates}, dumbbell: 1, machine: 1}}"
        took, loads, side = module(
            "loads",
            f"(weights => {{ const from = performance.now(); const loads = barLoads(weights);"
            f" return [performance.now() - from, loads, platesPerSide(loads.at(-1), weights)]; }})"
            f"({weights})",
        )
        assert took < 2_000, weights
        assert loads[-1] == 20 + 2 * sum(side) <= 2000
        assert len(loads) == len(set(loads))


def test_a_page_that_comes_back_shows_what_was_kept_meanwhile(module: Any) -> None:
    """A page that the browser froze is told nothing of what other pages keep."""
    told = module(
        "settings",
        """(units => {
            follow(({ unit }) => units.push(unit));
            for (const persisted of [false, true]) {
                localStorage.setItem('pillars:settings', '{"unit": "lb"}');
                dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
            }
            return units.slice(1);
        })([])""",
    )
    assert told == ["lb"]


def test_what_was_kept_badly_is_left_at_the_usual(module: Any) -> None:
    usual = module("settings", "checked(null)")
    assert usual["unit"] in ("kg", "lb")
    for value in (
        "1", "[]", "'x'", "{unit: 'stone'}", "{weights: {kg: {bar: 'x', plates: 7}}}",
        "{lifts: {'barbell-back-squat': {load: -1, unit: 'kg', reps: 5, rir: 2}}}",
        "{lifts: {x: {load: 100, unit: 'kg', reps: 5.5, rir: 2}}}", "{equipment: 'barbell'}",
    ):  # fmt: skip
        assert module("settings", f"checked({value})") == usual, value
    good = "{load: 100, unit: 'kg', reps: 5, rir: 2}"
    kept = module("settings", f"checked({{unit: 'lb', lifts: {{a: {good}, b: 1}}}})")
    assert kept["unit"] == "lb"
    assert kept["lifts"] == {"a": {"load": 100, "unit": "kg", "reps": 5, "rir": 2}}
