"""Whether a training can begin, what it would bring, and the button that begins it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout

from desktop.engine_text import in_language
from desktop.windows.cards import Card, clear, make_button, make_label, row_of, set_look
from desktop.windows.personalize.words import missing, prospect, span
from engine.errors import AttuneError
from engine.jobs.expectation import Expectation
from engine.jobs.readiness import ADVISED_MINUTES
from engine.jobs.session import Offer


class ReadinessCard(Card):
    """Shows an offer."""

    start_wanted = Signal()
    enrolment_wanted = Signal()
    review_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What there is to learn from"))
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(28)
        self._missing = make_label()
        self._prospect = make_label(look="muted")
        self._duration = make_label(look="muted")
        self.start = make_button(
            self.tr("&Personalize"),
            self.start_wanted.emit,
            primary=True,
            tooltip=self.tr("Trains a copy of the model on your speech. It is used only if it is proven better."),
        )
        self._read = make_button(self.tr("&Read sentences"), self.enrolment_wanted.emit)
        self._read.setToolTip(self.tr("Reading aloud is the quickest way to speech whose text is certain."))
        self._review = make_button(self.tr("&Check dictations"), self.review_wanted.emit)
        self._review.setToolTip(self.tr("Confirm or correct what you have dictated: both count."))
        self.body.addLayout(self._figures)
        for label in (self._missing, self._prospect, self._duration):
            self.body.addWidget(label)
        self.body.addLayout(row_of(self.start, self._read, self._review, None))
        self.show_waiting()

    def show_waiting(self) -> None:
        """The library is being looked at."""
        self.start.setEnabled(False)
        self._missing.setText(self.tr("Looking…"))
        set_look(self._missing, "muted")

    def show_fault(self, error: AttuneError) -> None:
        """It cannot be told."""
        self.start.setEnabled(False)
        self._missing.setText(in_language(str(error)))
        set_look(self._missing, "warning")

    def show_offer(self, offer: Offer, expectation: Expectation) -> None:
        """What was found."""
        readiness = offer.readiness
        clear(self._figures)
        minutes = QLocale().toString(readiness.minutes, "f", 1)
        for column, (figure, what, tooltip) in enumerate(
            (
                (minutes, self.tr("minutes checked"), self.tr("Speech whose text was corrected, confirmed or read.")),
                (QLocale().toString(readiness.words), self.tr("words"), ""),
                (
                    QLocale().toString(len(offer.material.terms)),
                    self.tr("terms"),
                    self.tr("Words of your vocabulary; the test watches them closely."),
                ),
                (
                    QLocale().toString(readiness.utterances["test"]),
                    self.tr("utterances set aside"),
                    self.tr("They are never trained on, so that they can show whether the model became better."),
                ),
            )
        ):
            number = make_label(figure, "title", tooltip)
            name = make_label(what, "muted", tooltip)
            for label in (number, name):
                label.setWordWrap(False)
            number.setAccessibleName(f"{figure} {what}")
            self._figures.addWidget(number, 0, column)
            self._figures.addWidget(name, 1, column)
        self._figures.setColumnStretch(4, 1)
        self._say_state(offer)
        self._prospect.setText(prospect(expectation))
        time = self.tr(
            "On this processor it takes about {time}; where there is a GPU, less. You can dictate meanwhile."
        )
        self._duration.setText(time.format(time=span(offer.seconds)) if offer.seconds else "")
        self._duration.setVisible(bool(offer.seconds))
        self.start.setEnabled(readiness.ready)

    def _say_state(self, offer: Offer) -> None:
        readiness = offer.readiness
        if not readiness.ready:
            self._missing.setText(self.tr("Still needed:") + "".join(f"\n•  {line}" for line in missing(readiness)))
            set_look(self._missing, "warning")
        elif readiness.is_trial:
            self._missing.setText(
                self.tr(
                    "Enough for a trial. With less than {minutes} minutes a gain is rarely proven."
                    " Trying costs nothing."
                ).format(minutes=round(ADVISED_MINUTES))
            )
            set_look(self._missing, "warning")
        else:
            self._missing.setText(self.tr("There is enough to learn from."))
            set_look(self._missing, "good")
