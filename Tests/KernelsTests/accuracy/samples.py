"""Where each function is measured: the whole range by exponent, the intervals where it bends, and its seams."""

import math

import mpmath as mp
import numpy

# The interval that may be sampled, intervals sampled evenly, points whose neighbourhoods are sampled.
WHOLE = (-math.inf, math.inf)
POSITIVE = (0.0, math.inf)
UNIT = (-1.0, 1.0)
NEAR_ONE = [(0.0, 10.0), (0.5, 2.0), (0.99, 1.01)]
ANGLES = [(-8.0, 8.0), (-1000.0, 1000.0), (-(2.0**31), 2.0**31)]
ARCS = [(-1.0, 1.0), (0.48, 0.52), (0.999, 1.0), (-1.0, -0.999)]
TAILS = [(-750.0, 50.0), (-10.0, 10.0), (-1.0, 1.0)]
LINEAR = [(-50.0, 5.0), (-2.0, 0.5), (-0.01, 0.01)]

PLACES = {
    "exp": (WHOLE, [(-746.0, 710.0), (-1.0, 1.0)], [709.782712893384, -708.3964185322641, -745.1332191019412, 0.0]),
    "expm1": (WHOLE, [(-40.0, 710.0), (-1.0, 1.0), (-0.01, 0.01)], [709.782712893384, -37.0, 0.34657359, -0.34657359]),
    "log": (POSITIVE, NEAR_ONE, [1.0, 2.0**0.5, 2.0**-0.5, 2.0**-1022]),
    "log1p": ((-1.0, math.inf), [(-1.0, 3.0), (-0.5, 0.5), (-1.0, -0.99)], [0.0, -0.2928932, 0.41421356, -1.0]),
    "log2": (POSITIVE, NEAR_ONE, [1.0, 2.0**0.5, 2.0**-0.5, 2.0**-1022, 8.0]),
    "log10": (POSITIVE, NEAR_ONE, [1.0, 2.0**0.5, 2.0**-0.5, 2.0**-1022, 1000.0]),
    "sqrt": (POSITIVE, [(0.0, 4.0)], [1.0, 2.0**-1022]),
    "sin": (WHOLE, ANGLES, [2.0**30, math.pi, math.pi / 4]),
    "cos": (WHOLE, ANGLES, [2.0**30, math.pi / 2, math.pi / 4]),
    "tan": (WHOLE, ANGLES, [2.0**30, math.pi / 2, math.pi / 4]),
    "asin": (UNIT, ARCS, [0.5, -0.5, 1.0, 0.0]),
    "acos": (UNIT, ARCS, [0.5, -0.5, 1.0, -1.0, 0.0]),
    "atan": (WHOLE, [(-4.0, 4.0), (0.40, 0.45), (2.3, 2.6)], [0.41421356, 2.41421356, 1.0, 0.5, 2.0]),
    "sinh": (WHOLE, [(-711.0, 711.0), (-30.0, 30.0), (-2.0, 2.0)], [710.4758600739439, 2.0**-30, 0.34657359]),
    "cosh": (WHOLE, [(-711.0, 711.0), (-30.0, 30.0), (-2.0, 2.0)], [710.4758600739439, 0.34657359]),
    "tanh": (WHOLE, [(-22.0, 22.0), (-2.0, 2.0), (-0.1, 0.1)], [0.17328680, 19.06, 2.0**-30]),
    "erf": (WHOLE, [(-6.5, 6.5), (0.45, 0.55), (-1.0, 1.0)], [0.5, 5.92]),
    "sigmoid": (WHOLE, TAILS, [-708.3964185322641, -745.1332191019412, 36.7]),
    "softplus": (WHOLE, TAILS, [-708.3964185322641, -745.1332191019412, -64.0, -0.8813736, 36.7]),
    "silu": (WHOLE, TAILS, [-708.3964185322641, -745.1332191019412, -714.9, -751.8]),
    "gelu": (WHOLE, [(-39.5, 10.0), (-4.0, 4.0), (-0.1, 0.1)], [-38.5, -37.5, 0.0, -0.7517915]),
    "elu": (WHOLE, LINEAR, [0.0, -0.34657359, -37.0]),
    "selu": (WHOLE, LINEAR, [0.0, -0.34657359, -37.0, 1.7109e308]),
}

