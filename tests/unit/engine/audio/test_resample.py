import numpy as np
import pytest

from engine.audio.resample import StreamResampler


def tone(hertz: float, seconds: float, rate: int) -> np.ndarray:
    return np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate).astype(np.float32)


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_blocks_become_one_seamless_16_khz_signal(rate):
    resampler = StreamResampler(rate)
    source = tone(440, 2.0, rate)
    blocks = [resampler.process(source[at : at + 512]) for at in range(0, len(source), 512)]
    result = np.concatenate([*blocks, resampler.flush()])
    expected = tone(440, 2.0, 16_000)
    assert abs(len(result) - len(expected)) <= 1
    middle = slice(800, 31_000)  # the ends ring, as with any filter
    np.testing.assert_allclose(result[middle], expected[middle], atol=0.01)


def test_16_khz_passes_untouched():
    block = tone(440, 0.1, 16_000)
    assert StreamResampler(16_000).process(block) is block


def test_what_16_khz_cannot_hold_does_not_fold_back():
    resampler = StreamResampler(48_000)
    result = np.concatenate([resampler.process(tone(12_000, 1.0, 48_000)), resampler.flush()])
    assert np.abs(result[800:-800]).max() < 0.001
