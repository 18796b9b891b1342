"""Every text of the windows has its translation, and the compiled catalogues are those of the sources."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def translate():
    program = Path(__file__).parents[3] / "packaging" / "translate.py"
    spec = importlib.util.spec_from_file_location("translate", program)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_text_lacks_its_translation(translate, capsys):
    status = translate.main(["--check"])
    assert capsys.readouterr().out == "", "translate it: see packaging/translate.py"
    assert status == 0


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_compiled_catalogue_is_up_to_date(translate, tmp_path, language):
    translate.compile_catalogue(translate.CATALOGUES / f"attune_{language}.ts", tmp_path / "made.qm")
    kept = (translate.CATALOGUES / f"attune_{language}.qm").read_bytes()
    assert (tmp_path / "made.qm").read_bytes() == kept, "run packaging/translate.py"


def test_a_new_text_is_found_and_filled(translate, tmp_path):
    catalogue = tmp_path / "attune_de.ts"
    catalogue.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="de_DE"><context>'
        "<name>Page</name><message><source>Good day</source><translation type='unfinished'></translation></message>"
        "<message numerus='yes'><source>%n thing(s)</source><translation type='unfinished'>"
        "<numerusform></numerusform><numerusform></numerusform></translation></message></context></TS>"
    )
    assert len(list(translate.unfinished(catalogue))) == 2
    translate.fill(catalogue, {"Good day": "Guten Tag", "%n thing(s)": ["%n Ding", "%n Dinge"]})
    assert list(translate.unfinished(catalogue)) == []
    assert "<numerusform>%n Dinge</numerusform>" in catalogue.read_text()


def test_what_the_engine_says_is_collected_and_what_it_writes_for_itself_is_not(translate):
    said = translate.engine_texts()
    assert {"{0} is empty.", "Check its permissions.", "{0} of {1} GiB free", "99 languages"} <= set(said)
    assert not [text for text in said if "SELECT" in text or text.startswith("--") or "\n" in text]
