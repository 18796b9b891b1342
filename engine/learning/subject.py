"""An utterance as it is put right: its words with how sure they are and when they were said, its other readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.learning.alternatives import offers, whole_readings
from engine.learning.fast_layer import FastLayer
from engine.learning.queue import confidences
from engine.learning.textwords import words_in
from engine.library.entities import Utterance
from engine.library.library import Library
from engine.records import Word
from engine.text.correcting import ChooseCommand, WordsCommand, find_words, parse_correction
from engine.text.diff import align, regions
from engine.text.formatter import Formatter

NEWEST = 20  # utterances among which the last one that holds text is looked for

Times: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Subject:
    """An utterance to be put right.

    `confidence` and `heard` (what was recognised there, None where that is not known) have one entry for each word of
    its text, as `engine.learning.textwords.words_in` finds them; `readings` are the decoder's readings of all of it,
    best first.
    """

    utterance: Utterance
    confidence: tuple[float, ...]
    heard: tuple[Word | None, ...]
    readings: tuple[str, ...]
    layer: FastLayer

    def offers(self, text: str, stretch: tuple[int, int]) -> list[str]:
        """What the words `stretch` (first, end) of `text` may be, the likeliest first."""
        return offers(text, stretch, self.readings, self.layer)


def load_subject(library: Library, identifier: str, layer: FastLayer) -> Subject:
    """The utterance with this id.

    Raises:
        InputError: there is none.
    """
    details = library.utterances.details(identifier)
    text = details.utterance.text
    return Subject(
        details.utterance,
        tuple(confidences(text, details.words, layer.calibration)),
        tuple(heard_words(text, details.words)),
        tuple(dict.fromkeys(reading for reading in whole_readings(details) if reading)),
        layer,
    )


def last_said(library: Library) -> str | None:
    """The id of what was said last; what was only a command, such as "scratch that", is passed over."""
    said: Utterance | None = None
    for utterance in reversed(library.utterances.page(NEWEST)):
        if utterance.status != "read" and not _is_command(utterance, said):
            said = utterance
    return said.id if said else None


def _is_command(utterance: Utterance, before: Utterance | None) -> bool:
    formatted = Formatter(utterance.language).format(utterance.raw_text)
    if formatted.actions and not formatted.text.strip():
        return True
    match parse_correction(utterance.raw_text, utterance.language):
        case ChooseCommand():
            return True
        case WordsCommand(words=words):
            return before is not None and find_words(before.delivered_text, words) is not None
    return False


def heard_words(text: str, words: Sequence[Word]) -> list[Word | None]:
    """What was recognised for each word of `text`, from the recognised words, which may be others.

    A stretch that was recognised differently has all its recognised words as one; None where there are none.
    """
    keys = [word.key for word in words_in(text)]
    parts = [(found.key, word) for word in words for found in words_in(word.text)]
    heard: list[Word | None] = [None] * len(keys)
    spans = align([key for key, _ in parts], keys)
    for span in spans:
        if span.operation == "equal":
            heard[span.target_start : span.target_end] = [
                word for _, word in parts[span.source_start : span.source_end]
            ]
    for region in regions(spans):
        there = [word for _, word in parts[region.source_start : region.source_end]]
        if there:
            one = joined(there)
            heard[region.target_start : region.target_end] = [one] * (region.target_end - region.target_start)
    return heard


def joined(words: Sequence[Word]) -> Word:
    """Recognised words (at least one) as one, from the first to the last, with their mean probability."""
    return Word(
        " ".join(word.text for word in words),
        min(word.start for word in words),
        max(word.end for word in words),
        sum(word.probability for word in words) / len(words),
    )
