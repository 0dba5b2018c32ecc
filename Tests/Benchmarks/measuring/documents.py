"""Whole runs of the command: a note, ten thousand notes, a very large note."""

import os
import shutil
import subprocess
import tempfile

import workshop
from contests import Contender, Turns

HELLO = 'print("hello")\n'
MEGABYTE = 1_000_000

NOTE = """# Note {number}

The slope of a parabola at {number}:

```nn
f(x) = x^2 + {number}*x
show f(2), f'(2)
```

So much for that.
"""


def prose(size):
    line = "Weights are drawn, samples go forward, errors come back, and *every* number is kept with `its` unit. "
    paragraph = (line * 6).strip() + "\n\n"
    return (paragraph * (size // len(paragraph) + 1))[:size] + "\n"


def hello():
    """A Swift program that only prints a line, built as Tally is."""
    program = os.path.join(workshop.PROGRAMS, "hello")
    if not os.path.exists(program):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "hello.swift")
            with open(source, "w", encoding="utf-8") as file:
                file.write(HELLO)
            subprocess.run(["swiftc", "-O", "-static-stdlib", source, "-o", program], check=True)
    return program


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def measure(rounds):
    """By name: the answers of peers/launch.c, one for each round."""
    folder = tempfile.mkdtemp(prefix="tally-notes-")
    try:
        return take_turns(folder, rounds)
    finally:
        shutil.rmtree(folder)


def take_turns(folder, rounds):
    tally = workshop.tally("tally")
    one, many = os.path.join(folder, "one.md"), os.path.join(folder, "many")
    large, large_with_block = os.path.join(folder, "large.md"), os.path.join(folder, "block.md")
    os.mkdir(many)
    write(one, NOTE.format(number=3))
    for number in range(10_000):
        write(os.path.join(many, f"{number:05}.md"), NOTE.format(number=number))
    write(large, prose(50 * MEGABYTE))
    write(large_with_block, NOTE.format(number=3) + "\n" + prose(50 * MEGABYTE))
    for path in (one, many):
        subprocess.run([tally, "run", "--quiet", path], check=True)

    launch = os.path.join(workshop.PROGRAMS, "launch")
    jobs = [
        ("a Swift program that prints a line", 1, [launch, "50", hello()]),
        ("a note with one block", 1, [launch, "50", tally, "check", one]),
        ("10,000 small notes, one core", 1, [launch, "1", tally, "check", many]),
        ("10,000 small notes, two cores", 2, [launch, "1", tally, "check", many]),
        ("50 MB of prose, no block", 1, [launch, "1", tally, "check", large]),
        ("50 MB of prose, one block", 1, [launch, "1", tally, "run", "-o", "/dev/null", large_with_block]),
    ]
    turns = [Turns(Contender(name, command), threads) for name, threads, command in jobs if threads <= len(workshop.CORES)]
    answers = {t.name: [] for t in turns}
    for _ in range(rounds):
        for t in turns:
            answers[t.name].append(t.take())
    for t in turns:
        t.end()
    return answers
