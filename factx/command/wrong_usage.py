"""Wrong usage in one line: which option, what is wrong with it, and what was probably meant."""

from __future__ import annotations

import click

from factx.suggestions import suggestion


def message(error: click.ClickException) -> str:
    """The error in one line, without the command's name."""
    if isinstance(error, click.NoSuchOption):
        meant = suggestion(error.option_name, error.possibilities or ())
        return f"There is no option {error.option_name}.{meant or f' {help_of(error)} lists them.'}"
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(click.Context(click.Command(""))) if error.param else "a value"
        return f"{name} is missing: {usage(error)}"
    if isinstance(error, click.BadParameter):
        hint = error.param_hint or (error.param and longest(error.param))
        return f"{hint}: {error.message}" if hint else error.message
    if isinstance(error, click.BadOptionUsage) and "requires an argument" in error.message:
        return f"{error.option_name} needs a value."
    if isinstance(error, click.UsageError) and error.message.startswith("Got unexpected extra argument"):
        return f"Too many arguments {error.message[error.message.index('('):]}: {usage(error)}"
    return error.format_message()


def longest(param: click.Parameter) -> str:
    """An option by its long name; an argument as the usage names it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name.strip("[]{}.")


def usage(error: click.UsageError) -> str:
    """The command's usage on one line."""
    if error.ctx is None:
        return "factx --help"
    return " ".join(error.ctx.get_usage().split()).removeprefix("Usage: ")


def help_of(error: click.UsageError) -> str:
    """The command that prints the options."""
    path = error.ctx.command_path if error.ctx else "factx"
    return f"{path.removesuffix(' extract')} --help"
