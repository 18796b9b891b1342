import io
import threading

import pytest

from trainer.stopping import StopFlag


def test_while_it_holds_the_run_waits_and_goes_on_when_it_may() -> None:
    stop = StopFlag()
    stop.hold()
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(stop()), daemon=True)
    asking.start()
    asking.join(0.05)
    assert answers == []
    stop.hold(False)
    asking.join(20)
    assert answers == [False]


@pytest.mark.parametrize(("lines", "stops"), [("hold\ngo\n", False), ("hold\ncancel\n", True), ("hold\n", True)])
def test_wishes_are_read_from_stdin_and_its_end_lets_go(
    monkeypatch: pytest.MonkeyPatch, lines: str, stops: bool
) -> None:
    stop = StopFlag()
    stop._ends_with_stdin = stops
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    stop._read()
    assert stop() is stops
