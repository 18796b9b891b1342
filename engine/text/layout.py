"""Putting tokens together: which neighbours touch, and which have a space between them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.text.context import Position, is_spaceless
from engine.text.rules import FormattingRules
from engine.text.tables import Typography
from engine.text.tokens import CLAUSE_MARKS, CLOSERS, OPENERS, Attach, Kind, Token

_RIGHT = (Attach.RIGHT, Attach.BOTH)
_LEFT = (Attach.LEFT, Attach.BOTH)


def lay_out(
    tokens: Sequence[Token], position: Position, typography: Typography, rules: FormattingRules, before: str
) -> str:
    """The text of `tokens` as it is inserted, with the leading space that `position` asks for."""
    parts: list[str] = []
    previous: Token | None = None
    for token in tokens:
        if previous is None:
            space = _leading_space(token, position, typography, rules, before)
        else:
            space = _space_between(previous, token, typography, rules)
        if token.kind is Kind.BREAK and parts:
            parts[-1] = parts[-1].rstrip(" ")
        parts += [space, _glyphs(token, previous, typography, rules)]
        previous = token
    return "".join(parts)


def _leading_space(
    token: Token, position: Position, typography: Typography, rules: FormattingRules, before: str
) -> str:
    if not rules.leading_space or not position.space or token.kind is Kind.BREAK or token.joined:
        return ""
    if token.text[:1].isspace() or (is_spaceless(before[-1:]) and is_spaceless(token.text[:1])):
        return ""
    if token.kind is Kind.MARK:
        narrow = _narrow_space(token, typography, rules)
        closes = token.attach in _LEFT if token.spoken else token.text[0] in CLAUSE_MARKS + CLOSERS
        return narrow if closes else " "
    return " "


def _space_between(previous: Token, token: Token, typography: Typography, rules: FormattingRules) -> str:
    if token.joined or Kind.BREAK in (previous.kind, token.kind):
        return ""
    if previous.spoken and previous.attach in _RIGHT:
        return ""
    if token.kind is Kind.MARK:
        narrow = _narrow_space(token, typography, rules)
        if narrow:
            return narrow
        if token.spoken:
            return "" if token.attach in _LEFT else " "
        clings = token.text[0] in CLAUSE_MARKS and previous.kind is not Kind.MARK
        return " " if token.spaced and not clings else ""
    if previous.kind is Kind.MARK and not previous.spoken:
        opening = previous.text[-1] in OPENERS or not token.spaced
        return "" if opening and not token.spaced else " "
    return " "


def _narrow_space(token: Token, typography: Typography, rules: FormattingRules) -> str:
    if not rules.typographic_spaces:
        return ""
    return typography.space_before.get(token.text[0], "")


def _glyphs(token: Token, previous: Token | None, typography: Typography, rules: FormattingRules) -> str:
    if not rules.smart_quotes or token.kind not in (Kind.MARK, Kind.WORD):
        return token.text
    if token.kind is Kind.WORD:
        return token.text if token.literal else token.text.replace("'", "’")
    double_open, double_close, single_open, single_close = typography.quotes
    opens = token.attach is Attach.RIGHT if token.spoken else token.spaced
    if token.text == '"':
        return double_open if opens else double_close
    if token.text == "'":
        return single_open if opens and token.attach is not Attach.BOTH else single_close
    return token.text
