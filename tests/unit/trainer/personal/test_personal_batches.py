from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.personal.batches import pack_neighbours, plan_run
from trainer.personal.examples import WINDOW_SECONDS
from trainer.personal.manifest import Clip
from trainer.personal.recipe import Recipe
from trainer.personal.rehearsal import label, split

durations = st.lists(st.floats(0.3, 28.0), min_size=1, max_size=60)


def clips(lengths: list[float], name: str = "c") -> list[Clip]:
    return [
        Clip(f"{name}{number:03}", Path("x.flac"), "text", "en", seconds, f"s{number // 5}", "read")
        for number, seconds in enumerate(lengths)
    ]


@settings(max_examples=40, deadline=None)
@given(durations, st.integers(0, 5))
def test_an_epoch_holds_every_pair_once_in_batches_of_bounded_padded_length(lengths: list[float], seed: int) -> None:
    recipe = Recipe(epochs=2, batch_seconds=30.0)
    pairs, replay = clips(lengths), clips([3.0] * 7, "r")
    for epoch in plan_run(recipe, pairs, replay, seed):
        learnt = Counter(plan.clips[0].id for batch in epoch for plan in batch if plan.kind == "pair")
        assert learnt == Counter(clip.id for clip in pairs)
        for batch in epoch:
            assert len({plan.kind for plan in batch}) == 1
            if batch[0].kind != "packed":
                assert len(batch) == 1 or len(batch) * max(plan.seconds for plan in batch) <= recipe.batch_seconds


def test_a_seed_gives_the_same_run_and_another_seed_another() -> None:
    pairs, replay = clips([2.0, 3.0, 4.0] * 10), clips([3.0] * 7, "r")
    recipe = Recipe(epochs=2)
    assert plan_run(recipe, pairs, replay, 1) == plan_run(recipe, pairs, replay, 1)
    assert plan_run(recipe, pairs, replay, 1) != plan_run(recipe, pairs, replay, 2)


def test_rehearsal_takes_its_share_of_the_steps() -> None:
    recipe = Recipe(epochs=1, batch_seconds=8.0, rehearsal_share=0.3, packed_share=0.1)
    run = plan_run(recipe, clips([2.0] * 200), clips([2.0] * 9, "r"), 1)[0]
    share = sum(batch[0].kind == "rehearsal" for batch in run) / len(run)
    assert abs(share - 0.3) < 0.03


def test_steps_of_rehearsal_may_be_shorter_and_the_recipe_knows_what_is_left_for_the_pairs() -> None:
    recipe = Recipe(epochs=1, batch_seconds=30.0, rehearsal_share=0.5, rehearsal_batch=0.5, packed_share=0.1)
    run = plan_run(recipe, clips([2.5] * 600), clips([2.5] * 9, "r"), 1)[0]

    heard = {
        kind: [sum(plan.seconds for plan in step) for step in run if step[0].kind == kind]
        for kind in ("pair", "rehearsal", "packed")
    }
    assert max(heard["rehearsal"]) == 15.0
    assert max(heard["pair"]) == max(heard["packed"]) == 30.0
    assert sum(heard["pair"]) / sum(map(sum, heard.values())) == pytest.approx(recipe.own_share, abs=0.03)


@settings(max_examples=40, deadline=None)
@given(durations)
def test_packed_windows_hold_neighbours_of_one_session_and_never_overflow(lengths: list[float]) -> None:
    for pack in pack_neighbours(clips(lengths)):
        assert len({clip.session for clip in pack}) == 1
        numbers = [int(clip.id[1:]) for clip in pack]
        assert numbers == list(range(numbers[0], numbers[0] + len(pack)))
        assert sum(clip.duration for clip in pack) < WINDOW_SECONDS


def test_what_has_no_label_is_left_out_and_nothing_kept_back_is_rehearsed() -> None:
    offered = clips([2.0] * 40)
    texts = {clip.id: f"the label of {clip.id}" for clip in offered[:20]}
    found = split(offered, texts)
    assert not {clip.id for clip in found.learnt} & {clip.id for clip in found.kept_back}
    assert len(found.kept_back) == 4
    assert {clip.id: clip.text for clip in (*found.learnt, *found.kept_back)} == texts
    assert split(list(reversed(offered)), texts) == found


def test_development_speech_is_kept_back_where_there_is_some_and_nothing_else() -> None:
    offered = [
        replace(clip, split="dev" if number % 4 == 0 else "train") for number, clip in enumerate(clips([2.0] * 40))
    ]
    found = split(offered, {clip.id: "text" for clip in offered})
    assert {clip.split for clip in found.kept_back} == {"dev"}
    assert {clip.split for clip in found.learnt} == {"train"}
    assert (len(found.kept_back), len(found.learnt)) == (10, 30)


def test_what_was_read_aloud_needs_no_recogniser_to_be_labelled(tmp_path: Path) -> None:
    offered = [replace(clip, source="read") for clip in clips([2.0] * 3)]
    assert label(offered, tmp_path / "no model at all", lambda *_: None) == offered


def test_whole_voices_are_kept_back_where_there_are_enough() -> None:
    offered = [replace(clip, session=f"voice {number % 20}") for number, clip in enumerate(clips([2.0] * 60))]
    found = split(offered, {clip.id: "text" for clip in offered})
    assert len(found.kept_back) == 12
    assert {clip.session for clip in found.kept_back}.isdisjoint(clip.session for clip in found.learnt)
    assert len(found.learnt) >= 45
    alone = [replace(clip, session="the only one") for clip in offered]
    assert len(split(alone, {clip.id: "text" for clip in alone}).learnt) == 48
