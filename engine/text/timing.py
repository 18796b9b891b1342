"""Times for words that were changed after they were recognised."""

from __future__ import annotations

from collections.abc import Sequence

from engine.records import Word
from engine.text.diff import align, regions


def retimed(words: Sequence[Word], texts: Sequence[str]) -> tuple[Word, ...]:
    """`texts` as words: those that stayed keep their times, new ones share the time of what they stand for.

    Shared time goes by the number of letters. The probability is the lowest of those replaced.
    """
    old = [word.text.strip() for word in words]
    spans = align(old, texts)
    changed = {change.target_start: change for change in regions(spans)}
    made: list[Word] = []
    equal = {span.target_start + n: span.source_start + n for span in spans if span.operation == "equal"
             for n in range(span.target_end - span.target_start)}  # fmt: skip
    at = 0
    while at < len(texts):
        if at in equal:
            made.append(words[equal[at]])
            at += 1
            continue
        change = changed[at]
        heard = words[change.source_start : change.source_end]
        start = heard[0].start if heard else (made[-1].end if made else 0.0)
        end = heard[-1].end if heard else start
        made += _shared(
            texts[at : change.target_end], start, end, min((word.probability for word in heard), default=0.0)
        )
        at = change.target_end
    return tuple(made)


def _shared(texts: Sequence[str], start: float, end: float, probability: float) -> list[Word]:
    whole = sum(map(len, texts))
    words, done = [], 0
    for text in texts:
        begin = start + (end - start) * done / whole
        done += len(text)
        words.append(Word(text, round(begin, 3), round(start + (end - start) * done / whole, 3), probability))
    return words
