import io
import itertools
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.errors import InputError
from trainer.features import FRAMES_PER_SECOND, silence_level
from trainer.forward import encode
from trainer.processes import Processes
from trainer.progress import Progress
from trainer.scratch.batches import batches, collate
from trainer.scratch.command import export
from trainer.scratch.corpus import Corpus
from trainer.scratch.examples import Composer, Example
from trainer.scratch.model import ScratchModel, new_model
from trainer.scratch.recipe import BASIC, PADDED, Mix
from trainer.scratch.tokens import TokenIds, save_tokenizer, train_tokenizer
from trainer.scratch.train import Watch, rate_at, train
from trainer.scratch.weights import save_ctc_head, take_decoder, take_encoder, take_weights

TINY = replace(
    BASIC,
    width=16,
    heads=2,
    encoder_layers=1,
    decoder_layers=1,
    steps=6,
    clips=4,
    first_clips=4,
    batch_seconds=6.0,
    easy_steps=3,
    ramp_steps=2,
    mix=Mix(full_window=0.0, padded=0.0),
)


def corpus_in(folder: Path) -> Corpus:
    (np.random.default_rng(0).standard_normal(4 * 16_000) * 3000).astype(np.int16).tofile(folder / "shard-00000.pcm")
    rows = [
        {"start": i * 16_000, "length": 16_000, "text": f"call anna {word}", "voice": "en-us"}
        for i, word in enumerate("abcd")
    ]
    (folder / "shard-00000.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Corpus(folder)


def run(folder: Path, corpus: Corpus, steps: int, begin: int = 0) -> dict[str, torch.Tensor]:
    """Train up to `steps`, on from what is in `folder`, else from the step `begin`."""
    clips = corpus.first(TINY.clips)
    tokenizer = train_tokenizer([clip.text for clip in clips], 270)
    torch.manual_seed(1)
    model: ScratchModel = new_model(TINY, tokenizer)
    left = iter([False] * (steps + 1))
    done = train(
        TINY, model, corpus, Composer(tokenizer, clips), Watch(clips, tokenizer), folder, begin, torch.device("cpu"),
        Progress(io.StringIO()), lambda: next(left, True), Processes(cpu=True),
    )  # fmt: skip
    assert done or steps < TINY.steps
    return model.state_dict()


def test_an_interrupted_run_ends_where_the_uninterrupted_one_does(tmp_path: Path) -> None:
    corpus = corpus_in(tmp_path)
    whole = run(tmp_path / "whole", corpus, TINY.steps)

    run(tmp_path / "parts", corpus, 2)
    parts = run(tmp_path / "parts", corpus, TINY.steps)

    for name, value in whole.items():
        torch.testing.assert_close(parts[name], value, rtol=1e-3, atol=1e-4)


def test_the_rate_rises_and_falls() -> None:
    rates = [rate_at(BASIC, step) for step in range(BASIC.steps)]
    peak = int(np.argmax(rates))

    assert 0 < peak < 0.1 * BASIC.steps
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] < 0.02 * BASIC.rate


def test_the_mix_comes_in_little_by_little() -> None:
    shares = [BASIC.mix_at(step).noisy for step in range(BASIC.steps)]

    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] == BASIC.mix.noisy
    assert max(b - a for a, b in itertools.pairwise(shares)) < 0.01


def test_the_padded_recipe_ends_on_the_windows_it_began_with() -> None:
    full = [PADDED.mix_at(step).full_window for step in range(PADDED.steps)]
    begin = PADDED.steps - PADDED.last_steps
    assert full[0] == full[begin] == full[-1] == 0.5
    assert set(full[PADDED.easy_steps + PADDED.ramp_steps : begin]) == {0.0}


