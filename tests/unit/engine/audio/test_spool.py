import errno
import os
import resource
import stat
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speech import noise

from engine.audio import spool as spool_module
from engine.audio.spool import (
    Span,
    SpoolBehind,
    SpoolFailed,
    SpoolReader,
    SpoolRecovered,
    SpoolWriter,
    find_interrupted,
    remove_spool,
)
from engine.errors import StorageError


def sound(samples: int, seed: int = 0) -> np.ndarray:
    """Noise that int16 holds exactly."""
    return np.random.default_rng(seed).integers(-30000, 30000, samples).astype(np.float32) / 32768


def feed(writer: SpoolWriter, audio: np.ndarray, start: int) -> None:
    for at in range(0, len(audio), 512):
        writer.audio(start + at, audio[at : at + 512])


def wait_until(condition, seconds: float = 5.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def test_a_finished_recording_is_read_back_with_its_gap(tmp_path):
    writer = SpoolWriter(tmp_path / "spool", {"session": "s1"}, start=1000)
    first, second = sound(20_000, 1), sound(5_000, 2)
    feed(writer, first, 1000)
    writer.gap(21_000, 3_000)
    feed(writer, second, 24_000)
    path = writer.finish()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with SpoolReader(path) as reader:
        assert reader.metadata["session"] == "s1"
        assert (reader.start, reader.stop, reader.finished) == (1000, 29_000, True)
        assert reader.gaps == [Span(21_000, 24_000)]
        assert (reader.losses, reader.damaged_bytes, reader.torn_bytes) == ([], 0, 0)
        audio = reader.read(0, 99_999)
        assert audio.missing == (Span(21_000, 24_000),)
        np.testing.assert_array_equal(audio.samples, np.concatenate([first, np.zeros(3000), second]))
        np.testing.assert_array_equal(reader.read(20_990, 24_010).samples[:10], first[-10:])


def test_positions_left_out_become_a_gap_and_repeated_ones_are_refused(tmp_path):
    writer = SpoolWriter(tmp_path, {})
    writer.audio(0, sound(512))
    writer.audio(1024, sound(512))
    with pytest.raises(ValueError, match="1536"):
        writer.audio(1000, sound(512))
    with SpoolReader(writer.finish()) as reader:
        assert reader.gaps == [Span(512, 1024)]


def test_beyond_full_scale_is_clipped_not_wrapped(tmp_path):
    writer = SpoolWriter(tmp_path, {})
    writer.audio(0, np.array([2.0, -2.0, 1.0, -1.0], dtype=np.float32))
    with SpoolReader(writer.finish()) as reader:
        np.testing.assert_allclose(reader.read(0, 4).samples, [1, -1, 1, -1], atol=1 / 32768)


def test_any_range_can_be_read_while_it_is_being_written(tmp_path):
    writer = SpoolWriter(tmp_path, {})
    audio = sound(64_000)
    for at in range(0, len(audio), 6400):
        feed(writer, audio[at : at + 6400], at)
        read = writer.read(max(0, at - 10_000), at + 6400)
        np.testing.assert_array_equal(read.samples, audio[max(0, at - 10_000) : at + 6400])
        assert read.missing == ()
        time.sleep(0.03)  # lets the writer's thread move some of it to the file
    writer.discard()
    assert list(tmp_path.iterdir()) == []


def test_only_recordings_nobody_is_writing_are_interrupted(tmp_path):
    left = SpoolWriter(tmp_path, {"app": "editor"})
    feed(left, sound(8000), 0)
    left.finish()
    busy = SpoolWriter(tmp_path, {})
    wait_until(busy.path.exists)
    (found,) = find_interrupted(tmp_path)
    assert (found.path, found.metadata["app"], found.seconds) == (left.path, "editor", 0.5)
    busy.discard()
    remove_spool(found.path)
    assert find_interrupted(tmp_path) == []
    assert find_interrupted(tmp_path / "never made") == []


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    """A spool of 30 small records with a gap, and the truth."""
    writer = SpoolWriter(tmp_path_factory.mktemp("spool"), {"session": "s"})
    truth, position = np.full(30 * 64, np.nan, dtype=np.float32), 0
    for index in range(30):
        if index == 12:
            writer.gap(position, 64)
        else:
            truth[position : position + 64] = sound(64, index)
            writer.audio(position, truth[position : position + 64])
        position += 64
        if index % 3 == 0:
            wait_until(lambda: not writer._unwritten)
    path = writer.finish()
    return path.read_bytes(), truth


def check_against(truth: np.ndarray, damaged: bytes, path: Path) -> None:
    path.write_bytes(damaged)
    with SpoolReader(path) as reader:
        audio = reader.read(reader.start, reader.stop)
        present = np.ones(len(audio.samples), dtype=bool)
        for span in audio.missing:
            present[span.start - audio.start : span.stop - audio.start] = False
        expected = truth[audio.start : audio.start + len(audio.samples)]
        np.testing.assert_array_equal(audio.samples[present], expected[present])
        whole = len(audio.samples) == len(truth) and not reader.losses
        assert whole or not reader.finished or reader.losses or reader.damaged_bytes or reader.torn_bytes


@given(data=st.data())
@settings(deadline=None)
def test_a_truncated_recording_is_a_prefix_of_the_truth(data, recording, tmp_path_factory):
    whole, truth = recording
    length = data.draw(st.integers(0, len(whole)))
    path = tmp_path_factory.getbasetemp() / "cut.spool"
    check_against(truth, whole[:length], path)
    with SpoolReader(path) as reader:
        assert reader.losses == []
        assert reader.torn_bytes < length + 1
        assert reader.finished == (length == len(whole))


@given(data=st.data())
@settings(deadline=None)
def test_damage_is_never_taken_for_speech(data, recording, tmp_path_factory):
    whole, truth = recording
    damaged = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=5)):
        damaged[at] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.integers(0, 200))
    at = data.draw(st.integers(0, len(whole)))
    del damaged[at : at + cut]  # a hole: a page that never reached the disk
    check_against(truth, bytes(damaged), tmp_path_factory.getbasetemp() / "damaged.spool")


