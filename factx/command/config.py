"""Options from files and from the environment: each has a key, its long name, and a variable, FACTX_NAME.

The command line takes precedence, then the environment, then factx.toml in the current folder, then the user's
factx/config.toml.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from factx.command.options import File

if TYPE_CHECKING:
    from factx.custom.toml_source import TomlSource

# tomllib is imported only if there is a file to read.

PROJECT: Final = "factx.toml"
COMMAND_LINE_ONLY: Final = frozenset({"help", "version", "json", "no-config"})
"""Options that can be given on the command line only; but no-config also by a variable."""
PLACES: Final = "factx.config.places"


def name(param: click.Parameter) -> str:
    """The name of an option in a file: its long name without the dashes."""
    return max(param.opts, key=len).lstrip("-")


def variable(param: click.Parameter) -> str | None:
    """The environment variable of an option; None if it has none."""
    called = name(param)
    if not isinstance(param, click.Option) or called in COMMAND_LINE_ONLY - {"no-config"}:
        return None
    return "FACTX_" + called.replace("-", "_").upper()


def user_file() -> str:
    """The path of the user's configuration, by the XDG base directory specification."""
    folder = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(folder, "factx", "config.toml")


def read(ctx: click.Context, params: Iterable[click.Parameter]) -> None:
    """Take defaults from the configuration files. Raises click.UsageError, with file and line, for an error in one."""
    paths = [path for path in (user_file(), PROJECT) if os.path.exists(path)]
    if not paths:
        return
    from factx.custom.toml_source import TomlError, TomlSource

    options = {name(param): param for param in params if isinstance(param, click.Option)}
    options = {called: param for called, param in options.items() if called not in COMMAND_LINE_ONLY}
    defaults: dict[str, Any] = {}
    places: dict[str, Callable[[], str]] = {}
    for path in paths:
        try:
            file = TomlSource(path)
            file.refuse_unknown((), file.values, options)
            for key, value in file.values.items():
                param = options[key]
                defaults[param.name or ""] = _default(file, param, key, value)
                places[param.name or ""] = partial(file.place, (key,))
        except TomlError as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            raise click.UsageError(f"{path}: {error.strerror}") from None
    ctx.default_map = defaults
    ctx.meta[PLACES] = places


def _default(file: TomlSource, param: click.Option, key: str, value: Any) -> Any:
    """A value as the option's type reads it; paths are relative to the folder of the file that names them."""
    if param.is_flag:
        if not isinstance(value, bool):
            raise file.error((key,), f"{key} is true or false")
        return value
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str | int | float | datetime.date) and not isinstance(each, bool) for each in values):
        raise file.error((key,), f"{key} is a string or an array of strings")
    written = [each.isoformat() if isinstance(each, datetime.date) else str(each) for each in values]
    if isinstance(param.type, click.Path | File):
        written = [os.path.join(os.path.dirname(file.path), os.path.expanduser(each)) for each in written]
    return written if param.multiple else ",".join(written)


def traced(ctx: click.Context, error: click.BadParameter) -> click.BadParameter:
    """The error, naming the file and line, or the variable, that the wrong value came from."""
    param = error.param
    if param is None or param.name is None:
        return error
    source = ctx.get_parameter_source(param.name)
    if source is ParameterSource.DEFAULT_MAP:
        error.param_hint = f"{name(param)} in {ctx.meta[PLACES][param.name]()}"
    elif source is ParameterSource.ENVIRONMENT:
        error.param_hint = variable(param)
    return error
