"""What install.py decides and records. pip and uv themselves are replaced: they need the network."""

from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def environment(checkout: Path) -> Path:
    folder = checkout / ".venv"
    folder.mkdir()
    return folder


@pytest.fixture
def pip(install: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The installers that were called; a GPU is not looked for."""
    calls: list[list[str]] = []
    monkeypatch.setattr(install, "run", lambda command, log, what: calls.append(command))
    monkeypatch.setattr(install, "has_nvidia_gpu", lambda: False)
    monkeypatch.setattr(install, "installed_torch", lambda: None)
    return calls


def test_a_finished_installation_is_ready_until_what_it_was_made_from_changes(
    install: ModuleType, environment: Path, pip: list[list[str]], checkout: Path
) -> None:
    assert install.main(["ready"]) == install.NOT_COMPLETE
    assert install.main(["install"]) == 0
    assert install.main(["ready"]) == 0

    project = checkout / "pyproject.toml"
    project.write_text(project.read_text().replace("[tool.ruff]", "[tool.ruff]\nfix = true"))
    assert install.main(["ready"]) == 0, "how the code is checked does not matter to an installation"

    project.write_text(project.read_text().replace('"click>=8.2"', '"click>=8.3"'))
    assert install.main(["ready"]) == install.NOT_COMPLETE


def test_a_changed_lock_is_installed(install: ModuleType, environment: Path, pip: list[list[str]]) -> None:
    install.main(["install", "--level", "core"])
    with (install.HERE / "requirements.txt").open("a") as lock:
        lock.write("# another line\n")

    assert install.main(["ready"]) == install.NOT_COMPLETE


def test_an_environment_that_was_moved_is_made_anew(
    install: ModuleType, environment: Path, pip: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    install.main(["install"])
    moved = install.ROOT.rename(install.ROOT.with_name("elsewhere"))
    monkeypatch.setattr(install, "ROOT", moved)
    monkeypatch.setattr(install, "HERE", moved / "packaging")

    assert install.main(["ready"]) == install.UNUSABLE


def test_an_interrupted_installation_is_not_ready_and_goes_on_at_its_level(
    install: ModuleType, environment: Path, pip: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    install.main(["install", "--level", "core"])

    def fail(command: list[str], log: Path, what: str) -> None:
        raise install.InstallError(what)

    with monkeypatch.context() as interrupted:
        interrupted.setattr(install, "run", fail)
        assert install.main(["install", "--level", "core"]) == 1
    assert install.main(["ready"]) == install.NOT_COMPLETE
    assert install.main(["install"]) == 0
    assert install.read_stamp(environment)["level"] == "core"


def test_levels_are_nested_and_kept(install: ModuleType, environment: Path, pip: list[list[str]]) -> None:
    assert install.choose_level(environment, None) == "train"
    install.main(["install", "--level", "core"])
    assert install.choose_level(environment, None) == "core", "dictation alone was chosen before"
    assert install.main(["ready", "--level", "train"]) == install.NOT_COMPLETE
    install.main(["install", "--level", "dev"])
    assert install.main(["ready", "--level", "core"]) == 0, "the checks' environment holds dictation"


def test_dictation_alone_leaves_torch_out(install: ModuleType, environment: Path, pip: list[list[str]]) -> None:
    install.main(["install", "--level", "core"])
    assert not [call for call in pip if any("torch" in word for word in call)]

    install.main(["install", "--level", "train"])
    assert [call[-1] for call in pip if call[-1].startswith("torch==")] == [f"torch=={install.torch_version()}+cpu"]


def test_locks_are_installed_by_their_hashes_and_the_project_without_the_network(
    install: ModuleType, environment: Path, pip: list[list[str]]
) -> None:
    install.main(["install", "--level", "core"])

    lock, project = pip
    assert {"--require-hashes", "--no-deps", str(install.HERE / "requirements.txt")} <= set(lock)
    assert {"--no-index", "--no-deps", "--no-build-isolation", str(install.ROOT)} <= set(project)


def test_the_machines_own_sources_of_torch_come_before_what_uv_finds_fitting(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "has_nvidia_gpu", lambda: False)
    monkeypatch.setattr(install.sys, "platform", "linux")
    own, fitting, anything = install.torch_commands("2.13.0", "")

    assert own[-1] == "torch==2.13.0+cpu"
    assert "--torch-backend auto" in " ".join(fitting)
    assert anything[-1] == "torch==2.13.0"


@pytest.mark.parametrize(
    ("platform", "build", "first"),
    [("linux", "", "--torch-backend auto"), ("win32", "cu126", "torch==2.13.0+cu126"), ("darwin", "", "torch==2.13.0")],
)
def test_beside_an_nvidia_gpu_no_cpu_build_is_taken(
    install: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, build: str, first: str
) -> None:
    monkeypatch.setattr(install, "has_nvidia_gpu", lambda: True)
    monkeypatch.setattr(install.sys, "platform", platform)
    commands = [" ".join(command) for command in install.torch_commands("2.13.0", build)]

    assert first in commands[0]
    assert not [command for command in commands if "+cpu" in command]
    assert len(commands) == (1 if platform == "darwin" else 3 if build else 2)


def test_an_installer_that_is_missing_or_fails_says_so(install: ModuleType, tmp_path: Path) -> None:
    for command in (["/nowhere/uv"], [install.sys.executable, "-c", "raise SystemExit(2)"]):
        with pytest.raises(install.InstallError, match="PyTorch could not be installed"):
            install.run(command, tmp_path / "log", "PyTorch")


def test_without_a_source_of_torch_the_way_out_is_named(
    install: ModuleType,
    environment: Path,
    pip: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse_torch(command: list[str], log: Path, what: str) -> None:
        if what == "PyTorch":
            raise install.InstallError(what)

    monkeypatch.setattr(install, "run", refuse_torch)

    assert install.main(["install"]) == 1
    captured = capsys.readouterr()
    assert "--no-train" in captured.err
    assert captured.out == ""
