"""The last screen of the demonstration: the figures before and after as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from engine.demo.comparison import Example, Shown


def lines(shown: Shown, seconds: float) -> Iterator[str]:
    """The page, line by line."""
    yield f"{'words wrong (95 % interval)':<30}{'before':>24}{'after':>24}{'words':>8}"
    for rate in shown.rates:
        yield f"{rate.name:<30}{_interval(rate.before):>24}{_interval(rate.after):>24}{rate.words:>8}"
    if shown.terms_said:
        before, after = (f"{found} of {shown.terms_said}" for found in shown.terms_found)
        yield f"{'rare words right':<30}{before:>24}{after:>24}"
    before, after = map(str, shown.words_from_silence)
    yield f"{'sounds without speech read':<30}{before:>24}{after:>24}"
    yield f"{'work for the same speech':<30}{'100 %':>24}{f'{1 + shown.work:.0%}':>24}"
    yield ""
    value, low, high = (100 * bound for bound in shown.gain)
    sure = f"{100 * (1 - 2 * shown.alpha):.0f} %"
    yield f"On the held-out sentences {value:.1f} words in a hundred fewer are wrong ({low:.1f} to {high:.1f}, {sure})."
    yield from _examples(shown.examples)
    yield ""
    yield from shown.reasons
    yield _result(shown)
    yield f"All of it took {seconds / 60:.1f} minutes."


def _interval(rate: tuple[float, float, float]) -> str:
    value, low, high = (100 * bound for bound in rate)
    return f"{value:.1f} % ({low:.1f}-{high:.1f})"


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for one in examples:
        yield ""
        yield f"  said    {one.said}"
        yield f"  before  {one.before or '(nothing)'}"
        yield f"  after   {one.after or '(nothing)'}"


def _result(shown: Shown) -> str:
    if not shown.accepted:
        return "The present model stays: a new one is only taken if it is proven better and harms nothing."
    speed = "but slower" if shown.is_slower else "and no slower"
    return f"The personal model is better {speed}; it is the active one now."
