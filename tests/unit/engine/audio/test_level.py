import numpy as np
import pytest

from engine.audio.level import SILENCE_DBFS, LevelMeter, to_dbfs


def block(amplitude: float, count: int = 512) -> np.ndarray:
    return np.full(count, amplitude, dtype=np.float32)


def test_a_full_scale_sine_is_0_dbfs_peak_and_3_below_rms():
    sine = np.sin(2 * np.pi * np.arange(512) / 32).astype(np.float32)
    reading = LevelMeter().read(sine)
    assert reading.peak_dbfs == pytest.approx(0.0, abs=0.01)
    assert reading.rms_dbfs == pytest.approx(-3.01, abs=0.01)


def test_a_true_peak_is_not_clipping_and_a_flat_top_is():
    peak = block(0.2)
    peak[100] = 1.0
    flat = block(0.2)
    flat[100:103] = -1.0
    assert not LevelMeter().read(peak).clipping
    assert LevelMeter().read(flat).clipping


def test_a_flat_top_across_two_blocks_is_clipping():
    first, second = block(0.2), block(0.2)
    first[-2:] = 1.0
    second[:1] = 1.0
    meter = LevelMeter()
    assert not meter.read(first).clipping
    assert meter.read(second).clipping


def test_no_signal_is_said_once_after_the_given_time_and_again_after_sound():
    meter = LevelMeter(quiet_seconds=0.096)  # three blocks

    def said(amplitude: float, blocks: int) -> list[bool]:
        return [meter.read(block(amplitude)).no_signal for _ in range(blocks)]

    assert said(0.0, 5) == [False, False, True, False, False]
    assert said(0.1, 1) == [False]
    assert said(0.0001, 4) == [False, False, True, False]  # -80 dBFS: an unplugged input's noise


def test_a_quiet_room_is_a_signal():
    meter = LevelMeter(quiet_seconds=0.032)
    assert not meter.read(block(10 ** (-65 / 20))).no_signal


def test_silence_has_a_finite_level():
    assert to_dbfs(0.0) == SILENCE_DBFS
