from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech import noise, silence, speech

from engine.models.card import Context
from engine.records import SAMPLE_RATE
from engine.speech import packing
from engine.speech.packing import Window, fill_seconds, longest_seconds, pack, speech_windows

LONGEST = 28 * SAMPLE_RATE
SPANS = st.lists(st.tuples(st.integers(0, 5 * SAMPLE_RATE), st.integers(1, 90 * SAMPLE_RATE)), max_size=12)


def lay_out(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pauses and lengths to spans."""
    spans, position = [], 0
    for pause, length in parts:
        spans.append((position + pause, position + pause + length))
        position += pause + length
    return spans


def whole(groups: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """What the groups span."""
    return [(group[0][0], group[-1][1]) for group in groups]


@given(SPANS, st.integers(0, LONGEST), st.sampled_from([LONGEST, 10 * SAMPLE_RATE]))
def test_every_sample_of_speech_is_in_exactly_one_window_of_bounded_length(
    parts: list[tuple[int, int]], fill: int, longest: int
) -> None:
    speech_spans = lay_out(parts)
    samples = np.zeros(speech_spans[-1][1] if speech_spans else 0, np.float32)

    windows = whole(pack(speech_spans, samples, fill, longest))

    assert all(0 < end - start <= longest for start, end in windows)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(windows))
    for start, end in speech_spans:
        covered = sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in windows)
        assert covered == end - start


def test_neighbours_share_a_window_and_long_pauses_are_left_out() -> None:
    second = SAMPLE_RATE
    spans = [(0, 5 * second), (6 * second, 10 * second), (20 * second, 25 * second)]

    assert whole(pack(spans, np.zeros(25 * second, np.float32), LONGEST, LONGEST)) == [
        (0, 10 * second),
        (20 * second, 25 * second),
    ]


def test_a_model_that_bears_short_audio_gets_short_windows_and_any_other_gets_full_ones() -> None:
    assert fill_seconds(Context()) == 28.0
    assert fill_seconds(Context(min_seconds=30.0, pad_seconds=0.0)) == 28.0
    assert fill_seconds(Context(min_seconds=5.0, pad_seconds=1.0)) == 4.0
    assert fill_seconds(Context(min_seconds=1.0, pad_seconds=1.0)) == 0.0
    assert [longest_seconds(Context(floor, 1.0)) for floor in (1.0, 20.0, 30.0)] == [10.0, 19.0, 28.0]
    second = SAMPLE_RATE
    spans = [(0, second), (2 * second, 3 * second), (4 * second, 11 * second)]
    samples = np.zeros(11 * second, np.float32)
    assert whole(pack(spans, samples, fill=4 * second, longest=LONGEST)) == [(0, 3 * second), (4 * second, 11 * second)]


def test_two_minutes_without_a_pause_are_cut_where_it_is_quietest() -> None:
    samples = noise(120.0).copy()
    quiet = [int(t * SAMPLE_RATE) for t in (25.5, 48.0, 70.0, 96.0)]
    for middle in quiet:
        samples[middle - 800 : middle + 800] *= 0.01

    windows = whole(pack([(0, samples.size)], samples, LONGEST, LONGEST))

    assert [start for start, _ in windows[1:]] == pytest.approx(quiet, abs=800)


def test_samples_handed_on_are_those_of_the_recording_whatever_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    # Speech is told from silence by loudness here, so that the seams and not the detector are looked at.
    def loud(samples: np.ndarray) -> list[tuple[int, int]]:
        edges = np.flatnonzero(np.diff(np.concatenate([[0], np.abs(samples) > 0, [0]])))
        return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    monkeypatch.setattr(packing, "find_speech", loud)
    parts = [silence(2.0), np.abs(noise(7.0)), silence(1.0), np.abs(noise(40.0)), silence(5.0), np.abs(noise(1.0))]
    recording = np.concatenate(parts) + np.concatenate([(part != 0) * np.float32(0.01) for part in parts])

    for size in (0.7, 5.0, 13.0, 100.0):
        count = int(size * SAMPLE_RATE)
        blocks = [recording[at : at + count] for at in range(0, recording.size, count)]
        rebuilt = np.zeros_like(recording)
        for window in speech_windows(blocks):
            start = round(window.start * SAMPLE_RATE)
            assert not rebuilt[start : start + window.samples.size].any()
            rebuilt[start : start + window.samples.size] = window.samples
        np.testing.assert_array_equal(rebuilt, recording)


def test_the_detector_finds_sentences_between_silences_and_nothing_in_noise() -> None:
    first, second = speech("The train leaves at nine."), speech("Please close the door behind you.")
    recording = np.concatenate([silence(4.0), first, silence(6.0), second, silence(4.0)])

    windows = list(speech_windows([recording]))

    assert [round(window.start) for window in windows] == [4, round(10 + first.size / SAMPLE_RATE)]
    assert list(speech_windows([noise(10.0, 0.01), silence(5.0)])) == []
    assert list(speech_windows([])) == []


def test_a_window_is_halved_in_its_longest_pause_without_losing_speech() -> None:
    samples = noise(10.0)
    second = SAMPLE_RATE
    window = Window(100.0, samples, ((0, 2 * second), (3 * second, 4 * second), (6 * second, 10 * second)))

    halves = window.halves()

    assert halves is not None
    assert [(half.start, half.end, half.speech_seconds) for half in halves] == [
        (100.0, 104.0, 3.0),
        (106.0, 110.0, 4.0),
    ]
    np.testing.assert_array_equal(halves[1].samples, samples[6 * second :])
    assert halves[1].halves() is None
