import numpy as np
import pytest
import soundfile

from engine.enrolment.pairing import pair
from engine.enrolment.texts import bundled_texts, read_texts
from engine.errors import InputError


@pytest.fixture
def folder(tmp_path):
    def make(*names):
        for name in names:
            soundfile.write(tmp_path / name, np.zeros(1600, np.float32), 16_000)
        return tmp_path

    return make


def test_files_are_lines_in_the_order_of_their_numbers(folder):
    place = folder("s10.wav", "s2.wav", "s1.wav")

    assert [(file.name, text) for file, text in pair(place, ["a", "b", "c"])] == [
        ("s1.wav", "a"),
        ("s2.wav", "b"),
        ("s10.wav", "c"),
    ]


def test_where_some_are_missing_the_number_is_the_line(folder):
    assert [text for _, text in pair(folder("001.wav", "003.wav"), ["a", "b", "c"])] == ["a", "c"]


def test_metadata_says_it_itself(folder):
    place = folder("x.wav")
    (place / "metadata.csv").write_text("file_name,text\nx.wav,hello there\n")

    assert [(file.name, text) for file, text in pair(place, None)] == [("x.wav", "hello there")]


@pytest.mark.parametrize(
    ("names", "texts"), [([], ["a"]), (["x.wav"], None), (["x.wav"], ["a", "b"]), (["9.wav"], list("ab"))]
)
def test_what_does_not_match_is_said(folder, names, texts):
    with pytest.raises(InputError):
        pair(folder(*names), texts)


def test_texts_have_comments_and_no_repetitions(tmp_path):
    file = tmp_path / "texts.txt"
    file.write_text("# mine\nOne  two.\n\nOne two.\nThree!\n")

    assert read_texts(file) == ["One two.", "Three!"]
    assert len(bundled_texts()) > 150


@pytest.mark.parametrize("content", [b"", b"# only\n", b"\xff\xfe\x00", b"a" * 400])
def test_bad_texts_are_refused(tmp_path, content):
    file = tmp_path / "texts.txt"
    file.write_bytes(content)

    with pytest.raises(InputError):
        read_texts(file)
