from __future__ import annotations

from desktop.windows.enrolment.sitting import Sitting


def test_it_goes_on_until_there_is_enough():
    sitting = Sitting(["one", "two", "three"], goal=5.0)
    assert (sitting.current, sitting.number, sitting.others) == ("one", 1, ("two", "three"))
    assert sitting.take("a", 3.0) is None
    assert (sitting.current, sitting.number, sitting.finished) == ("two", 2, False)
    sitting.take("b", 2.5)
    assert sitting.finished
    sitting.extend()
    assert not sitting.finished
    assert sitting.current == "three"


def test_a_sentence_is_skipped_and_the_end_comes_all_the_same():
    sitting = Sitting(["one", "two"])
    sitting.skip()
    assert sitting.current == "two"
    sitting.skip()
    assert (sitting.current, sitting.finished, sitting.seconds) == (None, True, 0.0)
    sitting.skip()


def test_the_last_one_is_read_again_and_takes_the_place_of_the_first_reading():
    sitting = Sitting(["one", "two", "three"])
    sitting.redo()
    assert not sitting.can_redo, "nothing was read yet"
    sitting.take("a", 2.0)
    sitting.redo()
    assert (sitting.current, sitting.number, sitting.can_redo) == ("one", 1, False)
    sitting.skip()
    assert sitting.current == "two", "the first reading stays"
    sitting.redo()
    assert sitting.take("b", 3.0) == "a"
    assert (sitting.current, sitting.seconds, [one.identifier for one in sitting.taken]) == ("two", 3.0, ["b"])
