"""Whatever the bytes, there is no traceback: facts, or a message, and an exit status of 0, 1 or 2."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import factx
from factx.render import FORMATS

NEWS = st.sampled_from(
    ["Mr. ", "Ann Lee ", "said ", "“", "”", "‘", "’s ", "May ", "1,000", "3%", " percent", "on Sunday ", "(", ")", "-",
     "–", ". ", "\n", "\n\n", "\r\n", "2020", "-08-16", "between ", "and ", "that ", "he ", "U.S. ", "…", "10", " to "]
)  # fmt: skip
TEXTS = st.lists(st.one_of(NEWS, st.text(max_size=8)), max_size=25).map("".join)
SCALARS = st.none() | st.booleans() | st.floats() | TEXTS
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3), max_leaves=4)
ROWS = st.dictionaries(st.sampled_from(["text", "id", "date", "x"]), JSON, max_size=4)
TIMES = st.lists(
    st.one_of(
        st.sampled_from(["last", "next", "two", "a", "99999999", "the", "following", "every", "mid-", "of", "BC"]),
        st.sampled_from(["day", "weeks", "month", "quarter", "year", "decades", "century", "ago", "Easter"]),
        st.sampled_from(["Sunday", "May", "31", "29 February", "0", "2020", "yesterday", "noon", "1980s", "’s"]),
    ),
    max_size=12,
).map(" ".join)
SCHEMA = Draft202012Validator(json.loads((Path(factx.__file__).parent / "render" / "schema.json").read_text("utf-8")))
modest = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def check(run, form: str, data: bytes, *options: str) -> None:
    result = run("--format", form, *options, input=data)
    assert result.exception is None or isinstance(result.exception, SystemExit), data
    assert result.exit_code in (0, 1, 2)
    assert bool(result.stderr) >= (result.exit_code == 2)
    text = result.stdout_bytes.decode("utf-8")
    if form == "json":
        SCHEMA.validate(json.loads(text))
    if form == "tsv":
        assert {line.count("\t") for line in text.splitlines()} <= {4}


@pytest.mark.parametrize("form", FORMATS)
@modest
@given(data=st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_as_text(factx, form, data):
    check(factx, form, data, "--exit-status")


@pytest.mark.parametrize("form", FORMATS)
@modest
@given(rows=st.lists(st.one_of(ROWS.map(json.dumps).map(str.encode), st.binary(max_size=50)), max_size=4))
def test_as_json_lines(factx, form, rows):
    check(factx, form, b"\n".join(rows), "--input", "jsonl")


@modest
@given(data=st.binary(max_size=100), encoding=st.sampled_from(["utf-7", "utf-16", "utf-16-le", "big5", "idna"]))
def test_in_an_encoding_that_is_named(factx, data, encoding):
    check(factx, "tsv", data, "--encoding", encoding)
    check(factx, "tsv", data, "--encoding", encoding, "--input", "jsonl")


@modest
@given(data=st.binary(max_size=100), at=st.integers(0, 60), byte=st.binary(min_size=1, max_size=2))
def test_compressed(factx, tmp_path_factory, data, at, byte):
    path = tmp_path_factory.getbasetemp() / "any.gz"
    packed = bytearray(gzip.compress(data))
    packed[at : at + 1] = byte
    path.write_bytes(packed)
    check(factx, "tsv", b"", str(path))


@modest
@given(text=TIMES, day=st.dates())
def test_any_day(factx, text, day):
    """The first day there is and the last have neighbours too."""
    check(factx, "json", text.encode(), "--only", "dates", "--date", day.isoformat())


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@modest
@given(text=TIMES)
def test_the_ends_of_time(factx, day, text):
    check(factx, "json", text.encode(), "--only", "dates", "--date", day)
