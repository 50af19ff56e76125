"""Named tuples that cost little to define, and properties that cost little to work out.

`typing.NamedTuple` compiles code for each class, at every start. Those here are used as those are, and type checkers
take them for those. Annotations must be strings, as with `from __future__ import annotations`, and are not looked into.
"""

from __future__ import annotations

from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

make: Any = tuple.__new__


def _constructor(fields: tuple[str, ...]) -> CodeType:
    """The code of `lambda cls, a, b: make(cls, (a, b))` for fields of any names."""
    known: Any = _CONSTRUCTORS[min(len(fields), len(_CONSTRUCTORS) - 1)]
    if known is None:
        names = "".join(f"{field}, " for field in fields)
        known = eval(f"lambda cls, {names}: make(cls, ({names}))")
    code: CodeType = known.__code__.replace(co_varnames=("cls", *fields), co_name="__new__")
    return code


_CONSTRUCTORS: tuple[Any, ...] = (
    lambda cls: make(cls, ()),
    lambda cls, a: make(cls, (a,)),
    lambda cls, a, b: make(cls, (a, b)),
    lambda cls, a, b, c: make(cls, (a, b, c)),
    lambda cls, a, b, c, d: make(cls, (a, b, c, d)),
    lambda cls, a, b, c, d, e: make(cls, (a, b, c, d, e)),
    lambda cls, a, b, c, d, e, f: make(cls, (a, b, c, d, e, f)),
    lambda cls, a, b, c, d, e, f, g: make(cls, (a, b, c, d, e, f, g)),
    None,
)
"""The constructors of tuples of few fields, compiled with this module; None for all that have more."""


if TYPE_CHECKING:
    from functools import cached_property
    from typing import NamedTuple as NamedTuple

    lazy = cached_property
else:

    class lazy:  # noqa: N801 (it is written as a decorator)
        """A property that is worked out when it is first asked for, and then is a plain attribute.

        `functools.cached_property` does this too; before Python 3.12 it takes a lock, which costs more than most parts
        of a clause.
        """

        def __init__(self, work):
            self.work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner, name):
            self.name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            found = self.work(instance)
            setattr(instance, self.name, found)  # by way of its dictionary, it would have to have one made
            return found

    from operator import itemgetter

    try:
        from _collections import _tuplegetter as field_at  # what `collections.namedtuple` takes
    except ImportError:

        def field_at(place: int, doc: str) -> property:
            return property(itemgetter(place), doc=doc)

    class Record(tuple):
        """The base of all named tuples."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values):
            """A tuple of these values, of which there is one a field."""
            return cls(*values)

        def _replace(self, /, **changed):
            """The tuple with other values in some fields."""
            found = make(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return found

        def _asdict(self):
            """The values by their fields."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    class Definition(type):
        """Makes a class that inherits from `NamedTuple` a record."""

        def __new__(mcs, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults):]:
                raise TypeError(f"{name}: a field without a default stands behind one with a default")
            new = FunctionType(_constructor(fields), globals(), "__new__", tuple(defaults.values()))
            new.__qualname__ = f"{name}.__new__"
            body |= {field: field_at(place, "") for place, field in enumerate(fields)}
            body |= {
                "__slots__": (), "__new__": new, "__match_args__": fields, "_fields": fields,
                "_field_defaults": defaults,
            }  # fmt: skip
            return type.__new__(type, name, (Record, *(base for base in bases if base is not Base)), body)

    Base = type.__new__(Definition, "Base", (), {})

    class Named:
        """Stands for the base in a class's definition, in which it can stand beside others."""

        def __mro_entries__(self, bases):
            return (Base,)

    NamedTuple = Named()
