"""Figures and names of a training in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTimeZone

from desktop.windows.counted import Counted
from engine.jobs.expectation import Expectation
from engine.jobs.readiness import FEWEST, FEWEST_MINUTES, Readiness
from engine.jobs.report import Rate, TestedSet


def percent(share: float, digits: int = 1) -> str:
    """A fraction as a percentage."""
    return f"{QLocale().toString(100 * share, 'f', digits)} %"


def short_percent(share: float) -> str:
    """A fraction as a percentage without decimals, but where it is small."""
    return percent(share, 1 if 0 < share < 0.02 else 0)


def rate(one: Rate) -> str:
    """A rate with its interval."""
    low, high = (QLocale().toString(100 * value, "f", 1) for value in (one.low, one.high))
    return f"{percent(one.value)} ({low}–{high})"


def span(seconds: float) -> str:
    """A length of time, roughly."""
    if seconds < 90:
        return Counted().seconds(max(10, round(seconds / 10) * 10))
    if seconds < 5400:
        return Counted().minutes(round(seconds / 60))
    hours = QLocale().toString(seconds / 3600, "f", 1)
    return QCoreApplication.translate("Personalize", "{hours} hours").format(hours=hours)


def moment(stamp: str) -> str:
    """An ISO 8601 time in the user's own time and manner."""
    when = QDateTime.fromString(stamp, Qt.DateFormat.ISODate)
    return QLocale().toString(when.toTimeZone(QTimeZone.systemTimeZone()), QLocale.FormatType.ShortFormat)


def stage_name(stage: str) -> str:
    """What the trainer does, for somebody who does not know how it works."""
    translate = QCoreApplication.translate
    names = {
        "": translate("Personalize", "Getting ready"),
        "texts": translate("Personalize", "Checking that texts fit what was said"),
        "baseline": translate("Personalize", "Measuring the present model"),
        "rehearsal": translate("Personalize", "Choosing what not to forget"),
        "train": translate("Personalize", "Learning"),
        "alpha": translate("Personalize", "Choosing how much to change"),
        "merge": translate("Personalize", "Putting the new model together"),
        "convert": translate("Personalize", "Making it small and fast"),
        "agreement": translate("Personalize", "Checking that nothing was lost on the way"),
        "measure": translate("Personalize", "Measuring how short a sound it understands"),
        "evaluate": translate("Personalize", "Measuring the new model"),
    }
    return names.get(stage, stage)


def set_name(one: TestedSet) -> str:
    """What a test set is, in words; one that is not known keeps its name."""
    translate = QCoreApplication.translate
    names = {
        "personal": translate("Personalize", "Your speech, never trained on"),
        "gold": translate("Personalize", "Your speech, written down blind"),
        "vocabulary": translate("Personalize", "Sentences with your words"),
        "general": translate("Personalize", "Other people's speech"),
        "silence": translate("Personalize", "Silence"),
    }
    if one.role in names and one.role != "silence":
        return names[one.role]
    origin, _, what = one.name.partition(", ")
    if origin in ("personal", "gold") and what:
        kind, _, much = what.partition(" ")
        kinds = {
            "noise": translate("Personalize", "Your speech in noise ({much})"),
            "room": translate("Personalize", "Your speech in an echoing room ({much})"),
            "tempo": translate("Personalize", "Your speech at {much} times the speed"),
        }
        if kind in kinds:
            return kinds[kind].format(much=much)
    return one.name


def check_name(name: str) -> str:
    """What the gate has asked."""
    translate = QCoreApplication.translate
    names = {
        "your speech": translate("Personalize", "Your speech"),
        "other voices": translate("Personalize", "Other voices"),
        "loops and blanks": translate("Personalize", "Loops and blanks"),
        "silence": translate("Personalize", "Silence"),
        "punctuation and capitals": translate("Personalize", "Punctuation and capitals"),
        "your words": translate("Personalize", "Your words"),
        "speed": translate("Personalize", "Speed"),
    }
    return names.get(name, name)


def missing(readiness: Readiness) -> list[str]:
    """What is needed before a training can begin, one thing a line."""
    translate = QCoreApplication.translate
    lines = []
    if readiness.minutes < FEWEST_MINUTES:
        more = QLocale().toString(FEWEST_MINUTES - readiness.minutes, "f", 1)
        lines.append(
            translate("Personalize", "{more} more minutes of corrected, confirmed or read speech").format(more=more)
        )
    short = {split: fewest - readiness.utterances[split] for split, fewest in FEWEST.items()}
    counted = Counted()
    said = {
        "train": counted.to_learn_from(short["train"]),
        "dev": counted.to_choose_by(short["dev"]),
        "test": counted.to_test_with(short["test"]),
    }
    lines += [said[split] for split, lacking in short.items() if lacking > 0]
    return lines


def prospect(found: Expectation) -> str:
    """What may be expected of a training, and how sure its proof can be."""
    translate = QCoreApplication.translate
    if found.rate is None:
        return translate(
            "Personalize",
            "How much it will gain cannot be told yet: too few dictations were corrected or confirmed to know how "
            "often words are wrong now. Whatever comes out is measured before it is used.",
        )
    now = translate("Personalize", "At present {rate} of the words you checked were wrong.").format(
        rate=percent(found.rate)
    )
    tests = Counted().set_aside(found.test_utterances)
    if found.provable is None:
        proof = translate("Personalize", "They are too few to prove any gain: dictate and correct more first.")
    else:
        proof = translate(
            "Personalize", "With them a gain is likely to be proven if at least {share} of the errors go away."
        ).format(share=percent(found.provable, 0))
        if found.for_small_gain and found.for_small_gain > found.test_utterances:
            proof += " " + Counted().for_a_fifth(found.for_small_gain)
    return f"{now} {tests} {proof}"
