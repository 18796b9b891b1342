"""What only the finished int8 model can tell: how short a context it bears, when greedy decoding suffices."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from engine.models.card import Context
from engine.speech.cuda import choose_placement
from engine.speech.options import RecogniserOptions
from engine.speech.whisper import Recogniser
from trainer.convert import convert
from trainer.evaluate import beam_threshold, choose_context, context_floors, measure
from trainer.personal.manifest import Clip
from trainer.testsets import TestSet, Utterance

MOST_CLIPS = 60  # each is read at seven context floors; of two dozen a few words' luck chose 30 s (LOG.md)
MOST_SEARCHED = 300  # each is read greedily and with a beam
GPU_TYPES = ("int8_float16", "float16")  # the one that needs less memory first
GPU_LOSS = 0.005  # of WER that it may cost


def development_set(clips: Sequence[Clip], most: int = MOST_CLIPS) -> TestSet:
    """The development clips, or an even part of them, as a test set."""
    step = max(1, -(-len(clips) // most))
    chosen = [Utterance(clip.samples(), clip.text, clip.session) for clip in clips[::step]]
    return TestSet("development", tuple(chosen))


def measure_context(folder: Path, development: TestSet) -> tuple[Context, list[dict[str, Any]]]:
    """The shortest audio context the model bears, and the word error rate at each floor."""
    floors = context_floors(folder, development)
    return choose_context(floors), [{"seconds": floor.seconds, **asdict(floor.wer)} for floor in floors]


def search_threshold(
    folder: Path, context: Context, own: Sequence[Clip], others: Sequence[Clip], base: float | None
) -> float | None:
    """From which score on greedy decoding suffices: for the user and for others, and no lower than the base's.

    Measured on two dozen recordings of the user alone, it let more pass unsearched than other voices bear. Measured on
    others too it still did: a tenth of a point of their word errors came of it (LOG.md).
    """
    found = beam_threshold(folder, context, development_set((*own, *others), MOST_SEARCHED))
    return found if found is None or base is None else max(found, base)


def quantization_gap(merged: Path, built: Path, context: Context, development: TestSet) -> dict[str, float]:
    """Word error rates of float32 and of int8 on the development set, both by the live recogniser."""
    full = built.with_name("float32.part")
    options = RecogniserOptions(device="cpu", language="en", context=context)
    try:
        convert(merged, full, quantization="float32")
        exact = Recogniser.load(full, replace(options, compute_type="float32"))
        rates = {"float32": exact, "int8": Recogniser.load(built, options)}
        return {name: _wer(recogniser, development) for name, recogniser in rates.items()}
    finally:
        shutil.rmtree(full, ignore_errors=True)


def gpu_rates(built: Path, context: Context, development: TestSet) -> dict[str, float]:
    """Word error rates on this machine's GPU by compute type; none where CTranslate2 cannot use one."""
    if choose_placement("cuda", "auto").device != "cuda":
        return {}
    options = RecogniserOptions(device="cuda", language="en", context=context)
    loaded = (Recogniser.load(built, replace(options, compute_type=name)) for name in GPU_TYPES)
    # One that did not fit has gone to the processor, which says nothing of the GPU.
    return {one.placement.compute_type: _wer(one, development) for one in loaded if one.placement.device == "cuda"}


def gpu_type(rates: Mapping[str, float]) -> str | None:
    """int8_float16 where it reads as well as float16; None where nothing was measured."""
    if not rates:
        return None
    bound = min(rates.values()) + GPU_LOSS
    return next(name for name, rate in rates.items() if rate <= bound)


def _wer(recogniser: Recogniser, development: TestSet) -> float:
    estimate = measure(recogniser, development, adaptive=False).wer
    assert estimate is not None
    return round(estimate.value, 5)
