from pathlib import Path

import numpy as np
import pytest
from tiny_whisper import make_model

from engine.errors import InputError
from engine.models.card import Card, Context
from trainer.synthesise import synthesise
from trainer.testing import evaluate
from trainer.testing.run import MeteredRecogniser, hears_speech
from trainer.testsets import TestSet, Utterance
from trainer.voices import espeak


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_model(tmp_path_factory.mktemp("models") / "tiny")
    Card(id="tiny", name="Tiny", languages=("en",), context=Context(1.0, 0.5)).save(folder)
    return folder


def _speech(seconds: float, seed: int = 1) -> np.ndarray:
    return (0.1 * np.random.default_rng(seed).standard_normal(int(16_000 * seconds))).astype(np.float32)


def test_every_utterance_is_read_and_counted(model: Path) -> None:
    words = (Utterance(_speech(2.0), "the quick fox", "s1", "u1", "en"), Utterance(_speech(3.0), "a cat", "s2", "u2"))
    sounds = (Utterance(np.zeros(32_000, np.float32), "", "0"),)
    sets = [TestSet("personal", words, role="personal", terms=("fox",)), TestSet("quiet", sounds, False, "silence")]
    seen: list[tuple[str, int, int]] = []

    found = evaluate(model, sets, on_utterance=lambda *step: seen.append(step))

    assert found.model == "tiny"
    assert len(found.sha256) == 64
    assert seen == [("personal", 1, 2), ("personal", 2, 2), ("quiet", 1, 1)]
    first, second = found.sets[0].readings
    assert (first.id, first.block, first.seconds, first.words.words, first.terms.said) == ("u1", "s1", 2.0, 3, 1)
    assert (first.effort.context, second.effort.context) == (2.5, 3.5)
    assert first.effort.steps >= first.effort.tokens + 1 > 1
    assert found.sets[1].readings[0].id == "quiet/1"
    again = evaluate(model, sets)
    assert [one.read for group in again.sets for one in group.readings] == [
        one.read for group in found.sets for one in group.readings
    ]


def test_silence_goes_through_the_voice_detector_first_and_sounds_do_not(model: Path) -> None:
    noise = (Utterance(_speech(2.0), "", "0"),)
    found = evaluate(model, [TestSet("a", noise, False, "silence"), TestSet("b", noise, False, "sounds")])
    detected, undetected = (one.readings[0] for one in found.sets)

    assert (detected.read, detected.effort.steps) == ("", 0)
    assert undetected.effort.steps > 0


def test_the_detector_hears_speech() -> None:
    spoken = synthesise("Please write the number on the door.", espeak("en-us", "m3"))
    assert hears_speech(spoken)
    assert not hears_speech(np.zeros(32_000, np.float32))


def test_a_language_the_model_does_not_know_is_refused(model: Path) -> None:
    foreign = TestSet("personal", (Utterance(_speech(1.0), "ja", "s", language="de"),))
    with pytest.raises(InputError, match="language"):
        evaluate(model, [foreign])


def test_all_tries_count_as_work(model: Path) -> None:
    recogniser = MeteredRecogniser.load(model)
    assert isinstance(recogniser, MeteredRecogniser)
    encoded = recogniser.encode(_speech(2.0))
    length = len(recogniser.decode(encoded).best.tokens)
    once = recogniser.steps
    recogniser.decode(encoded)

    assert once % (length + 1) == 0
    assert recogniser.steps == 2 * once
    assert recogniser.context_seconds == 2.5
