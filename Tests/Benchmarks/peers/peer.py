"""What the Python peers share: the work, its inputs, and the conversation with `run` (see peer.h)."""

import dataclasses
import json
import os
import sys
import time

import numpy as np

DATA = os.path.join(os.environ["PEERS"], "data")
MANIFEST = json.load(open(os.path.join(DATA, "manifest.json")))


@dataclasses.dataclass(frozen=True)
class Work:
    data: str
    sizes: tuple
    activation: str  # of the hidden layers
    loss: str  # bce of sigmoids, cross_entropy of softmax, mse of linear outputs; all from z
    optimizer: str
    rate: float
    batch: int
    epochs: int
    shuffled: bool = False


WORKS = {
    "xor-sgd": Work("xor", (2, 4, 1), "tanh", "bce", "sgd", 0.5, 4, 10_000),
    "xor-adam": Work("xor", (2, 4, 1), "tanh", "bce", "adam", 0.05, 4, 10_000),
    "sine": Work("sine", (1, 16, 16, 1), "tanh", "mse", "adam", 0.01, 16, 200),
    "digits": Work("digits", (64, 128, 10), "relu", "cross_entropy", "adam", 0.001, 32, 30, True),
    "wide": Work("wide", (784, 512, 512, 10), "relu", "cross_entropy", "momentum", 0.01, 128, 1),
}

work = WORKS[sys.argv[1]]
threads = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def load(name):
    entry = MANIFEST[f"{work.data}_{name}"]
    path = os.path.join(DATA, f"{work.data}_{name}.{entry['kind']}")
    return np.fromfile(path, "<f8" if entry["kind"] == "f64" else "<i4").reshape(entry["shape"])


inputs, targets = load("inputs"), load("targets")
initial = [load(f"{k}{i}") for i in range(1, len(work.sizes)) for k in "Wb"]
order = load("order") if work.shuffled else None
samples = len(inputs)


def batches():
    return [(o, min(o + work.batch, samples)) for o in range(0, samples, work.batch)]


def serve(train, loss):
    """`train` gives the trained parameters, `loss` the loss of the whole set with them, as a float."""
    train()
    print("ready", flush=True)
    for _ in sys.stdin:
        start, busy = time.perf_counter(), time.process_time()
        trained = train()
        busy, seconds = time.process_time() - busy, time.perf_counter() - start
        print(json.dumps({"seconds": seconds, "busy": busy, "loss": float(loss(trained))}), flush=True)
