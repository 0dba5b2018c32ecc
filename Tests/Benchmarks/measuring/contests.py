"""Contests: which programs do which work, and how their turns are taken and judged."""

import dataclasses
import json
import os
import random
import statistics
import subprocess
import time

import workshop

OURS = "Tally"
AGREEMENT = 1e-6  # of the losses, relative: other orders of summation, after thousands of updates
SIZES = (128, 256, 512, 1024, 2048)


@dataclasses.dataclass
class Contender:
    name: str
    command: list
    environment: dict = dataclasses.field(default_factory=dict)


class Turns:
    """A contender's process, which stays until the contest is over."""

    def __init__(self, contender, threads):
        cores = ",".join(map(str, workshop.CORES[-1:] if threads == 1 else workshop.CORES[:threads]))
        one = {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
        self.name = contender.name
        nice = ["nice", "-n", os.environ["NICE"]] if os.environ.get("NICE") else []
        self.process = subprocess.Popen(
            [*nice, "taskset", "-c", cores, *contender.command], env=os.environ | one | contender.environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self.process.stdout.readline().strip() != "ready":
            raise RuntimeError(f"{contender.name} does not start: {' '.join(contender.command)}")

    def take(self):
        """One turn: what the contender answers."""
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.name} ended before its turn did")
        return json.loads(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


@dataclasses.dataclass
class Result:
    contest: "Contest"
    seconds: dict  # by contender, one for each round
    losses: dict
    others: float  # cores that other work had meanwhile

    def ratio(self, name, to=OURS):
        """How many times as long as ours: the median over the rounds."""
        return statistics.median(a / b for a, b in zip(self.seconds[name], self.seconds[to]))

    def median(self, name):
        return statistics.median(self.seconds[name])


@dataclasses.dataclass
class Contest:
    name: str
    title: str
    contenders: list
    threads: int
    count: float  # updates, or operations, of one turn
    is_training: bool = True
    by_clock: bool = False  # also where one thread is all there is
    aims: dict = dataclasses.field(default_factory=dict)  # the least ratio that issue and page ask for, by contender

    def hold(self, rounds):
        workshop.say(f"{self.name}, {self.threads} thread{'s' if self.threads > 1 else ''}")
        turns = []
        try:
            for contender in self.contenders:
                turns.append(Turns(contender, self.threads))
            seconds = {t.name: [] for t in turns}
            losses = {}
            bystanders = workshop.Bystanders([t.process for t in turns])
            for number in range(rounds):
                # No contender always follows the same one, which may leave a processor that is hot.
                for t in random.Random(number).sample(turns, len(turns)):
                    answer = t.take()
                    seconds[t.name].append(answer["busy" if self.threads == 1 and not self.by_clock else "seconds"])
                    losses[t.name] = answer["loss"]
                    if self.threads > 1:
                        time.sleep(0.05)  # the idle threads of some wait for more work by spinning
            others = bystanders.cores()
        finally:
            for t in turns:
                t.end()
        self.judge(losses)
        return Result(self, seconds, losses, others)

    def judge(self, losses):
        judged = {k: v for k, v in losses.items() if not k.startswith("fused")}
        middle = statistics.median(judged.values())
        for name, loss in judged.items():
            if not abs(loss - middle) <= AGREEMENT * abs(middle):
                raise RuntimeError(f"{self.name}: {name} ends at {loss!r}, others at {middle!r}: not the same work")


def c(name, program, *arguments, **environment):
    return Contender(name, [os.path.join(workshop.PROGRAMS, program), *map(str, arguments)], environment)


def python(name, work, threads):
    script = os.path.join(workshop.BENCHMARKS, "peers", f"{name.lower().replace('pytorch', 'torch')}_peer.py")
    return Contender(name, [workshop.PYTHON, script, work, str(threads)])


def ours(work, threads):
    return Contender(OURS, [workshop.tally(), "--serve", work, str(threads)])


def openblas_choice():
    """Debian's OpenBLAS is older than some processors and takes narrow kernels on them; the widest are asked for."""
    return {"OPENBLAS_CORETYPE": "SkylakeX"} if workshop.has_avx512() else {}


def training(name, title, updates, c_peers, threads=1, aims=None):
    frameworks = [python(peer, name, threads) for peer in ("NumPy", "JAX", "PyTorch")]
    return Contest(name, title, [ours(name, threads), *c_peers, *frameworks], threads, updates, aims=aims or {})


def all_contests():
    blas = lambda work, threads: [c("C, OpenBLAS", "openblas", work, threads, **openblas_choice())]
    yield training("xor-sgd", "XOR 2-4-1, tanh and sigmoid, bce, 4 samples, SGD", 10_000,
                   [c("plain C", "xor_plain", "sgd"), c("C, vector libm", "xor_fast", "sgd")],
                   aims={"plain C": 1.5, "JAX": 4, "PyTorch": 1000})
    yield training("xor-adam", "the same with Adam", 10_000,
                   [c("plain C", "xor_plain", "adam"), c("C, vector libm", "xor_fast", "adam")],
                   aims={"plain C": 1.3, "JAX": 4, "PyTorch": 1000})
    yield training("sine", "1-16-16-1, tanh, mse, batch 16, Adam", 1600,
                   [c("plain C", "sine_plain"), c("C, vector libm", "sine_fast")],
                   aims={"C, vector libm": 1, "JAX": 1.5, "PyTorch": 70})
    yield training("digits", "digits 64-128-10, relu and softmax, batch 32, Adam", 30 * 57, blas("digits", 1),
                   aims={"C, OpenBLAS": 1, "JAX": 1.6, "PyTorch": 8})
    for threads in (1, 2)[: len(workshop.CORES)]:
        yield training("wide", "784-512-512-10, relu and softmax, batch 128, momentum", 79, blas("wide", threads), threads,
                       aims={"C, OpenBLAS": 1, "NumPy": 1.05, "JAX": 1.05, "PyTorch": 1.05})
    for threads in (1, 2)[: len(workshop.CORES)]:
        for n in SIZES:
            calls = 1 + int(4e8 / (2 * n**3))
            peers = [c("OpenBLAS", "product", n, threads, **openblas_choice())]
            if openblas_choice():
                peers.append(c("OpenBLAS, its own choice", "product", n, threads))
            yield Contest(f"product-{n}", f"{n}×{n}", [ours(f"product-{n}", threads), *peers,
                                                      c("fused multiply-adds in registers", "peak", threads)],
                          threads, calls * 2 * n**3, is_training=False, aims={"OpenBLAS": 1})


def speedup(rounds):
    """Tally on two threads beside itself on one, by the clock, and beside what the two cores then are to one."""
    pair = [Contender(f"{threads}", ours("wide", threads).command) for threads in (1, 2)]
    bound = [c(f"fused {threads}", "peak", threads) for threads in (1, 2)]
    return Contest("speedup", "", pair + bound, 2, 79, by_clock=True).hold(rounds)


WORKS = ("xor-sgd", "xor-adam", "sine", "digits", "wide")
PEAK_OPERATIONS = 2.0 * 12 * 8 * 10_000_000  # of peers/peak.c, each thread


def memory():
    """Peak and need in bytes of each training, in a fresh process; the first is that of the smallest, nearly nothing."""
    figures = {}
    for work in WORKS:
        out = subprocess.run([workshop.tally(), "--once", work], capture_output=True, text=True, check=True).stdout
        figures[work] = json.loads(out)
    return figures


def growth():
    """Seconds by factor for each dimension."""
    core = str(workshop.CORES[-1])
    out = subprocess.run(["taskset", "-c", core, workshop.tally(), "--growth"], capture_output=True, text=True, check=True)
    found = {}
    for line in out.stdout.splitlines():
        figures = json.loads(line)
        dimension = figures.pop("growth")
        found[dimension] = {int(factor): seconds for factor, seconds in figures.items()}
    return found