def test_the_padded_recipe_has_full_windows_only_from_its_first_step_to_its_last(tmp_path: Path) -> None:
    corpus = corpus_in(tmp_path)
    clips = corpus.first(TINY.clips)
    composer = Composer(train_tokenizer([clip.text for clip in clips], 270), clips)
    recipe = replace(PADDED, clips=TINY.clips, first_clips=TINY.clips)

    ramp = PADDED.easy_steps + PADDED.ramp_steps // 3
    for first in (0, ramp, PADDED.easy_steps + PADDED.ramp_steps, PADDED.steps - 1):
        shapes = {batch.mel.shape[2] for batch in itertools.islice(batches(recipe, corpus, composer, first), 8)}
        assert shapes == {3000}
    assert PADDED.least_seconds == 30.0
    assert BASIC.least_seconds == 0.0


def test_a_full_window_is_padded_as_a_recogniser_pads_it_and_a_short_one_too() -> None:
    samples = np.random.default_rng(0).standard_normal(32_000).astype(np.float32) / 10
    example = Example(samples, [0], [0], [], samples.size // 160)
    short, full = (collate([example], least).mel[0] for least in (0.0, 30.0))

    assert short.shape[1] < 300
    torch.testing.assert_close(short[:, 205:], torch.full_like(short[:, 205:], silence_level(short.numpy())))
    assert full.shape[1] == 3000
    assert not full[:, 200:].any()
    torch.testing.assert_close(full[:, :195], short[:, :195])


def test_a_batch_holds_as_much_audio_whatever_it_is_made_of(tmp_path: Path) -> None:
    corpus = corpus_in(tmp_path)
    clips = corpus.first(TINY.clips)
    composer = Composer(train_tokenizer([clip.text for clip in clips], 270), clips)
    plain = Mix(packed=0.0, full_window=0.0, padded=0.0, silent=0.0)

    for mix in (plain, replace(plain, padded=1.0)):
        recipe = replace(TINY, easy_steps=-1, ramp_steps=1, batch_seconds=60.0, mix=mix)
        mel = next(batches(recipe, corpus, composer, 0)).mel
        assert mel.shape[0] * mel.shape[2] / FRAMES_PER_SECOND == pytest.approx(60.0, rel=0.3)


def test_a_larger_model_goes_on_from_a_smaller_ones_encoder(tmp_path: Path) -> None:
    corpus = corpus_in(tmp_path)
    run(tmp_path / "small" / "state", corpus, TINY.steps)
    tokenizer = train_tokenizer(["call anna now"], 270)
    small, large = new_model(TINY, tokenizer), new_model(replace(TINY, encoder_layers=2), tokenizer)

    for model in (small, large):
        take_encoder(model.eval(), tmp_path / "small")

    mel = torch.randn(1, 80, 100)
    with torch.no_grad():
        torch.testing.assert_close(encode(large.whisper.model.encoder, mel), encode(small.whisper.model.encoder, mel))


def test_an_encoder_can_be_taken_from_a_checkpoint_too(tmp_path: Path) -> None:
    tokenizer = train_tokenizer(["call anna now"], 270)
    torch.manual_seed(2)
    published, fresh = new_model(TINY, tokenizer).eval(), new_model(TINY, tokenizer).eval()
    published.whisper.save_pretrained(tmp_path)

    take_encoder(fresh, tmp_path)

    mel = torch.randn(1, 80, 60)
    with torch.no_grad():
        torch.testing.assert_close(
            encode(fresh.whisper.model.encoder, mel), encode(published.whisper.model.encoder, mel)
        )


def test_an_encoder_from_nowhere_is_refused(tmp_path: Path) -> None:
    tokenizer = train_tokenizer(["call anna now"], 270)
    with pytest.raises(InputError, match="neither a run nor a checkpoint"):
        take_encoder(new_model(TINY, tokenizer), tmp_path)


def test_a_run_goes_on_from_all_the_weights_of_a_checkpoint(tmp_path: Path) -> None:
    tokenizer = train_tokenizer(["call anna now"], 270)
    published = new_model(TINY, tokenizer).eval()
    published.whisper.save_pretrained(tmp_path)
    save_ctc_head(published, tmp_path)
    fresh = new_model(TINY, tokenizer).eval()

    take_weights(fresh, tmp_path)

    for name, value in published.state_dict().items():
        torch.testing.assert_close(fresh.state_dict()[name], value, rtol=1e-2, atol=1e-3)


def test_weights_of_another_size_are_refused(tmp_path: Path) -> None:
    tokenizer = train_tokenizer(["call anna now"], 270)
    new_model(TINY, tokenizer).whisper.save_pretrained(tmp_path)

    for other in (replace(TINY, width=32), replace(TINY, decoder_layers=2)):
        with pytest.raises(InputError, match=r"another size|fewer layers"):
            take_weights(new_model(other, tokenizer), tmp_path)


def test_a_long_constant_rate_leaves_the_end_for_the_cool_down() -> None:
    recipe = replace(BASIC, steps=1_000, warmup_steps=100, cooldown=0.2)

    assert rate_at(recipe, 100) == rate_at(recipe, 819) == recipe.rate
    assert rate_at(recipe, 821) < recipe.rate
    assert rate_at(recipe, 999) < 0.02 * recipe.rate


def test_a_decoder_is_taken_over_whatever_its_tokens(tmp_path: Path) -> None:
    few, many = train_tokenizer(["call anna now"], 262), train_tokenizer(["call anna now please"], 275)
    published = new_model(TINY, few).eval()
    published.whisper.save_pretrained(tmp_path)
    save_tokenizer(few, tmp_path)
    larger = new_model(replace(TINY, decoder_layers=2), many).eval()

    take_decoder(larger, many, tmp_path)

    hidden = torch.randn(1, 30, TINY.width)
    theirs, ours = (TokenIds.of(tokenizer) for tokenizer in (few, many))
    letter = few.token_to_id("c"), many.token_to_id("c")
    with torch.no_grad():
        before = published.decode(hidden, torch.tensor([[theirs.start, letter[0]]]))
        after = larger.decode(hidden, torch.tensor([[ours.start, letter[1]]]))
    # The same input gives the same output for every token that both have; the layer that is new adds nothing yet.
    for name in ("a", "n", "<|endoftext|>", "<|0.50|>"):
        torch.testing.assert_close(after[..., many.token_to_id(name)], before[..., few.token_to_id(name)])
    joined = many.encode(" call").ids
    embedding = larger.whisper.model.decoder.embed_tokens.weight
    pieces = published.whisper.model.decoder.embed_tokens.weight[few.encode(" call").ids]
    assert len(joined) < len(pieces)
    torch.testing.assert_close(embedding[joined].mean(0) * len(joined), pieces.mean(0) * len(joined))


def test_a_run_that_takes_weights_over_begins_at_their_step(tmp_path: Path) -> None:
    corpus = corpus_in(tmp_path)

    run(tmp_path / "state", corpus, TINY.steps, begin=4)

    assert torch.load(tmp_path / "state" / "state.pt", weights_only=True)["step"] == TINY.steps
    optimiser = torch.load(tmp_path / "state" / "state.pt", weights_only=True)["optimiser"]
    assert next(iter(optimiser["state"].values()))["step"] == TINY.steps - 4


def test_a_run_is_exported_as_a_checkpoint_to_go_on_from(tmp_path: Path) -> None:
    corpus = corpus_in(tmp_path)
    trained = run(tmp_path / "work" / "state", corpus, TINY.steps)
    tokenizer = train_tokenizer([clip.text for clip in corpus.first(TINY.clips)], 270)
    save_tokenizer(tokenizer, tmp_path / "work" / "tokenizer")

    export(TINY, tmp_path / "work", tmp_path / "out")

    fresh = new_model(TINY, tokenizer)
    take_weights(fresh, tmp_path / "out")
    for name, value in trained.items():
        torch.testing.assert_close(fresh.state_dict()[name], value, rtol=1e-2, atol=1e-3)
