"""Completion scripts for shells: Click's, which ask the command itself what may come next."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

COMMAND, VARIABLE = "factx", "_FACTX_COMPLETE"


def script(command: click.Command, shell: str) -> str:
    """The script for a shell that Click knows."""
    known = get_completion_class(shell)
    assert known is not None
    # Not `source()`, which starts bash to learn its version.
    completes = known(command, {}, COMMAND, VARIABLE)
    text = completes.source_template % completes.source_vars()
    # What is completed may hold commas, and fish would take it apart.
    return text.replace('string split "," $completion', 'string split -m 1 "," $completion')
