"""Word alignment: which words of one text became which words of another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import jellyfish

Operation = Literal["equal", "replace", "insert", "delete"]

GAP = 1.0  # cost of a word that stands in one text only
ALIKE = 0.2  # cost of replacing a word by one that differs in case or punctuation only
UNLIKE = 1.8  # cost of replacing it by a wholly different one: just less than one deletion and one insertion


@dataclass(frozen=True)
class Span:
    """Words `source_start` to `source_end` (exclusive) became `target_start` to `target_end`."""

    operation: Operation
    source_start: int
    source_end: int
    target_start: int
    target_end: int


def align(source: Sequence[str], target: Sequence[str]) -> tuple[Span, ...]:
    """The cheapest way from `source` to `target`, both lists of words, as spans that cover both in order.

    Weighted Levenshtein distance (Wagner and Fischer, 1974): replacing a word costs the less, the more letters the
    two share, so that a misheard word meets its correction and not its neighbour.
    """
    start = _common(source, target)
    end = _common(source[start:][::-1], target[start:][::-1])
    middle = _align_middle(source[start : len(source) - end], target[start : len(target) - end])
    operations: list[Operation] = ["equal"] * start
    operations += middle
    operations += ["equal"] * end
    return _grouped(operations)


def regions(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The changed stretches: neighbouring spans that are not equal, joined into one."""
    joined: list[Span] = []
    for span in spans:
        if span.operation == "equal":
            continue
        last = joined[-1] if joined else None
        if last and (last.source_end, last.target_end) == (span.source_start, span.target_start):
            joined[-1] = Span("replace", last.source_start, span.source_end, last.target_start, span.target_end)
        else:
            joined.append(span)
    return tuple(joined)


def count_errors(said: Sequence[str], recognised: Sequence[str]) -> int:
    """Words replaced, left out and put in: what a word error rate counts."""
    spans = regions(align(said, recognised))
    return sum(max(span.source_end - span.source_start, span.target_end - span.target_start) for span in spans)


def apply(source: Sequence[str], target: Sequence[str], spans: Sequence[Span]) -> list[str]:
    """`target`, made of the words of `source` where they are equal and of those of `target` elsewhere."""
    words: list[str] = []
    for span in spans:
        if span.operation == "equal":
            words += source[span.source_start : span.source_end]
        else:
            words += target[span.target_start : span.target_end]
    return words


def similarity(one: str, other: str) -> float:
    """How many letters two words share, 0..1; case and punctuation do not count."""
    bare, other_bare = strip_word(one), strip_word(other)
    longest = max(len(bare), len(other_bare))
    if longest == 0:
        return 1.0
    return 1.0 - jellyfish.levenshtein_distance(bare, other_bare) / longest


def strip_word(word: str) -> str:
    """The letters, digits and marks of a word, case folded."""
    return "".join(c for c in word.casefold() if unicodedata.category(c)[0] in "LNM")


def _common(source: Sequence[str], target: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for one, other in zip(source, target, strict=False):
        if one != other:
            break
        count += 1
    return count


def _align_middle(source: Sequence[str], target: Sequence[str]) -> list[Operation]:
    """One operation per step of the cheapest path."""
    costs = _costs(source, target)
    row, column = len(source), len(target)
    backwards: list[Operation] = []
    while row or column:
        here = costs[row][column]
        if row and column and here == costs[row - 1][column - 1] + _cost(source[row - 1], target[column - 1]):
            backwards.append("equal" if source[row - 1] == target[column - 1] else "replace")
            row, column = row - 1, column - 1
        elif row and here == costs[row - 1][column] + GAP:
            backwards.append("delete")
            row -= 1
        else:
            backwards.append("insert")
            column -= 1
    return backwards[::-1]


def _costs(source: Sequence[str], target: Sequence[str]) -> list[list[float]]:
    """costs[i][j] is the price of turning the first i words into the first j."""
    costs = [[GAP * column for column in range(len(target) + 1)]]
    for row, word in enumerate(source, start=1):
        above = costs[-1]
        line = [GAP * row]
        for column, other in enumerate(target, start=1):
            diagonal = above[column - 1] + _cost(word, other)
            line.append(min(diagonal, above[column] + GAP, line[column - 1] + GAP))
        costs.append(line)
    return costs


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return ALIKE + (UNLIKE - ALIKE) * (1.0 - similarity(one, other))


def _grouped(operations: Sequence[Operation]) -> tuple[Span, ...]:
    spans: list[Span] = []
    source = target = 0
    for operation in operations:
        source_end = source + (operation != "insert")
        target_end = target + (operation != "delete")
        last = spans[-1] if spans else None
        if last and last.operation == operation:
            spans[-1] = Span(operation, last.source_start, source_end, last.target_start, target_end)
        else:
            spans.append(Span(operation, source, source_end, target, target_end))
        source, target = source_end, target_end
    return tuple(spans)