# The double nearest to a multiple of π/2 (Kahan; Muller, "Elementary Functions", 2016), and other near ones.
NEAR_ZEROS = [6381956970095103 * 2.0**797, 5.319372648326541e255, 1.0e22]


def by_exponent(generator, count, within):
    """Doubles with every exponent as likely, subnormals among them."""
    low, high = within
    fraction = generator.integers(0, 2**52, count, dtype=numpy.uint64)
    least = 0 if high > 0 else 1023
    greatest = 2046 if high > 1 else 1022
    exponent = generator.integers(least, greatest + 1, count, dtype=numpy.uint64)
    exponent[: count // 50] = 0
    sign = generator.integers(0, 2, count, dtype=numpy.uint64) if low < 0 else numpy.zeros(count, numpy.uint64)
    x = ((sign << numpy.uint64(63)) | (exponent << numpy.uint64(52)) | fraction).view(numpy.float64)
    return numpy.where((x < low) & (x < 0), -x, x)


def around(generator, centre, count):
    """Doubles within some thousands of places of a centre, denser towards it, on both sides."""
    bits = numpy.full(count, centre).view(numpy.int64)
    step = numpy.exp2(generator.uniform(0, 40 if centre else 60, count)).astype(numpy.int64)
    y = (bits + numpy.where(generator.integers(0, 2, count) == 1, step - 1, 1 - step)).view(numpy.float64)
    return y if centre else numpy.abs(step.view(numpy.float64))


def near_quarter_turns(generator, count):
    """The doubles nearest to multiples of π/2, of every size, and their neighbours."""
    found = list(NEAR_ZEROS)
    with mp.workdps(400):
        for _ in range(count):
            multiple = int(generator.integers(1, 2**53)) << int(generator.integers(0, 970))
            multiple >>= int(generator.integers(0, 52))
            found.append(float(max(multiple, 1) * mp.pi / 2))
    x = numpy.array([v for v in found if v < 1.7e308])
    return numpy.concatenate([x, numpy.nextafter(x, 0), numpy.nextafter(x, math.inf), [1.7976931348623157e308]])


def samples(name, count, seed):
    """At least `count` arguments of a function of one number."""
    generator = numpy.random.default_rng(seed)
    within, intervals, seams = PLACES[name]
    parts = [by_exponent(generator, count // 3, within)]
    parts += [generator.uniform(low, high, count // (2 * len(intervals))) for low, high in intervals]
    parts += [around(generator, centre, count // (5 * len(seams)) + 1) for centre in seams]
    if name in ("sin", "cos", "tan"):
        parts.append(near_quarter_turns(generator, count // 50))
    x = numpy.concatenate(parts)
    return x[(x >= within[0]) & (x <= within[1]) & (x != 0) & (x > (-1 if name == "log1p" else -math.inf))]


def power_samples(count, seed):
    """At least `count` pairs: results of every size, bases near 1, whole and half exponents, negative bases."""
    generator = numpy.random.default_rng(seed)
    part = count // 4
    x = by_exponent(generator, 2 * part, POSITIVE)
    y = generator.uniform(-1080, 1030, 2 * part) / numpy.log2(x)
    near = 1 + generator.uniform(-1, 1, part) * numpy.exp2(-generator.uniform(1, 52, part))
    near = numpy.where(near == 1, numpy.nextafter(1, 2), near)
    large = generator.uniform(-1080, 1030, part) / numpy.log2(near)
    base = generator.uniform(-100, 100, part)
    whole = generator.integers(-160, 160, part).astype(float)
    halves = generator.integers(-300, 300, part) / 2.0
    x = numpy.concatenate([x, near, base, numpy.abs(base)])
    y = numpy.concatenate([y, large, whole, halves])
    keep = numpy.isfinite(x) & numpy.isfinite(y) & (x != 0)
    return x[keep], y[keep]
