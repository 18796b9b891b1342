"""Where a training from scratch may begin other than at random: another run, or a published checkpoint."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from engine.errors import InputError
from trainer.scratch.letters import Letters
from trainer.scratch.model import ScratchModel
from trainer.scratch.tokens import load_tokenizer

_ENCODER = "whisper.model.encoder."
_DECODER = "whisper.model.decoder."
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
    kept = _parts(weights, _ENCODER)
    model.load_state_dict(kept, strict=False)
    _take_letters(model, _parts(weights, "ctc_head."), Letters.load(tokenizer_folder(source)))
    for layer in model.whisper.model.encoder.layers[_layers(kept, _ENCODER) :]:
        _make_identity(layer.self_attn.out_proj, layer.fc2)


def take_decoder(model: ScratchModel, tokenizer: Tokenizer, source: Path) -> None:
    """Start from the decoder of another run or checkpoint, whatever its tokens and as far as its layers go.

    Its attention already follows the encoder from left to right, which takes a decoder of many words a long time to
    find. A token begins as the mean of the pieces that the other writes it with.
    """
    kept = _parts(_weights_in(source), _DECODER)
    embedding = kept.pop(f"{_DECODER}embed_tokens.weight")
    model.load_state_dict(kept, strict=False)
    for layer in model.whisper.model.decoder.layers[_layers(kept, _DECODER) :]:
        _make_identity(layer.self_attn.out_proj, layer.encoder_attn.out_proj, layer.fc2)
    ours = model.whisper.model.decoder.embed_tokens.weight
    pieces = _pieces(tokenizer, load_tokenizer(tokenizer_folder(source)))
    with torch.no_grad():
        for token, parts in pieces.items():
            ours[token] = embedding[parts].float().mean(0)


def _take_letters(model: ScratchModel, head: dict[str, torch.Tensor], theirs: Letters) -> None:
    """The outputs of the letters that both spell with; the others stay as they are."""
    if not head:
        return
    shared = [
        (ours, theirs.alphabet.index(one)) for ours, one in enumerate(model.letters.alphabet) if one in theirs.alphabet
    ]
    with torch.no_grad():
        for name, values in model.ctc_head.state_dict().items():
            values[0] = head[f"ctc_head.{name}"][0]  # the blank
            for ours, other in shared:
                values[ours + 1] = head[f"ctc_head.{name}"][other + 1]


def tokenizer_folder(source: Path) -> Path:
    """Where a run or a checkpoint keeps its tokenizer."""
    inside = source / "tokenizer"
    return inside if inside.is_dir() else source


def _pieces(ours: Tokenizer, theirs: Tokenizer) -> dict[int, list[int]]:
    """For each of our tokens how they write it; without the few that are no whole characters."""
    special = theirs.get_added_tokens_decoder()
    names = {token.content: number for number, token in special.items()}
    pieces = {}
    for name, number in ours.get_vocab().items():
        parts = [names[name]] if name in names else theirs.encode(ours.decode([number])).ids
        if parts:
            pieces[number] = parts
    return pieces


def _parts(weights: dict[str, torch.Tensor], *prefixes: str) -> dict[str, torch.Tensor]:
    return {name: value for name, value in weights.items() if name.startswith(prefixes)}


def _layers(weights: dict[str, torch.Tensor], part: str) -> int:
    return max(int(name.split(".")[4]) for name in weights if name.startswith(f"{part}layers.")) + 1


def _make_identity(*last: torch.nn.Linear) -> None:
    """Let a layer add nothing yet: its last projections are zero."""
    for projection in last:
        torch.nn.init.zeros_(projection.weight)
        torch.nn.init.zeros_(projection.bias)


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
