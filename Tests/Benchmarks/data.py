"""Write the shared inputs (samples, initial weights, orders of the batches) to $PEERS/data as raw little-endian doubles and
32-bit integers, so that every contender in every language starts from the same numbers. Shapes: manifest.json beside them."""

import json
import os

import numpy as np
from sklearn.datasets import load_digits

OUT = os.path.join(os.environ["PEERS"], "data")
manifest = {}


def put(name, array):
    array = np.ascontiguousarray(array)
    kind = "i32" if array.dtype.kind in "iu" else "f64"
    array.astype("<i4" if kind == "i32" else "<f8").tofile(os.path.join(OUT, f"{name}.{kind}"))
    manifest[name] = {"shape": list(array.shape), "kind": kind}


def put_weights(prefix, sizes, rng):
    """Uniform in ±√(6 / (in + out)), in × out, and biases of zero."""
    for layer, (a, b) in enumerate(zip(sizes, sizes[1:]), 1):
        limit = np.sqrt(6.0 / (a + b))
        put(f"{prefix}_W{layer}", rng.uniform(-limit, limit, (a, b)))
        put(f"{prefix}_b{layer}", np.zeros(b))


def generator(seed):
    return np.random.Generator(np.random.PCG64(seed))


def put_classes(prefix, labels):
    put(f"{prefix}_labels", labels.astype(np.int32))
    put(f"{prefix}_targets", np.eye(10)[labels])


os.makedirs(OUT, exist_ok=True)

put("xor_inputs", np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float))
put("xor_targets", np.array([[0], [1], [1], [0]], float))
put_weights("xor", [2, 4, 1], generator(1))

rng = generator(2)
x = np.linspace(-1, 1, 128)[rng.permutation(128)][:, None]
put("sine_inputs", x)
put("sine_targets", np.sin(np.pi * x) + 0.05 * rng.standard_normal((128, 1)))
put_weights("sine", [1, 16, 16, 1], rng)

rng = generator(3)
digits = load_digits()
put("digits_inputs", digits.data / 16.0)
put_classes("digits", digits.target)
put("digits_order", np.stack([rng.permutation(len(digits.target)) for _ in range(30)]).astype(np.int32))
put_weights("digits", [64, 128, 10], rng)

rng = generator(4)
labels = rng.integers(0, 10, 10_000)
centre = rng.uniform(0, 1, (10, 784))
put("wide_inputs", 0.5 * centre[labels] + 0.5 * rng.uniform(0, 1, (10_000, 784)))
put_classes("wide", labels)
put_weights("wide", [784, 512, 512, 10], rng)

rng = generator(5)
put("product_a", rng.uniform(-0.5, 0.5, (2048, 2048)))
put("product_b", rng.uniform(-0.5, 0.5, (2048, 2048)))

with open(os.path.join(OUT, "manifest.json"), "w", encoding="utf-8") as file:
    json.dump(manifest, file, indent=1)
