"""What a correction says: which words were heard, and which were said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.learning.lexicon import LISTED_LANGUAGE, is_ordinary, known_names
from engine.learning.sounds import likeness, sounds_of
from engine.learning.textwords import TextWord, begins_sentence, run_together, words_in
from engine.text.diff import Span, align, regions

LONGEST_HEARD = 6  # words: beyond, the sentence was misheard and not a word in it
LONGEST_SAID = 5
LONGEST_TERM = 5
SOUNDS_ALIKE = 0.6  # from which a word was heard for just one word


@dataclass(frozen=True)
class Misheard:
    """`heard` was recognised where `said` was said; `left` and `right` are the neighbours in the corrected text.

    The neighbours are case folded, "" at the edge of a sentence. `term` is the new written form in `said`, if any.
    """

    heard: str
    said: str
    left: str = ""
    right: str = ""
    term: str | None = None


def misheard_spans(before: str, after: str, language: str = LISTED_LANGUAGE) -> list[Misheard]:
    """The misheard stretches between a recognised text and its correction; changes of case or marks are none."""
    old, new = words_in(before), words_in(after)
    spans = align([word.text for word in old], [word.text for word in new])
    found = []
    for region in regions(spans):
        tight = _tightened(region, old, new)
        if tight is not None:
            parts = [part for part in _parted(tight, old, new) if _is_in_one_piece(part, (before, old), (after, new))]
            found += [_describe(part, old, (after, new), language) for part in parts]
    return found


def terms_in(text: str, language: str = LISTED_LANGUAGE) -> list[str]:
    """Every term that a text holds: words in a row that are not ordinary or have a capital of their own."""
    words = words_in(text)
    terms, at = [], 0
    while at < len(words):
        end = at
        while end < len(words) and _is_special(text, words, end, language) and end - at < LONGEST_TERM:
            end += 1
            if end < len(words) and not run_together(text, words[end - 1 : end + 1]):
                break
        if end > at:
            terms.append(text[words[at].start : words[end - 1].end])
        at = max(end, at + 1)
    return terms


def _tightened(region: Span, old: Sequence[TextWord], new: Sequence[TextWord]) -> Span | None:
    """A region without the words that are the same on both sides but for their case; None if nothing is left."""
    source, source_end, target, target_end = (
        region.source_start, region.source_end, region.target_start, region.target_end,
    )  # fmt: skip
    while source < source_end and target < target_end and old[source].key == new[target].key:
        source, target = source + 1, target + 1
    while source < source_end and target < target_end and old[source_end - 1].key == new[target_end - 1].key:
        source_end, target_end = source_end - 1, target_end - 1
    if source == source_end or target == target_end:  # words that were left out or invented teach no replacement
        return None
    if source_end - source > LONGEST_HEARD or target_end - target > LONGEST_SAID:
        return None
    return Span("replace", source, source_end, target, target_end)


def _parted(span: Span, old: Sequence[TextWord], new: Sequence[TextWord]) -> list[Span]:
    """A span word by word where each was misheard on its own: as many words, and a pair that sounds alike."""
    size = span.source_end - span.source_start
    if size != span.target_end - span.target_start:
        return [span]
    alike = [
        likeness(sounds_of(one.key), sounds_of(other.key)) >= SOUNDS_ALIKE
        for one, other in zip(
            old[span.source_start : span.source_end], new[span.target_start : span.target_end], strict=True
        )
    ]
    if sum(alike) == 0:
        return [span]
    parts, start = [], 0
    for at in range(1, size + 1):
        if at == size or alike[at] or alike[at - 1]:
            source, target = span.source_start + start, span.target_start + start
            parts.append(Span("replace", source, source + at - start, target, target + at - start))
            start = at
    return parts


def _is_in_one_piece(span: Span, heard: tuple[str, Sequence[TextWord]], said: tuple[str, Sequence[TextWord]]) -> bool:
    """Whether no mark stands between the words of either side: across marks, much was misheard at once."""
    (before, old), (after, new) = heard, said
    return run_together(before, old[span.source_start : span.source_end]) and run_together(
        after, new[span.target_start : span.target_end]
    )


def _describe(
    span: Span, old: Sequence[TextWord], corrected: tuple[str, Sequence[TextWord]], language: str
) -> Misheard:
    after, new = corrected
    first, end = span.target_start, span.target_end
    return Misheard(
        heard=" ".join(word.key for word in old[span.source_start : span.source_end]),
        said=after[new[first].start : new[end - 1].end],
        left="" if begins_sentence(after, new, first) else new[first - 1].key,
        right=new[end].key if end < len(new) and not begins_sentence(after, new, end) else "",
        term=_term_around(after, new, (first, end), language),
    )


def _term_around(text: str, words: Sequence[TextWord], span: tuple[int, int], language: str) -> str | None:
    """The special words of a span, with the capitalised words beside them: "Toll" gives "Captain Grimsby Toll"."""
    special = [index for index in range(*span) if _is_special(text, words, index, language)]
    if not special:
        return None
    first, last = special[0], special[-1]
    while first > 0 and _joins(text, words, first - 1, first, first - 1):
        first -= 1
    while last + 1 < len(words) and _joins(text, words, last, last + 1, last + 1):
        last += 1
    if last - first >= LONGEST_TERM:
        return None
    return text[words[first].start : words[last].end]


def _joins(text: str, words: Sequence[TextWord], left: int, right: int, new: int) -> bool:
    """Whether the word `new` is a capitalised neighbour that belongs to the term."""
    return (
        words[new].text[0].isupper()
        and not begins_sentence(text, words, new)
        and words[new].key != "i"
        and run_together(text, [words[left], words[right]])
    )


def _is_special(text: str, words: Sequence[TextWord], index: int, language: str) -> bool:
    word = words[index]
    if not is_ordinary(word.text, language):
        return True
    if word.key in known_names() or word.key.split("'")[0] == "i":
        return False
    return any(character.isupper() for character in word.text) and not begins_sentence(text, words, index)
