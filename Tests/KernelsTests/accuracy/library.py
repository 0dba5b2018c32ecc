"""The C kernels as a shared library, built from the package's sources with the package's flags, called by ctypes."""

import ctypes
import pathlib
import re
import subprocess
import tempfile

import numpy

ROOT = pathlib.Path(__file__).resolve().parents[3]
LEVELS = {"baseline": 0, "avx2": 1, "avx512": 2, "neon": 3}


def flags():
    """What Package.swift passes to the compiler of the kernels."""
    listed = re.search(r"\.unsafeFlags\(\[(.*?)\]\)", (ROOT / "Package.swift").read_text(), re.S)
    return re.findall(r'"([^"]+)"', listed.group(1))


def names(header, macro):
    """The names in one of the header's lists, in order."""
    body = re.search(rf"#define {macro}\(X\)((?:.*\\\n)*.*)", header).group(1)
    return re.findall(r"\bX\((\w+)\)", body)


class Library:
    def __init__(self, sources=ROOT / "Sources" / "CKernels"):
        output = pathlib.Path(tempfile.mkdtemp()) / "kernels.so"
        files = [str(path) for path in sorted(sources.glob("*.c"))]
        include = ["-I", str(sources / "include"), "-I", str(sources)]
        subprocess.run(["clang", *flags(), "-fPIC", "-shared", *include, *files, "-o", str(output)], check=True)
        self.c = ctypes.CDLL(str(output))
        self.c.ck_level_named.restype = ctypes.c_void_p
        header = (sources / "include" / "CKernels.h").read_text()
        unary = names(header, "CK_PLAIN_FUNCTIONS") + names(header, "CK_PARAMETRIC_FUNCTIONS")
        self.unary = {name: index for index, name in enumerate(unary)}
        self.binary = {name: index for index, name in enumerate(names(header, "CK_BINARY_FUNCTIONS"))}
        found = {name: self.c.ck_level_named(number) for name, number in LEVELS.items()}
        self.levels = {name: ctypes.c_void_p(level) for name, level in found.items() if level}

    def call(self, level, name, x, second=None):
        """f(x) elementwise; `second` is the parameter of a unary function or the other operand of a binary one."""
        y = numpy.empty_like(x)
        count = ctypes.c_size_t(len(x))
        if name in self.binary:
            self.c.ck_combine(self.levels[level], self.binary[name], count, pointer(x), ctypes.c_size_t(1),
                              pointer(second), ctypes.c_size_t(1), pointer(y))
        else:
            self.c.ck_map(self.levels[level], self.unary[name], count, pointer(x), pointer(y),
                          ctypes.c_double(second or 0.0))
        return y

    def agreed(self, name, x, second=None):
        """f(x) at every level of this processor, which must be the same bits."""
        results = {level: self.call(level, name, x, second) for level in self.levels}
        first = next(iter(results.values()))
        for level, y in results.items():
            different = numpy.flatnonzero(first.view(numpy.uint64) != y.view(numpy.uint64))
            if len(different):
                i = different[0]
                raise SystemExit(f"{name}({float(x[i]).hex()}): {level} gives {y[i].hex()}, not {first[i].hex()}")
        return first


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)
