"""The elementary functions to 60 digits, and the distance of a double from them."""

import math

import mpmath as mp

mp.mp.dps = 60

INF, NAN = math.inf, math.nan


def selu(x):
    scale = mp.mpf("1.0507009873554804934193349852946")
    alpha = mp.mpf("1.6732632423543772848170429916717")
    return scale * (x if x > 0 else alpha * mp.expm1(x))


def gelu(x):
    return x * mp.erfc(-x / mp.sqrt(2)) / 2 if x > -1000 else mp.mpf(0)


def softplus(x):
    return x + mp.log1p(mp.exp(-x)) if x > 0 else mp.log1p(mp.exp(x))


def power(x, y):
    if x > 0:
        return mp.exp(y * mp.log(x)) if abs(y * mp.log(x)) > 1e-3 else 1 + mp.expm1(y * mp.log(x))
    return power(-x, y) * (-1 if int(y) % 2 else 1)


# For each function: its value in mpmath, what it is at −inf, −0, +0, +inf.
FUNCTIONS = {
    "exp": (mp.exp, (0.0, 1.0, 1.0, INF)),
    "expm1": (mp.expm1, (-1.0, -0.0, 0.0, INF)),
    "log": (mp.log, (NAN, -INF, -INF, INF)),
    "log1p": (mp.log1p, (NAN, -0.0, 0.0, INF)),
    "log2": (lambda x: mp.log(x) / mp.ln2, (NAN, -INF, -INF, INF)),
    "log10": (lambda x: mp.log(x) / mp.ln10, (NAN, -INF, -INF, INF)),
    "power": (power, None),
    "sqrt": (mp.sqrt, (NAN, -0.0, 0.0, INF)),
    "sin": (mp.sin, (NAN, -0.0, 0.0, NAN)),
    "cos": (mp.cos, (NAN, 1.0, 1.0, NAN)),
    "tan": (mp.tan, (NAN, -0.0, 0.0, NAN)),
    "asin": (mp.asin, (NAN, -0.0, 0.0, NAN)),
    "acos": (mp.acos, (NAN, math.pi / 2, math.pi / 2, NAN)),
    "atan": (mp.atan, (-math.pi / 2, -0.0, 0.0, math.pi / 2)),
    "sinh": (mp.sinh, (-INF, -0.0, 0.0, INF)),
    "cosh": (mp.cosh, (INF, 1.0, 1.0, INF)),
    "tanh": (mp.tanh, (-1.0, -0.0, 0.0, 1.0)),
    "erf": (mp.erf, (-1.0, -0.0, 0.0, 1.0)),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), (0.0, 0.5, 0.5, 1.0)),
    "softplus": (softplus, (0.0, math.log(2), math.log(2), INF)),
    "silu": (lambda x: x / (1 + mp.exp(-x)), (-0.0, -0.0, 0.0, INF)),
    "gelu": (gelu, (-0.0, -0.0, 0.0, INF)),
    "elu": (lambda x: x if x > 0 else mp.expm1(x), (-1.0, -0.0, 0.0, INF)),
    "selu": (selu, (float(selu(mp.mpf(-1000))), -0.0, 0.0, INF)),
}

GREATEST = (2 - mp.mpf(2) ** -52) * mp.mpf(2) ** 1023


def unit(value):
    """The spacing of doubles in the binade of a value; that of the subnormals below them all."""
    return mp.ldexp(1, max(mp.frexp(value)[1] - 1, -1022) - 52)


def distance(got, value):
    """How far a double is from a value, in units in the last place; infinity stands for 2^1024."""
    if math.isnan(got):
        return math.inf
    if value == 0:
        return 0.0 if got == 0 else math.inf
    if abs(value) > GREATEST:
        value = mp.sign(value) * min(abs(value), mp.ldexp(1, 1024))
        got = mp.sign(got) * mp.ldexp(1, 1024) if math.isinf(got) else mp.mpf(got)
        return float(abs(got - value) / mp.ldexp(1, 971))
    if math.isinf(got):
        got = math.copysign(1, got) * mp.ldexp(1, 1024)
    return float(abs(mp.mpf(got) - value) / unit(value))


def same_bits(a, b):
    """Equal, and equal in the sign of zero."""
    return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))
