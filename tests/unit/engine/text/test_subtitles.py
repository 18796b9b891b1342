from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from engine.records import Segment, Transcript, Word
from engine.text.subtitles import LINE_CHARACTERS, LINES, LONGEST_SECONDS, cues, srt, vtt


def transcript(*words: Word, language: str = "en") -> Transcript:
    return Transcript("", language, 100.0, "m", (Segment(0.0, 100.0, "", words),))


def timed(texts: list[str], gaps: list[tuple[float, float]]) -> list[Word]:
    words, now = [], 0.0
    for text, (gap, length) in zip(texts, gaps, strict=False):
        words.append(Word(text, now + gap, now + gap + length, 1.0))
        now += gap + length
    return words


TEXTS = st.lists(st.text("abcdefgh.?", min_size=1, max_size=12), min_size=1, max_size=60)
GAPS = st.lists(st.tuples(st.floats(0, 2), st.floats(0, 1.5)), min_size=60, max_size=60)


@given(TEXTS, GAPS)
def test_every_word_is_shown_once_in_order_in_cues_that_can_be_read(
    texts: list[str], gaps: list[tuple[float, float]]
) -> None:
    words = timed(texts, gaps)

    made = cues(transcript(*words))

    assert [word for cue in made for line in cue.lines for word in line.split()] == texts
    assert all(1 <= len(cue.lines) <= LINES and max(map(len, cue.lines)) <= LINE_CHARACTERS for cue in made)
    assert all(cue.start <= cue.end <= cue.start + LONGEST_SECONDS for cue in made)
    assert all(a.end <= b.start + 1e-9 for a, b in itertools.pairwise(made))


def test_a_pause_or_the_end_of_a_sentence_starts_a_new_cue() -> None:
    words = timed(
        ["That", "was", "a", "rather", "long", "one.", "Next", "then"],
        [(0, 0.3)] * 7 + [(1.5, 0.3)],
    )
    assert [" ".join(cue.lines) for cue in cues(transcript(*words))] == [
        "That was a rather long one.",
        "Next",
        "then",
    ]


def test_subrip_and_webvtt_are_as_players_read_them() -> None:
    words = [Word("One", 0.5, 1.0, 1.0), Word("<two>", 3601.25, 3602.0, 1.0)]

    assert srt(transcript(*words)) == (
        "1\n00:00:00,500 --> 00:00:01,000\nOne\n\n2\n01:00:01,250 --> 01:00:02,000\n<two>\n"
    )
    assert vtt(transcript(*words)) == (
        "WEBVTT\n\n00:00:00.500 --> 00:00:01.000\nOne\n\n01:00:01.250 --> 01:00:02.000\n&lt;two&gt;\n"
    )


def test_languages_without_spaces_get_none() -> None:
    words = [Word("今日", 0.0, 0.5, 1.0), Word("は", 0.5, 0.8, 1.0)]
    assert cues(transcript(*words, language="ja"))[0].lines == ("今日は",)


def test_nothing_said_gives_no_cue() -> None:
    assert srt(transcript()) == ""
    assert re.fullmatch(r"WEBVTT\n+", vtt(transcript()))
