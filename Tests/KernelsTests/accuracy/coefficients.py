"""Derives every constant of the trigonometric functions and of the normal tail, and prints them as C.

Run `python3 coefficients.py` (it needs mpmath). A polynomial is the interpolation of its function at the Chebyshev
nodes of the interval, computed with 120 digits and then rounded to doubles; that is within a small factor of the best
polynomial of its degree. After each one stands the largest error of the rounded coefficients, as a power of two.
"""

import mpmath as mp

mp.mp.dps = 120


def double(value):
    """The double nearest to a value, as an exact number."""
    return mp.mpf(float(value))


def pair(value):
    """A value as the sum of two doubles."""
    high = double(value)
    return [high, double(value - high)]


def triple(value):
    """A value as the sum of three doubles."""
    high = double(value)
    return [high] + pair(value - high)


def chebyshev_fit(function, low, high, degree):
    """Coefficients, constant first, of the interpolation at the Chebyshev nodes of [low, high]."""
    count = degree + 1
    angles = [mp.pi * (2 * i + 1) / (2 * count) for i in range(count)]
    middle, radius = (mp.mpf(low) + high) / 2, (mp.mpf(high) - low) / 2
    nodes = [middle + radius * mp.cos(a) for a in angles]
    matrix = mp.matrix(count, count)
    values = mp.matrix(count, 1)
    for i, node in enumerate(nodes):
        values[i] = function(node)
        for j in range(count):
            matrix[i, j] = node**j
    return list(mp.lu_solve(matrix, values))


def largest_error(function, coefficients, low, high):
    """The largest difference between the polynomial and its function on a fine grid, as a power of two."""
    worst = mp.mpf(0)
    for i in range(2001):
        z = low + (mp.mpf(high) - low) * i / 2000
        worst = max(worst, abs(mp.polyval(coefficients[::-1], z) - function(z)))
    return float(mp.log(worst, 2))


def c_array(name, values, comment):
    print(f"// {comment}")
    print(f"static const double {name}[{len(values)}] = {{")
    for i in range(0, len(values), 3):
        print("    " + " ".join(f"{float(value).hex()}," for value in values[i : i + 3]))
    print("};\n")


def polynomial(name, function, low, high, degree, what, split=False):
    """Fits and prints; where `split`, the constant is a pair of doubles in an array of its own."""
    exact = chebyshev_fit(function, low, high, degree)
    rounded = [double(c) for c in exact]
    if split:
        rounded[0] = sum(pair(exact[0]))
    error = largest_error(function, rounded, low, high)
    c_array(name, rounded[1:] if split else rounded, f"{what}: {'from the second coefficient' if split else 'constant first'}; error 2^{error:.1f}.")
    if split:
        c_array(name + "_start", pair(exact[0]), "The constant before those, as a sum of two doubles.")


def removable(function, limit):
    """A function with a removable singularity at 0."""
    return lambda z: mp.mpf(limit) if abs(z) < mp.mpf(10) ** -30 else function(z)


def sine(z):
    r = mp.sqrt(z)
    return (mp.sin(r) - r) / (r * z)


def cosine(z):
    return (mp.cos(mp.sqrt(z)) - 1 + z / 2) / (z * z)


def arc_sine(z):
    s = mp.sqrt(z)
    return (mp.asin(s) - s) / (s * z)


def arc_tangent(z):
    t = mp.sqrt(z)
    return (mp.atan(t) - t) / (t * z)


def error_function(z):
    x = mp.sqrt(z)
    return mp.erf(x) / x


TAIL_CENTRE = 5


def normal_tail(t):
    """(1 + s) · 2Φ(−s) · e^(s²/2) at the s for which t = (s − 5)/(s + 5)."""
    if 1 - t < mp.mpf(10) ** -40:
        return mp.sqrt(2 / mp.pi)
    s = TAIL_CENTRE * (1 + t) / (1 - t)
    if s > 10**6:  # the asymptotic series; the product of a tiny and a huge number beyond
        scaled = mp.sqrt(2 / mp.pi) / s * (1 - 1 / s**2 + 3 / s**4 - 15 / s**6 + 105 / s**8)
    else:
        scaled = mp.erfc(s / mp.sqrt(2)) * mp.exp(s * s / 2)
    return (1 + s) * scaled


def two_over_pi(words):
    """The bits of 2/π after the binary point, 64 to a word, after one word of zeros."""
    mp.mp.prec = 64 * words + 200
    bits = int(mp.floor(2 / mp.pi * mp.mpf(2) ** (64 * words)))
    mp.mp.dps = 120
    table = [0] + [(bits >> (64 * (words - 1 - i))) & (2**64 - 1) for i in range(words)]
    print("// The binary digits of 2/π, after one word of zeros.")
    print(f"static const uint64_t two_over_pi[{len(table)}] = {{")
    for i in range(0, len(table), 4):
        print("    " + " ".join(f"0x{w:016x}," for w in table[i : i + 4]))
    print("};\n")


def main():
    quarter = (mp.pi / 4 * (1 + mp.mpf(2) ** -20)) ** 2
    eighth = mp.tan(mp.pi / 8) ** 2 * (1 + mp.mpf(2) ** -20)
    print("// Made by Tests/KernelsTests/accuracy/coefficients.py: change that, not this.")
    print("#ifndef CK_TRIGONOMETRIC_CONSTANTS_H\n#define CK_TRIGONOMETRIC_CONSTANTS_H\n\n#include <stdint.h>\n")
    c_array("half_pi", triple(mp.pi / 2), "π/2 as a sum of three doubles.")
    c_array("root_of_2", pair(mp.sqrt(2)), "√2 as a sum of two doubles.")
    two_over_pi(20)
    polynomial("sine_series", removable(sine, -mp.mpf(1) / 6), 0, quarter, 6, "(sin r − r)/r³ in z = r² up to (π/4)²")
    polynomial("cosine_series", removable(cosine, mp.mpf(1) / 24), 0, quarter, 5, "(cos r − 1 + z/2)/z² in z = r² up to (π/4)²")
    polynomial("arc_sine_series", removable(arc_sine, mp.mpf(1) / 6), 0, 0.25, 12, "(asin s − s)/s³ in z = s² up to 1/4")
    polynomial("arc_tangent_series", removable(arc_tangent, -mp.mpf(1) / 3), 0, eighth, 10,
               "(atan t − t)/t³ in z = t² up to tan²(π/8)")
    polynomial("error_function_series", removable(error_function, 2 / mp.sqrt(mp.pi)), 0, 0.25, 9,
               "erf(x)/x in z = x² up to 1/4", split=True)
    polynomial("normal_tail_series", normal_tail, -1, 1, 25,
               "(1 + s) · 2Φ(−s) · e^(s²/2) in t = (s − 5)/(s + 5)", split=True)
    exact = chebyshev_fit(normal_tail, -1, 1, 25)
    polynomial("normal_tail_slope", lambda t: mp.polyval([j * c for j, c in enumerate(exact)][:0:-1], t), -1, 1, 7,
               "The derivative of that in t, roughly")
    print("#endif")


if __name__ == "__main__":
    main()
