"""The active model as something that listens to a single recording."""

from __future__ import annotations

from collections.abc import Callable

from desktop.bridge import Bridge
from engine.audio.ring import Samples
from engine.models.card import WINDOW_SECONDS
from engine.records import SAMPLE_RATE
from engine.speech.options import DecodeOptions
from engine.speech.results import Recognised
from engine.speech.wire import Recognition

HYPOTHESES = 5
LONGEST = int(WINDOW_SECONDS * SAMPLE_RATE)


def listener(bridge: Bridge, language: str | None = None) -> Callable[[Samples], Recognised]:
    """What recognises the first 30 s of a recording, with several hypotheses; it waits, so never on Qt's thread."""
    options = DecodeOptions(hypotheses=HYPOTHESES, language=language)
    return lambda samples: bridge.recogniser.recognise(Recognition(samples[:LONGEST], options)).result()
