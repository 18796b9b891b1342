"""Two evaluations of the same sets, side by side: paired figures for each set and for the user's own speech."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from trainer.statistics import Counts, Estimate, Gain, MatchedPairs, error_rate, matched_pairs, paired_gain
from trainer.testing.evaluation import Evaluation, Reading, SetReadings, TermCounts
from trainer.testing.marks import Formatting, FormattingChange, Turned, compare_formatting
from trainer.testing.words import segment_differences
from trainer.testsets import Role

FEWEST_SESSIONS = 5  # fewer say nothing about how sessions differ; then each utterance stands for itself
LOOPS = ("repetition", "runaway")

Pair = tuple[Reading, Reading]


@dataclass(frozen=True)
class Rates:
    """Error rates of one model: of words and letters, normalised and as written."""

    wer: Estimate
    cer: Estimate
    written_wer: Estimate
    written_cer: Estimate


@dataclass(frozen=True)
class Faults:
    """What must not become more: loops met on the way, speech read as nothing, silence read as words."""

    loops: int
    empty: int
    from_silence: int


@dataclass(frozen=True)
class SetComparison:
    """One set. The pairs in it are (base, candidate); without words there are no rates and no gain.

    `worse_terms` are utterances in which a model writes more terms that were not said, and has more errors, than
    the other one: a wrong term that stands for another error does no harm.
    """

    name: str
    role: Role
    utterances: int
    minutes: float
    sessions: int
    rates: tuple[Rates, Rates] | None
    gain: Gain | None
    written_gain: Gain | None
    matched: MatchedPairs
    formatting: tuple[Formatting, Formatting]
    turned_punctuation: Turned
    turned_case: Turned
    terms: tuple[TermCounts, TermCounts]
    worse_terms: tuple[int, int]
    faults: tuple[Faults, Faults]
    new_loops: tuple[str, ...]
    gone_loops: tuple[str, ...]
    new_empty: tuple[str, ...]
    new_from_silence: tuple[str, ...]


@dataclass(frozen=True)
class Work:
    """The audio encoded (seconds for a second of speech) and the decoder's steps for each token that was kept."""

    context: float
    steps: float


@dataclass(frozen=True)
class Comparison:
    """All sets, the user's own speech together (personal and gold), and the work it took each model."""

    sets: tuple[SetComparison, ...]
    own: SetComparison
    work: tuple[Work, Work]

    def having(self, *roles: Role) -> tuple[SetComparison, ...]:
        """The sets that play one of these roles."""
        return tuple(one for one in self.sets if one.role in roles)


def compare(base: Evaluation, candidate: Evaluation, alpha: float = 0.05) -> Comparison:
    """Pair the two; each bound of an interval errs with probability `alpha`.

    Raises:
        ValueError: they did not read the same utterances.
    """
    if [_content(one) for one in base.sets] != [_content(one) for one in candidate.sets]:
        raise ValueError("the two evaluations are of different test sets")
    pairs = [tuple(zip(one.readings, other.readings, strict=True)) for one, other in _both(base, candidate)]
    sets = tuple(_compare_set(one.name, one.role, rows, alpha) for one, rows in zip(base.sets, pairs, strict=True))
    own = _own(base.sets, pairs)
    return Comparison(sets, _compare_set("your speech", "personal", own, alpha), _work(own))


def _both(base: Evaluation, candidate: Evaluation) -> Iterable[tuple[SetReadings, SetReadings]]:
    return zip(base.sets, candidate.sets, strict=True)


def _content(one: SetReadings) -> tuple[object, ...]:
    return one.name, one.role, one.speech, [(reading.id, reading.said, reading.block) for reading in one.readings]


def _own(sets: Sequence[SetReadings], pairs: Sequence[Sequence[Pair]]) -> list[Pair]:
    """The pairs of the personal and gold sets, each utterance once."""
    chosen = (rows for one, rows in zip(sets, pairs, strict=True) if one.role in ("personal", "gold"))
    return list({pair[0].id: pair for pair in chain.from_iterable(chosen)}.values())


