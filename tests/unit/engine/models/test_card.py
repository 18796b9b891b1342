from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ModelFolderError
from engine.models.card import Adaptive, Card, Context, Golden, Measured


def test_a_card_comes_back_as_it_was_saved_with_fields_of_later_versions(tmp_path: Path) -> None:
    card = Card(
        id="mine",
        name="My voice",
        base="openai/whisper-small",
        languages=("en", "de"),
        context=Context(5.0, 1.0),
        measured=(Measured("gold", 0.05, 0.03, 0.07, 812, "python -m trainer evaluate"),),
        recipe={"rank": 16},
        golden=Golden(text="hello", audio="golden.flac"),
        adaptive=Adaptive(-0.4),
        extra={"invented_later": [1, 2]},
    )
    card.save(tmp_path)
    assert Card.load(tmp_path) == card


def test_a_model_that_nobody_measured_gets_the_full_window(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text('{"id": "a", "name": "A"}')
    context = Card.load(tmp_path).context
    assert context == Context(30.0, 30.0)
    assert context.seconds_for(2.0) == 30.0


@given(st.floats(0, 60), st.floats(1, 30), st.floats(0, 30))
def test_the_context_covers_the_speech_and_never_passes_whispers_window(
    duration: float, low: float, pad: float
) -> None:
    seconds = Context(low, pad).seconds_for(duration)
    assert min(30.0, max(low, duration)) <= seconds <= 30.0


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("id", 7, "id should be text"),
        ("name", None, "name is missing"),
        ("languages", "en", "languages should be a list"),
        ("languages", [1], "languages should be text"),
        ("context", {"min_seconds": "5"}, "context.min_seconds"),
        ("context", {"min_seconds": True}, "context.min_seconds"),
        ("measured", [{"set": "gold"}], "measured.wer is missing"),
        ("golden", {"text": 3}, "golden.text"),
        ("recipe", [], "recipe should be an object"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, field: str, value: object, named: str) -> None:
    (tmp_path / "card.json").write_text(json.dumps({"id": "a", "name": "A"} | {field: value}))
    with pytest.raises(ModelFolderError, match=named):
        Card.load(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "null", '{"id": "a"', "\x00"])
def test_a_file_that_is_no_card_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "card.json").write_text(content)
    with pytest.raises(ModelFolderError):
        Card.load(tmp_path)
