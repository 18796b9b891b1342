"""From a raw hypothesis to the text that is inserted; the package's docstring explains the order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.errors import InputError
from engine.text.addresses import join_addresses
from engine.text.casing import set_case
from engine.text.commands import Action, Draft, mark_command_words, obey_commands
from engine.text.context import find_position
from engine.text.layout import lay_out
from engine.text.locales import load_locale
from engine.text.marks import merge_marks
from engine.text.normalise import normalise
from engine.text.numbers import find_spans
from engine.text.phrases import PhraseTable
from engine.text.rules import FormattingRules
from engine.text.safety import clean_hypothesis, clean_snippet
from engine.text.tables import load_table
from engine.text.tokens import Kind, Token, keys_of, tokenize


@dataclass(frozen=True)
class Snippet:
    """The user's own text for a spoken phrase. Line breaks and tabs in `text` are kept."""

    spoken: str
    text: str


@dataclass(frozen=True)
class Formatted:
    """The result of formatting one utterance.

    text: exactly what is to be inserted, with its leading space if it needs one.
    actions: what the session does before it inserts the text.
    applied: the rules that changed something, each named once, as in `FormattingRules`.
    """

    text: str
    actions: tuple[Action, ...] = ()
    applied: tuple[str, ...] = ()


class Formatter:
    """Formats hypotheses of one language with one set of rules; holds no state between utterances.

    Raises:
        InputError: a snippet has no spoken phrase.
    """

    def __init__(self, language: str, rules: FormattingRules | None = None, snippets: Iterable[Snippet] = ()) -> None:
        self.rules = rules if rules is not None else FormattingRules()
        self.table = load_table(language)
        self._locale = load_locale(self.table.locale, self.table.numbers.minimum_grouped)
        self._snippets = PhraseTable([_snippet_entry(snippet) for snippet in snippets])

    def format(self, raw: str, before: str = "") -> Formatted:
        """The text to insert for the hypothesis `raw` when `before` stands before the cursor.

        An empty `before` is the start of a field. When `actions` is not empty and there is text as well,
        the actions change what stands before the cursor: carry them out, then format `raw` again with
        the new `before` and insert that text. Never raises.
        """
        rules, table = self.rules, self.table
        tokens, applied = self._without_fillers(tokenize(clean_hypothesis(raw)))
        tokens, found = self._insert_snippets(tokens)
        applied += found
        tokens, found = join_addresses(tokens, find_spans(tokens, table.numbers, table.language), table, rules)
        applied += found

        position = find_position(before, table.grammar)
        draft = self._obey(tokens, line_start=position.line_start)
        normalised = normalise(draft.tokens, table, rules, self._locale)
        tokens = normalised.tokens
        applied += draft.applied + normalised.applied
        if rules.merge_marks:
            tokens, merged = merge_marks(tokens)
            applied += ["merge_marks"] if merged else []
        cased = set_case(tokens, position, table, rules)
        text = lay_out(cased.tokens, position, table.typography, rules, before)
        applied += cased.applied
        return Formatted(unicodedata.normalize("NFC", text), tuple(draft.actions), tuple(dict.fromkeys(applied)))

    def _obey(self, tokens: Sequence[Token], *, line_start: bool) -> Draft:
        spans = find_spans(tokens, self.table.numbers, self.table.language)
        marked = mark_command_words(spans, keys_of(tokens), self.table)
        return obey_commands(tokens, self.table, self.rules, marked, line_start=line_start)

    def _insert_snippets(self, tokens: Sequence[Token]) -> tuple[list[Token], list[str]]:
        if not self.rules.snippets or not self._snippets:
            return list(tokens), []
        keys = keys_of(tokens)
        kept: list[Token] = []
        applied = []
        at = 0
        while at < len(tokens):
            found = self._snippets.match(keys, at)
            if found is None:
                kept.append(tokens[at])
                at += 1
                continue
            kept.append(Token(found[0], Kind.SNIPPET, spaced=tokens[at].spaced, spoken=True, cased=True))
            applied.append("snippets")
            at += found[1]
        if applied and not any(token.key for token in kept):
            # The utterance was the trigger alone: the recogniser's full stop belongs to nothing.
            kept = [token for token in kept if token.kind is Kind.SNIPPET]
        return kept, applied

    def _without_fillers(self, tokens: list[Token]) -> tuple[list[Token], list[str]]:
        if not self.rules.fillers:
            return tokens, []
        keys = keys_of(tokens)
        kept: list[Token] = []
        at = 0
        while at < len(tokens):
            found = self.table.grammar.fillers.match(keys, at)
            if found is None:
                kept.append(tokens[at])
                at += 1
                continue
            at += found[1]
            while at < len(tokens) and tokens[at].text in (",", "…", "..."):
                at += 1  # the pause after the hesitation
        return kept, ["fillers"] if len(kept) < len(tokens) else []


def _snippet_entry(snippet: Snippet) -> tuple[str, str]:
    spoken = " ".join(keys_of([token for token in tokenize(clean_hypothesis(snippet.spoken)) if token.key]))
    if not spoken:
        raise InputError("A snippet has no spoken phrase.", "Give it the words that insert it.")
    return spoken, clean_snippet(snippet.text)
