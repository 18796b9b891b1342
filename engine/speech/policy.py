"""The constants of live recognition, each with its unit and its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StreamingPolicy:
    """When to recognise, what to believe, when to stop. Times in seconds.

    How many tokens a call may take is bounded by `guards.token_limit`.

    Raises:
        ValueError: the figures contradict each other.
    """

    # The eye gains nothing from faster updates; each one costs a whole recognition, and takes more words back.
    min_interval: float = 0.4
    # Call starts are at least this many call times apart, so a slow machine keeps a third of itself free.
    interval_factor: float = 1.5
    # Weight of the newest call in the moving average of call times.
    call_time_weight: float = 0.3
    # New speech that a partial must have to be worth a call; Whisper invents words for less.
    min_new_speech: float = 0.2

    # The longest audio a partial hears: bounds every call, since CTranslate2 cannot cancel one.
    window_cap: float = 10.0
    # Uncommitted audio at which agreement is no longer waited for; also the longest audio a final hears.
    force_commit_after: float = 12.0
    # A word this near the end of the audio may still be cut or change (AlignAtt, arXiv 2305.11408). With 0.5 s words
    # are committed 0.3 s sooner, and one in a hundred more is wrong for good (`tests/bench/live_policy.py`).
    edge_guard: float = 0.8
    # A word this near the end of the audio is not even shown, unless two hypotheses in a row have it: measured on
    # the starter by `tests/bench/live.py --clock cpu`, less than half of the words that are taken back (0.7 instead of
    # 2.0 a word, both guards together), for 0.25 s of lag.
    show_guard: float = 0.4
    # The window always moves to within this of the audio that was force-committed. It must hold the edge
    # guard and the longest word, for a word that the window's end cuts is recognised in the next window.
    max_carry: float = 2.5

    # Silence after which the final is started in the hope that the speaker has finished. A recognition that
    # heard this much silence after the last speech has heard the speech whole.
    speculative_silence: float = 0.2
    # Silence that ends the utterance; the user's setting.
    endpoint_silence: float = 0.6

    # A silence this long between words is a safe place to cut.
    min_pause: float = 0.2
    # Voice detectors hear a word's end up to this much later than the aligner puts it.
    vad_hangover: float = 0.2
    # A word counts as spoken if speech was heard within this distance of it; alignment is that inexact.
    speech_tolerance: float = 0.2
    # Silence kept before speech: soft beginnings come before the detector's onset.
    lead_in: float = 0.5
    # Committed words heard again at a window's start, where no pause is near: they show where to go on, and what
    # follows is read better after more of them.
    overlap_words: int = 4
    # Audio kept before those words, at most half the gap to the word before.
    overlap_margin: float = 0.1

    # Committed words given to the decoder as previous text: about 64 tokens, at some 1.6 tokens a word.
    context_words: int = 40
    partial_beam: int = 5  # what partials agree on stays; only where a calibrated model is in doubt (`recognise`)
    final_beam: int = 5  # Whisper's own default

    def __post_init__(self) -> None:
        if self.overlap_words < 1:
            raise ValueError("A window without overlap cannot tell where to go on.")
        if not self.show_guard <= self.edge_guard < self.max_carry < self.window_cap <= self.force_commit_after:
            raise ValueError("Needs show_guard <= edge_guard < max_carry < window_cap <= force_commit_after.")
