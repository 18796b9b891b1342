"""What holds of the live policy for any speech, any recogniser and any speed of it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_recogniser import Errors, Run, ScriptedRecogniser, Simulation

from engine.records import Word
from engine.speech.messages import CommitReason
from engine.speech.policy import StreamingPolicy
from engine.speech.streaming import LiveUtterance

TAIL = 1.0  # s of silence after the last word


@st.composite
def scripts(draw: st.DrawFn, max_size: int = 40) -> list[Word]:
    """Words of any length and distance, from so few texts that neighbours are often the same."""
    words, now = [], draw(st.sampled_from([0.0, 0.3, 3.0]))
    gaps = st.one_of(st.just(0.0), st.floats(0.0, 0.3), st.floats(0.3, 3.0))
    for _ in range(draw(st.integers(1, max_size))):
        now += draw(gaps)
        duration = draw(st.floats(0.08, 1.5))
        words.append(Word(draw(st.sampled_from(["no", "very", "well", "I", "think"])), now, now + duration, 0.9))
        now += duration
    return words


def latencies(longest: float) -> st.SearchStrategy[Callable[[int], float]]:
    """Call times in seconds that repeat over the calls."""
    lists = st.lists(st.floats(0.01, longest), min_size=1, max_size=5)
    return lists.map(lambda times: lambda number: times[number % len(times)])


def longest_call(run: Run) -> float:
    return max(run.calls, default=0.0)


@settings(deadline=None, max_examples=80)
@given(script=scripts(), latency=latencies(6.0), endpoint=st.sampled_from([0.3, 0.6, 2.0, 60.0]))
def test_a_perfect_recogniser_loses_and_doubles_no_word(script, latency, endpoint):
    policy = StreamingPolicy(endpoint_silence=endpoint)
    run = Simulation(script, latency=latency, policy=policy).run(script[-1].end + TAIL)
    assert run.committed == script
    assert all(utterance.done for utterance in run.utterances)


@settings(deadline=None, max_examples=60)
@given(script=scripts(), latency=latencies(4.0), jitter=st.floats(0.0, 0.04), seed=st.integers(0, 9))
def test_words_cut_at_a_window_or_timed_inexactly_are_not_lost_or_doubled(script, latency, jitter, seed):
    spread = [Word(f"{word.text}{n}", word.start, word.end, 0.9) for n, word in enumerate(script)]
    errors = Errors(cut_words=True, garbled_edge=0.15, jitter=jitter)
    run = Simulation(spread, ScriptedRecogniser(spread, errors, seed), latency=latency).run(spread[-1].end + TAIL)
    assert [word.text for word in run.committed] == [word.text for word in spread]


errors_of_all_kinds = st.builds(
    Errors,
    substitution=st.sampled_from([0.0, 0.2, 1.0]),
    deletion=st.sampled_from([0.0, 0.2]),
    cut_words=st.booleans(),
    garbled_edge=st.sampled_from([0.0, 0.3]),
    jitter=st.sampled_from([0.0, 0.3]),
    loop=st.sampled_from([0.0, 0.3]),
    empty=st.sampled_from([0.0, 0.3]),
    failure=st.sampled_from([0.0, 0.3]),
)


@settings(deadline=None, max_examples=80)
@given(script=scripts(), latency=latencies(4.0), errors=errors_of_all_kinds, seed=st.integers(0, 9))
def test_with_any_errors_text_only_grows_and_every_word_has_its_reason(script, latency, errors, seed):
    policy = StreamingPolicy(endpoint_silence=60.0)
    simulation = Simulation(script, ScriptedRecogniser(script, errors, seed), policy, latency)
    run = simulation.run(script[-1].end + TAIL)
    for index, (_, update) in enumerate(run.updates):
        assert (update.reason is not None) == bool(update.committed or update.final)
        assert (update.reason is CommitReason.FINAL) == update.final == (index == len(run.updates) - 1)
    assert max(run.uncommitted) <= policy.force_commit_after + 2 * longest_call(run)


@settings(deadline=None, max_examples=60)
@given(script=scripts(), latency=latencies(4.0), errors=errors_of_all_kinds, seed=st.integers(0, 9))
def test_what_was_shown_is_in_the_final_text_unless_the_final_heard_it_otherwise(script, latency, errors, seed):
    policy = StreamingPolicy(endpoint_silence=60.0)
    simulation = Simulation(script, ScriptedRecogniser(script, errors, seed), policy, latency)
    run = simulation.run(script[-1].end + TAIL)
    shown = [update for _, update in run.updates if update.tentative]
    if shown:
        furthest = max(run.committed, key=lambda word: word.end).end
        assert furthest >= shown[-1].tentative[-1].start


@settings(deadline=None, max_examples=30)
@given(script=scripts(), latency=latencies(4.0), errors=errors_of_all_kinds, seed=st.integers(0, 9))
def test_audio_that_was_released_is_never_asked_for_again(script, latency, errors, seed):
    released = []  # how many requests had been made, and what was needed after them

    def watch(utterance: LiveUtterance) -> None:
        released.append((len(simulation.result.asked), utterance.needed_from))

    policy = StreamingPolicy(endpoint_silence=60.0)
    simulation = Simulation(script, ScriptedRecogniser(script, errors, seed), policy, latency, watch)
    asked = simulation.run(script[-1].end + TAIL).asked
    for count, needed in released:
        assert all(request.samples[0] >= needed for request in asked[count:][:1])
    starts = [request.samples[0] for request in asked]
    assert starts == sorted(starts)


@settings(deadline=None, max_examples=30)
@given(seconds=st.floats(1.0, 40.0), latency=latencies(4.0))
def test_silence_is_not_even_asked_about(seconds, latency):
    run = Simulation([], latency=latency).run(seconds)
    assert not run.asked
    assert run.text == ""
    assert max(run.uncommitted) <= StreamingPolicy().lead_in + 0.1
