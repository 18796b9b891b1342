from __future__ import annotations

import select
import threading

import pytest

from desktop.linux.orders import Orders
from engine.errors import DeviceError


@pytest.fixture
def orders():
    return Orders()


@pytest.fixture
def worker(orders):
    def run():
        while orders.obey():
            select.select([orders.descriptor], [], [])
            orders.woken()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield thread
    orders.end(thread)


def test_work_is_done_on_the_thread_and_its_result_returned(orders, worker):
    assert orders.ask(worker, threading.current_thread) is worker


def test_work_may_ask_for_more(orders, worker):
    assert orders.ask(worker, lambda: orders.ask(worker, lambda: "inner")) == "inner"


def test_an_error_is_the_askers_and_the_thread_lives_on(orders, worker):
    def fail():
        raise KeyError("lost")

    with pytest.raises(KeyError, match="lost"):
        orders.ask(worker, fail)
    assert orders.ask(worker, lambda: 3) == 3


def test_orders_from_many_threads_are_all_carried_out(orders, worker):
    done = []
    askers = [threading.Thread(target=orders.ask, args=(worker, lambda: done.append(1))) for _ in range(20)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join(10)
    assert len(done) == 20


def test_a_thread_that_has_ended_is_told(orders):
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    with pytest.raises(DeviceError, match="gone"):
        orders.ask(thread, lambda: None)
