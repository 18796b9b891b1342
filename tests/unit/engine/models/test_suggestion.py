from __future__ import annotations

from dataclasses import replace

from engine.models.card import Context
from engine.models.catalogue import Entry, read_catalogue
from engine.models.machine import Machine, fit, update_seconds
from engine.models.suggestion import suggest

GIB = 1 << 30


def entry(name: str, parameters: int, *languages: str, shortest: float = 30.0) -> Entry:
    return Entry(name, name, name, parameters, parameters, languages, "MIT", "", context=Context(shortest, shortest))


SHELF = (
    entry("tiny", 40_000_000, "multilingual"),
    entry("tiny.en", 40_000_000, "en"),
    entry("small", 240_000_000, "multilingual", shortest=5.0),
    entry("large", 1_500_000_000, "multilingual"),
)


def test_the_largest_that_is_fast_enough_comes_first_and_each_size_once():
    machine = Machine(16 * GIB, 4, 0)
    assert [one.entry.id for one in suggest(SHELF, machine, "en")] == ["small", "tiny.en"]
    assert [one.entry.id for one in suggest(SHELF, machine, "de")] == ["small", "tiny"]
    assert suggest(SHELF, replace(machine, gpu_bytes=24 * GIB), "de")[0].entry.id == "large"


def test_of_a_size_the_one_that_bears_the_shortest_audio_is_offered():
    shelf = (*SHELF, entry("tiny.short", 40_000_000, "multilingual", shortest=5.0))
    machine = Machine(16 * GIB, 4, 0)
    assert [one.entry.id for one in suggest(shelf, machine, "de")] == ["small", "tiny.short"]


def test_a_slow_machine_is_offered_the_smallest_and_a_tiny_one_nothing():
    slow = Machine(16 * GIB, 4, 0, products_per_second=1e9)
    assert [one.entry.id for one in suggest(SHELF, slow, "en")] == ["tiny.en"]
    assert suggest(SHELF, slow, "en")[0].fit.level == "slow"
    assert suggest(SHELF, Machine(GIB // 4, 1, 0), "en") == []


def test_a_measured_speed_counts_more_than_the_number_of_cores():
    machine = Machine(16 * GIB, 4, 0)
    fast = replace(machine, products_per_second=1e12)
    assert update_seconds(240_000_000, Context(), fast) < update_seconds(240_000_000, Context(), machine)
    assert fit(240_000_000, Context(), replace(machine, products_per_second=1e9)).level == "slow"


def test_the_catalogue_has_something_for_a_common_machine():
    assert suggest(read_catalogue(), Machine(16 * GIB, 8, 0), "en")
