"""What is run: every activation, loss, optimizer, schedule and setting, each at least once."""

import torch

from model import ACTIVATIONS, Case, F, words


def sample(seed, n, inputs, outputs, kind="real"):
    """n rows with few digits: the targets a smooth function of the inputs, then made into what the loss wants."""
    g = torch.Generator().manual_seed(seed)
    x = (torch.rand(n, inputs, generator=g) * 2 - 1).mul(256).round().div(256)
    m = torch.rand(outputs, inputs, generator=g) * 4 - 2
    s = torch.sin(x @ m.T) + 0.25 * (x**2).sum(1, keepdim=True)
    few = lambda v: v.mul(256).round().div(256)
    if kind == "real":
        return x, few(s)
    if kind == "unit":
        return x, few(torch.sigmoid(2 * s))
    if kind == "bits":
        return x, (s > s.mean(0)).double()
    if kind == "signs":
        return x, (s > s.mean(0)).double() * 2 - 1
    if kind == "classes":
        return x, F.one_hot(s.argmax(1), outputs).double()
    if kind == "shares":
        shares = few(torch.softmax(2 * s, 1)).clamp(min=1 / 256)
        shares[:, -1] = 1 - shares[:, :-1].sum(1)
        return x, shares


def cases():
    yield from activation_cases()
    yield from loss_cases()
    yield from optimizer_cases()
    yield from schedule_cases()
    yield from setting_cases()
    yield classic_case()


def activation_cases():
    x, t = sample(11, 8, 3, 2)
    named = [(name,) for name in ACTIVATIONS] + [("leaky_relu", 0.2), ("elu", 0.5)]
    for activation in named:
        name = "_".join(map(str, activation)).replace(".", "_")
        yield Case(f"activations/{name}", f"{' '.join(map(str, activation))} in two hidden layers, mse",
                   [(5, *activation), (4, *activation), (2, "linear")], ("mse",), x, t, details=True)
    x, t = sample(12, 8, 3, 3, "unit")
    for name in ACTIVATIONS:
        if name != "linear":
            yield Case(f"activations/output_{name}", f"{name} as the output layer, half_mse",
                       [(4, "tanh"), (3, name)], ("half_mse",), x, t, details=True)


def loss_cases():
    data = {"mse": "real", "half_mse": "real", "sse": "real", "mae": "real", "huber": "real", "log_cosh": "real",
            "hinge": "signs", "cross_entropy": "classes", "kl": "shares", "bce": "bits"}
    outputs = {"cross_entropy": "softmax", "kl": "softmax", "bce": "sigmoid"}
    for seed, (name, kind) in enumerate(data.items(), 21):
        x, t = sample(seed, 10, 3, 3, kind)
        rate = 0.02 if name == "sse" else 0.1
        yield Case(f"losses/{name}", f"{name}, the last batch short",
                   [(5, "tanh"), (3, outputs.get(name, "linear"))], (name,), x, t, ("sgd", {"lr": rate}),
                   epochs=12, batch=4, details=True)
    x, t = sample(25, 10, 3, 3)
    yield Case("losses/huber_0_25", "huber with δ = 0.25, some errors below it and some above",
               [(5, "tanh"), (3, "linear")], ("huber", 0.25), x, t, details=True)
    x, t = sample(31, 10, 3, 3, "shares")
    yield Case("losses/cross_entropy_shares", "cross_entropy of softmax outputs, targets between 0 and 1",
               [(5, "tanh"), (3, "softmax")], ("cross_entropy",), x, t, details=True)
    yield Case("losses/cross_entropy_sigmoid", "cross_entropy of outputs that are no softmax",
               [(5, "tanh"), (3, "sigmoid")], ("cross_entropy",), x, t, details=True)
    yield Case("losses/kl_sigmoid", "kl of outputs that are no softmax",
               [(5, "tanh"), (3, "sigmoid")], ("kl",), x, t, details=True)
    yield Case("losses/bce_softmax", "bce of outputs that are no sigmoid",
               [(5, "tanh"), (3, "softmax")], ("bce",), x, t, details=True)
    x, t = sample(32, 10, 3, 2, "shares")
    yield Case("losses/bce_one", "bce of one sigmoid output, targets between 0 and 1",
               [(5, "tanh"), (1, "sigmoid")], ("bce",), x, t[:, :1].contiguous(), details=True)


