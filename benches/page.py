"""What pages with measured tables have in common: tables, the machine, and parts between markers."""

import os
import re
import subprocess


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def put(text, name, part):
    """The text with this part between its markers; prose around them stays."""
    marked = re.compile(f"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    return marked.sub(lambda match: f"{match[1]}{part}\n{match[2]}", text)


def machine(root):
    """Names and values of what the times depend on."""

    def field(file, name):
        with open(file) as lines:
            line = next((line for line in lines if line.startswith(name)), ":unknown")
        return line.split(":", 1)[1].strip()

    rustc = subprocess.run(["rustc", "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    lock = (root / "Cargo.lock").read_text()
    # highs-sys is numbered as the HiGHS it holds.
    highs = re.search(r'name = "highs-sys"\nversion = "([^"]*)"', lock)[1]
    memory = int(field("/proc/meminfo", "MemTotal").split()[0]) / 2**20
    return [
        ("processor", f"{field('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores"),
        ("memory", f"{memory:.0f} GiB"),
        ("Rust", rustc.split()[1]),
        ("HiGHS", highs),
    ]
