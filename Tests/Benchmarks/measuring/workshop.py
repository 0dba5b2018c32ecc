"""What must be there before anything is measured: peers, inputs, programs."""

import os
import platform
import re
import shutil
import subprocess
import sys
import time

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
BENCHMARKS = os.path.join(REPOSITORY, "Tests", "Benchmarks")
PEERS = os.path.abspath(os.environ.setdefault("PEERS", os.path.expanduser("~/.tally-peers")))
PYTHON = os.path.join(PEERS, "bin", "python")
PROGRAMS = os.path.join(PEERS, "c")
CORES = sorted(os.sched_getaffinity(0))

os.environ["PEERS"] = PEERS
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def say(text):
    print(f"== {text}", file=sys.stderr, flush=True)


def has(module):
    return subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode == 0


def install(everything):
    """The virtual environment and, where it may, OpenBLAS."""
    if not os.path.exists(PYTHON):
        say(f"a virtual environment in {PEERS}")
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wanted = {"numpy": "numpy", "sklearn": "scikit-learn"} | ({"jax": "jax[cpu]", "torch": "torch"} if everything else {})
    for module, package in wanted.items():
        if not has(module):
            say(f"pip install {package}")
            subprocess.run([*pip, package], check=True)
    if everything and not os.path.exists(include_of("cblas.h")):
        if os.geteuid() == 0 and shutil.which("apt-get"):
            say("apt-get install libopenblas-dev")
            subprocess.run(["apt-get", "update", "-qq"], check=True)
            subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "libopenblas-dev"], check=True,
                           env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), stdout=subprocess.DEVNULL)
        else:
            sys.exit("cblas.h is missing: install OpenBLAS's headers (Debian: libopenblas-dev)")


def include_of(header):
    for folder in ("/usr/include", f"/usr/include/{platform.machine()}-linux-gnu", "/usr/local/include"):
        if os.path.exists(os.path.join(folder, header)):
            return os.path.join(folder, header)
    return header


def write_inputs():
    if not os.path.exists(os.path.join(PEERS, "data", "manifest.json")):
        say("writing the inputs")
        subprocess.run([PYTHON, os.path.join(BENCHMARKS, "data.py")], check=True)


def build_peers():
    say("building the C programs")
    os.makedirs(PROGRAMS, exist_ok=True)
    subprocess.run(["make", "--silent", "-C", BENCHMARKS, f"OUT={PROGRAMS}"], check=True)


def build_tally():
    """Both programs as they are released: optimised, with Swift's library inside."""
    for product in ("tally", "tally-bench"):
        say(f"swift build -c release --product {product}")
        subprocess.run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", product], cwd=REPOSITORY,
                       check=True, stdout=subprocess.DEVNULL)


def tally(name="tally-bench"):
    return os.path.join(REPOSITORY, ".build", "release", name)


def processor():
    """What the processor calls itself, as well as it can be told."""
    text = open("/proc/cpuinfo", encoding="utf-8").read() if os.path.exists("/proc/cpuinfo") else ""
    field = lambda name: (re.search(rf"^{name}\s*: (.*)$", text, re.MULTILINE) or [None, "?"])[1]
    if not text:
        return platform.processor() or platform.machine()
    return f"{field('model name')} (family {field('cpu family')}, model {field('model')}), {len(CORES)} cores"


class Bystanders:
    """How many cores were busy with other work (or taken by a hypervisor) between the making of this and the asking."""

    def __init__(self, processes=()):
        self.processes = processes
        self.start = self.spent()

    def spent(self):
        if not os.path.exists("/proc/stat"):
            return 0, 0
        fields = [int(word) for word in open("/proc/stat", encoding="utf-8").readline().split()[1:9]]
        ours = 0
        for process in self.processes:
            words = open(f"/proc/{process.pid}/stat", encoding="utf-8").read().rsplit(")", 1)[1].split()
            ours += int(words[11]) + int(words[12])
        return sum(fields) - fields[3] - fields[4] - ours, sum(fields)

    def cores(self):
        busy, total = (b - a for a, b in zip(self.start, self.spent()))
        return max(0.0, os.cpu_count() * busy / total) if total else 0.0


def others_busy(seconds=3):
    """How many cores other work keeps busy, while this waits."""
    bystanders = Bystanders()
    time.sleep(seconds)
    return bystanders.cores()


def has_avx512():
    return os.path.exists("/proc/cpuinfo") and " avx512f" in open("/proc/cpuinfo", encoding="utf-8").read()


def versions():
    """What was measured, by name."""
    found = {}
    code = "import importlib.metadata as m; print(m.version('{}'))"
    for package in ("numpy", "jax", "torch"):
        found[package] = subprocess.run([PYTHON, "-c", code.format(package)], capture_output=True, text=True).stdout.strip()
    listed = subprocess.run(["dpkg-query", "-W", "-f=${Version}", "libopenblas0"], capture_output=True, text=True)
    found["OpenBLAS"] = listed.stdout.split("+")[0] or "?"
    for name, command in (("C compiler", [os.environ.get("CC", "cc"), "--version"]), ("Swift", ["swift", "--version"])):
        lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
        found[name] = re.sub(r" \(swift.*", "", lines[0]) if lines else "?"
    return found
