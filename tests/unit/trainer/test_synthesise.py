import numpy as np
import pytest

from engine.errors import AttuneError
from engine.records import SAMPLE_RATE
from trainer.espeak_library import espeak_library
from trainer.synthesise import Delivery, synthesise, synthesise_timed
from trainer.voices import Voice, espeak

TEXT = "Please send 1,250 forms to Doctor Smith's office, on Monday."


@pytest.mark.parametrize("voice", [espeak("en-us", "f1"), espeak("en-gb", "m7"), espeak("en-gb-x-rp")])
def test_the_library_speaks_as_the_command_does(voice: Voice) -> None:
    timed, plain = synthesise_timed(TEXT, voice, Delivery(160, 45)), synthesise(TEXT, voice, Delivery(160, 45))

    assert timed.samples.dtype == np.float32
    assert timed.samples.size == pytest.approx(plain.size, rel=0.08)
    assert np.abs(timed.samples).max() > 0.1


def test_words_begin_where_they_are_said() -> None:
    text = "one, two, three."
    timed = synthesise_timed(text, espeak("en-us"))

    assert len(timed.word_starts) == 3
    assert timed.word_starts[0] == 0
    # A comma is a pause: just before the next word there is silence, just behind its beginning there is none.
    for start in timed.word_starts[1:]:
        before = timed.samples[start - SAMPLE_RATE // 20 : start - SAMPLE_RATE // 100]
        behind = timed.samples[start : start + SAMPLE_RATE // 10]
        assert np.abs(before).max() < 0.1 * np.abs(behind).max()


def test_every_word_between_spaces_has_one_beginning() -> None:
    timed = synthesise_timed(TEXT, espeak("en-us"))

    assert len(timed.word_starts) == len(TEXT.split())
    assert list(timed.word_starts) == sorted(set(timed.word_starts))
    assert timed.word_starts[-1] < timed.samples.size


def test_flite_tells_no_times() -> None:
    assert synthesise_timed("Hello there.", Voice("flite", "rms")).word_starts == ()


def test_an_unknown_voice_is_an_error() -> None:
    with pytest.raises(AttuneError, match="no voice"):
        espeak_library().speak("Hello.", "xx-nowhere", 175, 50)
