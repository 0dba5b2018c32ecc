"""Compute the fixtures of this folder with PyTorch, in double precision, on one thread.

    python -m venv VENV && VENV/bin/pip install torch numpy
    VENV/bin/python make.py            # writes <group>/<name>.txt; README.md has the format

Every case is run again from parameters moved by about
one unit in the last place: what that does to the result is the accuracy another order of operations can be held to, and
the tolerance in the file is the smallest of 1e-12 … 1e-9 that leaves it room. A case whose run comes near a kink of its
activation or loss is refused.
"""

import os

import torch

from cases import cases
from model import initial_parameters, words
from training import run

HERE = os.path.dirname(os.path.abspath(__file__))

# What is near a kink, and how much of the tolerance a move by one unit in the last place may take.
KINK_MARGIN = 1e-6
ROOM = 8


def distance(a, b):
    """The largest difference of two arrays, relative to the largest entry."""
    scale = b.abs().max().item()
    return (a - b).abs().max().item() / scale if scale > 0 else (a - b).abs().max().item()


def tolerance_of(case, initial, wants):
    g, moved = case.seed(), 0.0
    for _ in range(4):
        nudge = {k: v * (1 + 2**-52 * torch.randint(-1, 2, v.shape, generator=g)) for k, v in initial.items()}
        again = run(case, nudge)[1]
        assert len(again["history"]) == len(wants["history"]), f"{case.path}: rounding decides when it stops"
        moved = max(moved, max(distance(again[k], wants[k]) for k in wants))
    for tolerance in (1e-12, 1e-11, 1e-10, 1e-9):
        if ROOM * moved < tolerance:
            return tolerance, moved
    raise AssertionError(f"{case.path}: one unit in the last place becomes {moved:.1e}")


def line(kind, name, array):
    return " ".join([kind, name, "x".join(map(str, array.shape)), *(hexadecimal(v) for v in array.flatten())])


def hexadecimal(value):
    """The shortest hexadecimal form, which every reader takes to the same double."""
    digits, exponent = float(value).hex().split("p")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + "p" + exponent


def text(case):
    initial = initial_parameters(case)
    first, wants, kink = run(case, initial)
    assert kink > KINK_MARGIN, f"{case.path}: {kink:.1e} from a kink"
    assert all(v.isfinite().all() for v in wants.values()), f"{case.path}: not finite"
    assert wants["history"][-1] < wants["history"][0], f"{case.path}: learns nothing"
    tolerance, moved = tolerance_of(case, initial, wants)
    lines = [f"# {case.title}", f"# torch {torch.__version__.split('+')[0]}; an ulp in the parameters becomes {moved:.1e}"]
    lines += [f"input {case.inputs.shape[1]}"]
    for layer in case.layers:
        lines += [" ".join(["layer", *([] if layer[0] == "batchnorm" else ["dense"]), *map(str, layer)])]
    lines += ["loss " + " ".join(map(str, case.loss)), "optimizer " + words(*case.optimizer)]
    if case.schedule[0] != "constant" or case.path.startswith("schedules"):
        lines += ["schedule " + words(*case.schedule)]
    lines += [f"epochs {case.epochs}"]
    for name in ("batch", "l2", "clip", "patience"):
        if getattr(case, name):
            lines += [f"{name} {getattr(case, name)}"]
    if case.freeze:
        lines += ["freeze " + " ".join(case.freeze)]
    if case.order:
        lines += ["order " + " ".join(map(str, rows)) for rows in case.order]
    lines += [f"tolerance {tolerance:.0e}"]
    given = {"inputs": case.inputs, "targets": case.targets} | initial
    if case.validation:
        given |= {"validation_inputs": case.validation[0], "validation_targets": case.validation[1]}
    lines += [line("given", k, v) for k, v in given.items()]
    lines += [line("first", k, v) for k, v in first.items()]
    lines += [line("wants", k, v) for k, v in wants.items()]
    return "\n".join(lines) + "\n", tolerance, moved, kink


def main():
    sizes = []
    for case in cases():
        written, tolerance, moved, kink = text(case)
        path = os.path.join(HERE, case.path + ".txt")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(written)
        sizes.append(len(written))
        print(f"{case.path:44} {len(written):7} bytes  tolerance {tolerance:.0e}  moved {moved:.1e}  kink {kink:.1e}")
    print(f"{len(sizes)} fixtures, {sum(sizes)} bytes")


if __name__ == "__main__":
    main()
