"""Several processes that train one model together, started by `accelerate launch -m trainer ...`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import torch
from accelerate import PartialState

PATIENCE = datetime.timedelta(hours=12)  # the others wait while the first one measures


class Processes:
    """This process among the others; alone it is the first of one."""

    def __init__(self, *, cpu: bool) -> None:
        self._state = PartialState(cpu=cpu, timeout=PATIENCE)

    @property
    def rank(self) -> int:
        """The number of this process, from 0."""
        return int(self._state.process_index)

    @property
    def count(self) -> int:
        """How many there are."""
        return int(self._state.num_processes)

    @property
    def first(self) -> bool:
        """Whether this process speaks for all."""
        return self.rank == 0

    def wait(self) -> None:
        """Until all are here."""
        if self.count > 1:
            self._state.wait_for_everyone()

    def add_gradients(self, parameters: Sequence[torch.nn.Parameter]) -> None:
        """Every process gets the sum of all gradients."""
        if self.count == 1:
            return
        for parameter in parameters:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
            torch.distributed.all_reduce(parameter.grad)

    def add(self, values: Sequence[float], device: torch.device) -> list[float]:
        """The sums over all processes."""
        if self.count == 1:
            return list(values)
        summed = torch.tensor(list(values), dtype=torch.float32, device=device)
        torch.distributed.all_reduce(summed)
        return [float(value) for value in summed]

    def any(self, here: bool, device: torch.device) -> bool:
        """Whether it is so in any of them."""
        return self.add([float(here)], device)[0] > 0

    def __repr__(self) -> str:
        return f"process {self.rank} of {self.count}"


def own_folder(folder: Path, processes: Processes) -> Path:
    """A cache folder of this process alone, so that two never write one file."""
    return folder if processes.first else folder / f"process-{processes.rank}"
