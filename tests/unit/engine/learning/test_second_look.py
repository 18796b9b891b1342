"""A second look, with an ear that knows what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from corrected_samples import teach, vocabulary, words_of
from library_samples import opened

from engine.errors import ChildError
from engine.learning.fast_layer import FastLayer
from engine.learning.rules import Applied
from engine.records import Hypothesis
from engine.speech.results import Score


@dataclass
class Ear:
    """Hears `said` when it is told to expect one of its words; every other text is `gap` less likely than it."""

    said: str
    gap: float = 5.0
    led: bool = True
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def hear(self, vocabulary: Sequence[str]) -> Sequence[Hypothesis]:
        self.asked.append(tuple(vocabulary))
        return [Hypothesis(self.said, -0.3)] if self.led else []

    def score(self, texts: Sequence[str]) -> Sequence[Score]:
        return [Score(0.0 if text == self.said else -self.gap, 10) for text in texts]


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def rewritten(library, text, ear, probability=0.75):
    return FastLayer.load(library).rewrite(words_of(text, probability), (), ear).text


def test_a_term_that_the_led_decoder_hears_and_believes_is_written(library):
    vocabulary(library).add("Fenrook")
    ear = Ear("players get lost in Fenrook")

    assert rewritten(library, "players get lost in fennel book", ear) == "players get lost in Fenrook"
    assert ear.asked == [("Fenrook",)]


def test_without_the_second_decode_the_same_words_stay(library):
    vocabulary(library).add("Fenrook")
    heard = "players get lost in fennel book"

    assert rewritten(library, heard, Ear(heard, gap=40.0, led=False)) == heard


def test_a_term_the_decoder_finds_far_less_likely_is_not_written(library):
    vocabulary(library).add("Fenrook")
    heard = "players get lost in fennel book"

    class Misled(Ear):
        def score(self, texts: Sequence[str]) -> Sequence[Score]:
            return [Score(0.0 if text == heard else -60.0, 10) for text in texts]

    assert rewritten(library, heard, Misled("players get lost in Fenrook")) == heard


def test_a_term_that_sound_alone_suggests_is_left_out_only_where_the_decoder_is_against_it(library):
    vocabulary(library).add("Vitrolux")
    heard, written = "a drawer of vitrocks", "a drawer of Vitrolux"

    def with_ear(gap: float) -> str:
        ear = Ear(heard, gap, led=False)
        result = rewritten(library, heard, ear, 0.62)
        assert ear.asked == [("Vitrolux",)]
        return result

    assert FastLayer.load(library).rewrite(words_of(heard, 0.62)).text == written
    assert with_ear(gap=2.0) == written
    assert with_ear(gap=60.0) == heard


def test_a_term_that_sounds_just_like_what_was_heard_needs_no_second_look(library):
    vocabulary(library).add("Jenkology")
    ear = Ear("restart Jencology now", led=False, gap=60.0)

    assert rewritten(library, "restart Jencology now", ear, 0.7) == "restart Jenkology now"
    assert ear.asked == []


def test_ordinary_words_are_never_surely_a_term(library):
    teach(library, ("the nineteen of the window", "the muntin of the window"))
    layer = FastLayer.load(library)
    assert not layer.spotter.is_sure(Applied("nineteen", "muntin", 0, 1))
    assert layer.spotter.is_sure(Applied("muntinn", "muntin", 0, 1))


def test_where_nothing_sounds_like_a_term_nobody_listens_again(library):
    vocabulary(library).add("Kandrabad")
    ear = Ear("it is late")

    assert rewritten(library, "it is late", ear, 0.95) == "it is late"
    assert ear.asked == []


def test_what_a_rule_has_replaced_is_not_looked_at_again(library):
    teach(library, ("ask grims bee toll", "ask Grimsby Toll"))
    ear = Ear("ask Grimsby Toll now")

    assert rewritten(library, "ask grims bee toll now", ear) == "ask Grimsby Toll now"
    assert ear.asked == []


def test_a_recogniser_that_fails_is_the_caller_s_to_handle(library):
    vocabulary(library).add("Fenrook")

    class Broken(Ear):
        def hear(self, vocabulary: Sequence[str]) -> Sequence[Hypothesis]:
            raise ChildError("gone")

    with pytest.raises(ChildError):
        rewritten(library, "players get lost in fennel book", Broken(""))
