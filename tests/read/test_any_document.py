"""Whatever is wrong with a document, there is no traceback: facts, or a message that names it."""

from __future__ import annotations

import made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

modest = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=6), st.integers(0, 40)), max_size=6)
DOCUMENTS = {
    "html": ("trafilatura", lambda: made.page().encode()),
    "pdf": ("pypdfium2", lambda: made.printed(2)),
    "docx": ("docx", made.word),
    "mail": ("email", lambda: bytes(made.mail())),
    "zip": ("zipfile", lambda: made.packed({"a.txt": made.TEXT.encode(), "d/b.jsonl": b'{"text": "3%"}'})),
}


@pytest.fixture(params=DOCUMENTS)
def document(request) -> tuple[str, bytes]:
    """A form of input, and a document in it."""
    package, make = DOCUMENTS[request.param]
    pytest.importorskip(package)
    return request.param, make()


@modest
@given(changes=CHANGES, end=st.floats(0.3, 1))
def test_damaged(factx, document, changes, end):
    form, data = document
    bent = bytearray(data[: int(len(data) * end) + 1])
    for place, new, gone in changes:
        at = int(place * len(bent))
        bent[at : at + gone] = new
    check(factx, form, bytes(bent))


@modest
@given(data=st.binary(max_size=300))
def test_nonsense(factx, document, data):
    form, whole = document
    check(factx, form, data)
    check(factx, form, whole[:8] + data)


def check(factx, form: str, data: bytes) -> None:
    for chosen in (form, "auto"):
        result = factx("--show-text", "--input", chosen, input=data)
        assert result.exception is None or isinstance(result.exception, SystemExit), data
        assert result.exit_code in (0, 2)
        assert bool(result.stderr) >= (result.exit_code == 2)
