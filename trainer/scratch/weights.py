"""Where a training from scratch may begin other than at random: another run, or a published checkpoint."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from engine.errors import InputError
from trainer.scratch.model import ScratchModel

_CTC_HEAD = "ctc_head.safetensors"  # beside a checkpoint: nothing but a longer training needs it


def save_ctc_head(model: ScratchModel, folder: Path) -> None:
    """Write the part of the model that Whisper's format has no place for, in half precision."""
    head = {name: value.detach().half().contiguous() for name, value in model.ctc_head.state_dict().items()}
    save_file(head, folder / _CTC_HEAD)


def take_weights(model: ScratchModel, source: Path) -> None:
    """Start from every weight of another run, or of a checkpoint, of the same size.

    Raises:
        InputError: it is of another size, or neither a run nor a checkpoint.
    """
    try:
        missing, _ = model.load_state_dict(_weights_in(source), strict=False)
    except RuntimeError as error:
        raise InputError(f"The model in {source} is of another size.", "Give the recipe it was made with.") from error
    # The output layer is the embedding; a checkpoint that lost its CTC head learns a new one.
    lost = [name for name in missing if not name.startswith(("ctc_head.", "whisper.proj_out."))]
    if lost:
        raise InputError(f"The model in {source} has fewer layers.", "Give the recipe it was made with.")


def take_encoder(model: ScratchModel, source: Path) -> None:
    """Start from the encoder of another run, or of a checkpoint (without its CTC head it soon learns a new one).

    Layers that the other lacks begin as the identity, and grow from there.
    """
    weights = _weights_in(source)
    kept = {name: value for name, value in weights.items() if name.startswith(("whisper.model.encoder.", "ctc_head."))}
    model.load_state_dict(kept, strict=False)
    taken = max(int(name.split(".")[4]) for name in kept if name.startswith("whisper.model.encoder.layers.")) + 1
    for layer in model.whisper.model.encoder.layers[taken:]:
        for last in (layer.self_attn.out_proj, layer.fc2):
            torch.nn.init.zeros_(last.weight)
            torch.nn.init.zeros_(last.bias)


def _weights_in(source: Path) -> dict[str, torch.Tensor]:
    """The weights of a run's work folder or of a Hugging Face checkpoint, by the names that a run gives them.

    Raises:
        InputError: it is neither.
    """
    if (source / "state" / "state.pt").is_file():
        state: dict[str, torch.Tensor] = torch.load(
            source / "state" / "state.pt", map_location="cpu", weights_only=True
        )["model"]
        return state
    if (source / "model.safetensors").is_file():
        weights = {f"whisper.{name}": value for name, value in load_file(source / "model.safetensors").items()}
        if (source / _CTC_HEAD).is_file():
            weights |= {f"ctc_head.{name}": value for name, value in load_file(source / _CTC_HEAD).items()}
        return weights
    raise InputError(f"{source} holds neither a run nor a checkpoint.", "Give WORK of a run, or a checkpoint folder.")
