"""Comparing hypotheses of the same audio: what they agree on, and where one goes on after committed words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from engine.records import Word

# Distance from the end of the committed words at which a word on the wrong side of it counts as much as a
# wrong word: about half a spoken word, and as much as an aligner usually errs.
_TIME_SCALE = 0.2  # s
_TIME_LIMIT = 2.0  # wrong words; more distance than that proves nothing more


def normalise(text: str) -> str:
    """`text` as it is compared: letters and digits only, without case.

    A text of nothing but signs is kept as it is.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LNM")
    return unicodedata.normalize("NFKC", kept) or folded.strip()


def agreed_length(previous: Sequence[Word], current: Sequence[Word]) -> int:
    """How many words both hypotheses begin with (LocalAgreement-2, arXiv 2307.14743)."""
    length = 0
    for old, new in zip(previous, current, strict=False):
        if normalise(old.text) != normalise(new.text):
            break
        length += 1
    return length


def same_text(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether both read the same when compared."""
    return len(left) == len(right) == agreed_length(left, right)


def overlap_length(overlap: Sequence[Word], words: Sequence[Word]) -> int:
    """How many of `words` only say again what was committed.

    `overlap` are the committed words in the audio that `words` were recognised from. The seam is where the
    edit distance between both sides is least, with a word counting against it that is timed on the wrong side
    of the last committed word's end. Of equal seams the earliest is taken: a doubled word is seen and struck
    out, a lost one is not.
    """
    if not overlap:
        return 0
    edits = _edit_distances([normalise(word.text) for word in overlap], [normalise(word.text) for word in words])
    seam = overlap[-1].end
    late = [_beyond(_middle(word) - seam) for word in words]
    early = [_beyond(seam - _middle(word)) for word in words]
    costs = [edits[k] + sum(late[:k]) + sum(early[k:]) for k in range(len(words) + 1)]
    return costs.index(min(costs))


def keep_shown(shown: Sequence[Word], final: Sequence[Word]) -> tuple[Word, ...]:
    """`final`, with those words that were shown before its beginning or beyond its end.

    A final may revise any word, but its text reaches at least as far in time, on both sides, as what the user
    saw already. A shown word is kept where the best alignment of both texts leaves it over at that side and it
    was also spoken there.
    """
    if not final:
        return tuple(shown)
    head = shown[: len(shown) - _covered(shown[::-1], final[::-1])]
    tail = shown[_covered(shown, final) :]
    before = [word for word in head if _middle(word) < final[0].start]
    after = [word for word in tail if _middle(word) > final[-1].end]
    return (*before, *final, *after)


def _covered(shown: Sequence[Word], final: Sequence[Word]) -> int:
    """How many words at the beginning of `shown` are what `final` has instead; the most of equal readings."""
    edits = _edit_distances([normalise(word.text) for word in final], [normalise(word.text) for word in shown])
    return len(edits) - 1 - edits[::-1].index(min(edits))


def _edit_distances(committed: Sequence[str], words: Sequence[str]) -> list[int]:
    """Levenshtein distance of `committed` to each beginning of `words`, from none of them to all."""
    row = list(range(len(words) + 1))
    for line, wanted in enumerate(committed, start=1):
        above, row = row, [line]
        for column, word in enumerate(words, start=1):
            row.append(min(above[column - 1] + (word != wanted), above[column] + 1, row[-1] + 1))
    return row


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _beyond(seconds: float) -> float:
    return min(max(seconds, 0.0) / _TIME_SCALE, _TIME_LIMIT)
