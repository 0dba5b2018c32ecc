"""Measures every elementary function against mpmath and prints the table of docs/numbers.md.

    python3 -m venv .build/accuracy && .build/accuracy/bin/pip install mpmath gmpy2 numpy
    .build/accuracy/bin/python Tests/KernelsTests/accuracy/measure.py [--points N] [--seed N] [--hard FILE] [function …]

Each function is called at every vector level of this processor; the bits must be the same, so one column of errors
stands for all. `--hard` writes the points of Tests/KernelsTests/accuracy/hard-points.txt.
"""

import argparse
import math
import pathlib

import mpmath as mp
import numpy

from library import Library, ROOT
from reference import FUNCTIONS, GREATEST, distance, same_bits, unit
from samples import PLACES, power_samples, samples

SPECIAL = [-math.inf, -0.0, 0.0, math.inf]
QUIET = 0x7FF8000000000000


def check_special(library, name):
    """The values at ±0, ±inf and nan."""
    expected = FUNCTIONS[name][1]
    second = 1.0 if name == "elu" else None
    got = library.agreed(name, numpy.array(SPECIAL + [math.nan, -math.nan]), second)
    for x, y, value in zip(SPECIAL, got, expected):
        if not same_bits(y, value):
            raise SystemExit(f"{name}({x}) is {y}, not {value}")
    bits = got.view(numpy.uint64)
    if any(math.isnan(y) and b != QUIET for y, b in zip(got, bits)) or not math.isnan(got[4]):
        raise SystemExit(f"{name}: a NaN that is not the quiet one")


def arguments(name, count, seed):
    if name == "power":
        return power_samples(count, seed)
    x = samples(name, count, seed)
    return x, numpy.full(len(x), 1.0)


def errors(library, name, x, second):
    """For every point (error, arguments, true value)."""
    function = FUNCTIONS[name][0]
    got = library.agreed(name, x, second if name == "power" else float(second[0]))
    for a, b, y in zip(x.tolist(), second.tolist(), got.tolist()):
        value = function(mp.mpf(a), mp.mpf(b)) if name == "power" else function(mp.mpf(a))
        yield distance(y, value), a, b, value


def band(x):
    """Wide bands of exponents, and narrow ones near 1."""
    fraction, exponent = math.frexp(x)
    return (exponent, int(fraction * 8)) if abs(exponent) < 10 else (exponent // 32, fraction > 0)


def hard(points):
    """Some hundreds of points: the worst of all, and the worst in each band."""
    points = sorted(points, key=lambda point: -point[0])
    chosen, bands = points[:80], {}
    for point in points[80:]:
        bands.setdefault(band(point[1]), point)
    return chosen + list(bands.values())


def line(name, point):
    """Arguments, the value cut to a double, and what was cut in thousandths of the last place."""
    _, a, b, value = point
    if abs(value) > GREATEST + unit(GREATEST):
        cut, rest = math.copysign(math.inf, value), 0
    else:
        exact = mp.floor(abs(value) / unit(value))
        cut = math.copysign(float(min(exact * unit(value), GREATEST)), value)
        rest = int(1000 * (abs(value) / unit(value) - exact))
    operands = [a, b] if name == "power" else [a]
    return " ".join([name, *(v.hex() for v in operands), cut.hex(), str(rest)])


def interval(name):
    if name == "power":
        return "x > 0, and x < 0 for whole y"
    low, high = PLACES[name][0]
    return {(-math.inf, math.inf): "all x", (0.0, math.inf): "x > 0", (-1.0, 1.0): "−1 … 1"}.get((low, high), "x > −1")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--points", type=int, default=120_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--hard", type=pathlib.Path)
    options.add_argument("--sources", type=pathlib.Path, default=ROOT / "Sources" / "CKernels")
    options.add_argument("functions", nargs="*", default=list(FUNCTIONS))
    options = options.parse_args()
    library = Library(options.sources)
    lines = []
    print("| Function | Arguments | Points | Largest error (ulp) | At |")
    print("| --- | --- | ---: | ---: | --- |")
    for name in options.functions:
        if name != "power":
            check_special(library, name)
        x, second = arguments(name, options.points, options.seed)
        points = list(errors(library, name, x, second))
        error, a, b, _ = max(points, key=lambda point: point[0])
        place = f"{a!r}, {b!r}" if name == "power" else repr(a)
        print(f"| {name} | {interval(name)} | {len(x):,} | {error:.3f} | {place} |", flush=True)
        if options.hard:
            lines += [line(name, point) for point in hard(points)]
    print(f"\nThe levels {', '.join(library.levels)} gave the same bits.")
    if options.hard:
        options.hard.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
