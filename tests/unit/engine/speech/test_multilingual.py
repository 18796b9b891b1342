"""What only multilingual models do, with one of random weights: which language it hears is chance, but stays."""

from __future__ import annotations

import numpy as np
import pytest
from random_whisper import make_random_model
from speech import silence, speech

from engine.errors import InputError
from engine.models.card import Context
from engine.speech.longform import UNKNOWN_LANGUAGE, transcribe
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.prompt import build_prompt
from engine.speech.results import Encoded
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser

SENTENCE = speech("The weather will be better tomorrow.")


class Counted(Recogniser):
    """Counts what is costly."""

    encodings = detections = 0

    def encode(self, samples: np.ndarray) -> Encoded:
        self.encodings += 1
        return super().encode(samples)

    def detect_language(self, encoded: Encoded) -> str:
        self.detections += 1
        return super().detect_language(encoded)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    folder = make_random_model("miniature", tmp_path_factory.mktemp("models") / "miniature")
    return Counted.load(folder, RecogniserOptions(context=Context(1.0, 0.5)))


@pytest.fixture
def counted(loaded: Counted) -> Counted:
    loaded.encodings = loaded.detections = 0
    return loaded


def test_one_encoding_serves_to_hear_the_language_and_the_words(counted: Counted) -> None:
    said = recognise(counted, SENTENCE)

    assert (counted.encodings, counted.detections) == (1, 1)
    counted.check_language(said.language)


def test_a_long_recording_has_one_language_and_each_window_is_encoded_once(counted: Counted) -> None:
    recording = np.concatenate([SENTENCE, silence(6.0), SENTENCE, silence(6.0), SENTENCE])

    transcript = transcribe(counted, [recording], words=False)

    assert (counted.encodings, counted.detections) == (3, 1)
    counted.check_language(transcript.language)


def test_a_language_that_is_given_is_not_looked_for(counted: Counted) -> None:
    assert recognise(counted, SENTENCE, DecodeOptions(language="de"), words=False).language == "de"
    assert transcribe(counted, [silence(2.0)]).language == UNKNOWN_LANGUAGE
    assert counted.detections == 0
    with pytest.raises(InputError, match="'xx'"):
        recognise(counted, SENTENCE, DecodeOptions(language="xx"))


def test_language_and_task_stand_in_the_prompt(counted: Counted) -> None:
    options = DecodeOptions(language="de", task="translate")
    tokenizer, _ = counted._tokens("de", "translate")

    prompt = build_prompt(tokenizer, options)

    names = [tokenizer.tokenizer.id_to_token(token) for token in prompt]
    assert names == ["<|startoftranscript|>", "<|de|>", "<|translate|>", "<|notimestamps|>"]
