"""From a job to a judged candidate. Read it downwards: each stage stands below the one it needs.

A stage that is finished leaves a marker and is not done again; training itself goes on from its checkpoint.
"""

from __future__ import annotations

import importlib.metadata
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.models.card import Card
from trainer import report
from trainer.gate import GatePolicy, Verdict, judge
from trainer.personal import agreement, candidate, measured, rehearsal
from trainer.personal.cache import key_of
from trainer.personal.device import Device
from trainer.personal.fitting import Fitting
from trainer.personal.inputs import Inputs
from trainer.personal.job import Job
from trainer.personal.manifest import Clip
from trainer.personal.recipe import Recipe
from trainer.personal.stages import Result, Stages
from trainer.processes import Processes
from trainer.progress import Progress
from trainer.testing import Evaluation, build_sets, evaluate, general_speech
from trainer.testsets import TestSet

GOLDEN_CLIPS = 6  # development clips on which both runtimes must agree


@dataclass(frozen=True)
class Run:
    """A job and all that its stages need."""

    job: Job
    inputs: Inputs
    recipe: Recipe
    device: Device
    processes: Processes
    progress: Progress
    stages: Stages


def personalize(run: Run) -> Verdict:
    """All stages of the first process. The candidate lies in JOB/model, accepted or not.

    Raises:
        AttuneError: see `outcome`; whatever was finished is kept.
    """
    began = time.monotonic()
    sets = _sets(run)
    asked = key_of(*((one.name, [utterance.id for utterance in one.utterances]) for one in sets))
    baseline = run.stages.run("baseline", lambda: _evaluate(run, "baseline", run.job.base_model, sets), asked)
    labelled = run.stages.run("rehearsal", lambda: _label_rehearsal(run))
    run.processes.wait()  # the others train too, and need the labels
    fitting = Fitting(run.job, run.inputs, run.recipe, run.device, run.processes, run.progress, run.stages.stop)
    replay = rehearsal_of(run.inputs, labelled)
    trained = run.stages.run("train", lambda: fitting.train(replay))
    chosen = run.stages.run("alpha", lambda: fitting.choose_alpha(replay))
    merged = run.stages.run("merge", lambda: _merge(run, chosen["alpha"]))
    built = run.stages.run("convert", lambda: _convert(run, Path(merged["folder"])))
    run.stages.run("agreement", lambda: _check_agreement(run, fitting))
    facts = run.stages.run("measure", lambda: _measure(run, Path(built["folder"]), chosen["alpha"], replay.kept_back))
    after = run.stages.run("evaluate", lambda: _evaluate(run, "evaluate", run.job.model, sets), asked)
    return _judge(run, baseline, after, [trained, chosen, facts], time.monotonic() - began)


def take_part(run: Run) -> None:
    """What every other process does: train along with the first."""
    run.processes.wait()
    labelled = run.stages.run("rehearsal", dict)
    fitting = Fitting(run.job, run.inputs, run.recipe, run.device, run.processes, run.progress, run.stages.stop)
    fitting.train(rehearsal_of(run.inputs, labelled))


def rehearsal_of(inputs: Inputs, labelled: Result) -> rehearsal.Rehearsal:
    """The rehearsal clips with the base's texts."""
    return rehearsal.split(inputs.rehearsal.clips, labelled["texts"])


def _sets(run: Run) -> tuple[TestSet, ...]:
    return build_sets(
        run.inputs.test.clips,
        run.inputs.general.clips or general_speech(),
        gold=run.inputs.gold.clips,
        terms=run.job.spec.terms,
        seed=run.job.spec.seed,
    )


def _evaluate(run: Run, stage: str, folder: Path, sets: tuple[TestSet, ...]) -> Result:
    total, done = sum(len(one.utterances) for one in sets), iter(range(1, 1 << 30))
    tell = _seldom(run, stage, total)
    return evaluate(folder, sets, on_utterance=lambda *_: tell(next(done))).as_json()


def _label_rehearsal(run: Run) -> Result:
    tell = _seldom(run, "rehearsal", len(rehearsal.to_label(run.inputs.rehearsal.clips)))
    kept = rehearsal.label(run.inputs.rehearsal.clips, run.job.base_model, lambda done, _: tell(done))
    return {"texts": {clip.id: clip.text for clip in kept}, "offered": len(run.inputs.rehearsal.clips)}


def _merge(run: Run, alpha: float) -> Result:
    return {"folder": str(candidate.merge(run.job, alpha))}


def _convert(run: Run, merged: Path) -> Result:
    return {"folder": str(candidate.build(run.job, merged))}


