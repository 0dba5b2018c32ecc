"""Fits the polynomials of exponential.h and logarithm.h, and takes their constants apart; prints hexadecimal doubles.

Run `python3 polynomials.py` (it needs mpmath). Each coefficient is rounded from the lowest degree up and the rest
fitted anew, so that the rounding of one is made up for by the next. The error printed is the weighted one.
"""
import mpmath as mp

mp.mp.dps = 60


def solve(f, w, deg, lo, hi, fixed):
    """The c of sum c_i x^i, i in len(fixed)..deg, of least weighted squares at Chebyshev's nodes (all but minimax)."""
    first, n = len(fixed), 4 * deg
    nodes = [(lo + hi) / 2 - (hi - lo) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    a = mp.matrix([[w(x) * x**j for j in range(first, deg + 1)] for x in nodes])
    b = mp.matrix([w(x) * (f(x) - sum(c * x**i for i, c in enumerate(fixed))) for x in nodes])
    return mp.lu_solve(a.T * a, a.T * b)


def fit(name, f, w, deg, lo, hi):
    fixed = []
    while len(fixed) <= deg:
        c = solve(f, w, deg, mp.mpf(lo), mp.mpf(hi), fixed)
        fixed.append(mp.mpf(float(c[0])))
    known = lambda x: sum(c * x**i for i, c in enumerate(fixed))
    grid = [mp.mpf(lo) + (mp.mpf(hi) - mp.mpf(lo)) * i / 1000 for i in range(1001)]
    final = max(abs(w(x) * (known(x) - f(x))) for x in grid)
    print(f"{name}: degree {deg}, error 2^{mp.nstr(mp.log(final, 2), 5)}")
    for i, c in enumerate(fixed):
        print(f"  {i}: {float(c).hex()}")


def pieces(name, value, count=3, keep=53):
    rest, out = mp.mpf(value), []
    for i in range(count):
        p = float(rest)
        if i == 0 and keep < 53:
            m, e = mp.frexp(rest)
            p = float(mp.floor(m * 2**keep + mp.mpf(1) / 2) * mp.mpf(2) ** (e - keep))
        out.append(p.hex())
        rest -= mp.mpf(p)
    print(name, *out)


if __name__ == "__main__":
    half_ln2 = mp.log(2) / 2 * mp.mpf("1.0001")
    # (e^r − 1 − r − r²/2) / r³; r²·error is what counts, and must not vanish at 0
    t = [1 / mp.factorial(n + 3) for n in range(30)]
    q = lambda r: sum(c * r**i for i, c in enumerate(t))
    fit("exponential_tail", q, lambda r: r * r + mp.mpf(1) / 100, 9, -half_ln2, half_ln2)
    # (2 artanh(s) − 2s − ⅔s³) / s⁵ in z = s², s up to (√2 − 1)/(√2 + 1)
    smax = (mp.sqrt(2) - 1) / (mp.sqrt(2) + 1) * mp.mpf("1.0001")
    tail = lambda z: sum(mp.mpf(2) / (2 * i + 5) * z**i for i in range(60))
    fit("artanh_tail", tail, lambda z: z + mp.mpf(1) / 100, 7, 0, smax**2)
    pieces("ln2 of 42 bits", mp.log(2), 3, 42)
    pieces("log2e", 1 / mp.log(2))
    pieces("log10e", 1 / mp.log(10))
    pieces("log10(2) of 42 bits", mp.log10(2), 3, 42)
    pieces("2/3", mp.mpf(2) / 3)
    lam = mp.mpf("1.0507009873554804934193349852946")
    alp = mp.mpf("1.6732632423543772848170429916717")
    pieces("selu scale", lam)
    pieces("selu scale·alpha", lam * alp)
