"""Reviewing in the terminal: one utterance after the other, the worthiest first, one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

import click

from engine.audio.ring import Samples
from engine.cli.library import describe_correction
from engine.errors import AttuneError
from engine.learning.alternatives import Alternative, alternatives, decode_again
from engine.learning.learn import learn
from engine.learning.queue import QueueEntry, review_queue
from engine.library.entities import Utterance
from engine.library.library import Library
from engine.speech.results import Recognised

KEYS = "Enter right   1-9 take that reading   e type what was said   p play   l later   s skip   u undo   q quit"
MOST_READINGS = 9
ENDING = ("q", "\x1b", "\x04")


class Move(Enum):
    """Where to go after a key."""

    STAY, ON, BACK, END = range(4)


@dataclass(frozen=True)
class _Step:
    """Something that was done to an entry: its place in the queue, and how to undo it."""

    place: int
    undo: Callable[[], object]
    reviewed: bool


class Review:
    """Goes through the queue.

    Args:
        read_key: waits for a key and returns it.
        listen: recognises a recording of which no readings were kept; None where no model is to listen.
    """

    def __init__(
        self, library: Library, read_key: Callable[[], str], listen: Callable[[Samples], Recognised] | None = None
    ) -> None:
        self._library = library
        self._listen = listen
        self._read_key = read_key
        self._steps: list[_Step] = []
        self._place = 0

    def run(self, limit: int) -> None:
        """Review at most so many, until the user quits."""
        entries = review_queue(self._library, limit)
        if not entries:
            click.echo("Everything has been reviewed.")
            return
        click.echo(KEYS)
        while self._place < len(entries):
            entry = entries[self._place]
            click.echo(f"\n{self._place + 1} of {len(entries)}   {entry.utterance.duration:.1f} s   {marked(entry)}")
            move = self._decide(entry.utterance)
            if move is Move.END:
                break
            self._place = self._steps.pop().place if move is Move.BACK else self._place + 1
        click.echo(f"\nReviewed {sum(step.reviewed for step in self._steps)}.")

    def _decide(self, utterance: Utterance) -> Move:
        """Ask until the utterance is dealt with."""
        if self._listen is not None:
            decode_again(self._library, utterance.id, self._listen)
        readings = alternatives(self._library, utterance.id)[:MOST_READINGS]
        for one in readings:
            click.echo(f"{one.number:3}  {one.text}")
        while True:
            try:
                move = self._act(self._read_key(), utterance, readings)
            except AttuneError as error:
                click.echo(str(error))
                continue
            if move is not Move.STAY:
                return move

    def _act(self, key: str, utterance: Utterance, readings: Sequence[Alternative]) -> Move:
        if key.isdecimal() and 1 <= int(key) <= len(readings):
            return self._correct(utterance.id, readings[int(key) - 1].text)
        if key in ENDING:
            return Move.END
        if key == "s":
            return Move.ON
        actions: dict[str, Callable[[Utterance], Move]] = {
            "\r": self._accept,
            "\n": self._accept,
            "e": self._type,
            "p": self._play,
            "l": self._mark_later,
            "u": self._take_back,
        }
        return actions[key](utterance) if key in actions else Move.STAY

    def _accept(self, utterance: Utterance) -> Move:
        utterances = self._library.utterances
        utterances.accept(utterance.id)
        self._note(lambda: utterances.take_back(utterance.id))
        return Move.ON

    def _mark_later(self, utterance: Utterance) -> Move:
        utterances = self._library.utterances
        utterances.mark_later(utterance.id)
        self._note(lambda: utterances.mark_later(utterance.id, later=False), reviewed=False)
        return Move.ON

    def _type(self, utterance: Utterance) -> Move:
        text: str = click.prompt("Said", utterance.text)
        return self._correct(utterance.id, text) if text != utterance.text else Move.STAY

    def _correct(self, identifier: str, text: str) -> Move:
        library = self._library
        correction = library.corrections.correct(identifier, text)
        learnt = learn(library)
        self._note(lambda: (library.corrections.undo(identifier), learn(library)))
        click.echo(describe_correction(correction))
        for rule in learnt.rules:
            click.echo(f"From now on: {rule.pattern} -> {rule.replacement}")
        return Move.ON

    def _note(self, undo: Callable[[], object], *, reviewed: bool = True) -> None:
        self._steps.append(_Step(self._place, undo, reviewed))

    def _take_back(self, utterance: Utterance) -> Move:
        if not self._steps:
            click.echo("There is nothing to undo.")
            return Move.STAY
        self._steps[-1].undo()
        click.echo("Undone.")
        return Move.BACK

    def _play(self, utterance: Utterance) -> Move:
        from engine.audio.playback import play

        if utterance.audio:
            play(self._library.recordings.read(utterance.audio))
        else:
            click.echo("The recording is not kept.")
        return Move.STAY


def marked(entry: QueueEntry) -> str:
    """The text with its doubtful words between question marks."""
    doubtful = {number for number, _, _ in entry.doubtful}
    words = entry.utterance.text.split()
    return " ".join(f"?{word}?" if number in doubtful else word for number, word in enumerate(words, start=1))
