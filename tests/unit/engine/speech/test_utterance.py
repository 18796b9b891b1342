from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from speech import noise
from tiny_whisper import make_model

from engine.models.card import Context
from engine.records import Hypothesis
from engine.speech.guards import Anomaly
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.results import Decoded, Encoded
from engine.speech.utterance import TEMPERATURES, recognise
from engine.speech.whisper import Recogniser

LOOP = Decoded((Hypothesis("thank you " * 20, -0.1, tuple(range(40))),), 0.0, 100)
GOOD = Decoded((Hypothesis("thank you", -0.1, (1, 2)),), 0.0, 100)
NOBODY = Decoded((Hypothesis("you", -2.0, (1,)),), 0.95, 100)
PROMPTED = DecodeOptions(previous_text="Before that.", vocabulary=("fox", "dog", "cat"))


class Watched(Recogniser):
    """A real recogniser that notes what it is asked, and whose decoder can be made to misbehave."""

    misbehave: Callable[[DecodeOptions], Decoded | None]

    def reset(self, misbehave: Callable[[DecodeOptions], Decoded | None] = lambda options: None) -> Watched:
        self.misbehave, self.encodings, self.decodes = misbehave, 0, list[DecodeOptions]()
        return self

    def encode(self, samples: object) -> Encoded:
        self.encodings += 1
        return super().encode(samples)  # type: ignore[arg-type]

    def decode(self, encoded: Encoded, options: DecodeOptions = PROMPTED) -> Decoded:
        self.decodes.append(options)
        return self.misbehave(options) or super().decode(encoded, options)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    folder = make_model(tmp_path_factory.mktemp("model"))
    return Watched.load(folder, RecogniserOptions(context=Context(1.0, 0.5)))


@pytest.fixture
def watched(loaded: Watched) -> Watched:
    loaded.beam_threshold = None
    return loaded.reset()


def beams(watched: Watched) -> list[int]:
    return [options.beam for options in watched.decodes]


def test_strong_greedy_text_is_taken_without_a_search(watched: Watched) -> None:
    watched.beam_threshold = -50.0
    assert recognise(watched, noise(1.0)).beam == 1
    assert beams(watched) == [1]


def test_weak_greedy_text_is_searched_again_in_the_same_encoding(watched: Watched) -> None:
    watched.beam_threshold = 0.0
    assert recognise(watched, noise(1.0), DecodeOptions(hypotheses=3)).beam == 5
    assert beams(watched) == [1, 5]
    assert watched.encodings == 1


@pytest.mark.parametrize(("threshold", "adaptive"), [(None, True), (-50.0, False)])
def test_without_calibration_or_on_request_every_utterance_is_searched(
    watched: Watched, threshold: float | None, adaptive: bool
) -> None:
    watched.beam_threshold = threshold
    recognise(watched, noise(1.0), adaptive=adaptive)
    assert beams(watched) == [5]


def test_a_loop_led_by_the_prompt_is_decoded_again_without_it(watched: Watched) -> None:
    watched.reset(lambda options: LOOP if options.is_prompted else GOOD)

    said = recognise(watched, noise(1.0), PROMPTED, words=False)

    assert (said.text, said.anomaly) == ("thank you", Anomaly.REPETITION)
    assert [options.is_prompted for options in watched.decodes] == [True, False]


def test_an_echo_of_the_vocabulary_is_not_delivered(watched: Watched) -> None:
    echo = Decoded((Hypothesis("Fox, dog, cat.", -0.1, (1, 2, 3)),), 0.0, 100)
    watched.reset(lambda options: echo if options.vocabulary else GOOD)

    assert recognise(watched, noise(1.0), PROMPTED, words=False).text == "thank you"


def test_a_decoder_that_never_leaves_its_loop_gives_nothing_after_a_few_tries(watched: Watched) -> None:
    watched.beam_threshold = -50.0
    watched.reset(lambda options: LOOP)

    said = recognise(watched, noise(1.0), PROMPTED)

    assert (said.text, said.words, said.anomaly) == ("", (), Anomaly.REPETITION)
    assert [options.temperature for options in watched.decodes] == [0.0, 0.0, *TEMPERATURES]
    assert watched.encodings == 1


def test_what_is_decoded_again_in_a_moment_is_tried_once(watched: Watched) -> None:
    watched.reset(lambda options: LOOP)

    said = recognise(watched, noise(1.0), replace(PROMPTED, beam=1, retries=False))

    assert (said.text, said.anomaly, len(watched.decodes)) == ("", Anomaly.REPETITION, 1)


@pytest.mark.parametrize(("threshold", "tried"), [(None, [1]), (50.0, [1, 5]), (-50.0, [1])])
def test_what_is_decoded_again_in_a_moment_is_searched_only_by_a_model_that_knows_its_doubts(
    watched: Watched, threshold: float | None, tried: list[int]
) -> None:
    watched.beam_threshold = threshold
    recognise(watched, noise(1.0), DecodeOptions(beam=5, retries=False))
    assert beams(watched) == tried


def test_where_the_best_hypothesis_runs_away_a_sound_one_behind_it_is_taken(watched: Watched) -> None:
    both = Decoded((LOOP.best, GOOD.best), 0.0, 100)
    watched.reset(lambda options: both)

    said = recognise(watched, noise(1.0), words=False)

    assert ([h.text for h in said.hypotheses], said.anomaly) == (["thank you"], Anomaly.REPETITION)
    assert len(watched.decodes) == 1


def test_where_nobody_speaks_nothing_is_tried_again(watched: Watched) -> None:
    watched.reset(lambda options: NOBODY)

    said = recognise(watched, noise(1.0), PROMPTED)

    assert (said.text, said.anomaly, len(watched.decodes)) == ("", Anomaly.NO_SPEECH, 1)


def test_words_are_aligned_only_where_they_are_wanted(watched: Watched) -> None:
    said = recognise(watched, noise(1.0))
    assert [word.text for word in said.words] == said.text.split()
    assert recognise(watched, noise(1.0), words=False).words == ()


def test_a_blip_is_not_decoded(watched: Watched) -> None:
    assert recognise(watched, noise(0.05)).text == ""
    assert watched.encodings == 0
