"""The demonstration reads the trainer's own report."""

from pathlib import Path

from evaluations import evaluation, readings

from engine.demo.comparison import read_comparison
from trainer.gate import judge
from trainer.report import Curves, write


def test_the_last_screen_shows_the_figures_of_the_report(tmp_path: Path) -> None:
    said = [f"Ask Kaelen for number {number} now." for number in range(40)]
    own = readings("personal", "personal", [(text, text.replace("Kaelen", "Colin")) for text in said], ["Kaelen"])
    better = readings("personal", "personal", [(text, text) for text in said], ["Kaelen"])
    general = readings("general", "general", [(f"It is late {n}.", f"It is late {n}.") for n in range(30)])
    silence = readings("no speech", "silence", [("", "")])
    base, candidate = evaluation(own, general, silence), evaluation(better, general, silence, model="mine")
    shown = read_comparison(write(tmp_path, base, candidate, judge(base, candidate), Curves()))
    assert shown.accepted
    assert [rate.name for rate in shown.rates] == ["held-out sentences", "other people's speech"]
    assert shown.rates[0].before[0] > 0.1
    assert shown.rates[0].after[0] == 0
    assert shown.gain[1] > 0
    assert (shown.terms_said, shown.terms_found) == (40, (0, 40))
    assert shown.words_from_silence == (0, 0)
    assert 0 < len(shown.examples) <= 4
    assert not shown.is_slower
