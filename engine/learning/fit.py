"""Whether the texts of the training pairs fit their sound, by a model's own score of text given audio.

What a decoder makes of a text on its recording says little by itself: rare words score low, a weak model scores
everything low. So each text is also scored on other recordings of the user's, of about the same length. Its gain is how
much likelier it is on its own. What gains are usual, and which ones texts have on recordings that are not theirs, is
seen from all pairs together; a text does not fit where the second is clearly the likelier source of its gain. A model
that is too weak to tell the two apart therefore quarantines nothing.

Three steps, so that the library is open for moments only: find what was not checked, score it, store the scores.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from engine.audio.flac import read_flac
from engine.audio.ring import Samples
from engine.errors import AudioFileError
from engine.learning.textwords import keys_in
from engine.library import pairs
from engine.library.cleaning import LONGEST
from engine.library.library import Library

OTHERS = 3  # recordings that a text is also scored on
COMPANY = 30  # pairs to be scored together, so that what is usual is known
FEWEST = 10  # with fewer nothing is known, and they wait for more
ODDS = math.log(30)  # for a text that fits: one in thirty may be wrong, a careless import for instance
NORMAL = 1.4826  # standard deviations to a median absolute deviation
LEAST_SPREAD = 0.05  # nats a token
ALIKE = 0.5  # of the words of two texts: one may then be said on the recording of the other

# Mean log probabilities of the tokens of some texts on at most 30 s of audio.
Score = Callable[[Samples, Sequence[str]], Sequence[float]]


@dataclass(frozen=True)
class PairToScore:
    """A pair: id, recording, seconds, text. One that is not `wanted` was checked before and keeps others company."""

    id: str
    audio: Path
    duration: float
    text: str
    wanted: bool = True


@dataclass(frozen=True)
class Scored:
    """A pair, and how far the evidence is (natural log of the odds) that its text belongs to its sound."""

    id: str
    text: str
    margin: float

    @property
    def fits(self) -> bool:
        """Whether the text can be what was said."""
        return self.margin >= 0.0


def find_unscored(library: Library, *, every: bool = False) -> list[PairToScore]:
    """The pairs whose present text was never checked, or all, and if they are few, others beside them."""
    with library.database.reading() as connection:
        rows = connection.execute(
            "SELECT id, audio, duration, pair_text, alignment_score FROM utterance WHERE source IS NOT NULL"
            " AND audio IS NOT NULL AND audio_fault IS NULL AND deleted_at IS NULL AND duration <= ? ORDER BY id DESC",
            (LONGEST,),
        ).fetchall()
    found = [
        PairToScore(
            row["id"],
            library.recordings.absolute(row["audio"]),
            row["duration"],
            row["pair_text"],
            every or row["alignment_score"] is None,
        )
        for row in rows
    ]
    wanted = [pair for pair in found if pair.wanted]
    others = [pair for pair in found if not pair.wanted]
    return [*wanted, *others[: max(0, COMPANY - len(wanted))]] if wanted else []


def score_all(
    chosen: Sequence[PairToScore], score: Score, progress: Callable[[int, int], None] = lambda done, total: None
) -> list[Scored]:
    """Score pairs together; those that have too few others to be compared with get no score."""
    ordered = sorted(chosen, key=lambda pair: pair.duration)
    guests = _guests(ordered)
    own: dict[int, float] = {}
    foreign: dict[int, list[float]] = {}
    for number, pair in enumerate(ordered):
        try:
            samples = read_flac(pair.audio)
        except AudioFileError:  # deleted meanwhile, or damaged: `attune library verify` finds and marks it
            continue
        found = score(samples, [pair.text, *(ordered[guest].text for guest in guests[number])])
        own[number] = found[0]
        for guest, value in zip(guests[number], found[1:], strict=True):
            foreign.setdefault(guest, []).append(value)
        progress(number + 1, len(ordered))
    gains = {number: own[number] - fmean(values) for number, values in foreign.items() if number in own}
    if len(gains) < FEWEST:
        return []
    margin = _judge(list(gains.values()), [values for values in foreign.values() if len(values) == OTHERS])
    return [Scored(ordered[n].id, ordered[n].text, margin(gain)) for n, gain in gains.items() if ordered[n].wanted]


def store_scores(library: Library, scored: Sequence[Scored]) -> None:
    """Keep the scores of texts that still stand, and quarantine what does not fit."""

    def work(connection: sqlite3.Connection) -> None:
        for one in scored:
            row = connection.execute(
                "UPDATE utterance SET alignment_score = ? WHERE id = ? AND pair_text = ? RETURNING seq",
                (one.margin, one.id, one.text),
            ).fetchone()
            if row is not None:
                pairs.refresh(connection, row["seq"])

    library.database.write(work)


def _judge(gains: Sequence[float], foreign: Sequence[Sequence[float]]) -> Callable[[float], float]:
    """What gives the log odds for a gain, from all gains and from scores of texts on recordings that are not theirs."""
    usual = median(gains)
    spread = max(LEAST_SPREAD, NORMAL * median(abs(gain - usual) for gain in gains))
    # A foreign score against the mean of the two others varies as a gain does that means nothing, but for the count.
    apart = [value - (sum(values) - value) / (OTHERS - 1) for values in foreign for value in values]
    scale = math.sqrt((1 + 1 / OTHERS) / (1 + 1 / (OTHERS - 1)))
    chance = max(LEAST_SPREAD, scale * math.sqrt(fmean(value * value for value in apart)) if apart else spread)

    def margin(gain: float) -> float:
        fits = -math.log(spread) - (min(0.0, gain - usual) / spread) ** 2 / 2
        foreign = -math.log(chance) - (max(0.0, gain) / chance) ** 2 / 2
        return ODDS + fits - foreign

    return margin


def _guests(ordered: Sequence[PairToScore]) -> list[list[int]]:
    """For each recording the texts that are scored on it although they were said elsewhere: of the next in length."""
    words = [frozenset(keys_in(pair.text)) for pair in ordered]
    chosen = []
    for number in range(len(ordered)):
        around = [(number + step) % len(ordered) for step in range(1, min(len(ordered), 4 * OTHERS))]
        chosen.append([one for one in around if not _alike(words[number], words[one])][:OTHERS])
    return chosen


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > ALIKE * len(one | other)
