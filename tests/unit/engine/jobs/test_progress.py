from __future__ import annotations

import json
from pathlib import Path

from engine.jobs.progress import MOST_POINTS, STAGES, RunProgress

RECORDED = Path(__file__).parents[3] / "data" / "training-events.jsonl"


def recorded() -> list[dict[str, object]]:
    return [json.loads(line) for line in RECORDED.read_text().splitlines()]


def test_a_recorded_run_is_followed_through_all_its_stages():
    progress, seen = RunProgress(), []
    for event in recorded():
        progress = progress.after(event)
        if progress.stage not in seen[-1:]:
            seen.append(progress.stage)
    assert [stage for stage in seen if stage] == list(STAGES)
    assert progress.stage_number == len(STAGES)
    assert progress.device == "cpu"
    assert [step for step, _ in progress.wers] == sorted({step for step, _ in progress.wers})
    assert len(progress.wers) >= 3
    assert progress.losses
    assert progress.checkpoint
    assert progress.memory_mb > 0


def test_the_time_left_is_the_trainers_or_reckoned_from_its_steps():
    told = {"event": "progress", "stage": "train", "step": 5, "total": 10, "eta_s": 42, "ts": 100.0}
    assert RunProgress().after(told).eta == 42
    progress = RunProgress()
    for step, when in ((10, 100.0), (20, 105.0)):
        progress = progress.after({"event": "progress", "stage": "baseline", "step": step, "total": 40, "ts": when})
    assert progress.eta == 10.0
    assert progress.share == 0.5
    assert progress.after({"event": "stage", "stage": "rehearsal"}).eta is None


def test_a_resumed_run_goes_over_its_curve_again_without_bending_it():
    progress = RunProgress()
    for step in (10, 20, 30, 20, 25):
        progress = progress.after({"event": "progress", "stage": "train", "step": step, "total": 99, "loss": step / 10})
    assert progress.losses == ((10, 1.0), (20, 2.0), (25, 2.5))


def test_what_is_no_event_of_ours_changes_nothing():
    progress = RunProgress(stage="train", step=3, total=9)
    for event in (
        {"event": "heartbeat"},
        {"event": "news", "step": 4},
        {"event": "progress", "stage": "train", "step": "four", "total": None},
        {"event": "progress", "stage": "train", "step": 4, "total": 0},
        {"event": "metric", "stage": "train", "step": 4, "wer": float("nan")},
        {"event": "metric", "stage": "train", "step": True, "wer": 0.1},
        {"event": "checkpoint"},
        {},
    ):
        assert progress.after(event) == progress


def test_notes_are_kept_and_a_long_curve_is_thinned():
    progress = RunProgress().after({"event": "fallback", "stage": "train", "what": "half the batch"})
    assert progress.notes == ("half the batch",)
    for step in range(2 * MOST_POINTS):
        progress = progress.after({"event": "metric", "stage": "train", "step": step, "wer": 0.5})
    assert len(progress.wers) <= MOST_POINTS
    assert progress.wers[-1][0] == 2 * MOST_POINTS - 1
