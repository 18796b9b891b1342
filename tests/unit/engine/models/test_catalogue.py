from __future__ import annotations

import pytest

from engine.errors import InputError
from engine.models.card import Context
from engine.models.catalogue import find_entry, read_catalogue
from engine.models.machine import GIB, Machine, fit, this_machine


def test_every_entry_can_become_an_installed_model() -> None:
    entries = read_catalogue()
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.card().id == entry.id
        assert entry.repo.count("/") == 1
        assert entry.licence
        assert entry.languages
        assert 30e6 < entry.parameters < 2e9
        assert 1.9 < entry.download_bytes / entry.parameters < 4.1, "weights are fp16 or fp32"
        assert (entry.context == Context()) == (not entry.context_source), "a short context says who measured it"


def test_the_names_people_ask_for() -> None:
    for name in (
        "whisper-tiny",
        "whisper-base.en",
        "whisper-large-v3-turbo",
        "acft-whisper-small.en",
        "distil-large-v3",
    ):
        assert find_entry(name).id == name


def test_any_repository_can_be_named() -> None:
    assert find_entry("Systran/faster-whisper-small").repo == "Systran/faster-whisper-small"


@pytest.mark.parametrize("name", ["", "nothing", "a/b/c", "/x", "x/"])
def test_unknown_names(name: str) -> None:
    with pytest.raises(InputError, match="catalogue"):
        find_entry(name)


def test_what_fits_depends_on_the_machine() -> None:
    small, large = find_entry("whisper-small"), find_entry("whisper-large-v3")
    laptop = Machine(memory_bytes=8 * GIB, cores=2, gpu_bytes=0)
    desktop = Machine(memory_bytes=32 * GIB, cores=16, gpu_bytes=8 * GIB)
    assert fit(large.parameters, large.context, laptop).level == "slow"
    assert fit(large.parameters, large.context, desktop).level == "good"
    assert fit(large.parameters, large.context, Machine(3 * GIB, 16, 0)).level == "too big"
    assert fit(small.parameters, small.context, laptop).level == "slow"
    short = find_entry("acft-whisper-small.en")
    assert fit(short.parameters, short.context, laptop).level == "good", "a short context is many times cheaper"


def test_this_machine_has_something() -> None:
    machine = this_machine()
    assert machine.cores >= 1
    assert machine.memory_bytes > GIB // 2
