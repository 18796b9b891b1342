"""The base as torch sees it: loading, the decoder with all its hidden states, greedy reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import WhisperForConditionalGeneration

from engine.errors import ModelFolderError
from engine.speech.guards import token_limit
from trainer.features import FRAMES_PER_SECOND, MAX_FRAMES, silence_level
from trainer.forward import Listen, listening
from trainer.personal.batches import pad_mel
from trainer.personal.device import Device
from trainer.personal.recipe import TINY
from trainer.personal.tokens import MAX_TEXT_TOKENS, Tokens

READ_TOGETHER = 16  # clips in one batch of reading
PAD_SECONDS = 0.5  # of silence behind the longest of them


@dataclass(frozen=True)
class ToRead:
    """Features of a recording, (bins, frames), and its language."""

    mel: np.ndarray
    language: str = "en"

    @property
    def pad(self) -> float:
        """What stands for silence behind the recording."""
        return silence_level(self.mel)


def load_base(checkpoint: Path) -> WhisperForConditionalGeneration:
    """The checkpoint's model in fp32, from safetensors only.

    Raises:
        ModelFolderError: there are no safetensors weights, or they do not fit the config.
    """
    if not any(checkpoint.glob("*.safetensors")):
        raise ModelFolderError(f"{checkpoint} holds no safetensors weights.", "Install the base again.")
    try:
        model = WhisperForConditionalGeneration.from_pretrained(
            checkpoint,
            dtype=torch.float32,
            use_safetensors=True,
            local_files_only=True,
            attn_implementation="sdpa",
        )
    except (RuntimeError, ValueError, OSError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelFolderError(f"{checkpoint} cannot be loaded: {reason}.", "Install the base again.") from error
    assert isinstance(model, WhisperForConditionalGeneration)
    return model


def put_on(device: Device, whisper: WhisperForConditionalGeneration) -> WhisperForConditionalGeneration:
    """The model on the device, with the attention that learns fastest there."""
    torch.nn.Module.to(whisper, device.place)
    # The fused kernel saves memory where windows are long and heads are many: larger models keep it.
    whisper.set_attn_implementation(device.attention if whisper.num_parameters() < TINY else "sdpa")
    return whisper


def decode(
    whisper: WhisperForConditionalGeneration,
    states: torch.Tensor,
    inputs: torch.Tensor,
    real: torch.Tensor | None = None,
) -> tuple[torch.Tensor, ...]:
    """Hidden states after the embeddings and after each decoder layer, the last normed: each (batch, tokens, width).

    The tokens attend to all of `states`, (batch, positions, width): silence behind the speech is part of the input,
    as in a live decode. `real`, (batch, positions), leaves out what only fills up a batch.
    """
    decoder = whisper.model.decoder
    hidden = decoder.embed_tokens(inputs) + decoder.embed_positions.weight[: inputs.shape[1]]
    seen = None if real is None else real[:, None, None, :]
    before = None  # the fused attention is causal by itself
    if whisper.config._attn_implementation == "eager":
        seen = None if seen is None else _added(seen)
        before = _added(inputs.new_ones(inputs.shape[1], inputs.shape[1], dtype=torch.bool).tril())
    all_states = [hidden]
    for layer in decoder.layers:
        hidden = layer(hidden, before, states, encoder_attention_mask=seen, use_cache=False)
        all_states.append(hidden)
    return (*all_states[:-1], decoder.layer_norm(hidden))


def _added(allowed: torch.Tensor) -> torch.Tensor:
    """A mask as numbers that are added to the scores."""
    return torch.zeros(allowed.shape, device=allowed.device).masked_fill(~allowed, -torch.inf)


@torch.no_grad()
def read(
    whisper: WhisperForConditionalGeneration,
    tokens: Tokens,
    clips: Sequence[ToRead],
    device: torch.device,
    *,
    context_seconds: float = 0.0,
    pad_seconds: float = PAD_SECONDS,
    listen: Listen | None = None,
) -> list[list[int]]:
    """Greedy text ids of each clip, prompt and end left out, in the clips' order, whatever their lengths.

    Each clip is read with at least `context_seconds` of audio, and `pad_seconds` of silence behind it. `listen` stands
    in for the model's own encoder.
    """
    listen = listen or listening(whisper.model.encoder)
    ids: list[list[int]] = [[]] * len(clips)
    training = whisper.training
    whisper.train(False)
    for group in alike([clip.mel.shape[1] for clip in clips]):
        longest = max(clips[index].mel.shape[1] for index in group)
        frames = longest + round(pad_seconds * FRAMES_PER_SECOND)
        frames = min(MAX_FRAMES, max(frames, round(context_seconds * FRAMES_PER_SECOND)))
        mel = np.stack([pad_mel(clips[index].mel, clips[index].pad, frames) for index in group])
        prompts = torch.tensor([tokens.prompt(clips[index].language) for index in group], device=device)
        states = listen(torch.from_numpy(mel).to(device))
        limit = min(MAX_TEXT_TOKENS, token_limit(longest / FRAMES_PER_SECOND))
        for index, row in zip(group, _greedy(whisper, states, prompts, tokens, limit), strict=True):
            ids[index] = row
    whisper.train(training)
    return ids


def alike(lengths: Sequence[float]) -> Iterator[list[int]]:
    """The clips to read together, by their place: the shortest first, so that little is filled up."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    return (order[first : first + READ_TOGETHER] for first in range(0, len(order), READ_TOGETHER))


def _greedy(
    whisper: WhisperForConditionalGeneration, states: torch.Tensor, prompts: torch.Tensor, tokens: Tokens, limit: int
) -> list[list[int]]:
    given, cache = prompts, None
    said: list[torch.Tensor] = []
    finished = torch.zeros(len(prompts), dtype=torch.bool, device=prompts.device)
    for _ in range(limit):
        output: Any = whisper.model.decoder(
            input_ids=given, encoder_hidden_states=states, past_key_values=cache, use_cache=True
        )
        cache = output.past_key_values
        logits = whisper.proj_out(output.last_hidden_state[:, -1])
        logits[:, tokens.end + 1 :] = -torch.inf  # text only: times and tasks were settled by the prompt
        following = logits.argmax(-1)
        following[finished] = tokens.end
        said.append(following)
        finished |= following == tokens.end
        if bool(finished.all()):
            break
        given = following[:, None]
    rows = torch.stack(said, 1).tolist() if said else [[] for _ in prompts]
    return [[number for number in row if number != tokens.end] for row in rows]
