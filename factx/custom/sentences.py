"""The sentences of a text for rules that name classes of words, groups or clauses."""

from __future__ import annotations

from weakref import WeakValueDictionary

from factx.findings import Findings
from factx.syntax import Syntax
from factx.text.tokens import Tokens

_shared: WeakValueDictionary[int, Findings] = WeakValueDictionary()
"""By the identity of their tokens, which they keep alive."""


def share(findings: Findings) -> None:
    """Have the sentences of a text read with these findings, as long as they live, and once for all rules."""
    _shared[id(findings.tokens)] = findings


def syntax_of(tokens: Tokens) -> Syntax:
    """The sentences of a text."""
    shared = _shared.get(id(tokens))
    return (Findings(tokens) if shared is None else shared).syntax
