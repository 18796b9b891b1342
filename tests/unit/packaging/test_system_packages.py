"""The package managers of other distributions cannot be here; stand-ins record what they are asked to do."""

import subprocess
from pathlib import Path

import pytest
from shell_commands import fake_command, plain_tools


class Machine:
    """A machine with one distribution's package manager and nothing installed but `installed`."""

    def __init__(self, folder: Path, checkout: Path, *, user: int) -> None:
        self.folder = folder
        self.path = plain_tools(folder)
        self.checkout = checkout
        self.record = folder / "record"
        fake_command(folder / "id", f"echo {user}")
        fake_command(folder / "sudo", f'echo "sudo $*" >>"{self.record}"')

    def manager(self, name: str, query: str, installed: tuple[str, ...] = ()) -> None:
        """Put the package manager and its query command in place."""
        known = " ".join(installed)
        answer = f"""
for last in "$@"; do :; done
case "$1" in -q | -Q | -W) for name in {known}; do
    [ "$name" = "$last" ] && echo "install ok installed" && exit 0
done; exit 1 ;; esac
echo "${{0##*/}} $*" >>"{self.record}"
"""
        fake_command(self.folder / name, answer)
        fake_command(self.folder / query, answer)

    def install(self, groups: str, *, assume_yes: bool = False) -> tuple[list[str], str]:
        """Install the groups; what was run, line by line, and what was said."""
        return self.shell(f'install_system_packages "{groups}"', assume_yes=assume_yes)

    def shell(self, command: str, *, assume_yes: bool = False) -> tuple[list[str], str]:
        """Run a function of setup.sh; what it ran, line by line, and what was said."""
        root = self.checkout
        script = f'root="{root}"; . "{root}/packaging/setup.sh"; assume_yes={"yes" if assume_yes else "no"}\n'
        outcome = subprocess.run(
            ["sh", "-u", "-c", script + command],
            env={"PATH": self.path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
        assert outcome.stdout == ""
        return self.record.read_text().splitlines() if self.record.exists() else [], outcome.stderr


@pytest.fixture
def root_machine(tmp_path: Path, checkout: Path) -> Machine:
    return Machine(tmp_path / "bin", checkout, user=0)


@pytest.fixture
def user_machine(tmp_path: Path, checkout: Path) -> Machine:
    return Machine(tmp_path / "bin", checkout, user=1000)


@pytest.mark.parametrize(
    ("manager", "query", "command", "names"),
    [
        ("apt-get", "dpkg-query", "apt-get install -y", {"libportaudio2", "libxcb-cursor0", "libegl1"}),
        ("dnf", "rpm", "dnf install -y", {"portaudio", "xcb-util-cursor", "libglvnd-egl"}),
        ("pacman", "pacman", "pacman -S --needed --noconfirm", {"portaudio", "xcb-util-cursor", "libglvnd"}),
    ],
)
def test_each_distribution_gets_its_own_names(
    root_machine: Machine, manager: str, query: str, command: str, names: set[str]
) -> None:
    root_machine.manager(manager, query)
    fake_command(root_machine.folder / "env", 'while [ "${1#*=}" != "$1" ]; do shift; done; exec "$@"')

    commands, _ = root_machine.install("run")

    packages = commands[-1].split()
    assert commands[-1].startswith(command)
    assert names <= set(packages)
    assert len(packages) == len(set(packages))
    assert "xvfb" not in commands[-1].lower()


def test_the_checks_need_more_and_either_sound_server_will_do(root_machine: Machine) -> None:
    root_machine.manager("dnf", "rpm", installed=("pipewire-pulseaudio", "portaudio"))

    [command], _ = root_machine.install("run test")

    assert {"espeak-ng", "xorg-x11-server-Xvfb"} <= set(command.split())
    assert not {"pulseaudio", "pipewire-pulseaudio", "portaudio"} & set(command.split())


def test_a_user_is_asked_and_where_nobody_answers_it_goes_on_without(user_machine: Machine) -> None:
    user_machine.manager("dnf", "rpm")

    commands, said = user_machine.install("run")

    assert commands == []
    assert "--yes" in said
    assert "going on without: portaudio" in said


def test_a_user_who_said_yes_gets_them_through_sudo(user_machine: Machine) -> None:
    user_machine.manager("pacman", "pacman")

    commands, _ = user_machine.install("run", assume_yes=True)

    assert commands[0].startswith("sudo pacman -S --needed --noconfirm portaudio ")


def test_a_machine_that_has_everything_is_left_alone(user_machine: Machine, checkout: Path) -> None:
    lines = (checkout / "packaging" / "system-packages.txt").read_text().splitlines()
    names = tuple(line.split()[2].split("|")[0] for line in lines if line and not line.startswith("#"))
    user_machine.manager("dnf", "rpm", installed=names)

    assert user_machine.install("run test") == ([], "")


def test_a_python_that_only_lacks_its_venv_package_gets_it(root_machine: Machine) -> None:
    root_machine.manager("apt-get", "dpkg-query")
    fake_command(root_machine.folder / "env", 'while [ "${1#*=}" != "$1" ]; do shift; done; exec "$@"')
    fake_command(
        root_machine.folder / "python3",
        'case "$2" in *ensurepip*) exit 1 ;; *print*) echo python3.12 ;; esac',
    )

    commands, said = root_machine.shell("install_python || true")

    assert commands[-1].endswith("--no-install-recommends python3.12 python3.12-venv")
    assert "Attune needs Python 3.11 to 3.13" in said, "the stand-in installs nothing, so there is still none"
