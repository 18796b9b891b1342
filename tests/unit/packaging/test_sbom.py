import importlib
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[3] / "packaging"


@pytest.fixture
def sbom(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("sbom")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-train.txt", "requirements-dev.txt"])
def test_every_pin_of_a_lock_is_listed_with_its_hashes(sbom: ModuleType, tmp_path: Path, name: str) -> None:
    assert sbom.main(["--lock", str(PACKAGING / name), "--out", str(tmp_path / "sbom.json")]) == 0
    found = json.loads((tmp_path / "sbom.json").read_text())
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.5")
    lock = (PACKAGING / name).read_text()
    pins = re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", lock, re.MULTILINE)
    locked = [one for one in found["components"] if one["name"] != "torch"]
    assert [(one["name"], one["version"]) for one in locked] == [(re.sub(r"[-_.]+", "-", a), b) for a, b in pins]
    assert sum(len(one["hashes"]) for one in locked) == lock.count("--hash=")
    assert all(one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}" for one in locked)
    references = [one["bom-ref"] for one in found["components"]]
    assert len(set(references)) == len(references)


def test_torch_is_listed_where_it_is_trained_with(sbom: ModuleType) -> None:
    trained = sbom.bill((PACKAGING / "requirements-train.txt").read_text())
    dictated = sbom.bill((PACKAGING / "requirements.txt").read_text())
    assert "torch" in [one["name"] for one in trained["components"]]
    assert "torch" not in [one["name"] for one in dictated["components"]]


def test_a_pin_without_a_hash_is_refused(sbom: ModuleType) -> None:
    with pytest.raises(ValueError, match="numpy has no hash"):
        sbom.bill("numpy==2.0.0\n")
