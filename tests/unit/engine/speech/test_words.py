from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from speech import noise

from engine.models.card import Context
from engine.speech.options import RecogniserOptions
from engine.speech.whisper import Recogniser
from engine.speech.words import align_words


@dataclass(frozen=True)
class Language:
    """What is asked of a tokenizer."""

    language_code: str
    eot: int = 1000


class Aligned:
    """Answers with entries as faster-whisper makes them of the pieces of a text, a tenth of a second each."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces

    def find_alignment(self, *_: object) -> list[list[dict[str, Any]]]:
        return [
            [
                {"word": piece, "tokens": [number], "start": number / 10, "end": (number + 1) / 10, "probability": 0.9}
                for number, piece in enumerate(self.pieces)
            ]
        ]


@pytest.fixture(scope="module")
def encoded(tmp_path_factory):
    from tiny_whisper import make_model

    short = RecogniserOptions(threads=1, context=Context(min_seconds=1.0, pad_seconds=0.5))
    return Recogniser.load(make_model(tmp_path_factory.mktemp("models") / "tiny"), short).encode(noise(2.0))


def words(encoded, language, *pieces):
    return align_words(Aligned(*pieces), Language(language), encoded, [1, 2])


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([" at", " eight", " o", "'", "clock", "."], ["at", "eight", "o'clock."]),
        ([" self", "-", "love"], ["self-love"]),
        ([" He", " said", ",", ' "', "Come", '"', "."], ["He", "said,", '"Come".']),
    ],
)
def test_what_is_written_in_one_piece_is_one_word(encoded, pieces, expected):
    found = words(encoded, "en", *pieces)
    assert [word.text for word in found] == expected
    assert [word.end for word in found] == sorted(word.end for word in found)
    assert found[-1].start < found[-1].end


def test_a_language_without_spaces_keeps_its_pieces(encoded):
    assert [word.text for word in words(encoded, "ja", "日", "本", "語")] == ["日", "本", "語"]


def test_the_first_word_begins_with_the_sound_and_not_with_the_recording(encoded):
    late = replace(encoded, onset=0.06)
    assert [word.start for word in words(late, "en", " at", " eight")] == [0.05, 0.1]
    assert words(replace(encoded, onset=0.02), "en", " at")[0].start == 0.02
    assert words(late, "en") == ()
