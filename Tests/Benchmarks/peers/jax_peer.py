"""The works in JAX, the whole training as one compiled function.   usage: WORK [THREADS, by the cores it may use]"""

import jax
import jax.numpy as jnp
from jax import lax

from peer import initial, inputs, order, samples, serve, targets, work

jax.config.update("jax_enable_x64", True)
start = tuple(map(jnp.asarray, initial))
x_all, t_all = jnp.asarray(inputs), jnp.asarray(targets)
order_all = jnp.asarray(order) if work.shuffled else None
whole, rest = divmod(samples, work.batch)
tree = jax.tree.map


def loss_of(p, x, t):
    h = x
    for l in range(0, len(p) - 2, 2):
        z = h @ p[l] + p[l + 1]
        h = jnp.tanh(z) if work.activation == "tanh" else jax.nn.relu(z)
    z = h @ p[-2] + p[-1]
    if work.loss == "mse":
        return jnp.mean((z - t) ** 2)
    if work.loss == "bce":
        return jnp.mean(jax.nn.softplus(z) - z * t)
    return -jnp.mean(jnp.sum(t * jax.nn.log_softmax(z), 1))


def update(state, batch):
    p, first, second, count = state
    g = jax.grad(loss_of)(p, *batch)
    count = count + 1.0
    if work.optimizer == "sgd":
        p = tree(lambda p, g: p - work.rate * g, p, g)
    elif work.optimizer == "momentum":
        first = tree(lambda m, g: 0.9 * m + g, first, g)
        p = tree(lambda p, m: p - work.rate * m, p, first)
    else:
        first = tree(lambda m, g: 0.9 * m + 0.1 * g, first, g)
        second = tree(lambda v, g: 0.999 * v + 0.001 * g * g, second, g)
        rate, scale = work.rate / (1 - 0.9**count), 1 / (1 - 0.999**count)
        p = tree(lambda p, m, v: p - rate * m / (jnp.sqrt(v * scale) + 1e-8), p, first, second)
    return (p, first, second, count), None


def epoch_of(state, x, t):
    if whole == 1 and rest == 0:
        return update(state, (x, t))[0]
    cut = whole * work.batch
    stacked = (x[:cut].reshape(whole, work.batch, -1), t[:cut].reshape(whole, work.batch, -1))
    state, _ = lax.scan(update, state, stacked)
    return update(state, (x[cut:], t[cut:]))[0] if rest else state


@jax.jit
def run(p, x, t):
    zeros = tree(jnp.zeros_like, p)
    state = (p, zeros, zeros, 0.0)
    if work.shuffled:
        return lax.scan(lambda s, rows: (epoch_of(s, x[rows], t[rows]), None), state, order_all)[0][0]
    return lax.fori_loop(0, work.epochs, lambda _, s: epoch_of(s, x, t), state)[0]


serve(lambda: jax.block_until_ready(run(start, x_all, t_all)), lambda p: loss_of(p, x_all, t_all))
