import shutil
from pathlib import Path

import pytest
from library_samples import home_in

from engine.library.library import Library
from engine.library.migrations import MIGRATIONS

DATA = Path(__file__).parents[4] / "tests" / "data"


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
@pytest.mark.parametrize("writable", [True, False])
def test_a_library_of_each_version_opens_with_everything_in_it(tmp_path, version, writable):
    home = home_in(tmp_path)
    home.library.mkdir(mode=0o700)
    shutil.copy(DATA / f"library-v{version}.db", home.library / "library.db")

    with Library(home, writable=writable) as library:
        found = library.utterances.page()
        assert [u.status for u in found] == ["dictated", "read", "accepted", "corrected"]
        details = library.utterances.details(found[-1].id)
        assert details.utterance.text == "please send the report to Hannah"
        assert details.corrections[0].before_text == "please send the report to Anna"
        assert (details.words[0].text, details.hypotheses[0].tokens) == ("please", (1, 2))
        assert library.runs.seen_by(found[-1].id) == ("personal-1",)
        assert [match.utterance.id for match in library.search("hannah")] == [found[-1].id]
        assert library.stats().by_split["train"].utterances == 3
