"""Subtitles from timed words: SubRip and WebVTT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.records import UNSPACED_LANGUAGES, Transcript, Word

LINE_CHARACTERS = 42  # what a viewer takes in at a glance; the usual limit of broadcasters
LINES = 2
LONGEST_SECONDS = 7.0
SHORTEST_SECONDS = 0.3
PAUSE_SECONDS = 0.8
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")


@dataclass(frozen=True)
class Cue:
    """Text that is shown from `start` to `end`, in seconds, on at most two lines."""

    start: float
    end: float
    lines: tuple[str, ...]


def srt(transcript: Transcript) -> str:
    """The transcript as SubRip."""
    blocks = (
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n" + "\n".join(cue.lines) + "\n"
        for number, cue in enumerate(cues(transcript), start=1)
    )
    return "\n".join(blocks)


def vtt(transcript: Transcript) -> str:
    """The transcript as WebVTT."""
    blocks = (
        f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n" + "\n".join(map(_escape, cue.lines)) + "\n"
        for cue in cues(transcript)
    )
    return "\n".join(["WEBVTT\n", *blocks])


def cues(transcript: Transcript) -> list[Cue]:
    """Every word once, in order; a new cue at pauses, at the ends of sentences, and when one is full."""
    space = "" if transcript.language in UNSPACED_LANGUAGES else " "
    groups = list(_group(transcript.words, space))
    following = [*(group[0].start for group in groups[1:]), float("inf")]
    return [
        Cue(group[0].start, _shown_until(group, after), tuple(_lines(group, space)))
        for group, after in zip(groups, following, strict=False)
    ]


def _group(words: Iterable[Word], space: str) -> Iterator[list[Word]]:
    group: list[Word] = []
    for word in words:
        if group and _ends_cue(group, word, space):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _ends_cue(group: Sequence[Word], word: Word, space: str) -> bool:
    if word.start - group[-1].end > PAUSE_SECONDS or word.end - group[0].start > LONGEST_SECONDS:
        return True
    if len(_lines([*group, word], space)) > LINES:
        return True
    # A short sentence shares its cue with the next, so that it does not flash by.
    said = space.join(entry.text for entry in group)
    return said.endswith(SENTENCE_ENDS) and len(said) > LINE_CHARACTERS // 2


def _lines(words: Sequence[Word], space: str) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + len(space) + len(word.text) <= LINE_CHARACTERS:
            lines[-1] += space + word.text
        else:
            lines.append(word.text)
    return lines


def _shown_until(group: Sequence[Word], after: float) -> float:
    start, end = group[0].start, group[-1].end
    return max(end, min(start + SHORTEST_SECONDS, after))


def _clock(seconds: float, point: str) -> str:
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{point}{rest % 1000:03d}"


def _escape(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
