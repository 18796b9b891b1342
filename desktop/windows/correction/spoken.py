"""Dictation that corrects: commands for the correction are taken out before the text goes to its target."""

from __future__ import annotations

from typing import Protocol

from engine.session.target import Target
from engine.text.commands import Action
from engine.text.correcting import SpokenCorrection, WordsCommand, find_words, parse_correction


class Corrections(Protocol):
    """What is told of the commands; called on the dictation's thread."""

    @property
    def is_open(self) -> bool:
        """Whether something is being put right."""

    def ask(self, words: tuple[str, ...] = ()) -> None:
        """Correct what was said last, at these words."""

    def obey(self, command: SpokenCorrection | None, text: str) -> None:
        """Something was said while the correction is open."""

    def undo_spoken(self) -> None:
        """Undo in the open correction."""


class CorrectingTarget:
    """A target of dictation in front of another one.

    "correct that" opens the correction, and so does "correct" with words of what was inserted last. While it is open,
    what is said goes there: "choose three", words to go to, "scratch that", or other words in place of the current.
    """

    def __init__(self, inner: Target, corrections: Corrections, language: str = "en") -> None:
        self._inner = inner
        self._corrections = corrections
        self._language = language
        self._last = ""

    @property
    def app(self) -> str:
        """The program that is dictated into."""
        return self._inner.app

    def before(self) -> str:
        """What stands before the cursor; in the correction, something that asks for no capital and no space."""
        return "(" if self._corrections.is_open else self._inner.before()

    def insert(self, text: str) -> None:
        """Insert it, unless it is for the correction.

        Raises:
            AttuneError: the target's.
        """
        command = parse_correction(text, self._language)
        if self._corrections.is_open:
            self._corrections.obey(command, text)
        elif isinstance(command, WordsCommand) and find_words(self._last, command.words) is not None:
            self._corrections.ask(command.words)
        else:
            self._inner.insert(text)
            self._last = text

    def act(self, action: Action) -> None:
        """Carry out an editing command, here or there.

        Raises:
            AttuneError: the target's.
        """
        if action is Action.CORRECT:
            self._corrections.ask()
        elif self._corrections.is_open:
            if action in (Action.SCRATCH, Action.UNDO):
                self._corrections.undo_spoken()
        else:
            self._inner.act(action)
