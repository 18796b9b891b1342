from hypothesis import given
from hypothesis import strategies as st

from engine.library.ids import MAXIMUM, IdMaker, decode, encode, is_id, time_of


@given(st.lists(st.floats(0, 4e9), min_size=1, max_size=30))
def test_ids_sort_in_the_order_they_were_made_whatever_the_clock_does(moments):
    clock = iter(moments)
    maker = IdMaker(clock=lambda: next(clock))

    made = [maker.make() for _ in moments]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_order_outlives_a_restart_with_the_clock_set_back():
    last = IdMaker(clock=lambda: 2_000_000_000.0).make()

    assert IdMaker(last, clock=lambda: 1_000_000_000.0).make() > last


@given(st.integers(0, MAXIMUM - 1))
def test_encoding_is_reversible_and_recognised(number):
    assert decode(encode(number)) == number
    assert is_id(encode(number))


def test_an_id_tells_its_time():
    assert time_of(IdMaker(clock=lambda: 1_700_000_000.123).make()) == 1_700_000_000.123
    assert not is_id("../../etc/passwd")
    assert not is_id("8" * 26)
