"""Writes a software bill of materials (CycloneDX 1.5, JSON) of what a lock installs, with the hashes it demands.

    python packaging/sbom.py [--lock packaging/requirements-train.txt] [--out sbom.json]

Only the standard library is used, and nothing is looked up: what the lock says is what is listed. Torch stands beside
the lock, because its build depends on the machine; it is listed with the version installed here, without a hash.
Known weaknesses: `audit.sh`, which asks a public database.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import re
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
REQUIREMENT = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: *; *(?P<marker>[^\\]+))?")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
BESIDE_THE_LOCK = ("torch",)


def main(arguments: list[str] | None = None) -> int:
    """Write the document. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lock", type=Path, default=HERE / "requirements-train.txt", help="default: %(default)s")
    parser.add_argument("--out", type=Path, help="default: standard output")
    given = parser.parse_args(arguments)
    written = json.dumps(bill(given.lock.read_text(encoding="utf-8")), indent=1) + "\n"
    if given.out:
        given.out.write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)
    return 0


def bill(lock: str) -> dict[str, Any]:
    """The document for the text of a lock.

    Raises:
        ValueError: a requirement has no hash.
    """
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "component": {"type": "application", "name": "attune", "bom-ref": "attune"},
        },
        "components": [*components(lock), *installed_beside(lock)],
    }


def components(lock: str) -> Iterator[dict[str, Any]]:
    """One for each requirement, in the lock's order."""
    whole = re.sub(r"\\\n", " ", lock)
    for line in whole.splitlines():
        found = REQUIREMENT.match(line)
        if not found:
            continue
        hashes = HASH.findall(line)
        if not hashes:
            raise ValueError(f"{found['name']} has no hash in the lock")
        component = _component(found["name"], found["version"])
        component["hashes"] = [{"alg": "SHA-256", "content": one} for one in hashes]
        if found["marker"]:
            component["properties"] = [{"name": "python:marker", "value": found["marker"].split("--hash")[0].strip()}]
        yield component


def installed_beside(lock: str) -> Iterator[dict[str, Any]]:
    """What is installed and stands in no lock; nothing for a lock without training."""
    if not re.search(r"^transformers==", lock, re.MULTILINE):
        return
    for name in BESIDE_THE_LOCK:
        try:
            yield _component(name, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            continue


def _component(name: str, version: str) -> dict[str, Any]:
    plain = re.sub(r"[-_.]+", "-", name).lower()
    address = f"pkg:pypi/{plain}@{version.replace('+', '%2B')}"
    return {"type": "library", "name": plain, "version": version, "purl": address, "bom-ref": address}


if __name__ == "__main__":
    sys.exit(main())
