"""What is being put right, without a window: which words are current, what they may be, and every step's undoing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from engine.learning.alternatives import doubtful_runs
from engine.learning.queue import DOUBTFUL
from engine.learning.subject import Subject, Times, joined
from engine.learning.textwords import TextWord, begins_sentence, run_together, words_in
from engine.library.entities import KINDS, Kind
from engine.library.kinds import propose_kind
from engine.records import Word
from engine.text.diff import align, regions

LONGEST_STOP = 3  # doubtful words in a row that are one stop; of more than that, each word is
MOST_CHOICES = 9  # one for each digit
MOST_OFFERS = 6  # of them for the current words, so that other readings of the whole have room
LONGEST_HISTORY = 200

Stretch: TypeAlias = tuple[int, int]  # words: first, end


@dataclass(frozen=True)
class Choice:
    """One of the numbered alternatives: `text` for the current words, or for all of it where `whole`."""

    number: int
    text: str
    whole: bool


@dataclass(frozen=True)
class _Place:
    """What is known of a word of the present text; one that the user wrote is sure."""

    word: TextWord
    confidence: float
    heard: Word | None


@dataclass(frozen=True)
class _Moment:
    """The text at one time, and where the cursor was."""

    text: str
    places: tuple[_Place, ...]
    stretch: Stretch


class Correction:
    """One utterance while it is put right.

    The current words are a stretch of the text; it begins at the least certain ones. While `typing`, the text is the
    user's to edit and there are no current words: `edit` says what has become of it.
    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.typing = False
        self._chosen_kind: Kind | None = None
        words = zip(words_in(subject.utterance.text), subject.confidence, subject.heard, strict=True)
        places = tuple(_Place(*one) for one in words)
        self._now = _Moment(subject.utterance.text, places, (0, 0))
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []
        self._choices: tuple[Choice, ...] | None = None
        self._stand_at(self._least_certain())

    # What there is

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._now.text

    @property
    def changed(self) -> bool:
        """Whether it is another one than the utterance's."""
        return self.text.strip() != self.subject.utterance.text.strip()

    @property
    def stretch(self) -> Stretch:
        """The current words: first and end; equal where there are none."""
        return self._now.stretch

    @property
    def characters(self) -> tuple[int, int]:
        """Where the current words stand in the text: first character and end."""
        first, end = self.stretch
        if first == end:
            return (len(self.text), len(self.text))
        return self._now.places[first].word.start, self._now.places[end - 1].word.end

    @property
    def current(self) -> str:
        """The current words."""
        first, end = self.characters
        return self.text[first:end]

    @property
    def doubtful(self) -> list[tuple[int, int]]:
        """Where the words stand that are probably wrong, in characters: first and end of each."""
        return [(place.word.start, place.word.end) for place in self._now.places if place.confidence < DOUBTFUL]

    @property
    def times(self) -> Times | None:
        """When the current words were said, in seconds of the recording; None where that is not known."""
        heard = _heard_in(self._now.places[slice(*self.stretch)])
        return (heard.start, heard.end) if heard else None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the current words, or all of the text, may be instead; numbered as the digits choose them."""
        if self._choices is None:
            self._choices = self._find_choices(())
        return self._choices

    @property
    def kind(self) -> Kind | None:
        """What sort of change it is, as it is proposed or as the user has said; None while nothing is changed."""
        if not self.changed or not self.text.strip():
            return None
        return self._chosen_kind or propose_kind(self.subject.utterance.text, self.text, *self._heard_of_change())

    # Moving

    def next_doubtful(self, step: int = 1) -> bool:
        """Go to the next doubtful words (-1: those before), round the end; False if no others are doubtful."""
        stops = self._stops()
        here = self.stretch
        others = [stop for stop in stops if stop != here]
        if not others:
            return False
        if step > 0:
            self._stand_at(next((stop for stop in others if stop[0] >= here[1]), others[0]))
        else:
            self._stand_at(next((stop for stop in reversed(others) if stop[1] <= here[0]), others[-1]))
        return True

    def move(self, step: int) -> None:
        """Go to the next word, or with -1 to the one before."""
        first, end = self.stretch
        self.go_to_word(end if step > 0 else first - 1)

    def go_to_word(self, index: int) -> None:
        """Make one word the current one; beyond the ends of the text, the outermost."""
        if self._now.places:
            index = min(max(index, 0), len(self._now.places) - 1)
            self._stand_at((index, index + 1))

    def go_to(self, start: int, end: int | None = None) -> None:
        """Make the words at these characters the current ones."""
        end = start if end is None else end
        inside = [n for n, place in enumerate(self._now.places) if place.word.end >= start and place.word.start <= end]
        if end > start:  # what is only touched by a selection is not meant
            inside = [
                n for n in inside if self._now.places[n].word.end > start and self._now.places[n].word.start < end
            ]
        if inside:
            self._stand_at((inside[0], inside[-1] + 1))
        elif self._now.places:
            nearest = min(range(len(self._now.places)), key=lambda n: abs(self._now.places[n].word.start - start))
            self.go_to_word(nearest)

    def extend(self, step: int) -> None:
        """Take the next word in too, or with -1 leave the last one out."""
        first, end = self.stretch
        self._stand_at((first, min(max(end + step, first + 1), len(self._now.places))))

    # Changing

    def choose(self, number: int) -> bool:
        """Take the alternative of this number; False if there is none."""
        chosen = next((choice for choice in self.choices if choice.number == number), None)
        if chosen is None:
            return False
        self.typing = False
        if chosen.whole:
            self._change(chosen.text, (0, len(self.text)))
        else:
            first, end = self.characters
            self._change(self.text[:first] + self._cased(chosen.text) + self.text[end:], (first, end))
        return True

    def replace(self, text: str) -> None:
        """Put other words in place of the current ones; none takes them out, with the space beside them."""
        first, end = self.characters
        text = " ".join(text.split())
        if not text:
            before, after = self.text[:first], self.text[end:]
            if before.endswith(" ") and (after.startswith(" ") or not after or not after[0].isalnum()):
                first -= 1
            elif not before and after.startswith(" "):
                end += 1
        self._change(self.text[:first] + text + self.text[end:], (first, end))

    def edit(self, text: str) -> None:
        """The user is typing, and this is the text now. All of it until `end_typing` is one step to undo."""
        if text == self.text:
            return
        if not self.typing:
            self._note()
        self.typing = True
        places = self._placed(text, self._past[-1])
        self._now = _Moment(text, places, _within(self.stretch, len(places)))
        self._choices = None

    def end_typing(self, at: int | None = None) -> None:
        """The words at character `at` are the current ones again."""
        self.typing = False
        if at is not None:
            self.go_to(at)
        else:
            self._stand_at(self.stretch)

    def undo(self) -> bool:
        """Take the last change back; False if there is none."""
        return self._step_back(self._past, self._future)

    def redo(self) -> bool:
        """Make the change again that was taken back; False if there is none."""
        return self._step_back(self._future, self._past)

    def cycle_kind(self) -> None:
        """Take the change for one of the next kind."""
        if self.kind is not None:
            self._chosen_kind = KINDS[(KINDS.index(self.kind) + 1) % len(KINDS)]

    def choose_kind(self, kind: Kind) -> None:
        """Take the change for one of this kind, whatever it looks like."""
        self._chosen_kind = kind

    def add_readings(self, subject: Subject) -> None:
        """More readings are known now. The choices that are shown keep their numbers."""
        shown = () if self._choices is None else self._choices
        self.subject = subject
        self._choices = self._find_choices(shown)

    # Inside

    def _find_choices(self, shown: tuple[Choice, ...]) -> tuple[Choice, ...]:
        first, end = self.stretch
        found: list[tuple[str, bool]] = [(choice.text, choice.whole) for choice in shown]
        if first < end and not self.typing:
            found += [(text, False) for text in self.subject.offers(self.text, self.stretch)[:MOST_OFFERS]]
        found += [(reading, True) for reading in self.subject.readings if reading != self.text]
        unique = list(dict.fromkeys(found))[:MOST_CHOICES]
        return tuple(Choice(number, text, whole) for number, (text, whole) in enumerate(unique, start=1))

    def _change(self, text: str, replaced: tuple[int, int]) -> None:
        """Another text; what has come in place of the characters `replaced` becomes the current words."""
        if text == self.text:
            return
        self._note()
        length = len(self.text)
        places = self._placed(text, self._now)
        self._now = _Moment(text, places, (0, 0))
        if places:
            self.go_to(replaced[0], replaced[1] + len(text) - length)

    def _note(self) -> None:
        self._past = [*self._past[1 - LONGEST_HISTORY :], self._now]
        self._future.clear()

    def _step_back(self, source: list[_Moment], target: list[_Moment]) -> bool:
        if not source:
            return False
        target.append(self._now)
        self._now = source.pop()
        self.typing = False
        self._choices = None
        return True

    def _placed(self, text: str, since: _Moment) -> tuple[_Place, ...]:
        """The words of another text: those that stayed `since` then keep what was known of them."""
        old, new = since.places, words_in(text)
        spans = align([place.word.text for place in old], [word.text for word in new])
        places = [_Place(word, 1.0, None) for word in new]
        for span in spans:
            if span.operation == "equal":
                kept = zip(
                    old[span.source_start : span.source_end], range(span.target_start, span.target_end), strict=True
                )
                for place, at in kept:
                    places[at] = _Place(new[at], place.confidence, place.heard)
        for region in regions(spans):
            heard = _heard_in(old[region.source_start : region.source_end])
            for at in range(region.target_start, region.target_end):
                places[at] = _Place(new[at], 1.0, heard)
        return tuple(places)

    def _stand_at(self, stretch: Stretch) -> None:
        self._now = _Moment(self._now.text, self._now.places, _within(stretch, len(self._now.places)))
        self._choices = None

    def _least_certain(self) -> Stretch:
        places = self._now.places
        if not places:
            return (0, 0)
        worst = min(range(len(places)), key=lambda index: places[index].confidence)
        return next((stop for stop in self._stops() if stop[0] <= worst < stop[1]), (worst, worst + 1))

    def _stops(self) -> list[Stretch]:
        """The doubtful words, those in a row together, as far as they are not too many or parted by a mark."""
        stops: list[Stretch] = []
        for run in doubtful_runs([place.confidence for place in self._now.places]):
            cuts = [run[0], *(at for at in range(run[0] + 1, run[1]) if not self._belong(at)), run[1]]
            for first, end in pairwise(cuts):
                whole = end - first <= LONGEST_STOP
                stops += [(first, end)] if whole else [(at, at + 1) for at in range(first, end)]
        return stops

    def _belong(self, at: int) -> bool:
        return run_together(self.text, [self._now.places[at - 1].word, self._now.places[at].word])

    def _cased(self, offer: str) -> str:
        """An offer with a capital where it begins a sentence."""
        words = [place.word for place in self._now.places]
        first = self.stretch[0]
        if begins_sentence(self.text, words, first) and words[first].text[:1].isupper():
            return offer[:1].upper() + offer[1:]
        return offer

    def _heard_of_change(self) -> tuple[float | None, float | None]:
        """How long the audio of the changed words is, in seconds, and how far the recogniser believed them (0 to 1)."""
        old = [word.text for word in words_in(self.subject.utterance.text)]
        changes = regions(align(old, [place.word.text for place in self._now.places]))
        known = [heard for one in changes for heard in self.subject.heard[one.source_start : one.source_end] if heard]
        if not known:
            return self.subject.utterance.duration or None, None
        whole = joined(known)
        return whole.end - whole.start, whole.probability


def _heard_in(places: Sequence[_Place]) -> Word | None:
    """What was recognised in some words, as one."""
    known = [place.heard for place in places if place.heard is not None]
    return joined(known) if known else None


def _within(stretch: Stretch, count: int) -> Stretch:
    first = min(max(stretch[0], 0), max(count - 1, 0))
    return first, min(max(stretch[1], first + 1), count)
