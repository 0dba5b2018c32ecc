"""A case's run: the updates are torch.optim's; clip, l2, schedules, validation and patience are docs/language.md's."""

import copy
import math

import torch

from model import Net


def optimizer_of(parameters, name, settings):
    s = dict(settings)
    rename = {"β": "momentum"}
    arguments = {rename.get(k, k): v for k, v in s.items() if k not in ("β1", "β2")}
    if "β1" in s or "β2" in s:
        arguments["betas"] = (s.get("β1", 0.9), s.get("β2", 0.999))
    if name in ("momentum", "nesterov"):
        arguments.setdefault("momentum", 0.9)
        arguments["nesterov"] = name == "nesterov"
    made = {
        "sgd": torch.optim.SGD, "momentum": torch.optim.SGD, "nesterov": torch.optim.SGD,
        "adagrad": torch.optim.Adagrad, "rmsprop": torch.optim.RMSprop, "adadelta": torch.optim.Adadelta,
        "adam": torch.optim.Adam, "nadam": torch.optim.NAdam, "adamax": torch.optim.Adamax,
        "adamw": torch.optim.AdamW, "lbfgs": torch.optim.LBFGS,
    }[name]
    if name != "lbfgs":
        arguments["foreach"] = False
    return made(parameters, **arguments)


class Schedule:
    """The learning rate of every update: set before it, moved on after an update or after an epoch."""

    def __init__(self, optimizer, case, updates):
        name, s = case.schedule
        schedulers = torch.optim.lr_scheduler
        self.each_update = name in ("cosine", "linear")
        self.watches_loss = name == "plateau"
        warmup = s.get("warmup", 0)

        def ramp(fall):
            def factor(update):
                if update < warmup:
                    return (update + 1) / warmup
                return fall((update - warmup) / (updates - warmup)) if update < updates else 0.0
            return schedulers.LambdaLR(optimizer, factor)

        if name == "constant":
            self.inner = schedulers.LambdaLR(optimizer, lambda _: 1.0)
        elif name == "step":
            self.inner = schedulers.StepLR(optimizer, s["every"], s["factor"])
        elif name == "exponential":
            self.inner = schedulers.ExponentialLR(optimizer, s["factor"])
        elif name == "cosine":
            self.inner = ramp(lambda part: 0.5 * (1 + math.cos(math.pi * part)))
        elif name == "linear":
            self.inner = ramp(lambda part: 1 - part)
        elif name == "plateau":
            self.inner = schedulers.ReduceLROnPlateau(optimizer, factor=s["factor"], patience=s["patience"], eps=0)

    def after_update(self):
        if self.each_update:
            self.inner.step()

    def after_epoch(self, loss):
        if self.watches_loss:
            self.inner.step(loss)
        elif not self.each_update:
            self.inner.step()


def run(case, initial):
    """Train as the case says; everything that is compared, by name."""
    p = {k: v.clone().requires_grad_(k not in case.freeze) for k, v in initial.items()}
    net = Net(case, p)
    n = len(case.inputs)
    batch = case.batch or n
    optimizer = optimizer_of([v for v in p.values() if v.requires_grad], *case.optimizer)
    schedule = Schedule(optimizer, case, case.epochs * -(-n // batch))
    first, history, val, rates, kink = {}, [], [], [], math.inf
    best, best_state, waited = math.inf, None, 0

    def backward(x, t):
        nonlocal kink
        for v in p.values():
            v.grad = None
        loss, seen, near = net.loss(x, t, training=True)
        kink = min(kink, near)
        for v in seen.values():
            v.retain_grad()
        loss.backward()
        if not first:
            for k, v in seen.items():
                if case.details:
                    first[k] = v.detach().clone()
                    if k[0] == "z":
                        first["δ" + k[1:]] = v.grad.clone()
            for k, v in p.items():
                if v.grad is not None:
                    first["d" + k] = v.grad.clone()
        regularise(case, p)
        return loss.detach()

    for epoch in range(case.epochs):
        order = case.order[epoch] if case.order else list(range(n))
        total = 0.0
        for start in range(0, n, batch):
            rows = order[start : start + batch]
            x, t = case.inputs[rows], case.targets[rows]
            rates.append(optimizer.param_groups[0]["lr"])
            # lbfgs evaluates the loss several times in an update; the update's loss is the first of them.
            loss = optimizer.step(lambda: backward(x, t))
            total += loss.item() * len(rows)
            schedule.after_update()
        history.append(total / n)
        schedule.after_epoch(history[-1])
        if case.validation:
            with torch.no_grad():
                val.append(net.loss(*case.validation, training=False)[0].item())
        if case.patience:
            if val[-1] < best:
                best, waited, best_state = val[-1], 0, copy.deepcopy((p, net.statistics))
            else:
                waited += 1
            if waited == case.patience:
                break
    if best_state:
        net.p, net.statistics = p, _ = best_state
    with torch.no_grad():
        # The inputs moved a little: a prediction on data not trained on, batchnorm with its running statistics.
        predictions = net.forward(case.inputs * 1.125, training=False)[0]
    wants = {"history": torch.tensor(history), "rates": torch.tensor(rates)}
    if val:
        wants["val"] = torch.tensor(val)
    wants |= {k: v.detach() for k, v in p.items()} | net.statistics | {"predictions": predictions}
    return first, wants, kink


def regularise(case, p):
    """The whole gradient is scaled to norm `clip` where it is longer, and λw is then added to the weights'."""
    with torch.no_grad():
        if case.clip:
            norm = torch.sqrt(sum((v.grad**2).sum() for v in p.values() if v.grad is not None))
            if norm > case.clip:
                for v in p.values():
                    if v.grad is not None:
                        v.grad *= case.clip / norm
        if case.l2:
            for k, v in p.items():
                if k[0] == "W" and v.grad is not None:
                    v.grad += case.l2 * v
