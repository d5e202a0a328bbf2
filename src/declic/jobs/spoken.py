"""Typer's own words — usage, headings, mistakes — said in the language of who types."""

from collections.abc import Sequence
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from declic.jobs.voice import Voice


MISTAKES = {
    "NoSuchOption": "Unknown option: {name}.",
    "MissingParameter": "Missing: {name}.",
    "BadParameter": "{name}: this value cannot be used.",
    "BadOptionUsage": "{name}: a value is missing.",
    "UsageError": "This command cannot be understood.",
}


STARTS = {
    "No such command": "Unknown command: {name}.",
    "Got unexpected extra argument": "There is one word too many.",
}


class SpokenCommand(TyperCommand):
    """A command whose usage line is said by the voice."""

    def get_usage(self, ctx: Any) -> str:
        """Give the usage line."""
        return _usage(super().get_usage(ctx), context=ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the help option."""
        return _help_option(super().get_help_option(ctx), context=ctx)


class SpokenGroup(TyperGroup):
    """The whole command line, its usage and its unknown commands said by the voice."""

    def get_usage(self, ctx: Any) -> str:
        """Give the usage line."""
        return _usage(super().get_usage(ctx), context=ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the help option."""
        return _help_option(super().get_help_option(ctx), context=ctx)


def spoken(app: typer.Typer, *, voice: Voice) -> SpokenGroup:
    """Build the commands with every help text said by the voice."""
    group = typer.main.get_command(app)
    if not isinstance(group, SpokenGroup):
        raise TypeError(group)
    for command in [group, *group.commands.values()]:
        command.help = voice.say(command.help or "")
        for param in command.params:
            if getattr(param, "help", None):
                param.help = voice.say(param.help)  # type: ignore[attr-defined] # looked at just above
            if param.metavar:
                param.metavar = voice.say(param.metavar)
    group.subcommand_metavar = voice.say("COMMAND [ARGUMENTS]…")
    rich_utils.ARGUMENTS_PANEL_TITLE = voice.say("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = voice.say("Options")
    rich_utils.COMMANDS_PANEL_TITLE = voice.say("Commands")
    rich_utils.DEFAULT_STRING = voice.say("[default: {}]")
    rich_utils.REQUIRED_LONG_STRING = voice.say("[required]")
    return group


def mistake(error: Exception, *, voice: Voice) -> str:
    """Say in one sentence what is wrong in what was typed; nothing where the help was shown instead."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return ""
    message = str(getattr(error, "message", error))
    for start, sentence in STARTS.items():
        if message.startswith(start):
            return voice.say(sentence, name=message.removeprefix(start).strip("'. "))
    name = getattr(error, "option_name", "") or _name(getattr(error, "param", None))
    return voice.say(MISTAKES.get(type(error).__name__, MISTAKES["UsageError"]), name=name)


def _name(param: Any) -> str:
    options = getattr(param, "opts", None) or [""]
    return str(getattr(param, "metavar", None) or options[0])


def _usage(words: str, *, context: Any) -> str:
    voice: Voice = context.find_root().obj or Voice()
    return words.replace("Usage: ", voice.say("Usage: "), 1)


def _help_option(option: Any, *, context: Any) -> Any:
    voice: Voice = context.find_root().obj or Voice()
    if option is not None:
        option.help = voice.say("Show this help and stop.")
    return option


def without(arguments: Sequence[str], *, names: Sequence[str]) -> list[str]:
    """Leave out the options that are understood wherever they stand: `--lang fr`, `--lang=fr`, `--debug`."""
    kept: list[str] = []
    skip = False
    for position, argument in enumerate(arguments):
        if argument == "--":
            return [*kept, *arguments[position:]]
        if skip:
            skip = False
        elif argument.split("=")[0] in names:
            skip = argument == "--lang"
        else:
            kept.append(argument)
    return kept
