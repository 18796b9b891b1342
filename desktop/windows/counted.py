"""Texts with a number in them that needs a form of its own in each language.

They are methods of a QObject because the program that collects texts knows a number in `tr` only.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counted(QObject):
    """One method for each text; made where it is needed."""

    def seconds(self, number: int) -> str:
        """A length of time."""
        return self.tr("%n second(s)", "", number)

    def minutes(self, number: int) -> str:
        """A length of time."""
        return self.tr("%n minute(s)", "", number)

    def minutes_left(self, number: int) -> str:
        """How long a download still takes."""
        return self.tr("about %n minute(s) left", "", number)

    def to_learn_from(self, number: int) -> str:
        """What a training lacks."""
        return self.tr("%n more utterance(s) to learn from", "", number)

    def to_choose_by(self, number: int) -> str:
        """What a training lacks."""
        return self.tr("%n more utterance(s) to choose by", "", number)

    def to_test_with(self, number: int) -> str:
        """What a training lacks."""
        return self.tr("%n more utterance(s) set aside to test with", "", number)

    def set_aside(self, number: int) -> str:
        """What the proof stands on."""
        return self.tr("%n utterance(s) are set aside to test with, and never trained on.", "", number)

    def for_a_fifth(self, number: int) -> str:
        """What it takes to prove a smaller gain."""
        return self.tr("To prove that a fifth of them goes away it takes about %n test utterance(s).", "", number)

    def idle(self, number: int) -> str:
        """A prerequisite of a training at night."""
        return self.tr("Nobody at the computer for %n minute(s)", "", number)

    def news(self, number: int) -> str:
        """A prerequisite of a training at night."""
        return self.tr("%n minute(s) of new speech since the last training", "", number)

    def rested(self, number: int) -> str:
        """A prerequisite of a training at night."""
        return self.tr("%n hour(s) since a training that failed", "", number)
