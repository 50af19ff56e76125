"""Archives made by tar: each member is a separate document, named archive/member; read as a stream."""

from __future__ import annotations

import tarfile
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import BinaryIO, cast

from factx.read.documents import documents
from factx.read.forms import wanted
from factx.read.input import Item, Problem, ReadOptions, UnreadableError
from factx.read.zip import MOST_MEMBERS, hidden, leads_out, suffix_to_say, what_was_not_read


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents in an archive, in order; a problem with one does not stop the others."""
    if options.archived:
        raise UnreadableError("an archive within an archive (unpack it first)")
    inner = options._replace(archived=True, form="auto" if options.form == "tar" else options.form)
    found = number = 0
    passed: Counter[str] = Counter()
    try:
        # In this mode nothing is sought, and members that were read are forgotten.
        with tarfile.open(fileobj=stream, mode="r|", ignore_zeros=False) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]
                number += 1
                if number > MOST_MEMBERS:
                    raise UnreadableError(f"more than {MOST_MEMBERS} members: the rest is not read")
                name = f"{doc}/{member.name}"
                if not member.isfile() or hidden(member.name):
                    continue
                if not wanted(member.name, options.globs):
                    passed[suffix_to_say(member.name)] += 1
                elif leads_out(member.name):
                    yield Problem(name, "a path that leads out of the archive: not read (pack it anew without ..)")
                else:
                    found += 1
                    data = archive.extractfile(member)
                    yield from documents(partial(opened, cast(BinaryIO, data)), name, inner)
    except tarfile.TarError as error:
        raise UnreadableError(f"damaged, or not a .tar: {error}") from None
    yield from what_was_not_read(doc, found, passed, options)


def opened(stream: BinaryIO) -> AbstractContextManager[BinaryIO]:
    return nullcontext(stream)
