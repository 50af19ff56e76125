"""The command: options in, exit status out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from factx import render
from factx.command import option_values, question_options
from factx.command.input_options import input_options, inputs, is_awaited, read_options
from factx.command.options import Helped, option, version_option
from factx.command.running import Run, found_in, output, write
from factx.command.shared_options import Configured, fact_options, jobs_option, pager_option, rule_options
from factx.command.streams import NOTHING_FOUND, exit_statuses, whole_lines
from factx.read import Input
from factx.render import FORMATS, KIND_OF, Layout, terminal_width, wants_color
from factx.suggestions import meant, suggestion

if TYPE_CHECKING:
    from factx.render import Printed
    from factx.scale.jobs import Stored

EXAMPLES = """\
Examples:
  factx article.txt                            the facts in it, as a table
  factx --only claims --json news/ > c.json    the claims of all news/, as JSON
  cat article.txt | factx --date today | head  tab-separated, for scripts
"""


LATER: Final = {"check": "factx.command.check_command", "collect": "factx.command.collect_command"}
"""The commands that are imported where they are asked for, with their modules: other starts don't wait for them."""


class Command(Helped, click.Group):
    """A group with a default command, and with the exit statuses that shells expect."""

    default = "extract"

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *LATER})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in LATER and cmd_name not in self.commands:
            self.add_command(getattr(import_module(LATER[cmd_name]), cmd_name))
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own_options = {name for param in self.get_params(ctx) for name in param.opts}
        if not args or (args[0] not in self.list_commands(ctx) and args[0] not in own_options):
            self.refuse_if_mistyped(ctx, args)
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def refuse_if_mistyped(self, ctx: click.Context, args: list[str]) -> None:
        """Fail for a word that is almost a command and for a command after options: neither is a file to look for."""
        if args and args[0].startswith("-") and not ctx.resilient_parsing:
            late = next((arg for arg in args if arg in self.list_commands(ctx) and not os.path.exists(arg)), None)
            if late:
                ctx.fail(f"The command comes first: factx {late}, then its options.")
        if args and args[0].isalpha() and not os.path.exists(args[0]) and not ctx.resilient_parsing:
            if args[0] in (*KIND_OF, *KIND_OF.values()):
                guess = meant([f"--only {args[0]}"])
            else:
                guess = suggestion(args[0], [*self.list_commands(ctx), "--help", "--version"])
            if guess:
                ctx.fail(f"There is no command and no file {args[0]!r}.{guess}")

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with exit_statuses():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with exit_statuses():
            return super().invoke(ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The default command's help, and the other commands below it."""
        self.commands[self.default].format_help(ctx, formatter)
        self.format_commands(ctx, formatter)


class Extract(Configured):
    """A command whose help begins with examples."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(EXAMPLES + "\n")
        formatter.write_usage("factx", "[extract] [OPTIONS] [FILE|DIR|-]...")
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)


@click.group(cls=Command, context_settings={"max_content_width": 100})
@version_option
def main() -> None:
    """Find the dates, people, percentages and claims in English news text."""


@main.command(cls=Extract, short_help="Find facts: what factx does without a command.")
@click.argument("paths", nargs=-1, metavar="[FILE|DIR|-]...", shell_complete=option_values.complete_paths)
@option("-f", "--format", "form", type=option_values.Choice(("auto", *FORMATS)), default="auto",
        help="The output format. auto: a table on a terminal, tsv into a pipe and with --fields.")
@option("--json", "as_json", is_flag=True, help="Short for --format json.")
@fact_options
@question_options.question_options
@option("--fields", type=option_values.fields, metavar="NAME,...", shell_complete=option_values.complete_fields,
        help="Columns of tsv and csv: keys of the JSON, such as doc, text, value, claim.source; also sentence, "
             "written (the day), time (of subtitles), doc.title, doc.url, which jsonl adds to its keys.")
@option("-w", "--why", is_flag=True, help="Show the rule that found each fact, and its reasons.")
@option("--no-header", is_flag=True, help="Leave out the line that names the columns.")
@option("--csv-safe", is_flag=True,
        help="Put an apostrophe before each cell of csv and tsv that a spreadsheet would run as a formula.")
@input_options
@option("--color", type=option_values.Choice(("auto", "always", "never")), default="auto",
        help="Colours in the table.")
@pager_option
@option("--show-text", is_flag=True,
        help="Print the texts as they are read, to which offsets refer; with -f jsonl as JSON Lines.")
@jobs_option
@option("-e", "--exit-status", is_flag=True, help="Exit with 1 if no fact was found.")
@rule_options
@version_option
@click.pass_context
def extract(ctx: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Find the dates, people, percentages and claims in English news text.

    Reads text, web pages, office documents, mail, feeds, exports of news databases and records (JSON, tables), in
    files, directories (at any depth), archives or standard input (-), compressed or not. Each record, article or mail
    is a document.

    Each option can also be set by an environment variable (FACTX_ONLY), and in factx.toml in the current folder or
    ~/.config/factx/config.toml (only = "dates").

    Exit status: 0 done; 1 nothing found, with --exit-status; 2 wrong usage, or an input that could not be read
    (the others are still done); 130 interrupted.
    """
    paths = inputs(paths, given, f"\n\n{EXAMPLES}")
    out = output(paged=not (given["no_pager"] or is_awaited(paths, read_options(given))))
    terminal = sys.stdout.isatty()
    layout = Layout(
        kinds=given["kinds"] or frozenset(option_values.known_kinds().values()),
        fields=given["fields"] or (),
        header=not given["no_header"],
        safe=given["csv_safe"],
        why=given["why"],
        context=given["context"],
        width=terminal_width(),
        color=wants_color(given["color"], terminal),
    )
    form_name = "json" if given["as_json"] else given["form"]
    verbatim = option_values.verbatim(form_name, terminal) if given["show_text"] else None
    asked = question_options.asked(given, chosen_format(ctx, form_name, terminal=terminal), layout)

    extractors = option_values.extractors(ctx)
    run = Run(paths, read_options(given), quiet=terminal)
    found = False

    def answer(item: Input | Stored) -> Iterator[Printed]:
        return asked.printed(found_in(item, given, layout.kinds, extractors))

    def bodies() -> Iterator[Any]:
        nonlocal found
        for printed in run.answers(answer, given["jobs"]):
            found = found or printed.found
            yield printed.body
            with whole_lines(out):
                out.flush()  # results are seen before the next input is awaited

    try:
        write(verbatim(run.texts(given["date"])) if verbatim else asked.frame(bodies(), run.errors), out)
    finally:
        run.close()
    run.exit(ctx, NOTHING_FOUND if given["exit_status"] and not (found or verbatim) else 0)


def chosen_format(ctx: click.Context, given: str, *, terminal: bool) -> str:
    """The format that is given; if it is auto, the one that suits: who names columns on the command line wants rows."""
    if given != "auto":
        return given
    columns = ctx.get_parameter_source("fields") is ParameterSource.COMMANDLINE
    return "table" if terminal and not columns else "tsv"


@main.command(cls=Configured, short_help="Print the JSON Schema of the output.")
@pager_option
def schema(no_pager: bool) -> None:
    """Print the JSON Schema of the output of --format json and jsonl.

    The answers of --group, --count and factx check are described in its $defs: people-report, disagreements-report,
    count-report, check-report.
    """
    with open(os.path.join(os.path.dirname(render.__file__), "schema.json"), encoding="utf-8") as text:
        write([text.read()], output(paged=not no_pager))


RULE_EXAMPLES: Final = """\
Examples:
  factx rules dates                       the rules of a kind
  factx rules iso-date                    one: its pattern, words and examples
  factx rules --try "Lee said no." said   what the rule finds there, or lacks
"""


@main.command(cls=Configured, examples=RULE_EXAMPLES, short_help="Show the rules, or try them on a text.")
@click.argument("id", required=False, shell_complete=option_values.complete_rules)
@option("-a", "--all", "everything", is_flag=True, help="All words and cues, not just the first few.")
@option("--try", "text", metavar="TEXT", help="Try the rules on TEXT: show what each finds, or lacks.")
@pager_option
@rule_options
@click.pass_context
def rules(ctx: click.Context, /, id: str | None, everything: bool, text: str | None, no_pager: bool) -> None:
    """Print all rules, or one with its pattern, words, examples and source.

    ID is the id of a rule, as --why and the JSON show it, or of a cue from a person's reasons; the name of a kind
    lists its rules. The examples are run, and the facts found in them are marked.

    With --try, the rule ID, those of a kind, or all that begin to fit are tried on TEXT. The outcome is found, vetoed
    (by the rule's function or a later stage), partial (with what the pattern lacked next) or none.
    """
    from factx.cache import Cache
    from factx.command import rules_command

    extractors = option_values.extractors(ctx)
    terminal = sys.stdout.isatty()
    width = min(terminal_width(), rules_command.WIDEST) if terminal else rules_command.WIDTH
    if text is None:
        lines = rules_command.shown(id, extractors, terminal, everything, width)
    else:
        lines = rules_command.tried(id, text, extractors, terminal, everything, width)
    if lines is None:
        guess = suggestion(id or "", rules_command.names(extractors))
        raise click.UsageError(f"There is no rule {id!r}.{guess or ' factx rules lists all.'}")
    shown = "".join(f"{line}\n" for line in lines)
    Cache.save()
    write([shown if wants_color("auto", terminal) else click.unstyle(shown)], output(paged=not no_pager))


@main.command(cls=Configured, short_help="Show how sentences are read.")
@click.argument("paths", nargs=-1, metavar="[FILE|DIR|-]...", shell_complete=option_values.complete_paths)
@option("-f", "--format", "form", type=option_values.Choice(("auto", "text", "jsonl")), default="auto",
        help="The output format. auto: text.")
@input_options
@option("--color", type=option_values.Choice(("auto", "always", "never")), default="auto",
        help="Colours in the text.")
@pager_option
@click.pass_context
def syntax(ctx: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Print how factx reads sentences: word classes, groups and clauses, for authors of rules.

    Each sentence is shown with the class of each word, with noun and verb groups in brackets, and with its clauses
    below: their kind, subject, verb and words. With -f jsonl, each document is a line with the keys words, groups and
    clauses.
    """
    from factx import pipeline
    from factx.command import syntax_command

    run = Run(inputs(paths, given), read_options(given), quiet=True)
    out = output(paged=not (given["no_pager"] or is_awaited(run.paths, run.options)))
    color = wants_color(given["color"], sys.stdout.isatty())
    for item in run.texts(None):
        read_as = pipeline.read_syntax(item.text)
        in_json = given["form"] == "jsonl"
        lines = [syntax_command.as_json(item.doc, read_as)] if in_json else syntax_command.for_people(read_as)
        text = "".join(f"{line}\n" for line in lines)
        write([text if color else click.unstyle(text)], out)
    run.close()
    run.exit(ctx)


@main.command(cls=Configured, short_help="Print a completion script for a shell.")
@click.argument("shell", type=option_values.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print a completion script for the shell: source it from the shell's start-up file."""
    from factx.command.completion import script

    click.echo(script(main, shell))
