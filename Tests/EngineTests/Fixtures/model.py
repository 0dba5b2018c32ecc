"""A case, its network and its loss, written out in torch operations.

z = x·Wᵀ + b, and the losses have the normalisations of docs/language.md; the derivatives are autograd's.
"""

import dataclasses
import math
import zlib

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
F = torch.nn.functional

ACTIVATIONS = {
    "linear": lambda z: z,
    "relu": F.relu,
    "leaky_relu": lambda z, slope=0.01: F.leaky_relu(z, slope),
    "elu": lambda z, alpha=1.0: F.elu(z, alpha),
    "selu": F.selu,
    "gelu": lambda z: F.gelu(z, approximate="none"),
    "silu": F.silu,
    "softplus": F.softplus,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "softmax": lambda z: torch.softmax(z, dim=1),
}
KINKED = {"relu", "leaky_relu", "selu", "elu"}  # elu with α ≠ 1 has a corner, with α = 1 a jump of the second derivative


def mean_of_terms(terms):
    return terms.sum() / terms.numel()


def log_cosh(d):
    return d.abs() + F.softplus(-2 * d.abs()) - math.log(2)


def cross_entropy(y, t, z, activation):
    log_y = torch.log_softmax(z, dim=1) if activation == "softmax" else torch.log(y)
    return -(t * log_y).sum() / len(y)


def kl(y, t, z, activation):
    log_y = torch.log_softmax(z, dim=1) if activation == "softmax" else torch.log(y)
    return (torch.xlogy(t, t) - t * log_y).sum() / len(y)


def bce(y, t, z, activation):
    if activation == "sigmoid":
        return mean_of_terms(F.binary_cross_entropy_with_logits(z, t, reduction="none"))
    return mean_of_terms(-(t * torch.log(y) + (1 - t) * torch.log1p(-y)))


LOSSES = {  # of outputs y, targets t, the last layer's z and its activation's name
    "mse": lambda y, t, *_: mean_of_terms((y - t) ** 2),
    "half_mse": lambda y, t, *_: ((y - t) ** 2).sum() / (2 * len(y)),
    "sse": lambda y, t, *_: ((y - t) ** 2).sum(),
    "mae": lambda y, t, *_: mean_of_terms((y - t).abs()),
    "huber": lambda y, t, *_, delta=1.0: mean_of_terms(F.huber_loss(y, t, reduction="none", delta=delta)),
    "log_cosh": lambda y, t, *_: mean_of_terms(log_cosh(y - t)),
    "hinge": lambda y, t, *_: mean_of_terms(torch.relu(1 - t * y)),
    "cross_entropy": cross_entropy,
    "kl": kl,
    "bce": bce,
}
LOSS_KINKS = {"mae": lambda y, t: y - t, "hinge": lambda y, t: 1 - t * y}


@dataclasses.dataclass
class Case:
    path: str  # group/name
    title: str
    layers: list  # (count, activation, constants…) of a dense layer, or ("batchnorm",)
    loss: tuple  # (name, constants…)
    inputs: torch.Tensor
    targets: torch.Tensor
    optimizer: tuple = ("sgd", {"lr": 0.1})
    schedule: tuple = ("constant", {})
    epochs: int = 25
    batch: int = 0  # 0: the whole set
    order: list = None  # for each epoch, the samples in the order the batches take them
    l2: float = 0.0
    clip: float = 0.0
    freeze: tuple = ()
    validation: tuple = None  # (inputs, targets)
    patience: int = 0
    details: bool = False  # also z, a, δ of the first update
    initial: dict = None

    def seed(self):
        return torch.Generator().manual_seed(zlib.crc32(self.path.encode()))


def initial_parameters(case):
    """Uniform weights in ±√(6 / (in + out)), and biases in ±0.5 to keep clear of the kinks at zero."""
    if case.initial:
        return {k: torch.tensor(v) for k, v in case.initial.items()}
    g, parameters, fan_in, dense = case.seed(), {}, case.inputs.shape[1], 0
    for layer in case.layers:
        if layer[0] == "batchnorm":
            parameters[f"γ{dense}"] = 0.5 + torch.rand(fan_in, generator=g)
            parameters[f"β{dense}"] = torch.rand(fan_in, generator=g) - 0.5
            continue
        dense += 1
        limit = math.sqrt(6 / (fan_in + layer[0]))
        parameters[f"W{dense}"] = limit * (2 * torch.rand(layer[0], fan_in, generator=g) - 1)
        parameters[f"b{dense}"] = torch.rand(layer[0], generator=g) - 0.5
        fan_in = layer[0]
    return parameters


class Net:
    def __init__(self, case, parameters):
        self.case, self.p = case, parameters
        self.statistics = {}
        for name, value in parameters.items():
            if name[0] == "γ":
                self.statistics[f"mean{name[1:]}"] = torch.zeros_like(value)
                self.statistics[f"var{name[1:]}"] = torch.ones_like(value)

    def forward(self, x, training):
        """The outputs and every dense layer's z and a; in training, batchnorm's running statistics move."""
        seen, dense, kink = {}, 0, math.inf
        for layer in self.case.layers:
            if layer[0] == "batchnorm":
                s = self.statistics
                x = F.batch_norm(x, s[f"mean{dense}"], s[f"var{dense}"], self.p[f"γ{dense}"], self.p[f"β{dense}"],
                                 training=training, momentum=0.1, eps=1e-5)
                continue
            dense += 1
            z = x @ self.p[f"W{dense}"].T + self.p[f"b{dense}"]
            if layer[1] in KINKED:
                kink = min(kink, z.abs().min().item())
            x = ACTIVATIONS[layer[1]](z, *layer[2:])
            seen[f"z{dense}"], seen[f"a{dense}"] = z, x
        return x, seen, kink

    def loss(self, x, t, training):
        """The loss, every layer's z and a, and the distance from the nearest kink."""
        y, seen, kink = self.forward(x, training)
        dense = [layer for layer in self.case.layers if layer[0] != "batchnorm"]
        name, *constants = self.case.loss
        keywords = {"delta": constants[0]} if constants else {}
        value = LOSSES[name](y, t, seen[f"z{len(dense)}"], dense[-1][1], **keywords)
        if name in LOSS_KINKS:
            kink = min(kink, LOSS_KINKS[name](y, t).abs().min().item())
        return value, seen, kink


def words(name, settings):
    return " ".join([name, *(f"{k}={str(v).lower()}" for k, v in settings.items())])
