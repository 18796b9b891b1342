"""Charts as inline SVG, coloured by the page's style sheet, so that they follow light and dark."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH, HEIGHT = 420, 240
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 12, 40
ROW = 44  # height of a set in the interval chart
NAMES = 150  # width of the sets' names


@dataclass(frozen=True)
class Series:
    """A named line; `style` is the CSS class that colours it."""

    name: str
    style: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Interval:
    """A rate with its bounds, as fractions."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Scale:
    """Maps values onto pixels."""

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        span = (self.last - self.first) or 1.0
        return round(self.start + (value - self.first) / span * (self.end - self.start), 1)


def line_chart(
    title: str, across: str, series: Sequence[Series], *, percent: bool = True, marked: float | None = None
) -> Markup:
    """Lines over a common axis that holds zero; `marked` puts a vertical line at that value."""
    points = [point for one in series for point in one.points]
    if not points:
        return Markup("")
    horizontal = Scale(min(x for x, _ in points), max(max(x for x, _ in points), 1e-9), LEFT, WIDTH - RIGHT)
    lowest = min(0.0, *(y for _, y in points))
    vertical = Scale(lowest, max(max(y for _, y in points) * 1.05, 1e-9), HEIGHT - BOTTOM, TOP)
    parts = [*_vertical_axis(vertical, percent), *_horizontal_axis(horizontal, across)]
    if marked is not None:
        x = horizontal(marked)
        parts.append(_tag("line", "mark", x1=x, y1=TOP, x2=x, y2=HEIGHT - BOTTOM))
    for one in series:
        placed = [(horizontal(x), vertical(y)) for x, y in one.points]
        parts.append(_tag("polyline", f"line {one.style}", points=" ".join(f"{x},{y}" for x, y in placed)))
        if len(placed) <= 20:
            parts += [_tag("circle", f"dot {one.style}", cx=x, cy=y, r=3) for x, y in placed]
    legend = Markup(" ").join(Markup('<span class="{0}">●</span> {1}').format(one.style, one.name) for one in series)
    return _figure(title, WIDTH, HEIGHT, parts, legend)


def interval_chart(title: str, rows: Sequence[tuple[str, Interval, Interval]]) -> Markup:
    """Two rates a row, each a dot with its interval: before, and below it after."""
    if not rows:
        return Markup("")
    width, height = 2 * WIDTH, len(rows) * ROW + BOTTOM
    largest = max(max(one.high for one in row[1:]) for row in rows)
    across = Scale(0.0, max(largest * 1.05, 1e-9), NAMES, width - RIGHT)
    parts: list[Markup] = []
    for tick in _ticks(across.last):
        x = across(tick)
        parts.append(_tag("line", "grid", x1=x, y1=0, x2=x, y2=height - BOTTOM))
        parts.append(_text(x, height - BOTTOM + 16, f"{100 * tick:.3g} %", "middle"))
    for index, (name, before, after) in enumerate(rows):
        middle = index * ROW + ROW / 2
        parts.append(_text(NAMES - 10, middle + 4, name, "end"))
        parts += _whisker(across, before, middle - 7, "before")
        parts += _whisker(across, after, middle + 7, "after")
    legend = Markup('<span class="before">●</span> before <span class="after">●</span> after')
    return _figure(title, width, height, parts, legend)


def _whisker(scale: Scale, rate: Interval, y: float, style: str) -> list[Markup]:
    return [
        _tag("line", f"line {style}", x1=scale(rate.low), y1=y, x2=scale(rate.high), y2=y),
        _tag("circle", f"dot {style}", cx=scale(rate.value), cy=y, r=4),
    ]


def _vertical_axis(scale: Scale, percent: bool) -> Iterator[Markup]:
    for tick in _ticks(scale.last):
        y = scale(tick)
        yield _tag("line", "grid", x1=LEFT, y1=y, x2=WIDTH - RIGHT, y2=y)
        yield _text(LEFT - 6, y + 4, f"{100 * tick:.3g} %" if percent else f"{tick:.3g}", "end")


def _horizontal_axis(scale: Scale, label: str) -> Iterator[Markup]:
    for tick in _ticks(scale.last):
        if tick >= scale.first:
            yield _text(scale(tick), HEIGHT - BOTTOM + 16, f"{tick:g}", "middle")
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, label, "middle")


def _ticks(largest: float) -> list[float]:
    """Round values from zero to `largest`, four to ten of them."""
    rough = largest / 5
    power = 10 ** math.floor(math.log10(rough))
    step = max(factor * power for factor in (1, 2, 2.5, 5) if factor * power <= rough * (1 + 1e-9))
    return [round(index * step, 10) for index in range(int(largest / step * (1 + 1e-9)) + 1)]


def _tag(name: str, style: str, **attributes: object) -> Markup:
    written = Markup(" ").join(Markup('{0}="{1}"').format(key, value) for key, value in attributes.items())
    return Markup('<{0} class="{1}" {2}/>').format(name, style, written)


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    return Markup('<text x="{0}" y="{1}" text-anchor="{2}">{3}</text>').format(x, y, anchor, text)


def _figure(title: str, width: float, height: float, parts: Sequence[Markup], legend: Markup) -> Markup:
    caption = Markup("<figure><figcaption>{0} <small>{1}</small></figcaption>").format(title, legend)
    head = Markup('<svg viewBox="0 0 {0} {1}" role="img" aria-label="{2}">').format(width, height, title)
    return caption + head + Markup("").join(parts) + Markup("</svg></figure>")
