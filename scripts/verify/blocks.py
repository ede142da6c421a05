"""The fenced blocks of a note."""

import dataclasses
import re

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*(\S*)")


@dataclasses.dataclass
class Block:
    note: str
    line: int  # of the opening fence, from 1
    language: str
    text: str
    expected: str | None = None  # what the note says it prints
    output_of: int | None = None  # for an output: the line of the block that prints it
    mistake: str | None = None  # what is wrong with its place in the note


def read(path):
    """All blocks of a note, each with the output that the note shows for it.

    An output is a `text` block after a paragraph `Output:`, which follows the block that prints it.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    found = []
    between = ["start"]  # the lines since the last block that are not blank
    number = 0
    while number < len(lines):
        fence = FENCE.match(lines[number])
        if not fence:
            if lines[number].strip():
                between.append(lines[number].strip())
            number += 1
            continue
        opening = number
        number += 1
        while number < len(lines) and not closes(lines[number], fence[1]):
            number += 1
        text = "\n".join(lines[opening + 1:number]) + "\n"
        block = Block(path.stem, opening + 1, fence[2], text)
        if number == len(lines):
            block.mistake = "the fence is never closed"
        number += 1
        if between[-1:] == ["Output:"]:
            join(block, found, between)
        found.append(block)
        between = []
    return found


def closes(line, fence):
    stripped = line.strip()
    return len(stripped) >= len(fence) and set(stripped) == {fence[0]}


def join(output, found, between):
    if output.language != "text":
        output.mistake = "an output is a text block"
    elif between != ["Output:"]:
        output.mistake = "this output does not follow the block that prints it"
    else:
        found[-1].expected = output.text
        output.output_of = found[-1].line
