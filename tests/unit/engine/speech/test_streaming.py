"""The live policy event by event, with answers written by hand."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from scripted_recogniser import BLOCK, Errors, ScriptedRecogniser, Simulation, speech

from engine.records import SAMPLE_RATE, Word
from engine.speech.messages import Answer, CommitReason, RequestKind
from engine.speech.policy import StreamingPolicy
from engine.speech.streaming import LiveUtterance

# Every word of an answer is seen at once.
POLICY = StreamingPolicy(min_interval=0.3, edge_guard=0.4, show_guard=0.0, overlap_words=2)


class Talk:
    """An utterance in hand, with times in seconds and answers as texts of 0.3 s words."""

    def __init__(self, policy: StreamingPolicy = POLICY) -> None:
        self.utterance = LiveUtterance(policy)
        self.now = 0.0

    def hear(self, until: float, speaks_from: float | None = None, silent_from: float | None = None):
        """Audio up to `until`, in which speech begins or ends."""
        if speaks_from is not None:
            self.utterance.on_speech_start(round(speaks_from * SAMPLE_RATE))
        if silent_from is not None:
            self.utterance.on_speech_end(round(silent_from * SAMPLE_RATE))
        self.now = until
        return self.utterance.on_audio(round(until * SAMPLE_RATE))

    def ask(self):
        return self.utterance.next_request(self.now)

    def answer(self, request, words: list[Word], seconds: float = 0.1, anomaly: bool = False):
        self.now += seconds
        return self.utterance.on_answer(Answer(request, tuple(words), anomaly), self.now)

    def partial(self, until: float, words: list[Word]):
        """Audio up to `until` and its partial."""
        self.hear(until)
        request = self.ask()
        assert request.kind is RequestKind.PARTIAL
        return self.answer(request, words)


def texts(words) -> list[str]:
    return [word.text for word in words]


@pytest.fixture
def talk() -> Talk:
    talk = Talk()
    talk.hear(0.0, speaks_from=0.0)
    return talk


def test_two_hypotheses_commit_what_they_agree_on_clear_of_the_edge(talk):
    words = speech("we all go home")  # ending at 0.3, 0.65, 1.0, 1.35
    (shown,) = talk.partial(1.1, words[:3])
    assert (shown.committed, texts(shown.tentative)) == ((), ["we", "all", "go"])
    (agreed,) = talk.partial(1.45, words)
    assert texts(agreed.committed) == ["we", "all", "go"]
    assert texts(agreed.tentative) == ["home"]
    assert agreed.reason is CommitReason.AGREED


def test_a_word_at_the_edge_is_shown_when_it_is_heard_twice():
    talk = Talk(replace(POLICY, show_guard=0.2))
    talk.hear(0.0, speaks_from=0.0)
    words = speech("we all go home")  # ending at 0.3, 0.65, 1.0, 1.35
    (shown,) = talk.partial(1.1, words[:3])
    assert texts(shown.tentative) == ["we", "all"], "go ends a tenth of a second before the edge"
    (update,) = talk.partial(1.41, [*words[:2], Word("gone", 0.7, 1.35, 0.9)])
    assert (texts(update.committed), texts(update.tentative)) == (["we", "all"], [])
    (update,) = talk.partial(1.72, [words[0], words[1], Word("gone", 0.7, 1.6, 0.9)])
    assert texts(update.tentative) == ["gone"]


def test_a_word_that_was_held_back_is_in_the_final_text():
    talk = Talk(replace(POLICY, show_guard=0.2))
    talk.hear(0.0, speaks_from=0.0)
    talk.partial(1.1, speech("we all go"))
    (final,) = talk.utterance.give_up()
    assert texts(final.committed) == ["we", "all", "go"]


def test_the_next_window_hears_the_last_two_committed_words_again(talk):
    words = speech("we all go home now")
    talk.partial(1.1, words[:3])
    talk.partial(1.5, words[:4])
    talk.hear(1.9)
    request = talk.ask()
    assert words[0].end <= request.window_start <= words[1].start
    assert request.previous_text == "we"
    (update,) = talk.answer(request, words[1:])
    assert texts(update.committed) == ["home"]


def test_the_next_window_begins_in_a_pause_where_there_is_one(talk):
    words = speech("we all", 0.6, "go home")  # pause from 0.65 to 1.3
    talk.partial(0.64, words[:2])
    talk.hear(0.9, silent_from=0.65)
    talk.hear(1.35, speaks_from=1.3)
    talk.partial(1.6, words[:3])
    talk.hear(2.0)
    request = talk.ask()
    assert 0.65 < request.window_start < 1.3
    assert request.previous_text == "we all"


def test_words_where_nobody_spoke_are_not_shown():
    talk = Talk()
    talk.hear(2.0)
    talk.hear(3.0, speaks_from=2.5)
    (update,) = talk.answer(talk.ask(), [Word("Thanks", 2.0, 2.2, 1.0), Word("hello", 2.5, 2.9, 1.0)])
    assert texts(update.tentative) == ["hello"]


def test_calls_are_no_closer_than_their_length_allows(talk):
    talk.hear(1.0)
    talk.answer(talk.ask(), speech("we"), seconds=0.8)
    talk.hear(2.1)
    assert talk.ask() is None
    talk.hear(2.2)
    assert talk.ask().window_end == 2.2


def test_an_anomaly_commits_nothing_and_is_read_again_without_context(talk):
    words = speech("we all go home now")
    talk.partial(1.1, words[:3])
    talk.partial(1.5, words[:4])
    talk.hear(1.9)
    request = talk.ask()
    assert request.previous_text
    assert talk.answer(request, words[1:], anomaly=True) == ()
    talk.hear(2.3)
    again = talk.ask()
    assert (again.window_start, again.previous_text) == (request.window_start, "")


def test_an_anomaly_without_context_is_shown_without_its_loop_and_agrees_with_nothing(talk):
    looping = [*speech("we all go"), *speech("go go go go go")]
    for until in (1.5, 2.0):
        talk.hear(until)
        updates = talk.answer(talk.ask(), looping, anomaly=True)
        assert not any(update.committed for update in updates)
    assert texts(talk.utterance.give_up()[-1].committed) == ["we", "all", "go"]


def test_an_anomaly_and_a_sound_answer_do_not_make_an_agreement(talk):
    words = speech("we all go home")
    talk.partial(1.5, words)
    for until, anomaly in ((2.0, True), (2.5, False)):
        talk.hear(until)
        assert not any(update.committed for update in talk.answer(talk.ask(), words, anomaly=anomaly))
    (agreed,) = talk.partial(3.0, words)
    assert texts(agreed.committed) == ["we", "all", "go", "home"]


def test_a_small_agreement_does_not_hold_up_an_overdue_window(talk):
    talk.partial(9.0, speech("one two three four", 6.0, "five"))
    talk.hear(10.0)
    request = talk.ask()
    talk.hear(14.0)
    agreed, forced = talk.answer(request, speech("one two three for", 6.0, "fife"))
    assert (texts(agreed.committed), agreed.reason) == (["one", "two", "three"], CommitReason.AGREED)
    assert (texts(forced.committed), forced.reason) == (["for", "fife"], CommitReason.FORCED)
    assert talk.ask().window_start >= 10.0 - POLICY.max_carry


def test_without_agreement_a_full_window_is_committed_by_force(talk):
    before, after = speech("one two", 8.4, "three"), speech("won too", 8.4, "tree for")
    talk.partial(9.5, before)
    talk.partial(10.5, after)
    assert talk.hear(11.9) == ()
    assert talk.ask() is None, "the window is full and was read"
    (forced,) = talk.hear(12.0)
    assert texts(forced.committed) == ["won", "too", "tree"]
    assert forced.reason is CommitReason.FORCED
    assert texts(forced.tentative) == ["for"], "at the edge of what was heard"
    assert 10.0 - POLICY.max_carry <= talk.ask().window_start < 10.0


def test_audio_beyond_the_window_is_read_in_order(talk):
    talk.hear(1.0)
    slow = talk.ask()
    talk.hear(40.0)
    assert talk.ask() is None
    talk.answer(slow, [])
    reached = 0.0
    while (request := talk.ask()).kind is RequestKind.PARTIAL:
        assert request.seconds == pytest.approx(POLICY.window_cap)
        assert request.window_start <= reached < request.window_end
        reached = request.window_end
        talk.answer(request, [])
        talk.hear(max(talk.now, 40.0))
        if talk.utterance.uncommitted_seconds <= POLICY.force_commit_after:
            talk.utterance.on_release()
    assert request.kind is RequestKind.FINAL
    assert request.window_start <= reached


def test_the_final_begins_at_a_short_silence_and_is_out_at_the_endpoint(talk):
    words = speech("we all")
    talk.hear(0.8, silent_from=0.65)
    talk.hear(0.85)
    request = talk.ask()
    assert (request.kind, request.beam_size) == (RequestKind.SPECULATIVE, 5)
    talk.answer(request, words)
    talk.hear(1.2)
    assert talk.ask() is None
    (final,) = talk.hear(1.25)
    assert (texts(final.committed), final.reason, final.final) == (["we", "all"], CommitReason.FINAL, True)
    assert talk.utterance.done


def test_the_endpoint_waits_for_a_final_that_is_under_way(talk):
    talk.hear(0.9, silent_from=0.65)
    request = talk.ask()
    assert talk.hear(1.3) == ()
    assert talk.utterance.ended
    (_, final) = talk.answer(request, speech("we all"))
    assert final.final


def test_speech_that_resumes_makes_a_speculative_final_one_more_hypothesis(talk):
    words = speech("we all", 0.3, "go")
    talk.hear(0.9, silent_from=0.65)
    request = talk.ask()
    talk.hear(1.05, speaks_from=1.0)
    (update,) = talk.answer(request, words[:2])
    assert (update.committed, texts(update.tentative), update.final) == ((), ["we", "all"], False)
    (agreed,) = talk.partial(1.4, words)
    assert texts(agreed.committed) == ["we", "all"]


def test_release_without_new_speech_needs_no_further_call(talk):
    talk.hear(0.9, silent_from=0.65)
    talk.answer(talk.ask(), speech("we all"))
    (final,) = talk.utterance.on_release()
    assert texts(final.committed) == ["we", "all"]
    assert talk.ask() is None


def test_release_with_unread_speech_asks_for_a_final(talk):
    talk.partial(1.1, speech("we all go"))
    talk.hear(1.3)
    assert talk.utterance.on_release() == ()
    request = talk.ask()
    assert (request.kind, request.window_end) == (RequestKind.FINAL, 1.3)


def test_a_word_at_the_very_beginning_that_a_partial_missed_is_asked_for_again(talk):
    talk.hear(0.22)
    early = talk.ask()
    talk.hear(1.1, silent_from=0.125)
    talk.utterance.on_release()
    assert talk.answer(early, []) == ()
    final = talk.ask()
    assert (final.kind, final.window_start) == (RequestKind.FINAL, 0.0)
    assert texts(talk.answer(final, speech("no"))[-1].committed) == ["no"]


def test_an_utterance_ends_when_all_that_is_left_is_the_end_of_the_last_word():
    talk = Talk(replace(POLICY, edge_guard=0.1, min_interval=0.1))
    talk.hear(0.0, speaks_from=0.0)
    talk.partial(0.55, speech("we all"))
    talk.partial(0.8, speech("we all"))
    talk.hear(1.02)
    last = talk.ask()
    talk.hear(2.9, silent_from=0.84)  # as a voice detector does: later than it was
    talk.utterance.on_release()
    (final,) = talk.answer(last, [])
    assert (final.committed, final.final) == ((), True)
    assert talk.ask() is None


def test_a_recording_without_speech_ends_without_a_call():
    talk = Talk()
    talk.hear(5.0)
    assert talk.ask() is None
    (final,) = talk.utterance.on_release()
    assert (final.committed, final.final) == ((), True)


@pytest.mark.parametrize("heard", ["", "we"])
def test_a_final_never_falls_short_of_what_was_shown(talk, heard):
    talk.partial(1.1, speech("we all go"))
    talk.hear(1.3)
    talk.utterance.on_release()
    updates = talk.answer(talk.ask(), speech(heard))
    assert [word.text for update in updates for word in update.committed] == ["we", "all", "go"]
    assert updates[-1].final


def test_an_empty_partial_does_not_clear_the_screen(talk):
    talk.partial(1.1, speech("we all go"))
    assert talk.partial(1.5, []) == ()
    assert texts(talk.utterance.give_up()[-1].committed) == ["we", "all", "go"]


def test_after_a_failure_the_same_request_is_made_again(talk):
    talk.hear(1.0)
    request = talk.ask()
    talk.hear(3.0)
    talk.utterance.on_failure()
    assert talk.utterance.needed_from == 0
    assert talk.ask() is request


def test_giving_up_keeps_what_was_shown(talk):
    talk.partial(1.1, speech("we all go"))
    (final,) = talk.utterance.give_up()
    assert (texts(final.committed), final.final) == (["we", "all", "go"], True)
    assert talk.ask() is None


def test_events_that_cannot_be_are_refused(talk):
    talk.hear(1.0)
    request = talk.ask()
    talk.answer(request, [])
    with pytest.raises(ValueError, match="No answer to request 0"):
        talk.answer(request, [])
    talk.utterance.on_release()
    with pytest.raises(ValueError, match="next one"):
        talk.hear(2.0)


def test_figures_that_contradict_each_other_are_refused():
    with pytest.raises(ValueError, match="window_cap"):
        StreamingPolicy(window_cap=20.0)
    with pytest.raises(ValueError, match="overlap"):
        StreamingPolicy(overlap_words=0)


@pytest.mark.parametrize(
    ("errors", "pause"),
    [
        (Errors(cut_words=True), 0.0),
        (Errors(cut_words=True), 0.3),
        (Errors(substitution=1.0), 0.0),
        (Errors(empty=1.0), 0.0),
    ],
)
def test_half_an_hour_takes_no_more_lag_or_memory_than_a_minute(errors, pause):
    script = speech(*["never stop", pause] * round(1790 / (0.7 + pause)))
    sizes = []

    def watch(utterance: LiveUtterance) -> None:
        if len(run.uncommitted) % 97 == 0:
            sizes.append(len(pickle.dumps(utterance)))

    simulation = Simulation(script, ScriptedRecogniser(script, errors), latency=lambda number: 0.9, watch=watch)
    run = simulation.result
    simulation.run(1795.0)
    minute = 60 * SAMPLE_RATE // BLOCK
    assert max(run.uncommitted[minute:]) <= max(run.uncommitted[:minute]) + 0.5
    assert max(sizes[len(sizes) // 10 :]) <= 1.2 * max(sizes[: len(sizes) // 10])
    if errors == Errors(cut_words=True):
        assert run.committed == script
