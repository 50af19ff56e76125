"""All rules for what a percentage is of and whose it is, over sentences in which each figure is one token.

The first rule declared that speaks of a figure decides.
"""

from __future__ import annotations

from factx.extract.percentages import holders, wholes
from factx.extract.percentages.phrases import roles

__all__ = ["holders", "roles", "wholes"]