def _check_agreement(run: Run, fitting: Fitting) -> Result:
    clips = [fitting.to_read(clip) for clip in run.inputs.dev.clips[:GOLDEN_CLIPS]]
    found = agreement.compare(run.job.state / candidate.MERGED, run.inputs.tokens, clips)
    agreement.check(found)
    run.progress.event("metric", stage="agreement", **asdict(found), share=round(found.share, 4))
    return asdict(found)


def _measure(run: Run, built: Path, alpha: float, others: Sequence[Clip]) -> Result:
    """Context, beam threshold, what int8 costs; then the card, and the candidate is in its place."""
    development = measured.development_set(run.inputs.dev.clips)
    context, floors = measured.measure_context(built, development)
    for floor in floors:
        run.progress.event("metric", stage="measure", set="development", context=floor["seconds"], wer=floor["value"])
    run.stages.check_stopped()
    before = Card.load(run.job.base_model).adaptive.beam_threshold
    threshold = measured.search_threshold(built, context, run.inputs.dev.clips, others, before)
    run.stages.check_stopped()
    gap = measured.quantization_gap(run.job.state / candidate.MERGED, built, context, development)
    run.progress.event("metric", stage="measure", set="development", quantization=gap)
    on_gpu = measured.gpu_rates(built, context, development)
    if on_gpu:
        run.progress.event("metric", stage="measure", set="development", gpu=on_gpu)
    learnt = candidate.Learnt(run.recipe, alpha, run.inputs.minutes, len(run.inputs.train.clips), run.inputs.hash)
    facts = candidate.Facts(context, threshold, measured.gpu_type(on_gpu))
    candidate.describe(run.job, built, learnt, facts)
    if context.min_seconds >= 30 and run.recipe.acft_weight > 0:
        run.progress.event("warning", what="The personal model did not learn to bear short audio; it is no faster.")
    return {"context": asdict(context), "floors": floors, "quantization": {**gap, **on_gpu}}


def _judge(run: Run, baseline: Result, after: Result, facts: list[Result], seconds: float) -> Verdict:
    trained, chosen, measures = facts
    before, now = Evaluation.from_json(baseline), Evaluation.from_json(after)
    verdict = judge(before, now, GatePolicy(looks=run.job.spec.looks + 1))
    run.progress.event("gate", accepted=verdict.accepted, outcome=verdict.outcome, reasons=list(verdict.reasons))
    candidate.note_verdict(run.job, {"outcome": verdict.outcome, "reasons": list(verdict.reasons)})
    path = report.write(
        run.job.folder,
        before,
        now,
        verdict,
        _curves(trained, chosen, measures),
        training=_training(run, trained, measures["quantization"], seconds),
        recordings={clip.id: clip.audio for clip in (*run.inputs.test.clips, *run.inputs.gold.clips)},
    )
    run.progress.event("artifact", model=str(run.job.model), adapter=str(run.job.adapter), report=str(path))
    return verdict


def _curves(trained: Result, chosen: Result, measures: Result) -> report.Curves:
    wers = dict(trained["wers"])
    learning = [report.LearningPoint(int(row[0]), row[1], wers.get(row[0])) for row in trained["losses"]]
    points = [
        report.AlphaPoint(one["alpha"], one["wer"], one["forgotten"], one["alpha"] == chosen["alpha"])
        for one in chosen["points"]
    ]
    context = [report.ContextPoint(one["seconds"], one["value"]) for one in measures["floors"]]
    return report.Curves(tuple(learning), tuple(points), tuple(context))


def _training(run: Run, trained: Result, wer_by_type: Result, seconds: float) -> report.Training:
    return report.Training(
        trained=trained["trained"],
        parameters=trained["parameters"],
        change_norm=trained["change_norm"],
        weight_norm=trained["weight_norm"],
        seconds=seconds,
        versions={name: importlib.metadata.version(name) for name in candidate.LIBRARIES},
        recipe=run.recipe.as_json(),
        data={
            "minutes": round(run.inputs.minutes, 2),
            "utterances": len(run.inputs.train.clips),
            "device": run.device.kind,
            "precision": run.device.precision,
        },
        wer_by_type=wer_by_type,
    )


def _seldom(run: Run, stage: str, total: int) -> Callable[[int], None]:
    """Tell how far a stage is, at most twice a second; a wish to stop is heard each time."""
    last = 0.0

    def tell(done: int) -> None:
        nonlocal last
        run.stages.check_stopped()
        if time.monotonic() - last > 0.5 or done == total:
            last = time.monotonic()
            run.stages.tell(stage, done, total)

    return tell
