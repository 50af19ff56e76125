"""Options that several commands share, and the command whose options have defaults in files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click

from factx.command import config, option_values
from factx.command.options import File, Helped, option
from factx.render import KIND_OF


class Configured(Helped):
    """A command whose options have defaults in files and in the environment, and whose help begins with examples."""

    def __init__(self, *args: Any, examples: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
        for param in self.params:
            param.envvar = config.variable(param)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as error:
            raise config.traced(ctx, error) from None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            formatter.write(f"{self.examples}\n")
        super().format_help(ctx, formatter)


def configure(ctx: click.Context, param: click.Parameter, off: bool) -> None:
    """Read the configuration, before the other options are processed."""
    if not off and not ctx.resilient_parsing:
        config.read(ctx, every_option(ctx))


def every_option(ctx: click.Context) -> Iterator[click.Parameter]:
    """The options that a file can set: those of all commands, since it is one for all."""
    root = ctx.find_root()
    group = root.command
    if not isinstance(group, click.Group):
        yield from group.params
        return
    for name in dict.fromkeys((*group.commands, *group.list_commands(root))):
        if command := group.get_command(root, name):
            yield from command.params


def rule_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that add rules. They are eager, so that --only and --fields know the kinds that they add."""
    for add in (
        option("--with", type=str, metavar="NAME,...", is_eager=True, expose_value=False,
               callback=option_values.from_packages, help="Extractors from other packages, by name."),
        option("--rules", type=File(), multiple=True, metavar="FILE.toml", is_eager=True,
               expose_value=False, callback=option_values.from_rules,
               help="Your own words and rules; can be given several times."),
        option("--no-config", is_flag=True, is_eager=True, expose_value=False, callback=configure,
               help=f"Ignore {config.PROJECT} and the user's configuration."),
    ):
        command = add(command)
    return command


def fact_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which facts are found, and how."""
    for add in reversed((
        option("-o", "--only", "kinds", type=option_values.kinds, metavar="KIND,...",
               shell_complete=option_values.complete_kinds,
               help=f"Only these kinds of fact: {', '.join(KIND_OF)}. The others are not looked for, which is faster, "
                    "nor linked to: with --where kind=percentage a figure's she has a name."),
        option("-d", "--date", type=option_values.day, metavar="DATE|today",
               help="The date of writing, for texts without one: a record's date, a page's date of publication "
                    "and a mail's Date header take precedence."),
        option("--date-order", type=option_values.Choice(("mdy", "dmy", "ymd")),
               help="How to read 03/04/2020. Default: as other dates in the text suggest; a record's own date "
                    "is left out if it can be read in two ways."),
        option("--ratios", is_flag=True, help="Take shares in words (one in five) for percentages too."),
    )):
        command = add(command)
    return command


jobs_option = option("-j", "--jobs", type=option_values.processes, metavar="N",
        help="The number of processes. Default: one for little input, one per core for much.")

pager_option = option("--no-pager", is_flag=True,
        help="Don't show output that is longer than the screen in a pager (FACTX_PAGER, PAGER or less).")
