"""The options that ask: which facts, in what order, how many, and what all documents say together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from factx.command import option_values
from factx.command.options import option
from factx.render import Printing, format_named

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from factx.questions.asked import Asked
    from factx.questions.order import Order
    from factx.questions.where import Condition
    from factx.render import Layout

GROUPS: Final = ("people", "disagreements")


def own_kinds() -> list[str]:
    return [extractor.kind for extractor in option_values.extractors()]


class ConditionType(click.ParamType[Any] if TYPE_CHECKING else click.ParamType):  # type: ignore[misc]
    """A condition on facts; several in a variable are apart by semicolons."""

    name = "condition"
    envvar_list_splitter = ";"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Condition:
        from factx.questions.where import WrongQuestionError, condition

        try:
            return condition(value, own_kinds())
        except WrongQuestionError as error:
            raise click.BadParameter(str(error), ctx, param) from None


def order(value: str) -> Order:
    """The order that a key names."""
    from factx.questions.order import order as order_by
    from factx.questions.where import WrongQuestionError

    try:
        return order_by(value, own_kinds())
    except WrongQuestionError as error:
        raise click.BadParameter(str(error)) from None


def question_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that ask about the facts."""
    for add in reversed((
        option("--where", "conditions", type=ConditionType(), multiple=True, metavar="EXPR",
               shell_complete=complete_conditions,
               help="Only facts for which this holds: KEY, one of = != ~ !~ > >= < <= and a value, such as "
                    "stance=denies, 'name~lee', 'begin>=2020-08'. ~ is: contains, without "
                    "case and accents. Several must all hold."),
        option("--sort", "order", type=order, metavar="KEY|-KEY", shell_complete=complete_order,
               help="The facts in the order of a key; backwards with a minus before it."),
        option("--count", is_flag=True, help="How many facts of each kind there are, by document and in all."),
        option("--group", type=option_values.Choice(GROUPS),
               help="All documents together: people, the most named first, or what cannot all be true."),
        option("-C", "--context", is_flag=True, help="Each fact with its sentence, in the table, tsv and csv."),
    )):  # fmt: skip
        command = add(command)
    return command


def asked(given: dict[str, Any], form: str, layout: Layout) -> Asked | Printing:
    """The question that the options ask, with its output format."""
    if not (given["conditions"] or given["order"] or given["count"] or given["group"]):
        return Printing(format_named(form), layout)
    from factx.questions.asked import Asked

    if given["count"] and given["group"]:
        raise click.UsageError("--count counts facts: it does not go with --group.")
    over = given["group"] or ("count" if given["count"] else None)
    if over and given["order"]:
        raise click.UsageError(f"--sort sorts facts: it does not go with --{'group' if given['group'] else 'count'}.")
    layout = layout._replace(sparse=bool(given["conditions"]))
    return Asked(form, format_named(form), layout, given["conditions"], given["order"], over)


def complete_conditions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete keys, and after the operator the values of keys that have few."""
    from click.shell_completion import CompletionItem

    from factx.questions.subject import LISTED, known_keys, last_name
    from factx.render import KIND_OF

    key, equals, value = incomplete.partition("=")
    if not equals:
        return [CompletionItem(f"{key}=") for key in known_keys() if key.startswith(incomplete)]
    values = KIND_OF.values() if key == "kind" else LISTED.get(last_name(key), ())
    return [CompletionItem(f"{key}={each}") for each in values if each.startswith(value)]


def complete_order(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from factx.questions.subject import known_keys

    minus = "-" if incomplete.startswith("-") else ""
    return [CompletionItem(minus + key) for key in known_keys() if key.startswith(incomplete.removeprefix("-"))]
