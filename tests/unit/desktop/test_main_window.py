from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QScrollArea, QWidget

from desktop.context import Action
from desktop.icons import FOLDER, icon
from desktop.windows.main.pages import PAGES
from desktop.windows.main.window import MainWindow
from engine.errors import StorageError


@pytest.fixture
def window(stage, qtbot):
    window = MainWindow(stage.context.home, stage.settings, stage.bridge, stage.tasks, stage.theme)
    qtbot.addWidget(window)
    return window


def test_every_page_can_be_opened_and_says_what_it_is(window, qtbot):
    sidebar = window.findChild(QListWidget)
    for row, kind in enumerate(PAGES):
        window.open_page(kind.key)
        assert type(window.page) is kind
        assert sidebar.currentRow() == row
        assert window.page.accessibleName() == kind.title() == sidebar.item(row).text()
        assert (FOLDER / f"{kind.icon}.svg").is_file()
    assert len({kind.key for kind in PAGES}) == len(PAGES)


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.key)
def test_whatever_can_have_the_focus_has_a_name_for_a_screen_reader(window, qtbot, kind):
    window.show()
    window.open_page(kind.key)
    nameless = []
    for widget in window.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            accessible = QAccessible.queryAccessibleInterface(widget)
            if not accessible.text(QAccessible.Text.Name) and not isinstance(widget, QScrollArea):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_a_page_is_made_once_and_an_unknown_one_changes_nothing(window):
    window.open_page(PAGES[0].key)
    first = window.page
    window.open_page("nowhere")
    window.open_page(PAGES[-1].key)
    window.open_page(PAGES[0].key)
    assert window.page is first


def test_a_fault_is_said_with_its_remedy_and_an_action_can_be_taken(window, stage):
    window.show()
    stage.tasks.failed.emit(StorageError("The disk is full.", "Free some space."))
    notice = window._notice
    assert notice.text == "The disk is full. Free some space."
    taken = []
    window.notify("Deleted.", action=Action("Undo", lambda: taken.append(1)))
    notice._button.click()
    assert taken == [1]
    assert notice.text == ""


def test_the_place_of_the_window_is_remembered(window, stage, qtbot):
    window.resize(781, 602)
    window.show()
    window.close()
    again = MainWindow(stage.context.home, stage.settings, stage.bridge, stage.tasks, stage.theme)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (781, 602)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_can_be_drawn(file, qtbot):
    image = icon(file.stem).pixmap(24, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
