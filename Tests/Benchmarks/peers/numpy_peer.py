"""The works in NumPy, the way one tunes it: flat parameters with views, results written in place.   usage: WORK"""

import numpy as np

from peer import batches, initial, inputs, order, samples, serve, targets, work


def views(flat):
    out, at = [], 0
    for p in initial:
        out.append(flat[at : at + p.size].reshape(p.shape))
        at += p.size
    return out


def layer_outputs(p, x):
    a = [x]
    for l in range(0, len(p), 2):
        z = a[-1] @ p[l]
        z += p[l + 1]
        if l < len(p) - 2:
            np.tanh(z, out=z) if work.activation == "tanh" else np.maximum(z, 0, out=z)
        elif work.loss == "bce":
            np.negative(z, out=z)
            np.exp(z, out=z)
            z += 1
            np.reciprocal(z, out=z)
        elif work.loss == "cross_entropy":
            z -= z.max(1, keepdims=True)
            np.exp(z, out=z)
            z /= z.sum(1, keepdims=True)
        a.append(z)
    return a


def train():
    flat = np.concatenate([p.ravel() for p in initial])
    g, first, second = np.empty_like(flat), np.zeros_like(flat), np.zeros_like(flat)
    s, u = np.empty_like(flat), np.empty_like(flat)
    p, dp = views(flat), views(g)
    t, rate = 0, work.rate
    scale = 2.0 if work.loss == "mse" else 1.0
    for epoch in range(work.epochs):
        x, y = (inputs[order[epoch]], targets[order[epoch]]) if work.shuffled else (inputs, targets)
        for start, end in batches():
            t += 1
            a = layer_outputs(p, x[start:end])
            d = a[-1] - y[start:end]
            d *= scale / (end - start)
            for l in range(len(p) - 2, -1, -2):
                np.dot(a[l // 2].T, d, out=dp[l])
                np.add.reduce(d, 0, out=dp[l + 1])
                if l:
                    h = a[l // 2]
                    d = d @ p[l].T
                    d *= 1 - h * h if work.activation == "tanh" else h > 0
            if work.optimizer == "adam":
                first *= 0.9
                np.multiply(g, 0.1, out=s)
                first += s
                second *= 0.999
                np.multiply(g, g, out=s)
                s *= 0.001
                second += s
                np.multiply(second, 1 / (1 - 0.999**t), out=s)
                np.sqrt(s, out=s)
                s += 1e-8
                np.divide(first, s, out=u)
                u *= rate / (1 - 0.9**t)
                flat -= u
            else:
                if work.optimizer == "momentum":
                    first *= 0.9
                    first += g
                np.multiply(first if work.optimizer == "momentum" else g, rate, out=s)
                flat -= s
    return p


def loss(p):
    y = layer_outputs(p, inputs)[-1]
    if work.loss == "mse":
        return np.mean((y - targets) ** 2)
    if work.loss == "bce":
        return -np.mean(targets * np.log(y) + (1 - targets) * np.log1p(-y))
    return -np.sum(targets * np.log(y)) / samples


serve(train, loss)
