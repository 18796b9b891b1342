"""What the user decides about an utterance, how it is stored, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QCoreApplication

from engine.learning.learn import Learnt, learn
from engine.library.entities import Kind
from engine.library.library import Library

Decision = Literal["corrected", "accepted", "rejected", "later", "left"]


@dataclass(frozen=True)
class Outcome:
    """What was decided about an utterance, and what was learnt of it; "left" changes nothing."""

    identifier: str
    decision: Decision
    before: str = ""
    after: str = ""
    delivered: str = ""
    learnt: Learnt = field(default_factory=Learnt)
    was_later: bool = False


def store_correction(library: Library, identifier: str, text: str, kind: Kind | None) -> Outcome:
    """Put the text right, and learn.

    Raises:
        InputError: nothing would be left, or the utterance is gone.
        StorageError: the disk refused.
    """
    before = library.utterances.get(identifier)
    library.corrections.correct(identifier, text, kind)
    return Outcome(
        identifier, "corrected", before.text, text.strip(), before.delivered_text, learn(library), before.later
    )


def store_decision(library: Library, identifier: str, decision: Decision) -> Outcome:
    """Accept or reject the text as it stands, or mark it to be corrected later.

    One that was corrected already, was read or imported is right as it is: accepting changes nothing.

    Raises:
        InputError: the utterance is gone.
        StorageError: the disk refused.
    """
    utterances = library.utterances
    before = utterances.get(identifier)
    if decision == "accepted" and before.status not in ("dictated", "rejected"):
        decision = "left"
    if decision == "accepted":
        utterances.accept(identifier)
    elif decision == "rejected":
        utterances.reject(identifier)
        utterances.mark_later(identifier, later=False)
    elif decision == "later":
        utterances.mark_later(identifier)
    return Outcome(identifier, decision, before.text, before.text, before.delivered_text, was_later=before.later)


def take_back(library: Library, outcome: Outcome) -> None:
    """Undo it, and what was learnt.

    Raises:
        InputError: the utterance is gone.
        StorageError: the disk refused.
    """
    if outcome.decision == "corrected":
        library.corrections.undo(outcome.identifier)
        learn(library)
    elif outcome.decision in ("accepted", "rejected"):
        library.utterances.take_back(outcome.identifier)
    if outcome.decision != "left":
        library.utterances.mark_later(outcome.identifier, later=outcome.was_later)


def describe(outcome: Outcome) -> str:
    """What was done and learnt, for the user; empty where nothing was."""
    texts = {
        "corrected": QCoreApplication.translate("Outcome", "Corrected."),
        "accepted": QCoreApplication.translate("Outcome", "Marked as right."),
        "rejected": QCoreApplication.translate("Outcome", "Marked as of no use: it never trains."),
        "later": QCoreApplication.translate("Outcome", "Marked to be corrected later."),
        "left": "",
    }
    parts = [texts[outcome.decision]]
    if outcome.learnt.terms:
        new = QCoreApplication.translate("Outcome", "New in your vocabulary: {terms}.")
        parts.append(new.format(terms=", ".join(outcome.learnt.terms)))
    for rule in outcome.learnt.rules:
        now = QCoreApplication.translate("Outcome", "From now on “{heard}” becomes “{written}”.")
        parts.append(now.format(heard=rule.pattern, written=rule.replacement))
    if outcome.learnt.withdrawn:
        gone = QCoreApplication.translate("Outcome", "Unlearnt: {things}.")
        parts.append(gone.format(things=", ".join(outcome.learnt.withdrawn)))
    return " ".join(part for part in parts if part)
