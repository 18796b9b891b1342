"""What the gate said about a personal model: the trainer writes it into the card, the application reads it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.models.card import Card

ACCEPTED = "accepted"

_KEY = "verdict"


def with_verdict(card: Card, verdict: Mapping[str, object]) -> Card:
    """The card with the gate's verdict: its "outcome", "accepted" or another word, and its "reasons", sentences."""
    return replace(card, extra={**card.extra, _KEY: dict(verdict)})


def outcome_in(card: Card) -> str:
    """What the gate made of the model, "" where it has met none."""
    return str(_verdict(card).get("outcome") or "")


def reasons_in(card: Card) -> str:
    """The gate's reasons, for the user."""
    reasons = _verdict(card).get("reasons")
    return " ".join(map(str, reasons)) if isinstance(reasons, list) else ""


def _verdict(card: Card) -> Mapping[str, object]:
    found = card.extra.get(_KEY)
    return found if isinstance(found, Mapping) else {}
