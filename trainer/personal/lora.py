"""LoRA by peft: put onto the base, switched off for the teacher, scaled, saved in peft's own format."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import torch
from peft import LoraConfig, PeftModel, get_peft_model, get_peft_model_state_dict, set_peft_model_state_dict
from peft.tuners.lora import LoraLayer
from transformers import WhisperForConditionalGeneration

from trainer.personal.recipe import Recipe

ADAPTER = "default"  # peft's name for the only adapter


class Adapted:
    """A base with a LoRA adapter (Hu et al. 2021, arXiv 2106.09685): the base's weights are never changed."""

    def __init__(self, peft: PeftModel) -> None:
        self._peft = peft
        self._scaling = {name: layer.scaling[ADAPTER] for name, layer in self._layers()}

    @classmethod
    def fresh(cls, base: WhisperForConditionalGeneration, recipe: Recipe, seed: int) -> Adapted:
        """A new adapter on the layers of the recipe; it changes nothing yet."""
        torch.manual_seed(seed)
        config = LoraConfig(
            # task_type stays None: peft's sequence-to-sequence wrapper expects input_ids, and Whisper has none.
            task_type=None,
            r=recipe.rank,
            lora_alpha=round(recipe.rank * recipe.scale),
            lora_dropout=recipe.dropout,
            target_modules=target_pattern(recipe),
        )
        with warnings.catch_warnings():
            # peft asks the base by a name that transformers has deprecated.
            warnings.filterwarnings("ignore", message=".*is_gradient_checkpointing.*", category=FutureWarning)
            return cls(get_peft_model(base, config))

    @classmethod
    def load(cls, base: WhisperForConditionalGeneration, folder: Path) -> Adapted:
        """The adapter in `folder` on its base."""
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".*is_gradient_checkpointing.*", category=FutureWarning)
            return cls(PeftModel.from_pretrained(base, str(folder), local_files_only=True))

    @property
    def whisper(self) -> WhisperForConditionalGeneration:
        """The base with the adapter inside."""
        return cast(WhisperForConditionalGeneration, self._peft.base_model.model)

    def keep_base_in(self, dtype: torch.dtype) -> None:
        """Store the base's frozen matrices as products use them: half the memory, and no conversion in each product.

        Everything else stays fp32: the adapter, the norms, and the sums that run through the layers. From now on
        the model needs autocast.
        """
        for _, layer in self._layers():
            linear = cast(torch.nn.Linear, layer.get_base_layer())
            linear.weight.data = linear.weight.data.to(dtype)
            if linear.bias is not None:
                linear.bias.data = linear.bias.data.to(dtype)

    def parameters(self) -> list[torch.nn.Parameter]:
        """What is trained."""
        return [parameter for parameter in self._peft.parameters() if parameter.requires_grad]

    def state(self) -> dict[str, torch.Tensor]:
        """A copy of the adapter's weights on the processor."""
        state = get_peft_model_state_dict(self._peft)
        return {name: value.detach().to("cpu", copy=True) for name, value in state.items()}

    def set_state(self, state: dict[str, torch.Tensor]) -> None:
        """Take up weights from `state()`."""
        set_peft_model_state_dict(self._peft, state)

    def scale(self, alpha: float) -> None:
        """Let only `alpha` of the change apply: WiSE-FT (Wortsman et al. 2022) on the adapter's product."""
        for name, layer in self._layers():
            layer.scaling[ADAPTER] = self._scaling[name] * alpha

    @contextlib.contextmanager
    def switched_off(self) -> Iterator[WhisperForConditionalGeneration]:
        """The base alone, as teacher: no second model in memory."""
        training = self.whisper.training
        self.whisper.train(False)
        self._enable(False)
        try:
            with torch.no_grad():
                yield self.whisper
        finally:
            self._enable(True)
            self.whisper.train(training)

    def _enable(self, enabled: bool) -> None:
        # peft's own `disable_adapter` looks through the whole model each time: longer than reading an utterance takes.
        for _, layer in self._layers():
            layer.enable_adapters(enabled)

    def freeze_encoder(self) -> None:
        """Train the decoder's part of the adapter alone from now on."""
        for name, parameter in self._peft.named_parameters():
            if ".encoder." in name:
                parameter.requires_grad_(False)

    def save(self, folder: Path) -> None:
        """Write ``adapter_config.json`` and ``adapter_model.safetensors``."""
        self._peft.save_pretrained(str(folder))

    def merged(self) -> WhisperForConditionalGeneration:
        """The base with the change, as it is scaled now, added to its weights; the adapter is gone after that."""
        return cast(WhisperForConditionalGeneration, self._peft.merge_and_unload(safe_merge=True))

    def norms(self) -> tuple[float, float]:
        """The norm of the change, and of the weights it changes."""
        change = weight = 0.0
        for _, layer in self._layers():
            delta = _weight(layer.lora_B[ADAPTER]) @ _weight(layer.lora_A[ADAPTER]) * layer.scaling[ADAPTER]
            change += float(delta.detach().pow(2).sum())
            weight += float(_weight(layer.get_base_layer()).detach().pow(2).sum())
        return change**0.5, weight**0.5

    def _layers(self) -> Iterator[tuple[str, LoraLayer]]:
        for name, module in self._peft.named_modules():
            if isinstance(module, LoraLayer):
                yield name, module


def _weight(module: object) -> torch.Tensor:
    return cast(torch.nn.Linear, module).weight


def target_pattern(recipe: Recipe) -> str:
    """Which layers get an adapter, as peft matches their full names."""
    where = r".*\.decoder\..*" if recipe.layers == "decoder" else r".*\.(encoder|decoder)\..*"
    return rf"{where}\.({'|'.join(recipe.targets)})"
