"""docs/performance.md, from what was measured."""

import datetime
import os
import statistics

import contests
import workshop
from contests import OURS

PATH = os.path.join(workshop.REPOSITORY, "docs", "performance.md")
HEAD = """# Performance

{machine}. Written by `Tests/Benchmarks/run` on {date}, which anyone can run; it installs the other programs, checks that all
end at the same loss, and has them take turns within one run. The figures are medians over {rounds} rounds; **×** is how many
times as long as Tally another takes, the median of the ratios within each round.

{versions}.
{conditions}
"""


def digits(figure, count=3):
    """A figure with so many digits that count, thousands set apart."""
    if figure >= 10 ** (count - 1):
        return f"{round(figure):,}"
    return f"{figure:.{count}g}"


def time_text(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{digits(seconds / size)} {unit}"
    return f"{digits(seconds * 1e9)} ns"


def size_text(size):
    return f"{digits(size / 2**20)} MiB"


def table(head, rows):
    marks = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, marks, *rows)) + "\n"


def rate(result, name):
    operations = contests.PEAK_OPERATIONS * result.contest.threads if name.startswith("fused") else result.contest.count
    return operations / result.median(name) / 1e9


def summary(result):
    """One line while measuring."""
    contest = result.contest
    if not contest.is_training:
        cells = [f"{name} {rate(result, name):.1f} GFLOP/s" for name in result.seconds]
    else:
        cells = [f"{name} {time_text(result.median(name) / contest.count)} ({digits(result.ratio(name))}×)"
                 for name in result.seconds]
    return f"{contest.name} {contest.threads}t: " + ", ".join(cells) + f"; others {result.others:.2f} cores"


def training_table(results):
    names = []
    for result in results:
        names += [name for name in result.seconds if name not in names and name != OURS]
    order = ["plain C", "C, vector libm", "C, OpenBLAS", "NumPy", "JAX", "PyTorch"]
    names.sort(key=order.index)
    rows = []
    for result in results:
        contest = result.contest
        cells = [contest.title + (", two cores" if contest.threads == 2 else ""),
                 time_text(result.median(OURS) / contest.count)]
        for name in names:
            cells.append(f"{digits(result.ratio(name))}×" if name in result.seconds else "")
        rows.append(cells)
    return table(["an update of", "Tally", *names], rows)


def product_table(results):
    rows = []
    for result in results:
        own = "OpenBLAS, its own choice"
        rows.append([
            result.contest.title + (", two cores" if result.contest.threads == 2 else ""),
            f"{rate(result, OURS):.1f}", f"{rate(result, 'OpenBLAS'):.1f}", f"{result.ratio('OpenBLAS'):.2f}×",
            f"{result.ratio(own):.2f}×" if own in result.seconds else "",
            f"{rate(result, 'fused multiply-adds in registers'):.1f}"])
    head = ["product", "Tally, GFLOP/s", "OpenBLAS", "OpenBLAS's time", "by its own choice", "in registers alone"]
    return table(head, rows)


def speedup_text(pair):
    same = "to the same bits" if pair.losses["1"] == pair.losses["2"] else "but not to the same bits"
    bound = 2 * pair.ratio("fused 1", to="fused 2")
    return f"""On two cores Tally trains the last network {pair.ratio('1', to='2'):.2f} times as fast as on one, {same}. Fused multiply-adds
that load and store nothing, in turn with it, were {bound:.2f} times as fast on two cores as on one. (These were
measured in turn with each other, at another time than the table's lines.)"""


def notes_table(answers):
    rows = []
    for name, taken in answers.items():
        seconds = statistics.median(a["seconds"] for a in taken)
        peak = max(a["peak_kib"] for a in taken) * 1024
        outcome = {0: ""}.get(taken[-1]["status"], f"exit {taken[-1]['status']}")
        rows.append([name, time_text(seconds), size_text(peak), outcome])
    return table(["start to finish", "time", "peak memory", ""], rows)


def beyond_hello(answers):
    """How much longer a note takes than a program that only prints a line, in seconds."""
    pairs = zip(answers["a note with one block"], answers["a Swift program that prints a line"])
    return statistics.median(note["seconds"] - hello["seconds"] for note, hello in pairs)


def memory_table(memory):
    base = memory["xor-sgd"]["peak"]
    rows = [[name, size_text(f["need"]), size_text(f["peak"]), size_text(f["peak"] - base)]
            for name, f in memory.items()]
    return table(["training", "computed need", "peak memory", "above the smallest"], rows)


def growth_table(growth):
    factors = sorted(next(iter(growth.values())))
    rows = [[f"{name}"] + [f"{times[f] / times[factors[0]]:.2f}" for f in factors] for name, times in growth.items()]
    return table(["times as long with", *[f"{f}×" for f in factors]], rows)


QUIET = 0.2  # cores: what others may keep busy where two are measured


def conditions(load, disturbed):
    busy = f"Other work kept {load:.1f} of {os.cpu_count()} cores busy when this began."
    if not disturbed:
        return busy
    return busy + f""" On one core it is the processor's time that is counted, which
that does not lengthen. Whole processes are by the clock, and suffer from it. {disturbed} contests on two cores, during which
other work had more than {QUIET} of a core, are left out."""


def write(results, notes, memory, growth, pair, load):
    undisturbed = lambda r: r.contest.threads == 1 or r.others <= QUIET
    held = [*results, pair] if pair else results
    disturbed = sum(not undisturbed(r) for r in held)
    results = [r for r in results if undisturbed(r)]
    pair = pair if pair and undisturbed(pair) else None
    trained = [r for r in results if r.contest.is_training]
    products = [r for r in results if not r.contest.is_training]
    versions = ", ".join(f"{name} {v}" if v[:1].isdigit() else v for name, v in workshop.versions().items())
    text = HEAD.format(
        machine=workshop.processor(), date=datetime.date.today().isoformat(), rounds=len(trained[0].seconds[OURS]),
        versions=versions, conditions=conditions(load, disturbed))
    text += """
## Training

Double precision, one core unless the row says otherwise. Plain C and C with the vector libm are written for the one shape of
their row, and record no loss on the way; Tally is general, and records one an epoch. JAX compiles the whole training into one
function; PyTorch is eager, with its fused optimizers.

""" + training_table(trained)
    if pair:
        text += f"\n{speedup_text(pair)}\n"
    text += """
## Matrix products

Tally's sums are one chain of fused multiply-adds in index order for every element, whatever the number of threads and the
width of the vectors; OpenBLAS's are not. The last column is what fused multiply-adds reach that load and store nothing.
""" + ("""OpenBLAS is asked for its AVX-512 kernels, which it does not take by itself on a processor that it does not know.
""" if any("OpenBLAS, its own choice" in r.seconds for r in products) else "") + "\n" + product_table(products)
    text += """
## Notes

The whole process, from before its start to after its end. Notes are checked; the last one is run.

""" + notes_table(notes)
    text += f"\nThe note with one block takes {time_text(beyond_hello(notes))} longer than the program that prints a line.\n"
    text += """
## Memory

A training's need is its data once; parameters, gradients and what the optimizer remembers, once each; of one batch the inputs,
and every layer's z, a and δ. The smallest training needs next to nothing: its peak is what a process takes to begin with.

""" + memory_table(memory)
    text += """
## Growth

A training of 32-64-4, tanh, batch 32, Adam, with one of its dimensions made larger; parameters by the width of the hidden layer.

""" + growth_table(growth)
    with open(PATH, "w", encoding="utf-8") as file:
        file.write(text)
