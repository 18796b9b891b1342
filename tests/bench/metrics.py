"""Figures of live dictation, from one event log: what was on the screen when, against what was said when.

A log is a list of events ``{"t", "audio_t", "event", "committed", "tentative"}`` as `attune dictate --json` prints
them: `t` in seconds since the first sample was fed at 1x, `audio_t` the seconds of audio fed by then. After an
event "final" its text stays, and the next events are those of the next utterance. Words are compared without case
and punctuation. The reference is the list of words with the times at which they were said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

import jiwer
import numpy as np

from engine.records import Word
from engine.speech.agreement import normalise

Event = Mapping[str, Any]


@dataclass(frozen=True)
class Display:
    """What was on the screen from `t` on, in normalised words; the committed ones come first."""

    t: float
    audio_t: float
    committed: tuple[str, ...]
    shown: tuple[str, ...]
    final: bool


@dataclass(frozen=True)
class WordLag:
    """Seconds from the end of a reference word until it was first shown, shown for good and committed.

    None where that never happened.
    """

    word: str
    first_shown: float | None
    stable: float | None
    committed: float | None


@dataclass(frozen=True)
class LagSummary:
    """Median and 95th percentile of the lags in seconds, and the share of words that have none."""

    p50: float | None
    p95: float | None
    never: float


def displays(events: Iterable[Event]) -> list[Display]:
    """What was on the screen after each event that carries text."""
    screens: list[Display] = []
    finished: tuple[str, ...] = ()
    for event in events:
        if event["event"] not in ("partial", "final"):
            continue
        final = event["event"] == "final"
        committed = (*finished, *words_of(event["committed"]))
        shown = (*committed, *words_of(event["tentative"]))
        screens.append(Display(event["t"], event["audio_t"], shown if final else committed, shown, final))
        if final:
            finished = shown
    return screens


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` as they are compared."""
    return tuple(normalise(word) for word in text.split())


def final_text(events: Iterable[Event]) -> str:
    """The normalised text that was on the screen at the end."""
    screens = displays(events)
    return " ".join(screens[-1].shown) if screens else ""


def committed_text(events: Iterable[Event]) -> str:
    """The normalised text that was committed before the finals, with what earlier finals added."""
    partials = [screen for screen in displays(events) if not screen.final]
    return " ".join(partials[-1].committed) if partials else ""


def first_partial(events: Iterable[Event], reference: Sequence[Word]) -> float | None:
    """Seconds from the onset of the first word until any text was shown; None if none was."""
    shown_at = next((screen.t for screen in displays(events) if screen.shown), None)
    return None if shown_at is None else shown_at - reference[0].start


def word_lags(events: Iterable[Event], reference: Sequence[Word]) -> list[WordLag]:
    """When each word of `reference` was seen.

    A word is shown where the alignment of least edit distance, with what had begun to be said by then, puts it on
    an equal word.
    """
    wanted = [normalise(word.text) for word in reference]
    first: dict[int, float] = {}
    stable: dict[int, float] = {}
    committed: dict[int, float] = {}
    for screen in displays(events):
        said = wanted[: sum(word.start < screen.audio_t for word in reference)]
        seen = _matches(said, screen.shown)
        stable = {index: stable.get(index, screen.t) for index in seen}
        for index, position in seen.items():
            first.setdefault(index, screen.t)
            if position < len(screen.committed):
                committed.setdefault(index, screen.t)

    def lag(times: dict[int, float], index: int) -> float | None:
        return times[index] - reference[index].end if index in times else None

    return [
        WordLag(word.text, lag(first, index), lag(stable, index), lag(committed, index))
        for index, word in enumerate(reference)
    ]


def summarise(lags: Sequence[float | None]) -> LagSummary:
    """Percentiles over the words that were seen, and the share of those that never were."""
    known = [lag for lag in lags if lag is not None]
    never = 1 - len(known) / len(lags) if lags else 0.0
    if not known:
        return LagSummary(None, None, never)
    p50, p95 = np.percentile(known, [50, 95])
    return LagSummary(float(p50), float(p95), never)


def normalised_erasure(events: Iterable[Event]) -> float:
    """Words that were taken off the screen, per word of the final text (Arivazhagan et al. 2020, 1912.03393)."""
    screens = displays(events)
    return _erased([screen.shown for screen in screens]) / max(1, len(screens[-1].shown)) if screens else 0.0


def committed_erasure(events: Iterable[Event]) -> int:
    """Committed words that were taken back. Anything but 0 is a defect."""
    return _erased([screen.committed for screen in displays(events)])


def finalisation(events: Iterable[Event], reference: Sequence[Word]) -> list[float]:
    """Seconds from the end of the last word of each utterance to its final text, the set silence included.

    A final's last word is the last one said by then; a final that no new word precedes is left out.
    """
    delays: list[float] = []
    counted = 0
    for screen in displays(events):
        said = sum(word.end <= screen.audio_t for word in reference)
        if screen.final and said > counted:
            delays.append(screen.t - reference[said - 1].end)
            counted = said
    return delays


def word_error_rate(reference: Sequence[Word], text: str) -> float:
    """WER of `text`, both sides normalised."""
    return float(jiwer.wer(_joined(reference), " ".join(words_of(text))))


def head_deletions(reference: Sequence[Word], text: str, count: int = 2) -> int:
    """How many of the first `count` words are missing from `text`."""
    return sum(index < count for index in _deleted(reference, text))


def tail_deletions(reference: Sequence[Word], text: str, count: int = 3) -> int:
    """How many of the last `count` words are missing from `text`."""
    return sum(index >= len(reference) - count for index in _deleted(reference, text))


def words_per_minute_of_silence(events: Iterable[Event], seconds: float) -> float:
    """Words that appeared on the screen, also those taken off again, per minute of `seconds` without speech."""
    screens = [screen.shown for screen in displays(events)]
    appeared = _erased(screens[::-1]) + (len(screens[0]) if screens else 0)
    return 60 * appeared / seconds


def _matches(reference: Sequence[str], shown: Sequence[str]) -> dict[int, int]:
    """Positions in `shown` by the index of the reference word they equal."""
    if not reference or not shown:
        return {}
    chunks = jiwer.process_words(" ".join(reference), " ".join(shown)).alignments[0]
    return {
        chunk.ref_start_idx + step: chunk.hyp_start_idx + step
        for chunk in chunks
        if chunk.type == "equal"
        for step in range(chunk.ref_end_idx - chunk.ref_start_idx)
    }


def _deleted(reference: Sequence[Word], text: str) -> list[int]:
    """Indices of the reference words that `text` has nothing in place of."""
    words = words_of(text)
    if not words:
        return list(range(len(reference)))
    chunks = jiwer.process_words(_joined(reference), " ".join(words)).alignments[0]
    return [
        index for chunk in chunks if chunk.type == "delete" for index in range(chunk.ref_start_idx, chunk.ref_end_idx)
    ]


def _erased(texts: Sequence[tuple[str, ...]]) -> int:
    """How many words of each text do not begin the next one, in all."""
    return sum(len(old) - _common(old, new) for old, new in pairwise(texts))


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _joined(reference: Sequence[Word]) -> str:
    return " ".join(normalise(word.text) for word in reference)
