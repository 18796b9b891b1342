import os
import stat

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from library_samples import sound

from engine.audio import flac
from engine.errors import AudioFileError


def test_what_is_read_is_what_was_written_to_16_bits(tmp_path):
    samples = sound(1.0)
    content = flac.write_flac(tmp_path / "a.flac", samples, "Grüße, “Anna”")

    read = flac.read_flac(tmp_path / "a.flac")
    assert read.dtype == np.float32
    np.testing.assert_allclose(read, samples, atol=1 / 32768)
    assert (tmp_path / "a.flac").read_bytes() == content
    assert flac.flac_info(tmp_path / "a.flac") == flac.FlacInfo(1.0, 16_000, 1, "Grüße, “Anna”")


@given(st.lists(st.integers(-32768, 32767), min_size=1, max_size=200))
def test_16_bit_samples_come_back_exactly(values):
    import io

    samples = (np.array(values, dtype=np.float32) / 32768).astype(np.float32)
    read, _ = soundfile.read(io.BytesIO(flac.encode_flac(samples)), dtype="int16")

    assert read.tolist() == values


def test_files_are_private_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        flac.write_flac(tmp_path / "a.flac", sound(0.5))
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.flac").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "samples", [np.zeros(0, np.float32), np.zeros((2, 2), np.float32), np.array([0.0, np.nan], np.float32)]
)
def test_samples_that_are_no_sound_are_refused(tmp_path, samples):
    with pytest.raises(AudioFileError, match="empty or damaged"):
        flac.write_flac(tmp_path / "a.flac", samples)
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        flac.write_flac(tmp_path / "a.flac", sound(0.5))
    assert list(tmp_path.iterdir()) == []


def test_the_content_is_on_the_disk_before_the_name_appears(tmp_path, monkeypatch):
    seen = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda d: (seen.append((tmp_path / "a.flac").exists()), real(d)))

    flac.write_flac(tmp_path / "a.flac", sound(0.5))
    assert seen == [False, True]  # the file's content, then the folder's entry


def test_files_that_are_not_ours_are_refused(tmp_path):
    soundfile.write(tmp_path / "rate.flac", sound(0.5), 8000)
    soundfile.write(tmp_path / "wave.wav", sound(0.5), 16000)
    (tmp_path / "text.flac").write_text("no sound")

    for read, name in [
        (flac.read_flac, "rate.flac"),
        (flac.read_flac, "text.flac"),
        (flac.read_flac, "absent.flac"),
        (flac.flac_info, "wave.wav"),
        (flac.flac_info, "text.flac"),
    ]:
        with pytest.raises(AudioFileError):
            read(tmp_path / name)
