"""Options from files and from the environment: for each option a key of its long name, and a variable FACTX_NAME.

What the command line says goes first, then the environment, then factx.toml in the current folder, then the user's
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

if TYPE_CHECKING:
    from factx.custom.toml_source import TomlSource

# tomllib is imported where there is a file to read.

PROJECT: Final = "factx.toml"
KEPT_OUT: Final = frozenset({"help", "version", "json", "no-config"})
"""Options that are for the command line alone."""
PLACES: Final = "factx.config.places"


def name(param: click.Parameter) -> str:
    """What an option is called in a file: its long name without the dashes."""
    return max(param.opts, key=len).lstrip("-")


def variable(param: click.Parameter) -> str | None:
    """The environment variable of an option; None where it has none."""
    called = name(param)
    if not isinstance(param, click.Option) or called in KEPT_OUT - {"no-config"}:
        return None
    return "FACTX_" + called.replace("-", "_").upper()


def user_file() -> str:
    """Where the user's own defaults are, by the XDG base directory specification."""
    folder = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(folder, "factx", "config.toml")


def read(ctx: click.Context, params: Iterable[click.Parameter]) -> None:
    """Take defaults from the files that there are. Raises click.UsageError, with file and line, at what is wrong."""
    paths = [path for path in (user_file(), PROJECT) if os.path.exists(path)]
    if not paths:
        return
    from factx.custom.toml_source import TomlError, TomlSource

    options = {name(param): param for param in params if isinstance(param, click.Option)}
    options = {called: param for called, param in options.items() if called not in KEPT_OUT}
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
    """A value as the option's own type reads it; of files to read, from the folder of the file that names them."""
    if param.is_flag:
        if not isinstance(value, bool):
            raise file.error((key,), f"{key} is true or false")
        return value
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str | int | float | datetime.date) and not isinstance(each, bool) for each in values):
        raise file.error((key,), f"{key} is a string or an array of strings")
    written = [each.isoformat() if isinstance(each, datetime.date) else str(each) for each in values]
    if isinstance(param.type, click.Path):
        written = [os.path.join(os.path.dirname(file.path), os.path.expanduser(each)) for each in written]
    return written if param.multiple else ",".join(written)


def traced(ctx: click.Context, error: click.BadParameter) -> click.BadParameter:
    """The error, naming the file and line, or the variable, that the wrong value is from."""
    param = error.param
    if param is None or param.name is None:
        return error
    source = ctx.get_parameter_source(param.name)
    if source is ParameterSource.DEFAULT_MAP:
        error.param_hint = f"{name(param)} in {ctx.meta[PLACES][param.name]()}"
    elif source is ParameterSource.ENVIRONMENT:
        error.param_hint = variable(param)
    return error
