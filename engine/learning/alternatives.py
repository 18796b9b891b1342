"""Other ways to read an utterance, numbered, so that choosing one corrects it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.audio.flac import read_flac
from engine.audio.ring import Samples
from engine.errors import InputError
from engine.learning.fast_layer import FastLayer
from engine.learning.queue import DOUBTFUL, confidences
from engine.learning.textwords import TextWord, keys_in, words_in
from engine.library.entities import Correction, UtteranceDetails
from engine.library.library import Library
from engine.library.utterances import find_row
from engine.models.card import WINDOW_SECONDS
from engine.speech.results import Recognised
from engine.text.diff import align, regions
from engine.text.formatter import Formatter

ALIKE = 0.6  # of a term's sounds, to be offered for a doubtful stretch
MOST_TERMS = 3  # for one stretch


@dataclass(frozen=True)
class Alternative:
    """The utterance read another way: all of it, or `words` (first from 1, count) as `instead`."""

    number: int
    text: str
    words: tuple[int, int] | None = None
    instead: str = ""


def alternatives(library: Library, identifier: str, layer: FastLayer | None = None) -> list[Alternative]:
    """Every other reading: the decoder's hypotheses as they would have been delivered, then what each of its
    doubtful stretches may be, by those hypotheses and by the sound of the user's terms."""
    details = library.utterances.details(identifier)
    layer = layer or FastLayer.load(library)
    present = details.utterance.text
    seen = {keys_in(present)}
    found: list[tuple[str, tuple[int, int] | None, str]] = []
    whole = whole_readings(details)
    for text, words, instead in [*((text, None, "") for text in whole), *_stretches(details, whole, layer)]:
        if text and keys_in(text) not in seen:
            seen.add(keys_in(text))
            found.append((text, words, instead))
    return [Alternative(number, *one) for number, one in enumerate(found, start=1)]


def can_decode_again(library: Library, identifier: str) -> bool:
    """Whether no hypotheses were kept, and there is a recording that a recogniser can hear at once."""
    details = library.utterances.details(identifier)
    utterance = details.utterance
    heard = utterance.audio is not None and utterance.audio_fault is None
    return heard and not details.hypotheses and utterance.duration <= WINDOW_SECONDS


def decode_again(library: Library, identifier: str, listen: Callable[[Samples], Recognised]) -> bool:
    """Store what a model makes of the recording, where dictation kept no hypotheses; returns whether it did.

    Dictation keeps them only where one decode read the utterance whole.

    Args:
        listen: recognises at most 30 s, with several hypotheses.
    """
    audio = library.utterances.get(identifier).audio
    if audio is None or not can_decode_again(library, identifier):
        return False
    found = listen(read_flac(library.recordings.folder / audio)).hypotheses
    rows = [(rank, one.text, one.score, json.dumps(one.tokens)) for rank, one in enumerate(found)]

    def work(connection: sqlite3.Connection) -> None:
        seq = find_row(connection, identifier)["seq"]
        connection.executemany("INSERT INTO hypothesis VALUES (?, ?, ?, ?, ?)", [(seq, *row) for row in rows])

    library.database.write(work)
    return bool(rows)


def choose_alternative(library: Library, identifier: str, number: int) -> Correction:
    """Correct an utterance to the alternative of this number: the decoder's own, so it was misheard.

    Raises:
        InputError: there is no such alternative.
    """
    found = alternatives(library, identifier)
    if not 1 <= number <= len(found):
        raise InputError(
            f"The utterance has {len(found)} alternatives; there is no number {number}.",
            "`attune library alternatives ID` shows them.",
        )
    return library.corrections.correct(identifier, found[number - 1].text, "misheard")


def whole_readings(details: UtteranceDetails) -> list[str]:
    """The decoder's hypotheses, best first, as they would have been delivered."""
    formatter = Formatter(details.utterance.language)
    return [formatter.format(other.text).text.strip() for other in details.hypotheses]


def offers(text: str, stretch: tuple[int, int], whole: Sequence[str], layer: FastLayer) -> list[str]:
    """What the words `stretch` (first, end) of `text` may be: what the readings `whole` have there, then the user's
    terms that sound like it; the likeliest first, each once."""
    found = words_in(text)
    heard = text[found[stretch[0]].start : found[stretch[1] - 1].end]
    terms = layer.spotter.nearest(heard, ALIKE)[:MOST_TERMS]
    return [offer for offer in dict.fromkeys([*_offered(found, stretch, whole), *terms]) if offer != heard]


def _stretches(
    details: UtteranceDetails, whole: Sequence[str], layer: FastLayer
) -> list[tuple[str, tuple[int, int], str]]:
    """Replacements of doubtful stretches: what other hypotheses have there, and terms that sound like it."""
    text = details.utterance.text
    found = words_in(text)
    sure = confidences(text, details.words, layer.calibration)
    stretches: list[tuple[str, tuple[int, int], str]] = []
    for first, end in doubtful_runs(sure):
        place = _token_range(text, found[first], found[end - 1])
        for offer in offers(text, (first, end), whole, layer):
            changed = text[: found[first].start] + offer + text[found[end - 1].end :]
            stretches.append((changed, place, offer))
    return stretches


def doubtful_runs(sure: Sequence[float]) -> list[tuple[int, int]]:
    """The runs of doubtful words, as (first, end)."""
    runs: list[tuple[int, int]] = []
    for index, one in enumerate(sure):
        if one >= DOUBTFUL:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _offered(found: Sequence[TextWord], stretch: tuple[int, int], whole: Sequence[str]) -> list[str]:
    """What the other hypotheses have in place of a stretch, where they differ within it."""
    offers = []
    for other in whole:
        words = words_in(other)
        spans = align([word.key for word in found], [word.key for word in words])
        for region in regions(spans):
            inside = stretch[0] <= region.source_start < region.source_end <= stretch[1]
            if not inside or region.target_end == region.target_start:
                continue
            before = [word.text for word in found[stretch[0] : region.source_start]]
            after = [word.text for word in found[region.source_end : stretch[1]]]
            middle = [word.text for word in words[region.target_start : region.target_end]]
            offers.append(" ".join([*before, *middle, *after]))
    return offers


def _token_range(text: str, first: TextWord, last: TextWord) -> tuple[int, int]:
    """The white-space words from one word to another, as (first from 1, count)."""
    before = len(text[: first.start].split())
    if before and not text[first.start - 1].isspace():
        before -= 1  # the word begins with a mark
    return before + 1, len(text[first.start : last.end].split())