def optimizer_cases():
    x, t = sample(41, 12, 3, 2)
    settings = {
        "sgd": [{"lr": 0.2}, {"lr": 0.2, "weight_decay": 0.02}],
        "momentum": [{"lr": 0.05}, {"lr": 0.05, "β": 0.8, "dampening": 0.1, "weight_decay": 0.02}],
        "nesterov": [{"lr": 0.05}, {"lr": 0.05, "β": 0.8, "weight_decay": 0.02}],
        "adagrad": [{}, {"lr": 0.1, "lr_decay": 0.05, "initial_accumulator_value": 0.1, "eps": 1e-6}],
        "rmsprop": [{}, {"lr": 0.02, "alpha": 0.9, "eps": 1e-6}, {"lr": 0.01, "momentum": 0.5},
                    {"lr": 0.02, "centered": True}],
        "adadelta": [{}, {"lr": 2.0, "rho": 0.8, "eps": 1e-4}],
        "adam": [{}, {"lr": 0.05, "β1": 0.8, "β2": 0.99, "eps": 1e-6}, {"lr": 0.05, "amsgrad": True},
                 {"lr": 0.05, "weight_decay": 0.02}],
        "nadam": [{}, {"lr": 0.05, "β1": 0.8, "β2": 0.99, "eps": 1e-6, "momentum_decay": 0.01}],
        "adamax": [{}, {"lr": 0.05, "β1": 0.8, "β2": 0.99, "eps": 1e-6}],
        "adamw": [{}, {"lr": 0.05, "β1": 0.8, "β2": 0.99, "eps": 1e-6, "weight_decay": 0.1}],
        "lbfgs": [{}, {"lr": 0.5, "max_iter": 4, "history_size": 3}],
    }
    for name, variants in settings.items():
        for i, s in enumerate(variants):
            suffix = "" if i == 0 else "_" + "_".join(k for k in s if k != "lr")
            latin = suffix.replace("β", "beta")
            title = words(name, s) if s else f"{name} with its defaults"
            quick = name == "lbfgs"
            yield Case(f"optimizers/{name}{latin}", title, [(5, "tanh"), (2, "linear")], ("mse",), x, t, (name, s),
                       epochs=(2 if i == 0 else 6) if quick else 10, batch=0 if quick else 5)


def schedule_cases():
    x, t = sample(51, 12, 3, 2)
    for name, s in [("constant", {}), ("step", {"every": 3, "factor": 0.5}), ("exponential", {"factor": 0.9}),
                    ("cosine", {}), ("cosine", {"warmup": 7}), ("linear", {}), ("linear", {"warmup": 7}),
                    ("plateau", {"patience": 2, "factor": 0.5})]:
        suffix = "_warmup" if "warmup" in s else ""
        # A rate too large makes the loss swing, which is what plateau waits for.
        rate = 0.3 if name == "plateau" else 0.2
        yield Case(f"schedules/{name}{suffix}", words(name, s) + ", three updates an epoch",
                   [(5, "tanh"), (2, "linear")], ("mse",), x, t, ("momentum", {"lr": rate}), (name, s),
                   epochs=16, batch=5)


def setting_cases():
    x, t = sample(61, 12, 3, 2)
    net, sgd, adam = [(5, "tanh"), (2, "linear")], ("sgd", {"lr": 0.2}), ("adam", {"lr": 0.05})
    g = torch.Generator().manual_seed(62)
    order = [torch.randperm(12, generator=g).tolist() for _ in range(8)]
    yield Case("settings/order", "batches of 5, 5 and 2 in a given order", net, ("mse",), x, t, adam,
               epochs=8, batch=5, order=order)
    yield Case("settings/single", "batches of one sample", net, ("mse",), x, t, sgd, epochs=3, batch=1)
    yield Case("settings/l2", "λw on weights, sgd", net, ("mse",), x, t, sgd, l2=0.05)
    yield Case("settings/l2_adam", "λw on weights, adam", net, ("mse",), x, t, adam, l2=0.05)
    yield Case("settings/clip", "the gradient clipped in the first updates only", net, ("mse",), x, t, sgd, clip=0.6)
    yield Case("settings/clip_l2", "clipped, then λw", net, ("sse",), x, t, ("momentum", {"lr": 0.02}), clip=1.0, l2=0.05)
    yield Case("settings/freeze", "b1 and W2 stay", net, ("mse",), x, t, adam, freeze=("b1", "W2"))
    deep = [(6, "tanh"), (5, "silu"), (4, "sigmoid"), (2, "linear")]
    yield Case("settings/deep", "four layers", deep, ("mse",), x, t, adam, details=True)
    normed = [(5, "tanh"), ("batchnorm",), (2, "linear")]
    yield Case("settings/batchnorm", "batchnorm after the activation of layer 1, the whole set", normed, ("mse",), x, t,
               sgd, details=True)
    twice = [(5, "tanh"), ("batchnorm",), (4, "silu"), ("batchnorm",), (3, "softmax")]
    x3, t3 = sample(63, 12, 3, 3, "classes")
    yield Case("settings/batchnorm_batches", "two batchnorms, batches of 8 and 4, adam", twice, ("cross_entropy",),
               x3, t3, adam, epochs=12, batch=8)
    validation = sample(64, 7, 3, 2)
    yield Case("settings/validate", "the validation loss after each epoch", net, ("mse",), x, t, sgd, epochs=8, batch=5,
               validation=validation)
    yield Case("settings/validate_batchnorm", "the validation loss with batchnorm's running statistics", normed, ("mse",),
               x, t, sgd, epochs=8, batch=5, validation=validation)
    yield Case("settings/patience", "stops three epochs after the lowest validation loss and goes back to it", net, ("mse",),
               x, t, ("adam", {"lr": 0.2}), epochs=200, batch=5, validation=validation, patience=3)


def classic_case():
    """The example everyone retells, its biases left as they are; E = 0.298371109 before, 0.291027774 after one update."""
    initial = {"W1": [[0.15, 0.20], [0.25, 0.30]], "b1": [0.35, 0.35],
               "W2": [[0.40, 0.45], [0.50, 0.55]], "b2": [0.60, 0.60]}
    return Case("settings/classic", "the classic 2-2-2 example", [(2, "sigmoid"), (2, "sigmoid")], ("half_mse",),
                torch.tensor([[0.05, 0.10]]), torch.tensor([[0.01, 0.99]]), ("sgd", {"lr": 0.5}), epochs=200,
                freeze=("b1", "b2"), details=True, initial=initial)
