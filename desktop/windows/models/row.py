"""One model: what it is, what is known of it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QPushButton

from desktop.downloads import Downloads
from desktop.engine_text import in_language
from desktop.windows.cards import Card, make_button, make_label, row_of
from desktop.windows.models.words import (
    context_help,
    context_words,
    describe_download,
    fit_words,
    measured_help,
    measured_words,
)
from engine.models.card import Card as ModelCard
from engine.models.listing import ListedModel
from engine.models.pointer import STARTER_ID

FIT_LOOKS = {"good": "good", "slow": "warning", "too big": "bad"}


class ModelRow(Card):
    """Shows a line of the list; `kept` ones cannot be removed, of `begun` ones a part has arrived."""

    use_wanted = Signal(str)
    verify_wanted = Signal(str)
    remove_wanted = Signal(str)
    download_wanted = Signal(str)
    cancel_wanted = Signal()

    def __init__(self, model: ListedModel, card: ModelCard, *, kept: bool, begun: bool = False) -> None:
        super().__init__()
        self.model = model
        self._buttons: list[QPushButton] = []
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Download of {name}").format(name=model.name))
        self._state = make_label(look="muted")
        self._cancel = make_button(self.tr("Stop"), self.cancel_wanted.emit)
        self._cancel.setToolTip(self.tr("What has arrived is kept; it can go on later."))
        self._cancel.setAccessibleName(self.tr("Stop the download of {name}").format(name=model.name))
        self.setAccessibleName(model.name)
        self._add_title()
        if model.id == STARTER_ID:
            self.body.addWidget(
                make_label(
                    self.tr(
                        "It was trained by Attune and knows synthetic voices only: with real speech many words will be "
                        "wrong. It shows how everything works without a download. Get a real model below."
                    ),
                    "warning",
                )
            )
        self._add_facts(card)
        self._add_buttons(kept, begun)
        self.body.addLayout(row_of(self._bar, self._state, self._cancel))
        self.show_download(None)

    def show_download(self, downloads: Downloads | None) -> None:
        """How far the download of this model is; None for no download."""
        entry = downloads.entry if downloads else None
        mine = entry is not None and entry.id == self.model.id
        for widget in (self._bar, self._state, self._cancel):
            widget.setVisible(mine)
        if not mine or downloads is None:
            return
        progress = downloads.progress
        self._cancel.setEnabled(not downloads.installing and not downloads.stopping)
        known = progress is not None and progress.total > 0 and not downloads.installing
        self._bar.setRange(0, 1000 if known else 0)
        if progress is not None and known:
            self._bar.setValue(round(1000 * progress.done / progress.total))
        self._state.setText(describe_download(downloads))

    def set_busy(self, busy: bool) -> None:
        """While a model is being changed nothing else is."""
        for button in self._buttons:
            button.setEnabled(not busy)

    def _add_title(self) -> None:
        name = make_label(in_language(self.model.name), "heading")
        badge = make_label(self.tr("in use") if self.model.active else "", "good")
        badge.setWordWrap(False)
        fit = make_label(fit_words(self.model.fit), FIT_LOOKS[self.model.fit.level])
        fit.setToolTip(
            self.tr(
                "An estimate from the size of the model, and the memory and processor of this machine: {reason}"
            ).format(reason=in_language(self.model.fit.reason))
        )
        fit.setWordWrap(False)
        row = row_of(name)
        row.addWidget(badge)
        row.addWidget(fit)
        self.body.addLayout(row)

    def _add_facts(self, card: ModelCard) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        size = QLocale().formattedDataSize(self.model.size_bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        if not self.model.installed:
            size = self.tr("{size} to download").format(size=size)
        rows = [
            (self.tr("Size"), size, ""),
            (self.tr("Context"), context_words(self.model.context), context_help()),
            (self.tr("Languages"), in_language(", ".join(card.languages)), ""),
            (self.tr("Licence"), self.model.licence, ""),
            (self.tr("From"), in_language(self.model.source), ""),
            (self.tr("Words wrong"), measured_words(card.measured), measured_help()),
            (self.tr("Note"), in_language(str(card.extra.get("note", ""))), ""),
        ]
        for number, (title, text, tooltip) in enumerate(row for row in rows if row[1]):
            head = make_label(title, "muted", tooltip)
            head.setWordWrap(False)
            grid.addWidget(head, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(make_label(text, tooltip=tooltip), number, 1)
        self.body.addLayout(grid)

    def _add_buttons(self, kept: bool, begun: bool) -> None:
        model = self.model
        if not model.installed:
            text = self.tr("Go on downloading") if begun else self.tr("Download")
            button = make_button(text, lambda: self.download_wanted.emit(model.id))
            self._buttons = [button]
        else:
            self._buttons = [make_button(self.tr("Verify"), lambda: self.verify_wanted.emit(model.id))]
            self._buttons[0].setToolTip(self.tr("Compares every file with what was installed."))
            if not model.active:
                self._buttons.insert(0, make_button(self.tr("Use"), lambda: self.use_wanted.emit(model.id)))
            if not kept:
                self._buttons.append(make_button(self.tr("Remove"), lambda: self.remove_wanted.emit(model.id)))
        for one in self._buttons:
            one.setAccessibleName(f"{one.text()}: {model.name}")
        self.body.addLayout(row_of(*self._buttons, None))
