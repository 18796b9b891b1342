import numpy as np
import pytest
import torch

from trainer.augment import add_noise, add_room, change_gain, coloured_noise, room_response, spec_augment

TONE = (0.1 * np.sin(2 * np.pi * 440 * np.arange(16_000) / 16_000)).astype(np.float32)


@pytest.mark.parametrize("snr", [20.0, 10.0, 0.0])
def test_noise_comes_in_at_the_ratio_asked_for(snr: float) -> None:
    noisy = add_noise(TONE, snr, "white", np.random.default_rng(1))

    measured = 10 * np.log10(np.mean(TONE**2) / np.mean((noisy - TONE) ** 2))
    assert measured == pytest.approx(snr, abs=0.2)


def test_brown_noise_is_darker_than_white() -> None:
    def share_above_2_khz(colour: str) -> float:
        power = np.abs(np.fft.rfft(coloured_noise(16_001, colour, np.random.default_rng(2)))) ** 2
        return float(power[2000:].sum() / power.sum())

    assert share_above_2_khz("brown") < 0.05 < 0.5 < share_above_2_khz("white")


def test_a_room_keeps_length_and_level() -> None:
    wet = add_room(TONE, room_response(0.4, 0.5, np.random.default_rng(3)))

    assert wet.shape == TONE.shape
    assert wet.dtype == np.float32
    assert np.sqrt(np.mean(wet**2)) == pytest.approx(np.sqrt(np.mean(TONE**2)), rel=0.02)
    assert not np.allclose(wet, TONE, atol=0.01)


def test_gain_clips_at_full_scale() -> None:
    assert np.abs(change_gain(TONE, 60.0)).max() == 1.0


def test_spec_augment_leaves_the_padding_alone() -> None:
    mel = torch.randn(1, 80, 300, generator=torch.Generator().manual_seed(0))
    before = mel.clone()

    spec_augment(mel, [200], np.random.default_rng(4))

    assert not torch.equal(mel[:, :, :200], before[:, :, :200])
    assert torch.equal(mel[:, :, 200:], before[:, :, 200:])
