from __future__ import annotations

import math

import pytest
from scipy import stats

from trainer.comparison.cell import Cell
from trainer.comparison.figures import Figures, mean_of
from trainer.comparison.material import NEW_SENTENCES, OTHERS, REPLAY
from trainer.comparison.page import text_table, write
from trainer.comparison.verdicts import judge


def cell(arm, seed, minutes=3.0, **wrong):
    """`wrong`: percent of 1,000 words, by set."""
    sets = {name.replace("_", " "): (round(10 * percent), 1000) for name, percent in wrong.items()}
    return Cell(arm, minutes, seed, 40, 7200.0, 60.0, None, [(0.0, 1.0), (7200.0, 0.5)], sets)


def figures(**rates):
    """Rates of an arm: one dictionary of percents for each seed."""
    names = {"held": "B'"}
    return Figures(
        tuple(cell(names.get(arm, arm), seed, **one) for arm, runs in rates.items() for seed, one in enumerate(runs, 1))
    )


def outcome(found, start):
    return next(one for one in found if one.claim.startswith(start))


def test_the_interval_over_seeds_is_students():
    mean = mean_of([0.1, 0.2, 0.3])
    expected = stats.t.interval(0.95, 2, loc=0.2, scale=0.1 / math.sqrt(3))
    assert (mean.value, mean.low, mean.high) == pytest.approx((0.2, *expected))


def test_one_seed_has_no_interval_and_shows_nothing():
    assert not mean_of([0.2]).known
    found = judge(figures(A=[{"new_sentences": 99}]), 3.0)
    assert outcome(found, "From scratch: “Complete failure").outcome == "not shown"


def test_a_claim_holds_or_does_not_where_the_interval_leaves_out_the_limit():
    run = {"training_clips_again": 60, "new_sentences": 99}
    found = judge(figures(A=[run, {**run, "new_sentences": 98}, {**run, "training_clips_again": 61}]), 3.0)
    assert outcome(found, "From scratch: “Model that memorized”").outcome == "does not hold"
    assert outcome(found, "From scratch: “Complete failure").outcome == "holds"
    assert outcome(found, "Fine-tuning: “Improved").figure == "not measured"


def test_arms_are_compared_seed_by_seed():
    base = [{"new_sentences": 60}, {"new_sentences": 40}, {"new_sentences": 50}]
    held = [{"new_sentences": 50}, {"new_sentences": 31}, {"new_sentences": 40}]
    compared = figures(C=base, held=held)
    gain = compared.difference("C", "B'", 3.0, NEW_SENTENCES)
    assert gain.value == pytest.approx(0.0967, abs=1e-3)
    assert gain.low > 0.07  # the rates themselves are 10 points apart
    assert outcome(judge(compared, 3.0), "Fine-tuning: “Improved").outcome == "holds"


def test_keeping_general_speech_is_shown_only_within_the_allowed_loss():
    base = [{"other_voices": 10.0}] * 3
    kept = judge(figures(C=base, held=[{"other_voices": 10.1}, {"other_voices": 10.2}, {"other_voices": 10.0}]), 3.0)
    lost = judge(figures(C=base, held=[{"other_voices": 12.1}, {"other_voices": 12.2}, {"other_voices": 12.0}]), 3.0)
    doubt = judge(figures(C=base, held=[{"other_voices": 9.0}, {"other_voices": 12.0}, {"other_voices": 10.0}]), 3.0)
    said = [outcome(found, "Fine-tuning with rehearsal: “Still").outcome for found in (kept, lost, doubt)]
    assert said == ["holds", "does not hold", "not shown"]


def test_everything_is_written_and_the_page_needs_nothing_else(tmp_path):
    run = {"training_clips_again": 60, "new_sentences": 99, "other_voices": 98}
    compared = figures(A=[run] * 3, C=[{**run, "new_sentences": 40}] * 3)
    write(tmp_path, compared, {3.0: judge(compared, 3.0)}, {"speech": "<synthetic>"})
    page = (tmp_path / "index.html").read_text()
    assert "http" not in page.replace("http-equiv", "")
    assert "&lt;synthetic&gt;" in page
    assert "Improved accuracy on your voice" in page
    assert 'xmlns="http://www.w3.org/2000/svg"' in (tmp_path / "learning-3.svg").read_text()
    rows = (tmp_path / "table.csv").read_text().splitlines()
    assert rows[0] == "minutes,set,arm,seeds,wer,low,high"
    assert f"3.0,{NEW_SENTENCES},C,3,0.4,0.4,0.4" in rows
    assert len(rows) == 1 + 3 * 2


def test_the_table_names_every_arm_and_set():
    table = text_table(figures(A=[{"other_voices": 98}], C=[{"other_voices": 8}]))
    assert OTHERS in table
    assert "98.0%" in table
    assert REPLAY not in table
