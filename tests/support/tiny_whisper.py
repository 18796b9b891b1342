"""A Whisper checkpoint of real structure and random weights, small enough to build inside a test.

Its decoder's position embeddings are strong and end in the end-of-text token, so that greedy decoding says
a few different words and stops, as a sound model does, instead of repeating one token until the limit.
"""

from __future__ import annotations

import functools
import shutil
import tempfile
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    GenerationConfig,
    WhisperConfig,
    WhisperFeatureExtractor,
    WhisperForConditionalGeneration,
    WhisperTokenizer,
)

from trainer.convert import convert

WIDTH = 64
WORDS_UNTIL_END = 8
TEXT = [
    "The quick brown fox jumps over the lazy dog while the rain falls on the old town.",
    "Please send the letter to my sister before noon and write the number on the door.",
    "We walk along the river in the morning; she reads a book, he plays with the cat.",
    "Is there any news? No, nothing at all, but the weather will be better tomorrow.",
] * 4
SPECIALS = [
    "<|endoftext|>",
    "<|startoftranscript|>",
    "<|en|>",
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
]
TIMESTAMPS = [f"<|{index * 0.02:.2f}|>" for index in range(1501)]


def make_checkpoint(folder: Path, seed: int = 0) -> Path:
    """Write a Hugging Face checkpoint (English only, two layers of width 64) into `folder`, which is made."""
    shutil.copytree(_built_checkpoint(seed), folder, dirs_exist_ok=True)
    return folder


def make_model(folder: Path, seed: int = 0) -> Path:
    """Write the checkpoint's CTranslate2 int8 conversion into `folder`: all that faster-whisper needs."""
    shutil.copytree(_built_model(seed), folder, dirs_exist_ok=True)
    return folder


@functools.cache
def _built_model(seed: int) -> Path:
    folder = _workplace() / f"model-{seed}"
    convert(_built_checkpoint(seed), folder)
    return folder


@functools.cache
def _built_checkpoint(seed: int) -> Path:
    folder = _workplace() / f"checkpoint-{seed}"
    tokenizer = _tokenizer()
    model = _random_model(tokenizer, seed)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    WhisperFeatureExtractor(feature_size=80).save_pretrained(folder)
    return folder


@functools.cache
def _workplace_holder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="attune-tiny-whisper-", ignore_cleanup_errors=True)


def _workplace() -> Path:
    return Path(_workplace_holder().name)


@functools.cache
def _tokenizer() -> WhisperTokenizer:
    """A byte-level BPE of 400 tokens, then the special tokens in OpenAI's order, then the timestamps."""
    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(vocab_size=400, initial_alphabet=alphabet, show_progress=False)
    backend.train_from_iterator(TEXT, trainer)
    backend.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in SPECIALS])
    backend.add_tokens([AddedToken(token, normalized=False) for token in TIMESTAMPS])
    end = "<|endoftext|>"
    return WhisperTokenizer(
        tokenizer_object=backend,
        bos_token=end,
        eos_token=end,
        unk_token=end,
        pad_token=end,
        language=None,
        task=None,
    )


def _random_model(tokenizer: WhisperTokenizer, seed: int) -> WhisperForConditionalGeneration:
    ids = tokenizer.get_vocab()
    end, start = ids["<|endoftext|>"], ids["<|startoftranscript|>"]
    config = WhisperConfig(
        vocab_size=len(tokenizer),
        d_model=WIDTH,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=2 * WIDTH,
        decoder_ffn_dim=2 * WIDTH,
        bos_token_id=end,
        eos_token_id=end,
        pad_token_id=end,
        decoder_start_token_id=start,
        suppress_tokens=None,
        begin_suppress_tokens=[ids["Ġ"], end],
    )
    generator_state = torch.random.get_rng_state()
    torch.manual_seed(seed)
    model = WhisperForConditionalGeneration(config).eval()
    _speak_then_end(model, _whole_words(ids), end)
    torch.random.set_rng_state(generator_state)
    model.generation_config = GenerationConfig(
        bos_token_id=end,
        eos_token_id=end,
        pad_token_id=end,
        decoder_start_token_id=start,
        suppress_tokens=[ids["<|startoflm|>"], ids["<|startofprev|>"], start],
        begin_suppress_tokens=[ids["Ġ"], end],
        no_timestamps_token_id=ids["<|notimestamps|>"],
        prev_sot_token_id=ids["<|startofprev|>"],
        alignment_heads=[[1, 0], [1, 1]],
        is_multilingual=False,
        max_initial_timestamp_index=50,
        max_length=448,
        return_timestamps=False,
    )
    return model


def _whole_words(ids: dict[str, int]) -> list[int]:
    return sorted(number for token, number in ids.items() if token.startswith("Ġ") and len(token) > 3)


@torch.no_grad()
def _speak_then_end(model: WhisperForConditionalGeneration, words: list[int], end: int) -> None:
    decoder = model.model.decoder
    tokens, positions = decoder.embed_tokens.weight, decoder.embed_positions.weight
    tokens.normal_(std=0.3)
    # Near an ordinary word's embedding at each early position, near the end token's after that.
    spoken = torch.tensor(words)[torch.randperm(len(words))[:WORDS_UNTIL_END]]
    positions[:WORDS_UNTIL_END] = 4 * tokens[spoken]
    positions[WORDS_UNTIL_END:] = 4 * tokens[end]