def _compare_set(name: str, role: Role, pairs: Sequence[Pair], alpha: float) -> SetComparison:
    words = sum(before.words.words for before, _ in pairs)
    sessions = len({before.block for before, _ in pairs})
    blocks = [before.block for before, _ in pairs] if sessions >= FEWEST_SESSIONS else None
    segments = chain.from_iterable(segment_differences(one.said, one.read, other.read) for one, other in pairs)
    terms = _terms(pairs, 0), _terms(pairs, 1)
    written = sum((compare_formatting(one.said, one.read, other.read) for one, other in pairs), FormattingChange())
    return SetComparison(
        name=name,
        role=role,
        utterances=len(pairs),
        minutes=sum(before.seconds for before, _ in pairs) / 60,
        sessions=sessions,
        rates=(_rates(pairs, 0, blocks), _rates(pairs, 1, blocks)) if words else None,
        gain=_gain(pairs, "words", blocks, alpha) if words else None,
        written_gain=_gain(pairs, "written_words", blocks, alpha) if words else None,
        matched=matched_pairs(list(segments)),
        formatting=(written.before, written.after),
        turned_punctuation=written.punctuation,
        turned_case=written.case,
        terms=terms,
        worse_terms=(sum(_is_harmed(after, before) for before, after in pairs), sum(_is_harmed(*p) for p in pairs)),
        faults=(_faults(pairs, 0), _faults(pairs, 1)),
        new_loops=tuple(after.id for before, after in pairs if _loops(after) and not _loops(before)),
        gone_loops=tuple(after.id for before, after in pairs if _loops(before) and not _loops(after)),
        new_empty=tuple(after.id for before, after in pairs if _is_empty(after) and not _is_empty(before)),
        new_from_silence=tuple(after.id for before, after in pairs if _invents(after) and not _invents(before)),
    )


def _rates(pairs: Sequence[Pair], side: int, blocks: Sequence[str] | None) -> Rates:
    kinds = ("words", "letters", "written_words", "written_letters")
    return Rates(*(error_rate(_counts(pairs, side, kind), blocks) for kind in kinds))


def _gain(pairs: Sequence[Pair], kind: str, blocks: Sequence[str] | None, alpha: float) -> Gain:
    return paired_gain(_counts(pairs, 0, kind), _counts(pairs, 1, kind), blocks, alpha=alpha)


def _counts(pairs: Sequence[Pair], side: int, kind: str) -> list[Counts]:
    return [getattr(pair[side], kind) for pair in pairs]


def _terms(pairs: Sequence[Pair], side: int) -> TermCounts:
    terms = [pair[side].terms for pair in pairs]
    return TermCounts(sum(one.said for one in terms), sum(one.found for one in terms), sum(one.false for one in terms))


def _is_harmed(before: Reading, after: Reading) -> bool:
    return after.terms.false > before.terms.false and after.words.errors > before.words.errors


def _faults(pairs: Sequence[Pair], side: int) -> Faults:
    readings = [pair[side] for pair in pairs]
    return Faults(sum(map(_loops, readings)), sum(map(_is_empty, readings)), sum(map(_invents, readings)))


def _loops(one: Reading) -> bool:
    return bool(one.words.words) and one.anomaly in LOOPS


def _is_empty(one: Reading) -> bool:
    return bool(one.words.words) and not one.read.strip()


def _invents(one: Reading) -> bool:
    return not one.words.words and bool(one.read.strip())


def _work(pairs: Sequence[Pair]) -> tuple[Work, Work]:
    return _work_of([before for before, _ in pairs]), _work_of([after for _, after in pairs])


def _work_of(readings: Sequence[Reading]) -> Work:
    seconds = sum(one.seconds for one in readings)
    tokens = sum(one.effort.tokens + 1 for one in readings)  # and the end token
    context, steps = sum(one.effort.context for one in readings), sum(one.effort.steps for one in readings)
    return Work(context / seconds, steps / tokens) if readings else Work(0.0, 0.0)
