"""Taking read recordings into the library, each checked before it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import fmean

from engine.audio.ring import Samples
from engine.enrolment.checks import Check, check, matching, read_instead
from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.speech.results import Recognised

Listen = Callable[[Samples], Recognised]


class Enrolment:
    """One sitting. `listen` recognises at most 30 s; None where no model is to judge what was read.

    `gold` recordings only ever test.
    """

    def __init__(
        self, library: Library, listen: Listen | None = None, model: str = "", device: str = "", *, gold: bool = False
    ) -> None:
        self._library = library
        self._listen = listen
        self._model = model
        self._gold = gold
        self._session = library.utterances.start_session(device)
        self._matches: list[float] = []

    def take(self, samples: Samples, text: str, others: Sequence[str] = ()) -> tuple[Check, str | None]:
        """Check a recording of `text` and, if it may count, keep it; returns what was found, and its id if kept.

        Args:
            others: texts that may have been read by mistake.
        """
        said = self._listen(samples) if self._listen else None
        found = check(samples, text, said.text if said else None, self._matches, _certainty(said))
        if said is not None:
            swapped = read_instead(said.text, text, others) if found.counts else None
            if swapped is not None:
                found = replace(
                    found,
                    problem=f"another sentence was read: {swapped}",
                    remedy="Read this one, or put the recordings in order.",
                    fault="swapped",
                )
            self._matches.append(matching(text, said.text))
        if not found.counts:
            return found, None
        return found, self._library.utterances.add(self._pair(samples, text, said))

    def _pair(self, samples: Samples, text: str, said: Recognised | None) -> NewUtterance:
        return NewUtterance(
            text=text,
            session_id=self._session,
            samples=samples,
            raw_text=said.text if said else None,
            words=said.words if said else (),
            hypotheses=said.hypotheses if said else (),
            language=said.language if said else "en",
            model=self._model,
            status="read",
            gold=self._gold,
        )


def _certainty(said: Recognised | None) -> float:
    return fmean(word.probability for word in said.words) if said and said.words else 0.0
