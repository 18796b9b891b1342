"""Every fault program with a small count, so that it goes on working and the worst comes out at once."""

from __future__ import annotations

import os
import shutil

import damaged_models
import full_disk
import fuzz
import kills
import no_network
import power_cut
import pytest
import soak
import starts
import syscalls
import trainer_faults
from fault_figures import upper_bound
from job_folder import make_job_folder
from traced import missing_strace

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked")


def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path):
    cycles, kept, faults = kills.run(5, 1, tmp_path)
    assert faults == []
    assert kept >= cycles


def test_the_check_notices_what_is_missing(tmp_path):
    home = kills.open_home(kills.Home(tmp_path))
    kept = kills.work_until_killed(home, 1, 0.1)
    invented = {"what": "dictated", "id": "01zzzzzzzzzzzzzzzzzzzzzzzz", "text": "never said"}
    changed = {**next(said for said in kept if "id" in said), "text": "something else"}
    assert len(kills.lost(home, [invented, changed], whole=True)) == 2


@pytest.mark.skipif(power_cut.missing_means() is not None, reason=str(power_cut.missing_means()))
def test_nothing_acknowledged_is_lost_by_a_power_cut_and_normal_would_lose_it(tmp_path, monkeypatch):
    kept, faults = power_cut.run_cuts(3, 1, tmp_path)
    assert faults == []
    assert kept >= 3
    monkeypatch.setattr(power_cut.database, "open_writer", power_cut.open_normally)
    assert power_cut.run_cuts(12, 2, tmp_path)[1]


@pytest.mark.skipif(full_disk.missing_means() is not None, reason=str(full_disk.missing_means()))
def test_a_full_and_a_read_only_disk_lose_nothing_that_was_said(tmp_path):
    assert full_disk.run(1, 1, tmp_path) == (3, [])


@pytest.mark.skipif(missing_strace() is not None, reason=str(missing_strace()))
def test_calls_that_fail_lose_nothing_that_was_acknowledged(tmp_path):
    assert full_disk.run_injected(4, 1, tmp_path) == (4, [])


@pytest.mark.skipif(missing_strace() is not None, reason=str(missing_strace()))
@pytest.mark.parametrize("operation", ["activate", "back up", "migrate"])
def test_a_kill_at_a_system_call_leaves_the_old_or_the_new(tmp_path, operation):
    killed, total, faults = syscalls.run_operation(operation, 3, 1, tmp_path / "run")
    assert faults == []
    assert 0 < killed <= total


def test_no_damaged_model_is_activated(tmp_path):
    ends, faults = damaged_models.run(len(damaged_models.DAMAGES) * 3, 1, tmp_path)
    assert faults == []
    assert ends["refused"] > 20


@pytest.mark.skipif(starts.missing_means() is not None, reason=str(starts.missing_means()))
def test_one_of_fifty_starts_gets_the_place_and_a_jumping_clock_keeps_the_order(tmp_path):
    assert starts.run(1, 1, tmp_path) == []


def test_a_trainer_that_talks_nonsense_or_hangs_is_ended_and_can_go_on(tmp_path):
    job = make_job_folder(tmp_path / "job")
    assert trainer_faults.talks_nonsense(shutil.copytree(job, tmp_path / "nonsense")) == []
    assert trainer_faults.faults_of(job, tmp_path / "home", "train", "stopped") == []


def test_a_minute_of_a_working_day_loses_no_sample(tmp_path):
    _, utterances, faults = soak.run(1 / 60, 4, 1, tmp_path)
    assert faults == []
    assert utterances >= 3


def test_the_check_notices_a_recording_that_is_missing_or_changed(tmp_path):
    day = soak.Day(tmp_path / "day.raw", 5, 1)
    blocks = list(day.blocks())
    assert soak.missing_samples(day, blocks) == (0, [])
    assert soak.missing_samples(day, blocks[1:])[0] > 1000
    changed = blocks[0].copy()
    changed[100] += 0.1
    lost, strange = soak.missing_samples(day, [changed, *blocks[1:]])
    assert lost > 1000
    assert strange == ["recording 0 is not what was played"]


def test_a_call_to_an_address_elsewhere_is_noticed():
    trace = (
        'connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.7")}, 16) = 0\n'
        " > /usr/lib/libc.so.6(__connect+0x4b) [0x10a7fb]\n"
        " > /opt/libtalks.so(report+0x21) [0x1721]\n"
        'connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0\n'
        "connect(3, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), "
        'inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH\n'
        'connect(4, {sa_family=AF_UNIX, sun_path="/run/user/1000/bus"}, 110) = 0\n'
    )
    called = no_network.calls_in(trace)
    assert called == [("192.0.2.7", "libtalks.so"), ("127.0.0.1", "?"), ("2001:db8::1", "?")]
    assert no_network.elsewhere(called) == ["192.0.2.7 by libtalks.so", "2001:db8::1 by ?"]


def test_the_canary_sings_where_a_pickle_is_loaded(tmp_path):
    import pickle

    canary = tmp_path / "canary"
    pickle.loads(pickle.dumps(damaged_models.Canary(canary)))
    assert canary.exists()


@pytest.mark.parametrize("target", sorted(fuzz.TARGETS))
def test_hostile_input_is_refused_or_taken(target):
    assert fuzz.run_target(target, 60 if target == "recording" else 400, 2) == []


def test_a_crash_and_a_hang_of_the_decoder_are_noticed(monkeypatch):
    monkeypatch.setattr(fuzz, "DECODING_SECONDS", 1.0)
    monkeypatch.setattr(fuzz, "recording", lambda data, folder: os.abort() if data == b"crash" else fuzz.time.sleep(30))
    assert fuzz._decode_in_child([b"crash"])[1].startswith("the decoder ended")
    assert fuzz._decode_in_child([b"hang"])[1] == "it hung"


def test_the_bound_is_the_rule_of_three():
    assert upper_bound(1000) == pytest.approx(0.003, rel=0.01)
    assert upper_bound(0) == 1.0
