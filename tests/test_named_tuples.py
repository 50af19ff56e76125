"""Records are used as the named tuples of `typing` are."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Generic, TypeVar

import pytest

from factx.records import NamedTuple

V = TypeVar("V")


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        return self.x + self.y


class Typed(typing.NamedTuple):
    """A place."""

    x: int
    y: int = 2


class Holding(NamedTuple, Generic[V]):
    value: V


class Many(NamedTuple):
    """More fields than there are constructors ready for."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int = 8
    i: int = 9


def test_they_are_tuples_with_names() -> None:
    point = Point(1)
    assert (point, point.x, point.y, point.total) == ((1, 2), 1, 2, 3)
    assert (Point(y=5, x=4), Point._make([6, 7])) == ((4, 5), (6, 7))
    assert repr(point) == repr(Typed(1)).replace("Typed", "Point") == "Point(x=1, y=2)"
    assert (point._asdict(), point._replace(y=3)) == ({"x": 1, "y": 2}, (1, 3))
    assert not hasattr(point, "__dict__")
    assert Holding("text").value == "text"
    match point:
        case Point(x, y):
            assert (x, y) == (1, 2)


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__doc__", "__slots__"])
def test_what_is_known_of_the_class_is_the_same(name: str) -> None:
    assert getattr(Point, name) == getattr(Typed, name)


def test_they_are_copied_and_pickled() -> None:
    point = Point(1, 3)
    assert type(pickle.loads(pickle.dumps(point))) is type(copy.deepcopy(point)) is Point
    assert pickle.loads(pickle.dumps(point)) == copy.copy(point) == point


def test_a_record_of_many_fields() -> None:
    assert tuple(Many(1, 2, 3, 4, 5, 6, 7, i=10)) == (1, 2, 3, 4, 5, 6, 7, 8, 10)


@pytest.mark.parametrize("made", [Point, Typed])
def test_wrong_fields_are_refused(made: type[Point]) -> None:
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'x'"):
        made()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        made(1, z=3)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="unexpected field names"):
        made(1)._replace(z=3)


def test_a_default_comes_last() -> None:
    with pytest.raises(TypeError, match="without a default"):
        exec("class Wrong(NamedTuple):\n    x: 'int' = 1\n    y: 'int'", {"NamedTuple": NamedTuple})
