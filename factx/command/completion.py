"""Shell completion: the scripts are Click's, and ask the command itself for the words that may come next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click
from click.shell_completion import CompletionItem, get_completion_class

COMMAND, VARIABLE = "factx", "_FACTX_COMPLETE"
FIXES: Final = {
    "bash": ("COMPREPLY=()\n            compopt -o default",
             'compopt -o filenames\n            COMPREPLY+=($(compgen -f -- "$value"))'),
    "fish": ('string split "," $completion', 'string split -m 1 "," $completion'),
}
"""Replacements in Click's scripts: for files besides words in bash, for words with commas in fish."""


def script(command: click.Command, shell: str) -> str:
    """The script for a shell that Click knows."""
    known = get_completion_class(shell)
    assert known is not None
    # Not `source()`, which starts bash to learn its version.
    completes = known(command, {}, COMMAND, VARIABLE)
    return (completes.source_template % completes.source_vars()).replace(*FIXES.get(shell, ("", "")))


def paths(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Files, and the commands if none is named yet: the default one takes any word for a file."""
    root = ctx.find_root()
    group = root.command
    commands = group.list_commands(root) if isinstance(group, click.Group) and not ctx.params.get("paths") else ()
    named = [CompletionItem(word) for word in commands if word.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file"), *named]


def last_of_list(known: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Completions of the last word of a comma-separated list."""
    before, comma, last = incomplete.rpartition(",")
    given = before.split(",")
    return [CompletionItem(before + comma + word) for word in known if word.startswith(last) and word not in given]
