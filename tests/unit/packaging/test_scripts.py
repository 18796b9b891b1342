import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
PACKAGING = ROOT / "packaging"


@pytest.mark.parametrize("shell", ["sh", "dash", "bash"])
@pytest.mark.parametrize("script", sorted(PACKAGING.glob("*.sh")), ids=lambda script: script.name)
def test_every_shell_reads_the_scripts(script: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n", str(script)], check=True)


def test_everybody_means_the_same_python_versions(install: ModuleType) -> None:
    low, high = (".".join(map(str, version)) for version in install.PYTHON_RANGE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert project["requires-python"] == f">={low},<3.{install.PYTHON_RANGE[1][1] + 1}"
    shell = (PACKAGING / "setup.sh").read_text()
    assert (f"oldest_python={low}\n" in shell, f"newest_python={high}\n" in shell) == (True, True)
    power = (PACKAGING / "run.ps1").read_text()
    assert (f"$OldestPython = '{low}'" in power, f"$NewestPython = '{high}'" in power) == (True, True)


def test_run_ps1_takes_the_same_options_and_asks_install_the_same_questions() -> None:
    power = (PACKAGING / "run.ps1").read_text()
    shell = (PACKAGING / "run.sh").read_text()

    assert set(re.findall(r"-eq '(--[a-z-]+)'", power)) == set(re.findall(r"^    (--[a-z-]+)\)", shell, re.MULTILINE))
    assert "-E -s -S $Install ready @Level" in power
    assert "-E -s $Install install @Level" in power
    assert re.findall(r"'--level', '(\w+)'", power) == re.findall(r"level=(\w+) ;;", shell) == ["core", "train"]
    assert power.isascii(), "PowerShell 5.1 reads a script without a mark as the local code page"


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="PowerShell is not installed")
def test_powershell_reads_run_ps1() -> None:
    question = (
        f"$errors = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('{PACKAGING / 'run.ps1'}', "
        "[ref]$null, [ref]$errors); exit $errors.Count"
    )
    subprocess.run(["pwsh", "-NoProfile", "-Command", question], check=True)


def test_qt_can_be_kept_out_of_a_process_and_its_children() -> None:
    environment = {"PYTHONPATH": str(ROOT / "tests" / "support" / "no_qt")}

    outcome = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtCore"], env=environment, capture_output=True, text=True, check=False
    )

    assert outcome.returncode == 1
    assert "PySide6 is blocked here" in outcome.stderr
