"""Gives every displayed formula of some notes to KaTeX and says which it cannot typeset."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

import markdown_katex


def katex():
    """The program that the package brings along for this system; None where it has none that runs."""
    folder = pathlib.Path(markdown_katex.__file__).parent / "bin"
    for program in sorted(folder.iterdir()):
        if "Linux" not in program.name and "Darwin" not in program.name:
            continue
        try:
            os.chmod(program, 0o755)
            subprocess.run([program, "--version"], capture_output=True, check=True, timeout=60)
            return program
        except (OSError, subprocess.SubprocessError):
            continue
    return None


def plain(line):
    """A line without the marks of the quotes and lists that it stands in."""
    return re.sub(r"^(\s|>)*", "", line)


def formulas(note):
    """The displayed formulas of a note and the lines they begin at; examples in longer or other fences are none."""
    found, fence, inside, start = [], None, None, 0
    for number, raw in enumerate(note.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        line = plain(raw)
        opening = re.match(r"(`{3,}|~{3,})(.*)$", line)
        if inside is not None:
            if line == "$$" or (fence and line == fence):
                found.append((start, inside))
                inside = fence = None
            else:
                inside.append(line)
        elif fence:
            if opening and opening.group(1).startswith(fence) and not opening.group(2).strip():
                fence = None
        elif opening:
            fence = opening.group(1)
            if opening.group(2).strip() == "math":
                inside, start = [], number
        elif line == "$$":
            inside, start = [], number
    return found


def markdown_fault(line):
    """What a reader of Markdown might take for its own in a line of LaTeX."""
    if re.search(r"\\(?![a-zA-Z])", re.sub(r" \\\\$", "", line)):
        return "a backslash before something other than a letter"
    if re.search(r"(?<![A-Za-z])_|_(?!\{)", line):
        return "an index that does not follow a letter or is not in braces"
    if re.search(r"[*<>~`#]", line):
        return "a character that Markdown reads"
    if re.match(r"([-+=#>]|\d+[.)])( |$)", line):
        return "the beginning of a list, a heading or a quote"
    if not line.strip():
        return "an empty line"
    return None


def main():
    program = katex()
    if program is None:
        print("typesetting: SKIPPED, the package has no KaTeX that runs on this system")
        return 0
    notes = []
    for name in sys.argv[1:]:
        path = pathlib.Path(name)
        notes += sorted(path.rglob("*.md")) if path.is_dir() else [path]
    # What Tally writes is in `expected.md`; `note.md` is what it was made of.
    notes = [note for note in notes if note.name != "note.md"]
    work, faults = {}, []
    for note in notes:
        for start, lines in formulas(note):
            work.setdefault("\n".join(lines), f"{note}:{start}")
            for offset, line in enumerate(lines, 1):
                fault = markdown_fault(line)
                if fault:
                    faults.append(f"{note}:{start + offset}: {fault}: {line}")

    def typeset(item):
        formula, place = item
        done = subprocess.run(
            [program, "--display-mode", "--strict"], input=formula.encode(), capture_output=True, timeout=120)
        if done.returncode == 0 and done.stdout.strip():
            return None
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return f"{place}: {next((line for line in said if 'Error' in line), said[:1])}"

    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        faults += [fault for fault in pool.map(typeset, work.items()) if fault]
    for fault in faults:
        print(fault)
    print(f"typesetting: {len(work)} formulas of {len(notes)} notes, {len(faults)} faults")
    return 1 if faults or not work else 0


sys.exit(main())
