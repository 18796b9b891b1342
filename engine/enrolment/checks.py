"""Whether a recording of a read sentence may count, and what to do where it may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, TypeAlias

import numpy as np

from engine.audio.level import FULL_SCALE, to_dbfs
from engine.audio.ring import Samples
from engine.learning.textwords import keys_in
from engine.records import SAMPLE_RATE
from engine.text.diff import align

FRAME = SAMPLE_RATE // 50  # 20 ms
Fault: TypeAlias = Literal["", "quiet", "overdriven", "noisy", "short", "long", "text", "swapped"]

QUIETEST_DBFS = -45.0  # of the speech
NOISIEST_DB = 12.0  # speech over noise
MOST_CLIPPED = 0.0005  # share of samples at full scale
SLOWEST, FASTEST = 4.0, 30.0  # characters a second of speech
WORST_MATCH = 0.5  # share of the words that were recognised, where the model usually understands the voice
UNDERSTOOD = 0.75  # median match from which it does
FEWEST_HEARD = 5  # recordings before that is known
SURE = 0.7  # mean probability of the words from which a model believes what it heard, whoever spoke
WORST_SURE_MATCH = 0.25  # share of the words that it finds then; of 180 true texts of unknown voices none had less
SWAPPED = 0.4  # how much better another text matches that was read instead


@dataclass(frozen=True)
class Check:
    """What was found in a recording. `problem`, `remedy` and `fault`, its sort, are empty where it may count.

    Levels in dB below full scale, `match` is the share of the text's words that were recognised, None where no model
    listened.
    """

    seconds: float
    speech_dbfs: float
    noise_dbfs: float
    clipped: float
    match: float | None = None
    problem: str = ""
    remedy: str = ""
    fault: Fault = ""

    @property
    def counts(self) -> bool:
        """Whether the recording may train."""
        return not self.problem


def check(
    samples: Samples,
    text: str,
    recognised: str | None = None,
    matches: Sequence[float] = (),
    certainty: float = 0.0,
) -> Check:
    """Examine a recording of `text`, float32 mono at 16 kHz.

    Args:
        recognised: what a model hears in it, where one listened.
        matches: those of the voice's other recordings. A model that does not understand the voice yet is no judge,
            unless it is sure of something else.
        certainty: the mean probability of the words it hears.
    """
    frames = _frame_levels(samples)
    speech = float(np.percentile(frames, 90)) if frames.size else -120.0
    noise = float(np.percentile(frames, 5)) if frames.size else -120.0
    clipped = float(np.mean(np.abs(samples) >= FULL_SCALE)) if samples.size else 0.0
    match = None if recognised is None else matching(text, recognised)
    spoken = float(np.count_nonzero(frames > (speech + noise) / 2)) * FRAME / SAMPLE_RATE
    fault, problem, remedy = _problem(text, samples, (speech, noise), clipped, spoken)
    if not problem and match is not None and match < _worst_match(matches, certainty):
        problem = f"not what stands there (only {match:.0%} of the words were found)"
        fault, remedy = "text", "Read it again, word for word."
    return Check(samples.size / SAMPLE_RATE, round(speech, 1), round(noise, 1), clipped, match, problem, remedy, fault)


def noise_level(samples: Samples) -> float:
    """How loud it is where nobody speaks, in dB below full scale: the level that nine tenths of the time stay below."""
    frames = _frame_levels(samples)
    return float(np.percentile(frames, 90)) if frames.size else -120.0


def read_instead(recognised: str, text: str, others: Sequence[str]) -> str | None:
    """The text that was read instead of `text`, if one fits what was recognised far better."""
    own = matching(text, recognised)
    best = max(others, key=lambda other: matching(other, recognised), default=None)
    if best is None or best == text or matching(best, recognised) < max(own + SWAPPED, WORST_MATCH):
        return None
    return best


def matching(text: str, recognised: str) -> float:
    """Share of the words of `text` that stand in `recognised`, in order."""
    wanted = keys_in(text)
    spans = align(wanted, keys_in(recognised))
    equal = sum(span.source_end - span.source_start for span in spans if span.operation == "equal")
    return equal / len(wanted) if wanted else 1.0


def _worst_match(matches: Sequence[float], certainty: float) -> float:
    """The least share of the words that a model has to find; 0 where it is no judge."""
    if len(matches) >= FEWEST_HEARD and median(matches) >= UNDERSTOOD:
        return WORST_MATCH
    return WORST_SURE_MATCH if certainty >= SURE else 0.0


def _problem(
    text: str,
    samples: Samples,
    levels: tuple[float, float],
    clipped: float,
    spoken: float,
) -> tuple[Fault, str, str]:
    speech, noise = levels
    again = "Read it again"
    if speech < QUIETEST_DBFS:
        return "quiet", f"too quiet ({speech:.0f} dB)", f"{again}, closer to the microphone or with more gain."
    if clipped > MOST_CLIPPED:
        return "overdriven", f"overdriven ({clipped:.1%} of the samples are clipped)", f"{again} with less gain."
    if speech - noise < NOISIEST_DB and noise > QUIETEST_DBFS - NOISIEST_DB:
        return "noisy", f"too noisy (speech is {speech - noise:.0f} dB over the noise)", f"{again} where it is quieter."
    seconds = samples.size / SAMPLE_RATE
    if len(text) / max(seconds, 0.01) > FASTEST:
        return (
            "short",
            f"too short for the text ({seconds:.1f} s)",
            f"{again} to the end; the last words may be missing.",
        )
    if len(text) / max(spoken, 0.01) < SLOWEST and len(text) / max(seconds, 0.01) < SLOWEST:
        return "long", f"too long for the text ({seconds:.1f} s)", f"{again} without long pauses or other words."
    return "", "", ""


def _frame_levels(samples: Samples) -> np.ndarray:
    """Root mean square of each 20 ms, in dB below full scale."""
    whole = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME).astype(np.float64)
    return np.array([to_dbfs(float(one)) for one in np.sqrt(np.mean(whole**2, axis=1))])
