import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.audio.ring import Overwritten, Ring

RATE = 100  # so that a ring of tenths of a second is small enough to wrap often


def ramp(start: int, stop: int) -> np.ndarray:
    return np.arange(start, stop, dtype=np.float32)


@given(
    capacity=st.integers(1, 40),
    steps=st.lists(st.tuples(st.booleans(), st.integers(0, 100)), max_size=30),
    wish=st.tuples(st.integers(0, 400), st.integers(0, 400)),
)
def test_reading_gives_what_was_written_or_says_that_it_is_gone(capacity, steps, wish):
    ring = Ring(capacity / RATE, RATE)
    truth = np.zeros(0, dtype=np.float32)
    for is_skip, count in steps:
        if is_skip:
            ring.skip(count)
            truth = np.append(truth, np.zeros(count, dtype=np.float32))
        else:
            ring.write(ramp(len(truth) + 1, len(truth) + 1 + count))
            truth = np.append(truth, ramp(len(truth) + 1, len(truth) + 1 + count))
    assert ring.written == len(truth)
    start, stop = wish
    if start < max(0, len(truth) - capacity):
        with pytest.raises(Overwritten) as gone:
            ring.read(start, stop)
        assert gone.value.oldest == len(truth) - capacity
    else:
        np.testing.assert_array_equal(ring.read(start, stop), truth[start:stop])


def test_a_reader_beside_a_writer_never_gets_a_splice():
    ring = Ring(0.4, 16_000)
    total = 3_000_000

    def write() -> None:
        for start in range(0, total, 512):
            ring.write(ramp(start, start + 512))

    writer = threading.Thread(target=write)
    writer.start()
    position = reads = 0
    while position < total - 512:
        try:
            block = ring.read(position, position + 2048)
        except Overwritten as gone:
            position = max(position + 1, gone.oldest)
            continue
        np.testing.assert_array_equal(block, ramp(position, position + len(block)))
        position += len(block)
        reads += len(block) > 0
    writer.join()
    assert reads > 0
