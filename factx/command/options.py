"""Options that cost little to define, and those that all commands have: --help and --version.

Click straightens each option's help with `inspect`, and has the words of its own options and types translated. What is
imported for this alone takes as long, at every start, as all that reads the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click

from factx import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Option(click.Option):
    """An option whose help is taken as it is."""

    def __init__(self, *args: Any, help: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help = help


class File(click.ParamType[str] if TYPE_CHECKING else click.ParamType):  # type: ignore[misc]
    """The path of a file, of which whoever reads it says what is wrong."""

    name = "path"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


option = partial(click.option, cls=Option)


def told(tell: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """The callback of an option that prints something instead of the command's work."""

    def callback(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(tell(ctx), color=ctx.color)
            ctx.exit()

    return callback


version_option = option(
    "-V", "--version", is_flag=True, is_eager=True, expose_value=False, help="Show the version and exit.",
    callback=told(lambda ctx: f"factx {__version__}"),
)
HELP: Final = Option(
    ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, help="Show this message and exit.",
    callback=told(lambda ctx: ctx.get_help()),
)  # fmt: skip


class Helped(click.Command):
    """A command with this option for help."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return HELP
