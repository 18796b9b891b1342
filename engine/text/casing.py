"""Capital letters: at the start of sentences and lines, in words that always have one, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.text.context import Place, Position
from engine.text.rules import FormattingRules
from engine.text.tables import LanguageTable, ordinary_words
from engine.text.tokens import OPENERS, SENTENCE_ENDS, Kind, Token

_PLAIN_CAPITAL = re.compile(r"[^\W\d_][^\W\d_]*(?:['’][^\W\d_]+)?", re.UNICODE)


@dataclass(frozen=True)
class CaseResult:
    """Tokens with their final letters, and the rules that changed any."""

    tokens: list[Token]
    applied: list[str]


def set_case(tokens: Sequence[Token], position: Position, table: LanguageTable, rules: FormattingRules) -> CaseResult:
    """Give each word the case that its place asks for."""
    result = CaseResult([], [])
    writes_capitals = any(token.text != token.text.lower() for token in tokens if token.kind is Kind.WORD)
    place = position.place
    first = True
    for index, token in enumerate(tokens):
        if token.kind is not Kind.WORD:
            last = tokens[index - 1] if index else None
            place = _place_after(token, place, last, table, writes_capitals=writes_capitals)
            result.tokens.append(token)
            continue
        rule, text = _case(token, place, first, tokens, index, table, rules)
        if rule and text != token.text:
            result.applied.append(rule)
            token = replace(token, text=text)
        result.tokens.append(token)
        place, first = Place.OPEN, False
    return result


def _case(
    token: Token,
    place: Place,
    first: bool,
    tokens: Sequence[Token],
    index: int,
    table: LanguageTable,
    rules: FormattingRules,
) -> tuple[str, str]:
    """The rule that decides a word's case, and the word in that case."""
    text = token.text
    if token.cased:
        return "", text
    if rules.proper_words:
        proper = table.grammar.proper.get(token.key)
        if proper is not None and text.islower():
            return "proper_words", proper if "'" in text or "’" not in text else proper.replace("'", "’")
    if (place is Place.SENTENCE and rules.sentence_capitals) or (place is Place.LINE and rules.line_capitals):
        rule = "sentence_capitals" if place is Place.SENTENCE else "line_capitals"
        return rule, text[:1].upper() + text[1:] if text.islower() else text
    continues = token.demoted or (first and place is Place.MIDDLE)
    if continues and rules.continuation and _may_be_lowered(tokens, index, table):
        return "continuation", text[:1].lower() + text[1:]
    return "", text


def _place_after(
    token: Token, place: Place, last: Token | None, table: LanguageTable, *, writes_capitals: bool
) -> Place:
    """Where the next word stands after a mark, break or snippet."""
    if token.kind is Kind.BREAK:
        return place if token.text == "\t" else Place.LINE
    ending = token.text.rstrip()[-1:]
    if token.kind is Kind.SNIPPET:
        if token.text.endswith("\n"):
            return Place.LINE
        return Place.SENTENCE if ending and ending in SENTENCE_ENDS else Place.OPEN
    if ending and ending in OPENERS + "\"'":
        return Place.OPEN if place is Place.MIDDLE else place
    if ending and ending in ".!?":
        abbreviated = last is not None and last.key in table.grammar.abbreviations
        trusted = not token.spoken and (writes_capitals or len(token.text) > 1)
        return Place.OPEN if trusted or abbreviated else Place.SENTENCE
    return Place.OPEN if ending not in ")]}»”’" else place


def _may_be_lowered(tokens: Sequence[Token], index: int, table: LanguageTable) -> bool:
    """Whether a capital at the start of a hypothesis came from the position and not from the word."""
    token = tokens[index]
    if not _PLAIN_CAPITAL.fullmatch(token.text) or token.text != token.text.capitalize():
        return False
    grammar = table.grammar
    stem, contracted = token.key.removesuffix("'s"), token.key.partition("'")[0]
    if token.key in grammar.proper or stem in grammar.proper:
        return False
    if token.key in grammar.function_words or contracted in grammar.function_words:
        return True
    if stem in grammar.names or stem not in ordinary_words(table.language):
        return False
    return not _looks_like_a_name(tokens, index)


def _looks_like_a_name(tokens: Sequence[Token], index: int) -> bool:
    """The recogniser's own evidence: the next word has a capital too, or the word has one elsewhere."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.key and following.text[:1].isupper() and following.text != "I":
        return True
    return any(
        other.text == token.text and tokens[place - 1].kind is Kind.WORD
        for place, other in enumerate(tokens)
        if place > index
    )
