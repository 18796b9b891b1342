"""Whether a new model may take the place of the present one: only if it is proven better and harms nothing.

Each check says what it found in words for the user. One that fails refuses the model; one that is in doubt leaves
the present model in place and says what would settle it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from scipy import stats

from engine.library.splits import SHARES
from trainer.statistics import Gain, spent_alpha, utterances_needed
from trainer.testing.compare import Comparison, SetComparison, compare
from trainer.testing.evaluation import Evaluation

Outcome = Literal["accepted", "not proven", "refused"]
Result = Literal["passed", "in doubt", "failed"]
MOST_MINUTES = 600  # more than ten hours of further speech is no prospect


@dataclass(frozen=True)
class GatePolicy:
    """The limits, as fractions.

    `alpha` is the probability of taking a model that gains nothing, at the first look at a test set; `looks` says
    which look this is. Encoding and decoding are taken to cost about the same, as measured on small models.
    """

    alpha: float = 0.05
    looks: int = 1
    fewest_utterances: int = 20
    general_loss: float = 0.005
    general_bound: float = 0.01
    formatting_loss: float = 0.02
    more_work: float = 0.05


@dataclass(frozen=True)
class Check:
    """One question, its answer, and the answer in a sentence."""

    name: str
    result: Result
    reason: str


@dataclass(frozen=True)
class Verdict:
    """The decision. `reasons` are what a user reads first; `figures` all that it rests on, as JSON values."""

    accepted: bool
    outcome: Outcome
    reasons: tuple[str, ...]
    checks: tuple[Check, ...]
    figures: dict[str, Any]


DEFAULT_POLICY = GatePolicy()


def judge(base: Evaluation, candidate: Evaluation, policy: GatePolicy = DEFAULT_POLICY) -> Verdict:
    """Compare the candidate with the base that is in use.

    Raises:
        ValueError: they did not read the same utterances.
    """
    comparison = compare(base, candidate, spent_alpha(policy.looks, policy.alpha))
    checks = (
        _check_gain(comparison.own, policy),
        _check_general(comparison, policy),
        _check_breakdowns(comparison, policy),
        _check_silence(comparison, policy),
        _check_formatting(comparison.own, policy),
        _check_terms(comparison),
        _check_work(comparison, policy),
    )
    outcome = _outcome(checks)
    decisive = tuple(one.reason for one in checks if one.result != "passed")
    reasons = decisive or tuple(one.reason for one in checks[:2])
    return Verdict(outcome == "accepted", outcome, reasons, checks, _figures(comparison, policy))


def _outcome(checks: tuple[Check, ...]) -> Outcome:
    if any(one.result == "failed" for one in checks):
        return "refused"
    return "not proven" if any(one.result == "in doubt" for one in checks) else "accepted"


def _check_gain(own: SetComparison, policy: GatePolicy) -> Check:
    name = "your speech"
    if own.gain is None or own.rates is None or own.utterances < policy.fewest_utterances:
        count = f"only {own.utterances} of your utterances are set aside for testing"
        return Check(name, "in doubt", f"Not proven: {count}, at least {policy.fewest_utterances} are needed.")
    change = f"{_percent(own.rates[0].wer.value)} of the words wrong before, {_percent(own.rates[1].wer.value)} now"
    where = f"On {own.utterances} utterances of yours that it never trained on: {change}"
    gain = own.gain
    if gain.proven:
        return Check(name, "passed", f"{where}. It is better by at least {_points(gain.low)}.")
    if gain.high < 0:
        return Check(name, "failed", f"{where}. The new model understands you worse.")
    if gain.value <= 0:
        return Check(name, "in doubt", f"Not proven, keeping the present model. {where}, which is no better.")
    chance = "That much can be luck: on other speech of yours it may well be no better."
    said = (f"Not proven, keeping the present model. {where}.", chance, _wish(own, gain))
    return Check(name, "in doubt", " ".join(said))


def _wish(own: SetComparison, gain: Gain) -> str:
    """How much more speech would settle it, if the gain is as large as it looks."""
    minutes = minutes_needed(own)
    if minutes is None or minutes > MOST_MINUTES:
        return "Either there is hardly a gain, or it takes many hours more speech to show it."
    return f"If the gain is real, about {max(1, round(minutes))} more minutes of dictation would settle it."


def minutes_needed(own: SetComparison) -> float | None:
    """Further dictation, in minutes, that would prove the measured gain four times in five; None if none would.

    Only the library's share of test utterances counts towards the proof.
    """
    needed = utterances_needed(own.gain, own.gain.value) if own.gain else None
    if needed is None:
        return None
    more = max(1, needed - own.utterances)
    return more * own.minutes / own.utterances / SHARES["test"]


def _check_general(comparison: Comparison, policy: GatePolicy) -> Check:
    name = "other voices"
    found = [one for one in comparison.having("general") if one.gain and one.rates]
    if not found:
        return Check(name, "in doubt", "Not proven: there is no speech of other people to test the new model on.")
    general = found[0]
    assert general.gain is not None
    assert general.rates is not None
    loss, worst = -general.gain.value, -general.gain.low
    before, after = (_percent(one.wer.value) for one in general.rates)
    change = f"On other people's speech: {before} of the words wrong before, {after} now"
    if loss > policy.general_loss and general.gain.high < 0:
        limit = f"it may lose {_points(policy.general_loss)} at most"
        return Check(name, "failed", f"{change}; {limit}. The new model forgets what it knew.")
    if loss > policy.general_loss or worst > policy.general_bound:
        needed = utterances_needed(general.gain, policy.general_bound - loss)
        said = [f"Not proven. {change}; it may have lost {_points(worst)}."]
        said += [f"Some {needed} utterances of other people would settle it."] if needed else []
        return Check(name, "in doubt", " ".join(said))
    return Check(name, "passed", f"{change}.")


def _check_breakdowns(comparison: Comparison, policy: GatePolicy) -> Check:
    """Whether the decoder breaks down.

    A loop that the recogniser cannot get out of leaves a blank, of which one is too many. One that it got out of has
    cost a second try, and what was written counts in the word error rates: those must only not become more.
    """
    name = "loops and blanks"
    sets = comparison.having("personal", "gold", "vocabulary", "general")
    empty = {one for found in sets for one in found.new_empty}
    if empty:
        where = _count(len(empty), "1 utterance", f"{len(empty)} utterances")
        what = f"The new model writes nothing for {where} that the present one writes down."
        return Check(name, "failed", what)
    loops = {one for found in sets for one in found.new_loops}
    gone = {one for found in sets for one in found.gone_loops}
    where = _count(len(loops), "1 utterance", f"{len(loops)} utterances")
    if _are_more(len(loops), len(gone), policy.alpha):
        what = f"The new model falls into a loop on {where} where the present one does not."
        return Check(name, "failed", what)
    if loops:
        what = f"It falls into a loop on {where}, gets out of it again, and leaves nothing out that was written before."
        return Check(name, "passed", what)
    return Check(name, "passed", "It falls into no loop and leaves nothing out that was written before.")


def _check_silence(comparison: Comparison, policy: GatePolicy) -> Check:
    name = "silence"
    sets = comparison.having("silence")
    if not sets:
        return Check(name, "in doubt", "Not proven: it was not tested on silence.")
    sounds = len({one for found in sets for one in found.new_from_silence})
    if sounds:
        where = _count(sounds, "1 sound", f"{sounds} sounds")
        what = f"The new model writes words for {where} without speech; the present one does not."
        return Check(name, "failed", what)
    if any(_invents_more(one, policy.alpha) for one in comparison.having("sounds")):
        return Check(name, "failed", "The new model hears words in noise more often than the present one.")
    if any(one.faults[1].from_silence for one in sets):
        return Check(name, "passed", "In silence it writes no more than before.")
    return Check(name, "passed", "It writes nothing where nobody speaks.")


def _invents_more(sounds: SetComparison, alpha: float) -> bool:
    """Whether words from noise became more.

    Given to the decoder without the voice detector, noise makes many sound models talk: one sound says nothing.
    """
    new = len(sounds.new_from_silence)
    gone = sounds.faults[0].from_silence - (sounds.faults[1].from_silence - new)
    return _are_more(new, gone, alpha)


def _are_more(new: int, gone: int, alpha: float) -> bool:
    """Whether what only the new model does is more than what only the present one does, by a sign test."""
    return new > gone and bool(stats.binomtest(new, new + gone, alternative="greater").pvalue <= alpha)


def _check_formatting(own: SetComparison, policy: GatePolicy) -> Check:
    """Whether the written form got worse by more than the limit, and by more than chance.

    Where few marks are said, one of them is more than the limit.
    """
    name = "punctuation and capitals"
    before, after = own.formatting
    doubts = []
    for kind, old, new, turned in (
        ("punctuation marks", before.punctuation.f1, after.punctuation.f1, own.turned_punctuation),
        ("capital letters", before.case.f1, after.case.f1, own.turned_case),
    ):
        if old is None or new is None or old - new <= policy.formatting_loss:
            continue
        change = f"{_percent(old)} right (F1) before, {_percent(new)} now"
        if _are_more(turned.worse, turned.better, policy.alpha):
            return Check(name, "failed", f"The new model is worse at {kind}: {change}.")
        doubts.append(f"That it is worse at {kind} can be chance, on so few words: {change}.")
    return Check(name, "passed", " ".join(doubts) or "Punctuation and capital letters are kept.")


def _check_terms(comparison: Comparison) -> Check:
    name = "your words"
    sets = comparison.having("personal", "gold", "general")
    harmed = sum(one.worse_terms[1] for one in sets)
    helped = sum(one.worse_terms[0] for one in sets)
    terms = comparison.own.terms
    if harmed > helped:
        places = _count(harmed - helped, "1 place", f"{harmed - helped} places")
        what = f"The new model puts words of your vocabulary in {places} more where something else was said."
        return Check(name, "failed", what)
    if not terms[0].said:
        return Check(name, "passed", "No word of your vocabulary was said in the test.")
    recall = f"{terms[0].found} of {terms[0].said} right before, {terms[1].found} now"
    return Check(name, "passed", f"Words of your vocabulary: {recall}, and no more of them where they were not said.")


def _check_work(comparison: Comparison, policy: GatePolicy) -> Check:
    name = "speed"
    change = work_change(comparison)
    if change > policy.more_work:
        return Check(name, "failed", f"The new model takes {change:.0%} more work for the same speech.")
    if change < -policy.more_work:
        return Check(name, "passed", f"It takes {-change:.0%} less work.")
    return Check(name, "passed", "It is as fast as before.")


def work_change(comparison: Comparison) -> float:
    """How much more work the candidate takes, as a fraction: the mean of encoding and decoding."""
    before, after = comparison.work
    if not before.context or not before.steps:
        return 0.0
    return (after.context / before.context + after.steps / before.steps) / 2 - 1


def _figures(comparison: Comparison, policy: GatePolicy) -> dict[str, Any]:
    own = comparison.own
    return {
        "policy": asdict(policy),
        "alpha": spent_alpha(policy.looks, policy.alpha),
        **asdict(comparison),
        "formatting_f1": {
            "punctuation": [one.punctuation.f1 for one in own.formatting],
            "case": [one.case.f1 for one in own.formatting],
        },
        "work_change": work_change(comparison),
        "minutes_needed": None if own.gain is None or own.gain.proven else minutes_needed(own),
    }


def _percent(rate: float) -> str:
    return f"{100 * rate:.1f} %"


def _points(rate: float) -> str:
    """A difference of two rates: "1.2 points", of a hundred words."""
    points = f"{100 * rate:.1f}"
    return f"{points} point" if points == "1.0" else f"{points} points"


def _count(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
