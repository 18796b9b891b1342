from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.speech.adaptive import Clip, calibrate

CLIPS = st.lists(
    st.builds(Clip, st.sampled_from([-3.0, -1.5, -0.7, -0.3, -0.1]), st.integers(0, 4), st.integers(0, 3)),
    min_size=1,
    max_size=12,
)


def mixed_errors(clips: list[Clip], threshold: float) -> int:
    return sum(clip.beam_errors if clip.greedy_score < threshold else clip.greedy_errors for clip in clips)


@given(CLIPS)
def test_the_threshold_keeps_the_accuracy_with_the_fewest_fallbacks(clips: list[Clip]) -> None:
    found = calibrate(clips)

    allowed = 1.01 * sum(clip.beam_errors for clip in clips)
    good = [t for t in sorted({clip.greedy_score for clip in clips}) if mixed_errors(clips, t) <= allowed]
    assert found.threshold == (good[0] if good else None)
    if found.threshold is not None:
        assert found.errors == mixed_errors(clips, found.threshold)
        below = sum(clip.greedy_score < found.threshold for clip in clips)
        assert found.fallback_rate == below / len(clips)


def test_weak_clips_that_beam_search_mends_are_searched() -> None:
    clips = [Clip(-2.0, 3, 0), Clip(-1.0, 1, 0), Clip(-0.2, 0, 0), Clip(-0.1, 1, 1)]

    found = calibrate(clips)

    assert found.threshold == -0.2
    assert found.fallback_rate == 0.5
    assert found.errors == found.beam_errors == 1


def test_there_is_nothing_to_calibrate_without_clips() -> None:
    with pytest.raises(ValueError, match="on clips"):
        calibrate([])
