"""Whisper models of real size with random weights: they cost what the real ones cost, and need no download.

What they say is noise, so they serve for timing only. The end-of-text token never wins, so that the number of
tokens is exactly the limit that the caller sets, the same for every program under test.

``python tests/support/random_whisper.py SHAPE FOLDER`` writes the CTranslate2 int8 model of a shape.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from transformers import WhisperConfig, WhisperFeatureExtractor, WhisperForConditionalGeneration, WhisperTokenizer
from transformers.models.whisper.tokenization_whisper import LANGUAGES

from trainer.convert import convert

TEXT_TOKENS = 50_257  # then come the special tokens, in the order of OpenAI's multilingual models
END = "<|endoftext|>"
SPECIALS = [
    END,
    "<|startoftranscript|>",
    *(f"<|{code}|>" for code in list(LANGUAGES)[:99]),
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
]
TIMESTAMPS = [f"<|{index * 0.02:.2f}|>" for index in range(1501)]


@dataclass(frozen=True)
class Shape:
    """Width, layers of each stack, heads (Radford et al. 2022, table 1)."""

    width: int
    layers: int
    heads: int


SHAPES = {"tiny": Shape(384, 4, 6), "base": Shape(512, 6, 8), "small": Shape(768, 12, 12)}
SHAPES["miniature"] = Shape(64, 1, 1)  # of no real model: for tests of what only multilingual models do


def make_random_model(shape: str, folder: Path, seed: int = 0) -> Path:
    """Write the int8 model of a shape into `folder`, unless a model is there already."""
    if not (folder / "model.bin").exists():
        with tempfile.TemporaryDirectory() as place:
            checkpoint = Path(place)
            tokenizer = _tokenizer()
            _random_network(SHAPES[shape], tokenizer, seed).save_pretrained(checkpoint)
            tokenizer.save_pretrained(checkpoint)
            WhisperFeatureExtractor(feature_size=80).save_pretrained(checkpoint)
            # Written again by the conversion, with the heads that word times need.
            (checkpoint / "generation_config.json").unlink(missing_ok=True)
            convert(checkpoint, folder)
    return folder


def _tokenizer() -> WhisperTokenizer:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [f"Ġword{number}" for number in range(TEXT_TOKENS - len(alphabet) - 1)]
    # OpenAI's multilingual vocabularies end in an empty token: CTranslate2 tells them by it.
    backend = Tokenizer(models.BPE({token: index for index, token in enumerate([*alphabet, *words, ""])}, []))
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    backend.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in SPECIALS])
    backend.add_tokens([AddedToken(token, normalized=False) for token in TIMESTAMPS])
    return WhisperTokenizer(
        tokenizer_object=backend, bos_token=END, eos_token=END, unk_token=END, pad_token=END, language=None, task=None
    )


@torch.no_grad()
def _random_network(shape: Shape, tokenizer: WhisperTokenizer, seed: int) -> WhisperForConditionalGeneration:
    end = tokenizer.convert_tokens_to_ids(END)
    config = WhisperConfig(
        vocab_size=len(tokenizer),
        d_model=shape.width,
        encoder_layers=shape.layers,
        decoder_layers=shape.layers,
        encoder_attention_heads=shape.heads,
        decoder_attention_heads=shape.heads,
        encoder_ffn_dim=4 * shape.width,
        decoder_ffn_dim=4 * shape.width,
        bos_token_id=end,
        eos_token_id=end,
        pad_token_id=end,
        decoder_start_token_id=tokenizer.convert_tokens_to_ids("<|startoftranscript|>"),
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    torch.manual_seed(seed)
    network = WhisperForConditionalGeneration(config).eval()
    decoder = network.model.decoder
    # Every hidden state leans towards one direction, and the end token (input and output share it) points away.
    lean = torch.randn(shape.width)
    decoder.layer_norm.bias.copy_(lean)
    decoder.embed_tokens.weight[end] = -lean
    return network


if __name__ == "__main__":
    make_random_model(sys.argv[1], Path(sys.argv[2]))
