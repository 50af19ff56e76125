"""A page with one table: counts, people over documents, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.read import Problem
from factx.render.html import PEEK, asset, head, unread
from factx.render.html.markup import line


def grid_page(
    title: str, columns: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]], errors: Sequence[Problem]
) -> Iterator[str]:
    """The rows below the names of their columns, each of which may hold numbers."""
    yield head(title.capitalize(), long=False)
    yield f'<main id="top">\n{unread(errors)}'
    yield '<section class="contents grid" tabindex="0" aria-labelledby="contents">'
    yield f'<h1 id="contents">{line(title.capitalize())}</h1>\n<table>'
    names = "".join(f'<th scope="col"{words(number)}>{line(name)}</th>' for name, number in columns)
    yield f"<thead><tr>{names}</tr></thead>\n<tbody>"
    for row in rows:
        cells = [f"<td{words(number)}>{line(cell)}</td>" for cell, (_, number) in zip(row, columns, strict=True)]
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield f"</tbody></table></section></main>\n{PEEK}\n<script>{asset('report.js')}</script>\n</body>\n</html>\n"


def words(number: bool) -> str:
    return "" if number else ' class="words"'