def test_one_damaged_byte_costs_one_record(recording, tmp_path):
    whole, truth = recording
    damaged = bytearray(whole)
    damaged[len(whole) // 2] ^= 1
    path = tmp_path / "flip.spool"
    path.write_bytes(damaged)
    with SpoolReader(path) as reader:
        assert reader.stop == len(truth)
        assert reader.finished
        assert 0 < sum(span.stop - span.start for span in reader.losses) <= 3 * 64


CHILD = """
    import sys, time
    import numpy as np
    from pathlib import Path
    from engine.audio.spool import SpoolWriter
    writer = SpoolWriter(Path(sys.argv[1]), {"session": "killed"})
    began, position = time.monotonic(), 0
    while True:
        time.sleep(max(0.0, began + (position + 512) / 16000 - time.monotonic()))
        writer.audio(position, (np.arange(position, position + 512) % 20000 / 32768).astype(np.float32))
        position += 512
        print(position, writer.saved, flush=True)
"""


def test_a_killed_program_loses_less_than_a_second(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    spoken = saved = 0
    while spoken < 2.3 * 16_000:
        spoken, saved = map(int, child.stdout.readline().split())
    child.kill()
    rest = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    spoken = int(rest[-2]) if len(rest) >= 2 else spoken
    assert spoken - saved < 16_000, "a power cut may cost a second at most"
    (found,) = find_interrupted(tmp_path)
    assert not found.finished
    assert found.metadata["session"] == "killed"
    with SpoolReader(found.path) as reader:
        assert spoken - reader.stop < 16_000
        audio = reader.read(0, reader.stop)
        assert audio.missing == ()
        np.testing.assert_array_equal(audio.samples * 32768, np.arange(reader.stop) % 20_000)


def limit_file_size(limit: int) -> None:
    """The kernel refuses to let any file of this process grow beyond `limit`, and tears the write that tries."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


@pytest.fixture
def small_disk(monkeypatch):
    monkeypatch.setattr(spool_module, "RETRY_SECONDS", 0.1)
    yield limit_file_size
    limit_file_size(resource.RLIM_INFINITY)


@pytest.fixture
def failing_sync(monkeypatch):
    """Makes fdatasync fail: no real disk can be had that does so on demand."""
    monkeypatch.setattr(spool_module, "RETRY_SECONDS", 0.1)
    failing = threading.Event()
    sync = os.fdatasync

    def fdatasync(file: int) -> None:
        if failing.is_set():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(file)

    monkeypatch.setattr(os, "fdatasync", fdatasync)
    return failing


def dictate_through_trouble(folder, events, begin, end) -> None:
    """Record, let trouble `begin` and `end`, and find everything as if there had been none."""
    writer = SpoolWriter(folder, {}, events.append)
    audio = sound(40_000)
    feed(writer, audio[:10_240], 0)
    wait_until(lambda: not writer._unwritten)
    begin(writer.path)
    feed(writer, audio[10_240:20_480], 10_240)
    wait_until(lambda: events)
    np.testing.assert_array_equal(writer.read(0, 20_480).samples, audio[:20_480])
    time.sleep(0.3)
    end()
    feed(writer, audio[20_480:], 20_480)
    wait_until(lambda: len(events) > 1)
    with SpoolReader(writer.finish()) as reader:
        read = reader.read(0, len(audio))
        assert (read.missing, reader.losses, reader.finished) == ((), [], True)
        np.testing.assert_array_equal(read.samples, audio)


def test_a_full_disk_costs_nothing_and_is_told_of(tmp_path, small_disk):
    events: list[object] = []
    dictate_through_trouble(
        tmp_path,
        events,
        begin=lambda path: small_disk(path.stat().st_size + 100),
        end=lambda: small_disk(resource.RLIM_INFINITY),
    )
    assert isinstance(events[0], SpoolFailed)
    assert "kept in memory" in events[0].error.remedy
    assert [type(event) for event in events[1:]] == [SpoolRecovered]


def test_a_failed_sync_is_not_repeated_but_everything_is_written_again(tmp_path, failing_sync):
    events: list[object] = []
    dictate_through_trouble(tmp_path, events, begin=lambda path: failing_sync.set(), end=failing_sync.clear)
    assert isinstance(events[0], SpoolFailed)
    assert isinstance(events[-1], SpoolRecovered)


def test_what_never_found_room_is_an_error_at_the_end_and_still_there(tmp_path, small_disk):
    small_disk(0)
    writer = SpoolWriter(tmp_path, {})
    audio = sound(3000)
    feed(writer, audio, 0)
    with pytest.raises(StorageError, match="File too large"):
        writer.finish()
    small_disk(resource.RLIM_INFINITY)  # before pytest writes of this test, maybe into a file itself
    np.testing.assert_array_equal(writer.read(0, 3000).samples, audio)
    writer.discard()


def test_a_disk_slower_than_speech_is_told_of_once(tmp_path, monkeypatch):
    events = []
    monkeypatch.setattr(spool_module, "WRITE_SECONDS", 60.0)  # a write that takes a minute
    writer = SpoolWriter(tmp_path, {}, events.append)
    feed(writer, noise(11), 0)
    assert [type(event) for event in events] == [SpoolBehind]
    with SpoolReader(writer.finish()) as reader:
        assert reader.stop == 11 * 16_000
