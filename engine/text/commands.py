"""Turning spoken commands into marks, line breaks, capitals and actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from engine.text.guards import is_command
from engine.text.numbers import Span, roman
from engine.text.rules import FormattingRules
from engine.text.tables import Command, Effect, LanguageTable
from engine.text.tokens import Attach, Kind, Token, keys_of


class Action(Enum):
    """What a command asks of the session instead of, or before, inserting text."""

    SCRATCH = "scratch"  # remove the previous insertion
    UNDO = "undo"  # undo the last edit in the target program
    SELECT = "select"  # select the previous insertion
    CORRECT = "correct"  # open the correction of the previous utterance


@dataclass
class Draft:
    """What has been understood so far. `applied` holds names of rules in the order in which they fired."""

    tokens: list[Token] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    applied: list[str] = field(default_factory=list)
    case: str = ""  # for the next word only
    mode: str = ""  # until switched off
    join: bool = False
    spaced: bool | None = None  # a prefix command hands on the space that stood before it

    def add(self, token: Token) -> None:
        """Append a token, under whatever the commands before it asked for the next word."""
        if self.spaced is not None:
            token, self.spaced = replace(token, spaced=self.spaced), None
        if self.join:
            token, self.join = replace(token, joined=True), False
        if token.kind is Kind.WORD and (self.case or self.mode):
            token, self.case = _recase(token, self.case or self.mode), ""
        self.tokens.append(token)


def obey_commands(
    tokens: Sequence[Token],
    table: LanguageTable,
    rules: FormattingRules,
    spans: Mapping[int, Span],
    *,
    line_start: bool,
) -> Draft:
    """Carry out the commands in an utterance.

    `spans` are the numbers by their first token: a command word inside one ("drei Komma vier") is part of
    the number. `line_start` says whether the cursor stands at the start of a line.
    """
    keys = keys_of(tokens)
    draft = Draft()
    at = 0
    while at < len(tokens):
        span = spans.get(at)
        found = None if span and span.holds_command_word else _find(keys, at, table, rules, spans)
        if found is None:
            taken = span.length if span and span.holds_command_word else 1
            for token in tokens[at : at + taken]:
                draft.add(token)
            at += taken
            continue
        command, length = found
        draft.applied.append(command.rule)
        if _is_prefix(command):
            draft.spaced = tokens[at].spaced
        at = _carry_out(command, draft, tokens, at + length, spans, table, line_start=line_start)
    return draft


def mark_command_words(spans: Mapping[int, Span], keys: Sequence[str], table: LanguageTable) -> dict[int, Span]:
    """Note which numbers hold a word that could be a command, such as the German decimal "Komma"."""

    def holds(span: Span) -> bool:
        return any(table.commands.match(keys, at) is not None for at in range(span.start + 1, span.start + span.length))

    return {start: replace(span, holds_command_word=holds(span)) for start, span in spans.items()}


def _find(
    keys: Sequence[str],
    at: int,
    table: LanguageTable,
    rules: FormattingRules,
    spans: Mapping[int, Span],
) -> tuple[Command, int] | None:
    for command, length in table.commands.matches(keys, at):
        if not getattr(rules, command.rule):
            continue
        end = at + length
        if command.effect is Effect.LITERAL:
            if end in spans or table.commands.match(keys, end):
                return command, length
        elif command.effect in (Effect.NUMERAL, Effect.ROMAN):
            if end in spans:
                return command, length
        elif command.effect is Effect.JOIN and end >= len(keys):
            continue
        elif is_command(command, keys, at, length, table.grammar):
            return command, length
    return None


def _is_prefix(command: Command) -> bool:
    return command.effect in (Effect.CASE, Effect.LITERAL, Effect.NUMERAL, Effect.ROMAN)


def _carry_out(
    command: Command,
    draft: Draft,
    tokens: Sequence[Token],
    at: int,
    spans: Mapping[int, Span],
    table: LanguageTable,
    *,
    line_start: bool,
) -> int:
    """Let `command`, whose words end before `at`, take effect; returns where to read on."""
    if command.effect is Effect.LITERAL:
        found = table.commands.match(keys_of(tokens), at)
        length = spans[at].length if at in spans else found[1] if found else 1
        for token in tokens[at : at + length]:
            draft.add(replace(token, literal=True))
        return at + length
    if command.effect in (Effect.NUMERAL, Effect.ROMAN):
        span = spans[at]
        text = roman(span.value) if command.effect is Effect.ROMAN else None
        draft.add(replace(tokens[at], text=text or span.text, literal=True, cased=True))
        return at + span.length
    if command.effect is Effect.ACTION:
        _act(command, draft)
        while at < len(tokens) and tokens[at].is_pause_mark:
            at += 1
    elif command.effect is Effect.BULLET:
        _start_bullet(command, draft, line_start=line_start)
    else:
        _EFFECTS[command.effect](command, draft)
    return at


def _write(command: Command, draft: Draft) -> None:
    draft.add(Token(command.what, Kind.MARK, spoken=True, attach=command.attach))
    if command.then:
        draft.add(Token(command.then, Kind.BREAK, spoken=True))


def _break(command: Command, draft: Draft) -> None:
    draft.add(Token(command.what, Kind.BREAK, spoken=True))


def _start_bullet(command: Command, draft: Draft, *, line_start: bool) -> None:
    written = [token for token in draft.tokens if not token.is_pause_mark]
    if not line_start if not written else written[-1].kind is not Kind.BREAK:
        draft.add(Token("\n", Kind.BREAK, spoken=True))
    draft.add(Token(command.what, Kind.BREAK, spoken=True, attach=Attach.RIGHT))


def _set_case(command: Command, draft: Draft) -> None:
    draft.case = command.what


def _set_mode(command: Command, draft: Draft) -> None:
    draft.mode = command.what


def _join(command: Command, draft: Draft) -> None:
    draft.join = True


def _act(command: Command, draft: Draft) -> None:
    action = Action(command.what)
    if action is Action.SCRATCH and any(token.kind is not Kind.MARK or token.spoken for token in draft.tokens):
        draft.tokens.clear()  # what was said before it in the same utterance is not inserted at all
        return
    draft.tokens.clear()
    draft.actions.append(action)


_EFFECTS: dict[Effect, Callable[[Command, Draft], None]] = {
    Effect.WRITE: _write,
    Effect.BREAK: _break,
    Effect.CASE: _set_case,
    Effect.MODE: _set_mode,
    Effect.JOIN: _join,
}


def _recase(token: Token, case: str) -> Token:
    if case == "upper":
        text = token.text.upper()
    elif case == "lower":
        text = token.text.lower()
    else:
        text = token.text[:1].upper() + token.text[1:]
    return replace(token, text=text, cased=True)
