"""Rules of one's own from TOML files, under their public name: see `factx.custom.rule_file`."""

from factx.custom.rule_file import load
from factx.custom.toml_source import TomlError

__all__ = ["TomlError", "load"]
