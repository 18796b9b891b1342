"""Brings the catalogues of the windows' texts up to date, and compiles them.

    python packaging/translate.py [--fill TEXTS.json] [--check]

Collects every text of desktop/, of the settings' declarations and of what the engine says into
resources/i18n/attune_LANGUAGE.ts, then compiles the .qm files beside them. --fill takes translations to German from a
JSON object, text to translation (a list of two for a text with %n: one, several); translations can as well be written
into the .ts file, or with Qt Linguist, and the program run again. English has only the texts with %n. --check says what
is missing, and changes nothing. After a conflict in a .qm file run it again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

sys.path.insert(0, str(ROOT / "packaging"))

from engine_texts import engine_texts  # noqa: E402

from desktop.engine_text import CONTEXT, PATTERNS  # noqa: E402
from engine.settings.declarations import SETTINGS  # noqa: E402 # the checkout's own

CATALOGUES = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "en")
TOOLS = Path(sys.executable).parent


def main(arguments: list[str] | None = None) -> int:
    """Run; returns 1 if a translation is missing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--fill", type=Path, help="JSON object of texts and their German translations")
    parser.add_argument("--check", action="store_true", help="only say what is missing or out of date")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) if given.check else CATALOGUES
        for language in LANGUAGES:
            name = f"attune_{language}.ts"
            if given.check:
                (place / name).write_bytes((CATALOGUES / name).read_bytes())
            collect(place / name, language)
            if given.fill:
                fill(place / name, json.loads(given.fill.read_text(encoding="utf-8")))
        missing = []
        if not given.check:
            PATTERNS.write_text(patterns(), encoding="utf-8")
        elif PATTERNS.read_text(encoding="utf-8") != patterns():
            missing.append(f"{PATTERNS.name} is not what the sources say")
        missing += [line for language in LANGUAGES for line in unfinished(place / f"attune_{language}.ts")]
        if not given.check:
            for language in LANGUAGES:
                compile_catalogue(place / f"attune_{language}.ts", place / f"attune_{language}.qm")
    for line in missing:
        print(line)  # noqa: T201 # what the program is for
    return 1 if missing else 0


def collect(catalogue: Path, language: str) -> None:
    """Bring the texts of the sources into `catalogue`; translations of unchanged texts stay."""
    with tempfile.TemporaryDirectory() as folder:
        declared = Path(folder) / "declared.py"
        declared.write_text(declared_texts(), encoding="utf-8")
        sources = [*sorted(map(str, (ROOT / "desktop").rglob("*.py"))), str(declared)]
        options = ["-no-obsolete", "-locations", "none", "-silent", "-source-language", "en"]
        options += ["-target-language", language, *(["-pluralonly"] if language == "en" else [])]
        command = [str(TOOLS / "pyside6-lupdate"), *options, *sources, "-ts", str(catalogue)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def compile_catalogue(catalogue: Path, target: Path) -> None:
    """Make the file that the program loads."""
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(catalogue), "-qm", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def declared_texts() -> str:
    """The texts of the settings and of the engine as Python that lupdate reads: where they stand, nobody knows Qt."""
    settings: dict[str, None] = {}
    for setting in SETTINGS:
        for text in (
            setting.group,
            setting.title,
            setting.help,
            setting.unit,
            *(label for _, label in setting.choices),
        ):
            if text:
                settings[text] = None
    texts = [*(("Settings", text) for text in settings), *((CONTEXT, text) for text in engine_texts())]
    calls = (
        f"QCoreApplication.translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})\n"
        for context, text in texts
    )
    return "from PySide6.QtCore import QCoreApplication\n" + "".join(calls)


def patterns() -> str:
    """The file by which the windows know the engine's sentences."""
    return json.dumps(engine_texts(), ensure_ascii=False, indent=0) + "\n"


def unfinished(catalogue: Path) -> Iterator[str]:
    """One line for each text without a translation."""
    for context, message in _messages(ET.parse(catalogue)):  # noqa: S314 # a file of our own
        translation = message.find("translation")
        if (
            translation is None
            or translation.get("type") == "unfinished"
            or not "".join(translation.itertext()).strip()
        ):
            yield f"{catalogue.name}: {context}: {message.findtext('source')!r}"


def fill(catalogue: Path, texts: Mapping[str, str | list[str]]) -> None:
    """Put in the translations of texts that have none yet. English takes those that are under "en:TEXT"."""
    prefix = "" if catalogue.stem.endswith("_de") else "en:"
    tree = ET.parse(catalogue)  # noqa: S314 # a file of our own
    for _, message in _messages(tree):
        translation = message.find("translation")
        text = texts.get(prefix + (message.findtext("source") or ""))
        if translation is None or translation.get("type") != "unfinished" or text is None:
            continue
        forms = translation.findall("numerusform")
        if forms:
            for form, words in zip(forms, text if isinstance(text, list) else [text] * len(forms), strict=True):
                form.text = words
        else:
            translation.text = str(text)
        del translation.attrib["type"]
    catalogue.write_text(_as_written(tree), encoding="utf-8")


def _as_written(tree: ET.ElementTree[ET.Element]) -> str:
    body = ET.tostring(tree.getroot(), encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _messages(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[str, ET.Element]]:
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


if __name__ == "__main__":
    sys.exit(main())
