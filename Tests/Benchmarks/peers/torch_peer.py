"""The works in PyTorch, eager, with its fused optimizers, the fastest it has on a CPU.   usage: WORK [THREADS]"""

import numpy as np
import torch

from peer import batches, initial, inputs, order, serve, targets, threads, work

torch.set_num_threads(threads)
torch.set_default_dtype(torch.float64)
F = torch.nn.functional
x_all, t_all = torch.from_numpy(inputs), torch.from_numpy(targets)
if work.loss == "cross_entropy":
    t_all = t_all.argmax(1)
order_all = torch.from_numpy(order.astype(np.int64)) if work.shuffled else None
start = [torch.from_numpy(p) for p in initial]
hidden = torch.tanh if work.activation == "tanh" else torch.relu
loss_of = {"mse": F.mse_loss, "bce": F.binary_cross_entropy_with_logits, "cross_entropy": F.cross_entropy}[work.loss]


def net(p, x):
    for l in range(0, len(p) - 2, 2):
        x = hidden(torch.addmm(p[l + 1], x, p[l]))
    return torch.addmm(p[-1], x, p[-2])


def train():
    p = [v.clone().requires_grad_() for v in start]
    if work.optimizer == "adam":
        optimizer = torch.optim.Adam(p, lr=work.rate, fused=True)
    else:
        optimizer = torch.optim.SGD(p, lr=work.rate, momentum=0.9 if work.optimizer == "momentum" else 0, fused=True)
    cuts = batches()
    for epoch in range(work.epochs):
        x, t = (x_all[order_all[epoch]], t_all[order_all[epoch]]) if work.shuffled else (x_all, t_all)
        for first, last in cuts:
            loss = loss_of(net(p, x[first:last]), t[first:last])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
    return p


@torch.no_grad()
def loss(p):
    return loss_of(net(p, x_all), t_all).item()


serve(train, loss)
