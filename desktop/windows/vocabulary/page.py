"""The page of terms, rules and own texts: where each came from, switched, removed, added, exchanged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
)

from desktop.context import Action, Context
from desktop.engine_text import in_language
from desktop.icons import icon
from desktop.tasks import Control, Task
from desktop.windows.main.page import Page
from desktop.windows.vocabulary.dialogs import AddRuleDialog, AddTermDialog, DocumentDialog
from desktop.windows.vocabulary.models import RulesModel, TermsModel
from desktop.windows.vocabulary.snippets import SnippetsTable
from desktop.windows.vocabulary.table import VocabularyTable
from engine.learning.documents import READERS, FoundTerm, find_terms
from engine.learning.exchange import export_vocabulary, import_vocabulary
from engine.learning.vocabulary import FROM_USER, Rule, Term, Vocabulary

MOST_SENTENCES = 3  # of those that a rule was learnt from


class VocabularyPage(Page):
    """Everything that was learnt is here to be seen and taken back."""

    key = "vocabulary"
    icon = "vocabulary"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.vocabulary = Vocabulary(context.library.database, context.library.ids)
        self._reading: Task[list[FoundTerm]] | None = None
        self.setAcceptDrops(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search terms, rules and texts"))
        self.search.setAccessibleName(self.tr("Search terms, rules and texts"))
        self.search.setClearButtonEnabled(True)
        self.terms = VocabularyTable(TermsModel(self), self.tr("Terms"))
        self.rules = VocabularyTable(RulesModel(self), self.tr("Rules"))
        self.snippets = SnippetsTable(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Terms, rules or own texts"))
        self.tabs.addTab(self.terms, self.tr("Terms"))
        self.tabs.addTab(self.rules, self.tr("Rules"))
        self.tabs.addTab(self.snippets, self.tr("Own texts"))
        self.tabs.setTabToolTip(0, self.tr("Words and names that Attune expects to hear from you."))
        self.tabs.setTabToolTip(1, self.tr("What is replaced by what, after it was recognised."))
        self.tabs.setTabToolTip(2, self.tr("Whole texts of yours, each written where you say its phrase."))
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setProperty("look", "muted")
        self._make_buttons()
        self._connect()
        context.bridge.library_changed.connect(self._follow_library)
        self._lay_out()

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("VocabularyPage", "Vocabulary")

    def open(self, argument: object) -> None:
        """Search for this term."""
        self.search.setText(str(argument))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Show what there is now."""
        super().showEvent(event)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 # Qt's name
        """Documents may be dropped here."""
        if any(Path(url.toLocalFile()).suffix.lower() in READERS for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 # Qt's name
        """Look what the first of them holds."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        self.read_document(next(file for file in files if file.suffix.lower() in READERS))

    def refresh(self) -> None:
        """Read everything anew."""
        self.snippets.refresh()
        vocabulary = self.vocabulary
        self.context.tasks.run(self, lambda control: (vocabulary.terms(), vocabulary.rules()), self._show)

    # What the user does

    def add(self) -> None:
        """Ask for what the open table holds: a term, a rule or a text."""
        if self._shows_snippets:
            self.snippets.add()
            return
        if self.tabs.currentWidget() is self.rules:
            rule_dialog = AddRuleDialog(self)
            self._ask(rule_dialog, lambda: self.add_rule(rule_dialog.heard.text(), rule_dialog.written.text()))
            return
        dialog = AddTermDialog(self)
        self._ask(dialog, lambda: self.add_term(dialog.term.text(), dialog.spoken.text(), dialog.heard.text()))

    def add_term(self, text: str, spoken: str = "", heard: str = "") -> None:
        """Add a term, and a rule for what is heard instead of it."""

        def work(vocabulary: Vocabulary) -> object:
            term = vocabulary.add(text, spoken)
            return vocabulary.add_rule(heard, term.text) if heard.strip() else term

        self._change(work, self.tr("Added “{term}”.").format(term=text.strip()))

    def add_rule(self, heard: str, written: str) -> None:
        """Add a rule."""
        said = self.tr("From now on “{heard}” becomes “{written}”.").format(
            heard=heard.strip(), written=written.strip()
        )
        self._change(lambda vocabulary: vocabulary.add_rule(heard, written), said)

    def remove(self) -> None:
        """Remove what is selected; what corrections speak for is switched off."""
        if self._shows_snippets:
            self.snippets.remove()
            return
        chosen: list[Any] = self._table.selected
        if not chosen:
            return

        def work(vocabulary: Vocabulary) -> object:
            return [
                vocabulary.remove_rule(one.id) if isinstance(one, Rule) else vocabulary.remove(one.text)
                for one in chosen
            ]

        said = self.tr("%n removed; what corrections speak for is switched off.", "", len(chosen))
        self._change(work, said, undo=lambda vocabulary: _bring_back(vocabulary, chosen))

    def switch(self, one: Term | Rule, *, on: bool) -> None:
        """Switch a term or rule on or off."""
        self._change(lambda vocabulary: vocabulary.switch(_name(one), on=on))

    def read_document(self, file: Path) -> None:
        """Look which terms a document holds, and let the user choose among them."""
        known = frozenset(term.text for term in self.terms.rows.rows)
        self.document.setEnabled(False)

        def work(control: Control) -> list[FoundTerm]:
            return find_terms(file, known)

        self.context.notify(
            self.tr("Reading {name}…").format(name=file.name), action=Action(self.tr("Cancel"), self._stop)
        )
        self._reading = self.context.tasks.run(
            self, work, lambda found: self._offer(file, found), failed=self._fail_reading
        )

    def exchange(self, file: Path, *, write: bool) -> None:
        """Export the vocabulary to a file, or import one."""
        vocabulary = self.vocabulary

        def done(counts: tuple[int, int]) -> None:
            said = (
                self.tr("Wrote {terms} terms and {rules} rules.")
                if write
                else self.tr("Added {terms} terms and {rules} rules.")
            )
            self.context.notify(said.format(terms=counts[0], rules=counts[1]))
            if not write:
                self._changed()

        action = export_vocabulary if write else import_vocabulary
        self.context.tasks.run(self, lambda control: action(vocabulary, file), done)

    # Inside

    @property
    def _table(self) -> VocabularyTable:
        return self.rules if self.tabs.currentWidget() is self.rules else self.terms

    @property
    def _shows_snippets(self) -> bool:
        return self.tabs.currentWidget() is self.snippets

    def _make_buttons(self) -> None:
        self.add_button = QPushButton(icon("add"), self.tr("&Add…"))
        self.remove_button = QPushButton(icon("delete"), self.tr("&Remove"))
        self.remove_button.setToolTip(self.tr("Remove what is selected (Delete)"))
        self.document = QPushButton(icon("files"), self.tr("From a &document…"))
        self.document.setToolTip(self.tr("Find names and special words in a text, Word or PDF file; or drop one here."))
        self.importer = QPushButton(self.tr("&Import…"))
        self.importer.setToolTip(self.tr("Read a vocabulary that was exported."))
        self.exporter = QPushButton(icon("export"), self.tr("E&xport…"))
        self.exporter.setToolTip(self.tr("Write terms and rules to a file, for another machine or a colleague."))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.terms.search)
        self.search.textChanged.connect(self.rules.search)
        self.search.textChanged.connect(self.snippets.search)
        self.snippets.changed.connect(self._say_about)
        self.search.textChanged.connect(lambda text: self._say_about())
        for table in (self.terms, self.rules):
            table.removal_wanted.connect(self.remove)
            table.rows.switched.connect(lambda one, on: self.switch(one, on=on))
            table.selectionModel().selectionChanged.connect(lambda *change: self._say_about())
        assert isinstance(self.terms.rows, TermsModel)
        self.terms.rows.spoken.connect(
            lambda term, spoken: self._change(lambda vocabulary: vocabulary.set_spoken(term.text, spoken))
        )
        self.tabs.currentChanged.connect(lambda index: self._say_about())
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.document.clicked.connect(self._choose_document)
        self.importer.clicked.connect(self._choose_import)
        self.exporter.clicked.connect(self._choose_export)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        for button in (self.document, self.importer, self.exporter):
            top.addWidget(button)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_button)
        bottom.addWidget(self.remove_button)
        bottom.addWidget(self.about, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.tabs, 1)
        self.body.addLayout(bottom)

    def _show(self, found: tuple[list[Term], list[Rule]]) -> None:
        for table, rows in ((self.terms, found[0]), (self.rules, found[1])):
            at = table.currentIndex()
            table.rows.show(rows)
            if at.isValid() and at.row() < table.proxy.rowCount():
                table.setCurrentIndex(table.proxy.index(at.row(), at.column()))
        self._say_about()

    def _say_about(self) -> None:
        """Where the selected rule came from; in the tables how to begin, where there is nothing."""
        if self._shows_snippets:
            self.remove_button.setEnabled(bool(self.snippets.selected))
            self.about.setText("" if self.snippets.rowCount() else self.tr("Add a text that you write often."))
            return
        chosen = self._table.selected
        self.remove_button.setEnabled(bool(chosen))
        self.terms.say_empty(self._hint(self.terms))
        self.rules.say_empty(self._hint(self.rules))
        if len(chosen) == 1 and isinstance(chosen[0], Rule) and chosen[0].utterances:
            self._tell_sentences(chosen[0])
        else:
            self.about.setText("")

    def _hint(self, table: VocabularyTable) -> str:
        """What to say where a table shows nothing."""
        if table.rows.rows:
            return self.tr("Nothing here has these words.")
        if table is self.rules:
            return self.tr("There are no rules yet. They are learnt from your corrections, or added here.")
        return self.tr("Your vocabulary is empty. Correct what was misheard, add a term, or drop a document here.")

    def _tell_sentences(self, rule: Rule) -> None:
        library = self.context.library

        def work(control: Control) -> list[str]:
            texts = [library.utterances.get(one).text for one in rule.utterances[:MOST_SENTENCES]]
            return [f"“{text}”" for text in texts]

        def then(texts: list[str]) -> None:
            self.about.setText(self.tr("Learnt from: {sentences}").format(sentences=" ".join(texts)))

        self.context.tasks.run(self, work, then, failed=lambda error: self.about.setText(""))

    def _change(
        self,
        work: Callable[[Vocabulary], object],
        said: str = "",
        undo: Callable[[Vocabulary], object] | None = None,
    ) -> None:
        vocabulary = self.vocabulary

        def done(result: object) -> None:
            if said:
                action = Action(self.tr("Undo"), lambda: self._change(undo, self.tr("Undone."))) if undo else None
                self.context.notify(said, action=action)
            self._changed()

        self.context.tasks.run(self, lambda control: work(vocabulary), done, failed=self._fail)

    def _changed(self) -> None:
        self.refresh()
        self.context.bridge.refresh_learnt()

    def _fail(self, error: object) -> None:
        self.context.notify(in_language(str(error)), warning=True)
        self.refresh()

    def _fail_reading(self, error: object) -> None:
        self.document.setEnabled(True)
        self._fail(error)

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self.document.setEnabled(True)

    def _offer(self, file: Path, found: list[FoundTerm]) -> None:
        self.document.setEnabled(True)
        if not found:
            self.context.notify(self.tr("{name} has no words that are new.").format(name=file.name))
            return
        self.context.notify(self.tr("%n term(s) found.", "", len(found)))
        dialog = DocumentDialog(self, file.name, found)
        self._ask(dialog, lambda: self._add_found(dialog.chosen, file.name))

    def _add_found(self, chosen: list[str], name: str) -> None:
        said = self.tr("Added %n term(s).", "", len(chosen))
        self._change(
            lambda vocabulary: vocabulary.add_all([(text, "") for text in chosen], origin=name),
            said,
            undo=lambda vocabulary: [vocabulary.remove(text) for text in chosen],
        )

    def _ask(self, dialog: QDialog, then: Callable[[], None]) -> None:
        """Show a dialog without blocking the program; it goes when it is answered."""
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow_library(self) -> None:
        """A correction elsewhere may have taught something."""
        if self.isVisible():
            self.refresh()

    def _choose_document(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in READERS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A document"), "", self.tr("Documents") + f" ({kinds})")
        if name:
            self.read_document(Path(name))

    def _choose_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A vocabulary"), "", self.tr("Vocabulary") + " (*.json)")
        if name:
            self.exchange(Path(name), write=False)

    def _choose_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the vocabulary"), "vocabulary.json", self.tr("Vocabulary") + " (*.json)"
        )
        if name:
            self.exchange(Path(name), write=True)


def _name(one: Term | Rule) -> str:
    return one.id if isinstance(one, Rule) else one.text


def _bring_back(vocabulary: Vocabulary, removed: Sequence[Term | Rule]) -> None:
    """Undo the removal of terms and rules; each is on or off as it was."""
    for one in removed:
        there = one
        if isinstance(one, Term):
            there = vocabulary.add(one.text, one.spoken, one.origin)
        elif one.origin == FROM_USER:
            there = vocabulary.add_rule(one.pattern, one.replacement)
        vocabulary.switch(_name(there), on=one.enabled)
