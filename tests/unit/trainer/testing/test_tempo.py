import numpy as np
import pytest

from engine.records import SAMPLE_RATE
from trainer.testing.tempo import stretch, tempo_copy
from trainer.testsets import TestSet, Utterance

TONE = (0.3 * np.sin(2 * np.pi * 440 * np.arange(2 * SAMPLE_RATE) / SAMPLE_RATE)).astype(np.float32)


@pytest.mark.parametrize("tempo", [0.8, 1.25])
def test_the_tempo_changes_and_the_pitch_stays(tempo: float) -> None:
    changed = stretch(TONE, tempo)
    loudest = np.abs(np.fft.rfft(changed)).argmax() * SAMPLE_RATE / changed.size

    assert changed.size / SAMPLE_RATE == pytest.approx(2.0 / tempo, abs=0.03)
    assert loudest == pytest.approx(440, abs=2)
    assert changed.dtype == np.float32


def test_a_copy_keeps_what_was_said() -> None:
    original = TestSet("personal", (Utterance(TONE, "a tone", "s1", "u1"),), role="personal", terms=("tone",))
    copied = tempo_copy(original, 1.25)

    assert (copied.name, copied.role, copied.terms) == ("personal, tempo 1.25", "robustness", ("tone",))
    assert (copied.utterances[0].text, copied.utterances[0].id) == ("a tone", "u1")
