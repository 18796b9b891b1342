"""Where spoken punctuation meets the punctuation the recogniser wrote.

People who say "comma" pause there, so the recogniser often writes a mark of its own beside the spoken one:
"Hello, comma, world." Spoken marks win over the recogniser's pause marks in the same place; a mark that
merely ended the recogniser's sentence before a line break stays, since nobody spoke another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.text.tokens import CLAUSE_MARKS, SENTENCE_ENDS, Attach, Kind, Token

_NEVER_DOUBLED = ",.;:"


def merge_marks(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """Resolve each run of neighbouring marks and breaks; the flag says whether anything was dropped."""
    merged: list[Token] = []
    changed = False
    at = 0
    while at < len(tokens):
        if not _belongs(tokens[at]):
            merged.append(tokens[at])
            at += 1
            continue
        end = at
        while end < len(tokens) and _belongs(tokens[end]):
            end += 1
        run = tokens[at:end]
        kept = _resolve(run, first=not merged, last=end == len(tokens))
        merged.extend(kept)
        if len(kept) < len(run):
            changed = True
            if end < len(tokens) and _lost_its_sentence(run, kept):
                tokens = [*tokens[:end], replace(tokens[end], demoted=True), *tokens[end + 1 :]]
        at = end
    return merged, changed


def _belongs(token: Token) -> bool:
    return token.kind in (Kind.MARK, Kind.BREAK)


def _resolve(run: Sequence[Token], *, first: bool, last: bool) -> list[Token]:
    spoken = [index for index, token in enumerate(run) if token.spoken]
    if not spoken:
        return list(run)
    clause = any(run[index].text[0] in CLAUSE_MARKS + "–—" for index in spoken)
    kept: list[Token] = []
    for index, token in enumerate(run):
        if token.is_pause_mark and (clause or not _survives(token, run, index, spoken, first=first, last=last)):
            continue
        if kept and token.spoken and token.text in _NEVER_DOUBLED and kept[-1] == token:
            continue
        kept.append(token)
    return kept


def _survives(
    token: Token, run: Sequence[Token], index: int, spoken: Sequence[int], *, first: bool, last: bool
) -> bool:
    """Whether a recogniser's mark stays beside spoken brackets, quotes, symbols or breaks."""
    if index > spoken[-1]:
        after = run[spoken[-1]]
        closes = last and after.kind is Kind.MARK and after.attach is Attach.LEFT
        return closes and _ends_sentence(token) and not any(map(_ends_sentence, run[:index]))
    if first and index < spoken[0]:
        return False
    following = run[next(place for place in spoken if place > index)]
    if following.attach is Attach.BOTH:
        return False
    if following.attach is Attach.RIGHT and following.kind is Kind.MARK and following.text[0] in "\"'«„“¿¡":
        return token.text in ",:" or _ends_sentence(token)
    return token.text == ":" or _ends_sentence(token)


def _ends_sentence(token: Token) -> bool:
    return token.text[0] in SENTENCE_ENDS


def _lost_its_sentence(run: Sequence[Token], kept: Sequence[Token]) -> bool:
    """Whether the recogniser began a sentence after this run and the kept marks do not."""
    began = any(_ends_sentence(token) and not token.spoken for token in run)
    begins = any(token.kind is Kind.BREAK or _ends_sentence(token) for token in kept)
    return began and not begins
