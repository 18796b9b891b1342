"""The pages of the main window, in the order of the side bar."""

from __future__ import annotations

from desktop.windows.correction.page import CorrectPage
from desktop.windows.doctor.page import DoctorPage
from desktop.windows.enrolment.page import EnrolmentPage
from desktop.windows.files.page import FilesPage
from desktop.windows.history.page import HistoryPage
from desktop.windows.main.page import Page
from desktop.windows.models.page import ModelsPage
from desktop.windows.personalize.page import PersonalizePage
from desktop.windows.settings.page import SettingsPage
from desktop.windows.vocabulary.page import VocabularyPage

PAGES: tuple[type[Page], ...] = (
    HistoryPage,
    CorrectPage,
    VocabularyPage,
    EnrolmentPage,
    FilesPage,
    PersonalizePage,
    ModelsPage,
    SettingsPage,
    DoctorPage,
)
