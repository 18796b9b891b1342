"""Whisper's architecture, small, with a CTC head on the encoder that is thrown away after training.

The CTC loss makes the encoder's output monotonic early, and the attention decoder aligns on it
(Kim et al. 2017, arXiv 1609.06773). Without it a decoder trained from nothing stays a language model for long.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import GenerationConfig, WhisperConfig, WhisperForConditionalGeneration

from trainer.forward import encode
from trainer.scratch.examples import IGNORED
from trainer.scratch.letters import ENGLISH, Letters
from trainer.scratch.recipe import ScratchRecipe
from trainer.scratch.tokens import TokenIds


@dataclass(frozen=True)
class Batch:
    """Padded tensors: mel (batch, bins, frames), inputs and targets (batch, tokens), characters (batch, n)."""

    mel: torch.Tensor
    inputs: torch.Tensor
    targets: torch.Tensor
    characters: torch.Tensor
    character_counts: torch.Tensor
    positions: torch.Tensor  # encoder outputs that are real, (batch,)


@dataclass(frozen=True)
class Shares:
    """How much of a step's batch this process has: of the tokens asked for, and of the examples."""

    tokens: float = 1.0
    examples: float = 1.0


WHOLE = Shares()


@dataclass(frozen=True)
class Losses:
    """What one batch cost, scalars in nats; of a part of a batch, what it adds to the cost of the whole."""

    total: torch.Tensor
    attention: float
    ctc: float


class ScratchModel(nn.Module):
    """A Whisper model and its CTC head."""

    def __init__(self, whisper: WhisperForConditionalGeneration, letters: Letters = ENGLISH) -> None:
        super().__init__()
        self.whisper = whisper
        self.letters = letters
        self.ctc_head = nn.Linear(whisper.config.d_model, len(letters.alphabet) + 1)

    def losses(self, batch: Batch, ctc_weight: float, smoothing: float, shares: Shares = WHOLE) -> Losses:
        """Label-smoothed cross-entropy of the decoder and CTC of the encoder, weighted."""
        hidden = encode(self.whisper.model.encoder, batch.mel)
        logits = self.decode(hidden, batch.inputs)
        attention = shares.tokens * functional.cross_entropy(
            logits.flatten(0, 1).float(),
            batch.targets.flatten(),
            ignore_index=IGNORED,
            label_smoothing=smoothing,
        )
        ctc = shares.examples * functional.ctc_loss(
            self.ctc_head(hidden).float().log_softmax(-1).transpose(0, 1),
            batch.characters,
            batch.positions,
            batch.character_counts,
            zero_infinity=True,
        )
        total = (1 - ctc_weight) * attention + ctc_weight * ctc
        return Losses(total, float(attention.detach()), float(ctc.detach()))

    def decode(self, hidden: torch.Tensor, inputs: torch.Tensor) -> torch.Tensor:
        """Decoder logits, (batch, tokens, vocabulary)."""
        output = self.whisper.model.decoder(input_ids=inputs, encoder_hidden_states=hidden, use_cache=False)
        logits: torch.Tensor = self.whisper.proj_out(output.last_hidden_state)
        return logits

    @torch.no_grad()
    def greedy(self, mel: torch.Tensor, ids: TokenIds, limit: int = 60) -> list[list[int]]:
        """Greedy text tokens without timestamps, for watching a run. (No cache: fine for short clips.)"""
        hidden = encode(self.whisper.model.encoder, mel)
        tokens = torch.tensor([[ids.start, ids.no_timestamps]] * mel.shape[0], device=mel.device)
        finished = torch.zeros(mel.shape[0], dtype=torch.bool, device=mel.device)
        for _ in range(limit):
            following = self.decode(hidden, tokens)[:, -1].argmax(-1)
            following[finished] = ids.end
            tokens = torch.cat([tokens, following[:, None]], 1)
            finished |= following == ids.end
            if bool(finished.all()):
                break
        return [[token for token in row if token < ids.end] for row in tokens[:, 2:].tolist()]

    @torch.no_grad()
    def ctc_text(self, mel: torch.Tensor) -> list[str]:
        """The encoder's own reading, greedy: the first sign of learning, long before the decoder's."""
        best = self.ctc_head(encode(self.whisper.model.encoder, mel)).argmax(-1)
        return [self.letters.text(_collapse(row)) for row in best.tolist()]


def new_model(recipe: ScratchRecipe, tokenizer: Tokenizer, letters: Letters = ENGLISH) -> ScratchModel:
    """A randomly initialised model of the recipe's size."""
    ids = TokenIds.of(tokenizer)
    config = WhisperConfig(
        vocab_size=tokenizer.get_vocab_size(),
        num_mel_bins=80,
        d_model=recipe.width,
        encoder_layers=recipe.encoder_layers,
        decoder_layers=recipe.decoder_layers,
        encoder_attention_heads=recipe.heads,
        decoder_attention_heads=recipe.heads,
        encoder_ffn_dim=4 * recipe.width,
        decoder_ffn_dim=4 * recipe.width,
        dropout=recipe.dropout,
        pad_token_id=ids.end,
        bos_token_id=ids.end,
        eos_token_id=ids.end,
        decoder_start_token_id=ids.start,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    whisper = WhisperForConditionalGeneration(config)
    whisper.generation_config = generation_config(config, ids)
    return ScratchModel(whisper, letters)


def generation_config(config: WhisperConfig, ids: TokenIds) -> GenerationConfig:
    """What Whisper's decoders read beside the weights. Word times come from every head of the last layer."""
    last = config.decoder_layers - 1
    return GenerationConfig(  # type: ignore[no-untyped-call]
        decoder_start_token_id=ids.start,
        bos_token_id=ids.end,
        eos_token_id=ids.end,
        pad_token_id=ids.end,
        prev_sot_token_id=ids.previous,
        no_timestamps_token_id=ids.no_timestamps,
        is_multilingual=False,
        alignment_heads=[[last, head] for head in range(config.decoder_attention_heads)],
        max_initial_timestamp_index=50,
        max_length=448,
    )


def _collapse(path: list[int]) -> list[int]:
    return [now for before, now in zip([0, *path], path, strict=False) if now not in (0, before)]
