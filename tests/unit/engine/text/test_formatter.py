"""Actions, snippets, switches and what is reported about them."""

from __future__ import annotations

import sys
from dataclasses import fields
from subprocess import run

import pytest

from engine.errors import InputError
from engine.text.commands import Action
from engine.text.formatter import Formatter, Snippet
from engine.text.rules import FormattingRules, describe_rules


@pytest.mark.parametrize(
    ("raw", "actions", "text"),
    [
        ("scratch that", (Action.SCRATCH,), ""),
        ("Scratch that.", (Action.SCRATCH,), ""),
        ("scratch that scratch that", (Action.SCRATCH, Action.SCRATCH), ""),
        ("scratch that hello", (Action.SCRATCH,), "Hello"),
        ("hello there scratch that", (), ""),
        ("send it to ann scratch that send it to bob", (), "Send it to bob"),
        ("undo that", (Action.UNDO,), ""),
        ("select that", (Action.SELECT,), ""),
        ("correct that", (Action.CORRECT,), ""),
        ("can you undo that", (), "Can you undo that"),
        ("that is correct", (), "That is correct"),
    ],
)
def test_editing_commands_become_actions(raw: str, actions: tuple[Action, ...], text: str) -> None:
    result = Formatter("en").format(raw)
    assert (result.actions, result.text) == (actions, text)


ADDRESS = Snippet("Insert my address", "1 Main Street\nSpringfield")
SIGNATURE = Snippet("insert my address and name", "A. Person")


@pytest.mark.parametrize(
    ("raw", "before", "text"),
    [
        ("insert my address", "", "1 Main Street\nSpringfield"),
        ("Insert my address.", "", "1 Main Street\nSpringfield"),
        ("write to insert my address please", "", "Write to 1 Main Street\nSpringfield please"),
        ("insert my address", "Write to", " 1 Main Street\nSpringfield"),
        ("insert my address and name", "", "A. Person"),
        ("insert my address comma thanks", "", "1 Main Street\nSpringfield, thanks"),
        ("insert my addresses", "", "Insert my addresses"),
    ],
)
def test_a_snippet_is_inserted_as_the_user_wrote_it(raw: str, before: str, text: str) -> None:
    assert Formatter("en", snippets=[ADDRESS, SIGNATURE]).format(raw, before).text == text


def test_a_snippet_without_a_phrase_is_refused() -> None:
    with pytest.raises(InputError, match="no spoken phrase"):
        Formatter("en", snippets=[Snippet(" ... ", "text")])


SWITCHES: list[tuple[str, str, str, str]] = [
    ("punctuation", "hello comma world", "", "Hello comma world"),
    ("symbols", "this slash that", "", "This slash that"),
    ("layout", "hello new line world", "", "Hello new line world"),
    ("casing", "cap phoenix", "", "Cap phoenix"),
    ("no_space", "data no space base", "", "Data no space base"),
    ("literal", "say literal comma now", "", "Say literal, now"),
    ("numeral", "use numeral five", "", "Use numeral five"),
    ("editing", "scratch that", "", "Scratch that"),
    ("snippets", "insert my address", "", "Insert my address"),
    ("emails", "ann dot b at example dot com", "", "Ann dot b at example.com"),
    ("urls", "see example dot com", "", "See example dot com"),
    ("numbers", "twenty three", "", "Twenty three"),
    ("ordinals", "the twenty first", "", "The twenty first"),
    ("grouping", "twelve thousand five hundred", "", "12500"),
    ("labels", "page three", "", "Page three"),
    ("ranges", "pages ten to twenty", "", "Pages 10 to 20"),
    ("fractions", "two thirds", "", "Two thirds"),
    ("digit_runs", "nine one one", "", "Nine one one"),
    ("phone_numbers", "five five five one two three four", "", "5551234"),
    ("versions", "one dot two dot three", "", "One dot two dot three"),
    ("years", "in nineteen eighty", "", "In 19 80"),
    ("dates", "on june third", "", "On June third"),
    ("times", "at three pm", "", "At three pm"),
    ("currency", "five dollars", "", "Five dollars"),
    ("percent", "five percent", "", "Five percent"),
    ("units", "five kilometers", "", "Five kilometers"),
    ("sentence_capitals", "hello", "", "hello"),
    ("line_capitals", "new line hello", "x", "\nhello"),
    ("continuation", "The dog", "I saw", " The dog"),
    ("proper_words", "when i left", "", "When i left"),
    ("leading_space", "there", "hello", "there"),
    ("merge_marks", "Hello, comma, world.", "", "Hello,,, world."),
]


@pytest.mark.parametrize(("rule", "raw", "before", "text"), SWITCHES)
def test_every_rule_can_be_switched_off(rule: str, raw: str, before: str, text: str) -> None:
    on = Formatter("en", snippets=[ADDRESS]).format(raw, before)
    off = Formatter("en", FormattingRules.from_mapping({rule: False}), [ADDRESS]).format(raw, before)
    assert off.text == text
    assert off.text != on.text or off.actions != on.actions


@pytest.mark.parametrize(
    ("rule", "raw", "text"),
    [
        ("small_numbers", "three apples", "3 apples"),
        ("smart_quotes", "it's open quote fine close quote", "It’s “fine”"),
        ("smart_quotes", "He said 'no' and \"yes\".", "He said ‘no’ and “yes”."),
        ("fillers", "um, well uh I think", "Well I think"),
    ],
)
def test_rules_that_are_off_by_default_can_be_switched_on(rule: str, raw: str, text: str) -> None:
    assert Formatter("en", FormattingRules.from_mapping({rule: True})).format(raw).text == text
    assert Formatter("en").format(raw).text != text


def test_every_rule_but_the_french_one_is_shown_to_have_an_effect() -> None:
    shown = {rule for rule, *_ in SWITCHES} | {"small_numbers", "smart_quotes", "fillers", "typographic_spaces"}
    assert shown == {item.name for item in fields(FormattingRules)}


def test_the_rules_that_fired_are_named_once() -> None:
    applied = Formatter("en").format("hello comma world comma twenty three dollars period").applied
    assert applied == ("punctuation", "currency", "sentence_capitals")


def test_unknown_or_malformed_switches_are_refused() -> None:
    with pytest.raises(InputError, match="no formatting rule 'commas'"):
        FormattingRules.from_mapping({"commas": True})
    with pytest.raises(InputError, match="'numbers' is 'yes'"):
        FormattingRules.from_mapping({"numbers": "yes"})


def test_a_settings_page_can_be_built_from_the_descriptions() -> None:
    described = describe_rules()
    assert [info.name for info in described] == [item.name for item in fields(FormattingRules)]
    assert all(info.help and info.group for info in described)
    assert {info.name for info in described if not info.default} == {"small_numbers", "smart_quotes", "fillers"}


def test_importing_loads_no_number_or_locale_library() -> None:
    probe = "import sys, engine.text.formatter; print({'babel', 'text_to_num', 'numpy'} & set(sys.modules))"
    done = run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
