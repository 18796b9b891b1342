import pytest

from trainer.text.inflection import Form, choose_articles, inflect


@pytest.mark.parametrize(
    ("phrase", "form", "expected"),
    [
        ("knife", "s", "knives"),
        ("bay leaf", "s", "bay leaves"),
        ("pair of jeans", "s", "pairs of jeans"),
        ("policeman", "s", "policemen"),
        ("woman", "s", "women"),
        ("berry", "s", "berries"),
        ("key", "s", "keys"),
        ("box", "s", "boxes"),
        ("carry the bag", "s3", "carries the bag"),
        ("go home", "s3", "goes home"),
        ("chop the onion", "past", "chopped the onion"),
        ("open the door", "past", "opened the door"),
        ("write a note", "past", "wrote a note"),
        ("write a note", "en", "written a note"),
        ("travel", "past", "travelled"),
        ("refer", "past", "referred"),
        ("lie down", "ing", "lying down"),
        ("agree", "ing", "agreeing"),
        ("bake a cake", "ing", "baking a cake"),
        ("swim", "ing", "swimming"),
        ("big", "er", "bigger"),
        ("happy", "est", "happiest"),
        ("wise", "er", "wiser"),
    ],
)
def test_forms(phrase: str, form: Form, expected: str) -> None:
    assert inflect(phrase, form) == expected


@pytest.mark.parametrize(
    "text",
    [
        "an apple",
        "a pear",
        "an hour",
        "a house",
        "a university",
        "an uninteresting book",
        "a useful tool",
        "an honest man",
        "a one-way street",
        "a European law",
        "an umbrella",
        "an X-ray",
    ],
)
def test_articles_follow_the_sound(text: str) -> None:
    assert choose_articles("a " + text.split(" ", 1)[1]) == text
