"""Unites people across the documents of a collection; redone where documents have been added or changed.

A block of people whose family names sound alike is in memory at a time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from factx.across.people import Named, Somebody, in_block

STALE: Final = "SELECT DISTINCT sound FROM entities WHERE person_id IS NULL"
MEMBERS: Final = f"""
SELECT entities.*, documents.doc, documents.date FROM entities JOIN documents ON documents.id = document_id
WHERE sound IN ({STALE}) ORDER BY sound, entities.id
"""


def unite(connection: sqlite3.Connection) -> None:
    """Give every entity its person, in a transaction of the caller's."""
    reader = connection.cursor()
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS united (entity INTEGER PRIMARY KEY, person INTEGER)")
    connection.execute("DELETE FROM temp.united")
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS told (id INTEGER PRIMARY KEY, name, names, titles, notes)")
    connection.execute("DELETE FROM temp.told")
    for _, rows in groupby(reader.execute(MEMBERS), key=lambda row: row["sound"]):
        ids: dict[tuple[str, str], int] = {}
        named = []
        for row in rows:
            named.append(named_of(row))
            ids[row["doc"], row["entity"]] = row["id"]
        for someone in in_block(named):
            members = sorted(ids[each.doc, each.entity] for each in someone.members)
            connection.execute("INSERT INTO temp.told VALUES (?, ?, ?, ?, ?)", (members[0], *told(someone)))
            connection.executemany("INSERT INTO temp.united VALUES (?, ?)", ((id, members[0]) for id in members))
    for statement in PUT:
        connection.execute(statement)


COUNTED: Final = """
(SELECT count(DISTINCT document_id) FROM entities WHERE person_id = told.id),
(SELECT count(*) FROM mentions WHERE entity_id IN (SELECT id FROM entities WHERE person_id = told.id)),
(SELECT count(*) FROM claims WHERE entity_id IN (SELECT id FROM entities WHERE person_id = told.id)),
(SELECT count(*) FROM percentages WHERE entity_id IN (SELECT id FROM entities WHERE person_id = told.id))
"""
PUT: Final = (
    # A person's id is that of the first entity, so that it stays while more documents come.
    "UPDATE entities SET person_id = (SELECT person FROM temp.united WHERE entity = entities.id) "
    "WHERE id IN (SELECT entity FROM temp.united)",
    "INSERT OR REPLACE INTO people (id, name, names, titles, documents, mentions, claims, percentages, notes) "
    f"SELECT id, name, names, titles, {COUNTED}, notes FROM temp.told AS told ORDER BY id",
    "DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM entities WHERE person_id = people.id)",
)


def named_of(row: sqlite3.Row) -> Named:
    return Named(
        row["doc"], row["date"], row["entity"], row["name"], tuple(json.loads(row["forms"])),
        tuple(json.loads(row["titles"])), row["gender"], row["born"], frozenset(json.loads(row["fields"])),
    )  # fmt: skip


def told(someone: Somebody) -> Iterator[str]:
    yield someone.name
    names = dict.fromkeys(form for named in someone.members for form in named.forms)
    for values in (names, someone.titles, someone.notes):
        yield json.dumps(list(values), ensure_ascii=False)
