from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ChildError
from engine.ipc import (
    MAX_HEADER,
    MAX_PAYLOAD,
    Channel,
    ChannelClosedError,
    ChannelGarbageError,
    ChannelTimeoutError,
    Message,
    pack,
    start_child,
)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
messages = st.builds(Message, st.dictionaries(st.text(), values, max_size=4), st.binary(max_size=2000))


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with Channel(ours) as channel, theirs:
        yield channel, theirs


def receive_bytes(data: bytes) -> Message:
    """What a channel makes of `data`, after which the other side is gone."""
    ours, theirs = socket.socketpair()
    with Channel(ours) as channel:
        with theirs:
            theirs.sendall(data)
        return channel.receive(timeout=5)


@given(st.lists(messages, max_size=4))
def test_messages_arrive_as_they_were_sent(sent):
    ours, theirs = socket.socketpair()
    with Channel(ours) as channel, Channel(theirs) as other:
        for message in sent:
            channel.send(message, timeout=5)
            assert other.receive(timeout=5) == message


@given(st.binary(max_size=300))
def test_garbage_is_an_error_and_nothing_else(data):
    with pytest.raises(ChildError):
        receive_bytes(data)


@given(messages, st.data())
def test_a_damaged_or_torn_message_is_an_error_or_another_whole_one(message, data):
    packed = bytearray(pack(message))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(ChildError):
        assert isinstance(receive_bytes(bytes(packed)), Message)
    with pytest.raises(ChannelClosedError):
        receive_bytes(pack(message)[:at])


@pytest.mark.parametrize(
    "data",
    [
        b"AtM1" + (MAX_HEADER + 1).to_bytes(4, "little") + bytes(4),
        b"AtM1" + bytes(4) + (MAX_PAYLOAD + 1).to_bytes(4, "little"),
        b"AtM1" + (6).to_bytes(4, "little") + bytes(4) + b"[1, 2]",
        b"AtM1" + (20_000).to_bytes(4, "little") + bytes(4) + b"[" * 20_000,
        b"AtM2" + bytes(8),
    ],
)
def test_what_is_no_message_is_refused_before_it_is_read(data):
    with pytest.raises(ChannelGarbageError):
        receive_bytes(data)


def test_what_is_over_the_caps_is_not_sent(ends):
    with pytest.raises(ValueError, match="over the caps"):
        ends[0].send(Message({}, bytes(MAX_PAYLOAD + 1)))


def test_silence_and_dribble_both_end_at_the_time_limit(ends):
    channel, theirs = ends
    data = pack(Message({"op": "x" * 100}))
    stop = threading.Event()

    def dribble() -> None:
        for byte in data[:50]:
            theirs.send(bytes([byte]))
            if stop.wait(0.02):
                return

    thread = threading.Thread(target=dribble)
    thread.start()
    started = time.monotonic()
    with pytest.raises(ChannelTimeoutError):
        channel.receive(timeout=0.3)
    assert time.monotonic() - started < 0.8
    stop.set()
    thread.join()


def test_a_message_that_nobody_takes_ends_at_the_time_limit(ends):
    with pytest.raises(ChannelTimeoutError):
        ends[0].send(Message({}, bytes(MAX_PAYLOAD)), timeout=0.2)


def test_a_child_that_ends_is_noticed_at_once():
    child, channel = start_child([sys.executable, "-c", ""], Path.cwd(), {})
    with channel, pytest.raises(ChannelClosedError):
        channel.receive(timeout=20)
    assert child.wait(5) == 0


def test_a_program_that_is_not_there_is_said_so():
    with pytest.raises(ChildError, match="cannot be started"):
        start_child(["/nonexistent/program"], Path.cwd(), {})
