from faster_whisper.tokenizer import _LANGUAGE_CODES

from desktop.windows.settings.language import CODES, LanguageChoice, language_name


def test_the_languages_are_whispers():
    assert sorted(CODES) == sorted(_LANGUAGE_CODES)


def test_each_language_is_called_by_its_own_name():
    assert [language_name(code) for code in ("de", "en", "jw")] == ["Deutsch", "English", "Basa Jawa"]
    assert all(language_name(code) != code for code in CODES)


def test_a_language_is_chosen_by_its_code_and_none_in_particular_comes_first(qtbot):
    choice = LanguageChoice("de", "any")
    qtbot.addWidget(choice)
    assert (choice.currentData(), choice.currentText()) == ("de", "Deutsch (de)")
    assert (choice.itemData(0), choice.itemText(0)) == ("", "any")


def test_a_language_that_is_not_whispers_stays_as_it_was_set(qtbot):
    choice = LanguageChoice("eo", "any")
    qtbot.addWidget(choice)
    assert choice.currentData() == "eo"
