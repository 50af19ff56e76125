"""Records: JSON in the shapes that services and archives give it, tables, workbooks. Each is a document of its own."""

from __future__ import annotations

import gc
import io
import json
import sys

import pytest

RENTS = "Mayor Dana Webb said on Tuesday that rents rose 4%."
STAFF = "Carl Ott denied on Friday that 30% of the staff had left."


class TestJson:
    def test_an_array(self, reads):
        array = [{"id": "a", "date": "2023-03-09", "text": RENTS}, {"text": STAFF}]
        read = reads("a.json", json.dumps(array, indent=1))
        assert read.each("text") == [RENTS, STAFF]
        assert read.each("id") == ["a", "a.json:2"]
        assert read.each("date") == ["2023-03-09", None]
        assert (read.said, read.status) == ("", 0)

    @pytest.mark.parametrize(
        ("shape", "ids"),
        [
            ({"status": "ok", "articles": [{"id": "n1", "content": RENTS + " … [+123 chars]"}]}, ["n1"]),
            ({"response": {"results": [{"id": "g/1", "fields": {"bodyText": RENTS, "trailText": "x"}}]}}, ["g/1"]),
            ({"response": {"docs": [{"_id": "t1", "lead_paragraph": RENTS, "multimedia": [{"caption": "A bus."}]}]}},
             ["t1"]),
            ([{"id": 5, "content": {"rendered": f"<p>{RENTS}</p>\n"}, "excerpt": {"rendered": "<p>x</p>"}}], ["5"]),
            ({"data": [{"id": "11", "text": RENTS}], "includes": {"users": [{"description": "I"}] * 2}}, ["11"]),
            ({"data": {"children": [{"kind": "t3", "data": {"id": "r1", "selftext": RENTS}}]}}, ["r1"]),
            ({"description": "About us.", "items": [{"id": "f1", "content_html": f"<p>{RENTS}</p>"}]}, ["f1"]),
            ({"orderedItems": [{"id": "x", "object": {"id": "m1", "content": f"<p>{RENTS}</p>"}}]}, ["x"]),
            ({"_id": {"$oid": "64"}, "article": {"body": [RENTS]}}, ["64"]),
            ({"hits": {"hits": [{"_index": "n", "_source": {"id": "e1", "text": RENTS}}]}}, ["e1"]),
            ([{"articles": [{"id": "p1", "text": RENTS}]}, {"articles": [{"id": "p2", "text": RENTS}]}], ["p1", "p2"]),
        ],
    )  # fmt: skip
    def test_the_longest_list_of_objects_with_a_text_wherever_it_stands(self, reads, shape, ids):
        read = reads("a.json", json.dumps(shape))
        assert (read.each("id"), read.each("text")) == (ids, [RENTS] * len(ids))
        assert reads("a.jsonl", json.dumps(shape) + "\n").each("text") == read.each("text")

    def test_what_is_said_of_a_record(self, reads):
        record = {
            "source": {"id": "p", "name": "The Post"}, "author": "Lena Ray", "title": "Rents <b>up</b> &amp; away",
            "url": "https://example.org/1", "publishedAt": "2023-03-09T09:00:00Z", "content": RENTS,
        }  # fmt: skip
        [document] = reads("a.json", json.dumps({"articles": [record]})).documents
        del document["text"]
        assert document == {
            "id": "a.json:1", "date": "2023-03-09", "title": "Rents up & away", "url": "https://example.org/1",
            "byline": "Lena Ray", "publication": "The Post",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("record", "said"),
        [
            ({"story_text": RENTS, "media_name": "The Post", "Published Date": "2023-03-09"},
             {"date": "2023-03-09", "publication": "The Post"}),
            ({"shortDescription": RENTS, "articleHeadline": "Rents", "created_time": "2023-03-09"},
             {"date": "2023-03-09", "title": "Rents"}),
            ({"Full Text": RENTS, "image_url": "https://e.org/i", "story_url": "https://e.org/1", "author_name": "L"},
             {"date": None, "url": "https://e.org/1", "byline": "L"}),
            ({"alt_text": "A bus.", "button_text": "Go", "post_text": RENTS, "job_title": "Clerk"}, {"date": None}),
        ],
    )  # fmt: skip
    def test_fields_by_the_words_in_their_names(self, reads, record, said):
        [document] = reads("a.json", json.dumps([record])).documents
        assert document == {"id": "a.json:1", "text": RENTS, **said}

    def test_a_date_of_something_else_is_not_the_record_s(self, reads):
        author = {"created_at": "2001-01-01", "name": "L"}
        record = {"text": RENTS, "related": [{"date": "2001-01-01"}], "author": author}
        assert reads("a.json", json.dumps([record])).each("date") == [None]

    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2023-03-09T23:30:00-05:00", "2023-03-09"),
            ("20230309T090000Z", "2023-03-09"),
            ("Thu, 09 Mar 2023 09:00:00 +0100", "2023-03-09"),
            ("Thu Mar 09 09:00:00 +0000 2023", "2023-03-09"),
            ("March 9, 2023 at 9:00 AM", "2023-03-09"),
            (1678352400, "2023-03-09"),
            (1678352400000, "2023-03-09"),
            (1678352400.5, "2023-03-09"),
            ({"$date": "2023-03-09T09:00:00Z"}, "2023-03-09"),
            ("2023-03", "2023-03"),
            ("03/09/2023", "2023-03-09"),
        ],
    )
    def test_days_as_they_are_written(self, reads, written, day):
        read = reads("a.json", json.dumps([{"date": written, "text": RENTS}]), "--date-order", "mdy")
        assert (read.each("date"), read.said) == ([day], "")

    def test_a_day_of_either_month_is_not_guessed(self, reads):
        read = reads("a.json", json.dumps([{"date": "03/09/2023", "text": RENTS}]))
        assert read.each("date") == [None]
        assert "record 1: field 'date': '03/09/2023' may be a day of either month: --date-order says which" in read.said

    def test_fields_that_are_named(self, reads):
        rows = [{"meta": {"d": "2023-03-09", "k": 7}, "h": "Rents", "parts": [{"t": RENTS}, {"t": STAFF}]}]
        options = ("--text-field", "h,parts.0.t", "--date-field", "meta.d", "--id-field", "meta.k")
        [document] = reads("a.json", json.dumps(rows), *options).documents
        assert document == {"id": "7", "date": "2023-03-09", "text": f"Rents\n\n{RENTS}"}

    def test_values_one_after_another_and_those_of_a_script(self, reads):
        two = "\n".join(json.dumps({"id": i, "text": RENTS}, indent=2) for i in "ab")
        assert reads("a.json", two).each("id") == ["a", "b"]
        script = "window.YTD.tweets.part0 = " + json.dumps([{"tweet": {"id_str": "12", "full_text": RENTS}}])
        assert reads("tweets.js", script).each("id") == ["12"]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_byte_order_marks(self, reads, encoding):
        assert reads("a", json.dumps([{"id": "é", "text": RENTS}]).encode(encoding)).each("id") == ["é"]

    def test_html_is_read_as_a_page_and_a_stray_tag_is_none(self, reads):
        stray = RENTS + " It is on <a href='http://example.org'>a page</a> of the council. " + "Word after word. " * 60
        html = f"<p>{RENTS}</p><p>See &lt;it&gt;&nbsp;now.<br>Bye</p>"
        read = reads("a.json", json.dumps([{"text": html}, {"text": stray}, {"text": "R&amp;D rose 3%."}]))
        assert read.each("text") == [f"{RENTS}\n\nSee <it>\xa0now.\nBye", stray, "R&amp;D rose 3%."]

    def test_what_is_wrong_is_named_with_its_place(self, reads):
        read = reads("a.json", '[{"text": "3%"},\n{"title": "x"},\n{"text": "4%"},\n{"text" "x"}]')
        assert (read.each("text"), read.status) == (["3%", "4%"], 2)
        assert "a.json: record 2: no field 'text' (--text-field names another; there is title)" in read.said
        assert "a.json: not JSON at line 4, column 9: Expecting ':' delimiter (the 3 before it are read)" in read.said
        assert "nested too deeply" in reads("b.json", "[" * 50_000).said
        assert "no records in it" in reads("c.json", "[]").said
        assert "no field 'text'" in reads("d.json", '{"name": "x"}').said


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "feed"])
def test_memory_does_not_grow_with_the_records(form):
    """Ten times the records in the same memory: they are read one after another."""
    from factx.read.documents import documents
    from factx.read.input import Input, ReadOptions

    written = {
        "json": ("[", '{"id": "a", "text": "It rose 3%."}', ",", "]"),
        "jsonl": ("", '{"id": "a", "text": "It rose 3%."}', "\n", ""),
        "csv": ("id,date,text\n", "a,2023-03-09,It rose 3%.", "\n", ""),
        "feed": ("<rss><channel>", "<item><description>It rose.</description></item>", "", "</channel></rss>"),
    }
    before, record, between, after = written[form]
    rows = 8000

    def peak(count: int) -> int:
        data = io.BytesIO((before + between.join([record] * count) + after).encode())
        found = most = 0
        gc.collect()
        for item in documents(lambda: data, "a", ReadOptions(form=form)):
            found += isinstance(item, Input)
            most = max(most, sys.getallocatedblocks())
        assert found == count
        return most

    assert peak(rows) - peak(rows // 10) < rows / 2


def test_a_list_in_a_large_object_is_read_as_a_stream(monkeypatch):
    from factx.read import json as reader
    from factx.read.input import Input, ReadOptions

    monkeypatch.setattr(reader, "WHOLE", 100_000)
    tags = [{"name": "x"}] * 50
    articles = [{"id": str(i), "text": RENTS} for i in range(5000)]
    answer = {"status": "ok", "tags": tags, "page": {"articles": articles}, "z": 1}
    items = list(reader.read(io.BytesIO(json.dumps(answer).encode()), "a", ReadOptions()))
    assert [item.doc for item in items if isinstance(item, Input)] == [str(i) for i in range(5000)]


class TestTables:
    @pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
    def test_marks_between_cells(self, reads, mark):
        header = mark.join(f'"{name}"' for name in ("id", "published_at", "headline", "body"))
        rows = f'\ufeff{header}\r\n1{mark}2023-03-09{mark}"a{mark}b"{mark}{RENTS}\r\n'
        for name in ("a.csv", "a"):  # told by its header too
            [document] = reads(name, rows).documents
            title = "a b" if mark == "\t" else f"a{mark}b"
            assert document == {"id": "1", "date": "2023-03-09", "title": title, "text": RENTS}

    def test_a_cell_over_several_lines(self, reads):
        read = reads("a.csv", f'id,text\n1,"{RENTS}\n\nShe gave no ""reason""."\n2,{STAFF}\n')
        assert read.each("text") == [f'{RENTS}\n\nShe gave no "reason".', STAFF]

    def test_other_ends_of_lines_other_letters_and_the_line_that_names_the_mark(self, reads):
        assert reads("a.csv", f"sep=;\nid;text\n1;{RENTS}\n").each("id") == ["1"]
        assert reads("a.csv", f"id,text\r1,{RENTS}\r2,{STAFF}\r").each("id") == ["1", "2"]
        read = reads("a.csv", "id,text\n1,Zoë left 3%.\n2,Zoë left 4%.\n".encode("cp1252"))
        assert read.each("text") == ["Zoë left 3%.", "Zoë left 4%."]
        assert read.said == "factx: a.csv: line 2: not UTF-8 at byte 4: read as cp1252 (--encoding names another)\n"

    def test_a_table_without_a_text_is_refused_with_its_columns(self, reads):
        read = reads("a.csv", "a,b\n1,2\n")
        assert (read.documents, read.status) == ([], 2)
        assert "no column with a usual name of a text (--text-field names it; there is a, b)" in read.said
        assert reads("a.csv", f"a,b\n1,{RENTS}\n", "--text-field", "b").each("text") == [RENTS]
        assert "no column 'c'" in reads("a.csv", "a,b\n1,2\n", "--text-field", "c").said

    def test_a_quote_that_is_never_closed_does_not_swallow_all(self, reads, monkeypatch):
        from factx.read import csv

        monkeypatch.setattr(csv, "LONGEST", 1000)
        read = reads("a.csv", f'id,text\n1,{RENTS}\n2,"' + "x" * 5000)
        assert (read.each("id"), read.status) == (["1"], 2)
        assert "a quote that is not closed?" in read.said

    def test_prose_with_commas_is_no_table(self, reads):
        text = "Text, date and title, all of it, were lost.\nIt rose 3%.\n"
        assert reads("a", text).each("text") == [text]

    def test_a_workbook_that_is_none(self, reads):
        assert reads("b.xlsx", b"PK\x03\x04nonsense").status == 2
