import numpy as np
import pytest

from engine.speech.onset import onset

RATE = 16_000
SOURCE = np.random.default_rng(1)


def noise(seconds: float, level: float) -> np.ndarray:
    return (level * SOURCE.standard_normal(int(seconds * RATE))).astype(np.float32)


@pytest.mark.parametrize("background", [0.0, 1e-4, 0.02])
def test_the_sound_begins_where_it_rises_from_the_background(background):
    sound = noise(2.0, background)
    sound[int(0.7 * RATE) :] += noise(1.3, 0.2)
    assert onset(sound) == pytest.approx(0.7, abs=0.04)


@pytest.mark.parametrize("sound", [np.zeros(RATE, np.float32), noise(1.0, 0.1), noise(0.02, 0.1)])
def test_where_nothing_rises_it_begins_at_once(sound):
    assert onset(sound) == 0.0


def test_a_pause_later_on_changes_nothing():
    sound = np.concatenate([noise(0.5, 0.2), np.zeros(RATE, np.float32), noise(0.5, 0.2)])
    assert onset(sound) == 0.0
