"""The command line: thin commands that join the judgement, the store and the report's faces.

Every error, of the tree or of how the command was called, becomes one sentence on standard error and exit code 2;
what is for people goes to standard output.  A command's module is imported when it is called, so that ``--help``
answers at once.
"""

from __future__ import annotations

import difflib
import importlib
import sys

import click

from bot.errors import VerbatimError

COMMANDS = {
    "check": ("handlers.cli.checking", "Check an article: a file, a link, or - for standard input."),
    "extract": ("handlers.cli.extracting", "Quotes, dates and ages alone, without the store."),
    "match": ("handlers.cli.matching", "Check bare quotes from a JSONL file."),
    "add": ("handlers.cli.adding", "Store an article's quotes as verified."),
    "import": ("handlers.cli.carrying", "Take verified quotes in from .csv or .jsonl."),
    "export": ("handlers.cli.carrying", "Write the verified quotes to .csv or .jsonl."),
    "find": ("handlers.cli.finding", "Search the store, however the words are spelled or ordered."),
    "browse": ("handlers.cli.browsing", "Read the store in Datasette: views, search, facets, plots."),
    "dispute": ("handlers.cli.life", "Say that a verified quote is in doubt."),
    "uphold": ("handlers.cli.life", "End a dispute: the quote stands."),
    "retract": ("handlers.cli.life", "Take a verified quote out of use."),
    "correct": ("handlers.cli.life", "Give a verified quote its right words."),
    "history": ("handlers.cli.life", "What became of a verified quote, and who decided it."),
    "backup": ("handlers.cli.moving", "Keep a copy of the store, while the bot goes on writing."),
    "copy": ("handlers.cli.moving", "Move a whole store between SQLite and PostgreSQL, verified."),
    "forget": ("handlers.cli.forgetting", "Forget the texts of old checks, in the store's file too."),
    "stats": ("handlers.cli.figures", "Drafts a day, what became of the findings, how often they were right."),
    "serve": ("handlers.cli.serving", "Run the Slack bot."),
    "demo": ("handlers.cli.demo", "The main job on a bundled example; needs no settings."),
    "doctor": ("handlers.cli.doctor", "What is set up, what is missing, and how to mend it."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command = getattr(module, f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for; raises ``UsageError``, with the nearest one, where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            raise click.UsageError(
                f"There is no command “{args[0]}”" + (f"; did you mean {near[0]}?" if near else ""), ctx
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


def _tell_version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """Prints the version that is installed; a host that runs the source has none."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"verbatim {version('verbatim')}")
    except PackageNotFoundError:
        click.echo("verbatim, run from its source")
    ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="Print the version."
)
def cli() -> None:
    """Checks a draft's quotes and dates against the words a newsroom has verified before."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        code = cli.main(prog_name="verbatim", standalone_mode=False)
    except VerbatimError as error:
        click.echo(error.for_editor, err=True)
        code = 2
    except click.ClickException as error:
        _show(error)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; nothing is half stored.", err=True)
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _show(error: click.ClickException) -> None:
    """How a command was called wrongly, and where it says how it is called; the whole help where nothing was asked."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    path = ctx.command_path if ctx else "verbatim"
    sentence = error.format_message()
    stop = "" if sentence.endswith((".", "?", ")")) else "."
    click.echo(f"{sentence}{stop} See: {path} --help", err=True)
