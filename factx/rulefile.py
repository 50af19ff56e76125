"""User-defined rules from TOML files: the public name of `factx.custom.rule_file`."""

from factx.custom.rule_file import load
from factx.custom.toml_source import TomlError

__all__ = ["TomlError", "load"]
