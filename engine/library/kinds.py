"""What sort of correction a change is: misheard (trains the model), rewrite (never does), formatting (a setting)."""

from __future__ import annotations

import jellyfish

from engine.library.entities import Kind
from engine.library.spoken import same_when_spoken, spoken_words
from engine.text.diff import Span, align, regions

SOUNDS_ALIKE = 0.4  # share of the consonant sounds two readings of the same audio have in common
SLIGHT = 1  # sounds: "a", "the", an ending; nobody rewrites a sentence for these
FASTEST = 35.0  # characters a second; nobody speaks faster
DOUBTFUL = 0.65  # mean probability of the changed words
SLACK = 1.0  # seconds a span's times may be off by


def propose_kind(
    recognised: str, corrected: str, span_seconds: float | None = None, believed: float | None = None
) -> Kind:
    """What a change from `recognised` to `corrected` most likely is. It is a proposal: the user decides.

    `span_seconds` is the length of the audio in which the changed words were heard, `believed` their mean probability:
    what the recogniser does not believe itself was hardly what the user said and then changed.
    """
    if same_when_spoken(recognised, corrected):
        return "formatting"
    before, after = spoken_words(recognised), spoken_words(corrected)
    changes = regions(align(before, after))
    if span_seconds is not None and _cannot_fit(changes, after, span_seconds):
        return "rewrite"
    if believed is not None and believed < DOUBTFUL:
        return "misheard"
    longest = different = 0
    only_slight = True
    for change in changes:
        old = sounds(before[change.source_start : change.source_end])
        new = sounds(after[change.target_start : change.target_end])
        distance = _distance(old, new)
        longest += max(len(old), len(new))
        different += distance
        only_slight = only_slight and distance <= SLIGHT
    alike = 1.0 - different / longest if longest else 1.0
    return "misheard" if only_slight or alike >= SOUNDS_ALIKE else "rewrite"


def sounds(words: list[str]) -> str:
    """The consonant sounds of words run together (Metaphone, Philips 1990); the letters where it knows no sounds."""
    text = " ".join(words)
    return jellyfish.metaphone(text).replace(" ", "") or "".join(words)


def _distance(old: str, new: str) -> int:
    return jellyfish.levenshtein_distance(old, new)


def _cannot_fit(changes: tuple[Span, ...], after: list[str], span_seconds: float) -> bool:
    said = sum(len(" ".join(after[change.target_start : change.target_end])) for change in changes)
    return said > FASTEST * (span_seconds + SLACK)
