"""Shell completion: the scripts are Click's, and ask the command itself for the words that may come next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click
from click.shell_completion import CompletionItem, get_completion_class

COMMAND, VARIABLE = "factx", "_FACTX_COMPLETE"
LIST: Final = "list"
"""The type of words that a comma and another word may follow: no blank is put after them."""
FIXES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "bash": (
        ("COMPREPLY=()\n            compopt -o default",
         'compopt -o filenames\n            COMPREPLY+=($(compgen -f -- "$value"))'),
        ("elif [[ $type == 'plain' ]]; then",
         f"elif [[ $type == '{LIST}' ]]; then\n            compopt -o nospace\n            COMPREPLY+=($value)\n"
         "        elif [[ $type == 'plain' ]]; then"),
    ),
    "zsh": (
        ("local -a response", "local -a response lists"),
        ('elif [[ "$type" == "dir" ]]; then',
         f'elif [[ "$type" == "{LIST}" ]]; then\n            lists+=("$key")\n'
         '        elif [[ "$type" == "dir" ]]; then'),
        ('    if [ -n "$completions" ]; then',
         '    if [ -n "$lists" ]; then\n        compadd -U -V unsorted -qS , -a lists\n    fi\n\n'
         '    if [ -n "$completions" ]; then'),
    ),
    "fish": (
        ('string split "," $completion', 'string split -m 1 "," $completion'),
        # Where there are two, with a comma and without, no blank is put after either.
        ('else if test $metadata[1] = "plain"',
         f'else if test $metadata[1] = "{LIST}"\n            echo $metadata[2]\n            echo "$metadata[2],"\n'
         '        else if test $metadata[1] = "plain"'),
    ),
}
"""Replacements in Click's scripts: for files besides words in bash, for words with commas in all."""


def script(command: click.Command, shell: str) -> str:
    """The script for a shell that Click knows."""
    known = get_completion_class(shell)
    assert known is not None
    # Not `source()`, which starts bash to learn its version.
    completes = known(command, {}, COMMAND, VARIABLE)
    text = completes.source_template % completes.source_vars()
    for before, after in FIXES[shell]:
        text = text.replace(before, after)
    return text


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
    return [
        CompletionItem(before + comma + word, type=LIST)
        for word in known if word.startswith(last) and word not in given
    ]
