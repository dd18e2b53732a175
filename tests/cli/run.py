#!/usr/bin/env python3
"""Runs the golden tests of the command line.

    tests/cli/run.py TELLINGS [--update] [PATTERN]

A case is a folder tests/cli/COMMAND/NAME with
  cmd      lines for sh, run in an empty folder; $CASE is the case's folder, $ROOT the project's, `tellings` the program
  stdout   what must come out, to the byte
  stderr   lines that must each stand in the standard error output (none: it is not looked at)
  status   the exit status (none: 0)
--update writes stdout and status anew: read the difference before you keep it.
Exits with 1 when a case fails and when no case ran.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
words = [w for w in sys.argv[1:] if w != "--update"]
update, program, pattern = "--update" in sys.argv, pathlib.Path(words[0]).resolve(), words[1] if len(words) > 1 else ""


def run(case):
    env = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "CASE": str(case), "ROOT": str(here.parent.parent), "LC_ALL": "C.UTF-8"}
    env.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(["sh", "-eu", str(case / "cmd")], cwd=folder, env=env, capture_output=True, stdin=subprocess.DEVNULL, timeout=600)


def write(case, got):
    (case / "stdout").write_bytes(got.stdout)
    if got.returncode:
        (case / "status").write_text(f"{got.returncode}\n")
    else:
        (case / "status").unlink(missing_ok=True)


def faults(case, got):
    status = int((case / "status").read_text()) if (case / "status").exists() else 0
    wanted = (case / "stdout").read_bytes() if (case / "stdout").exists() else b""
    said = got.stderr.decode(errors="replace")
    if got.returncode != status:
        yield f"exit status {got.returncode}, not {status}\n    {said[-500:]}"
    if got.stdout != wanted:
        pairs = zip(*(x.decode(errors="replace").splitlines() + ["(end)"] for x in (wanted, got.stdout)))
        n, a, b = next(((n, a, b) for n, (a, b) in enumerate(pairs, 1) if a != b), (0, "(line ends)", "(line ends)"))
        yield f"stdout, line {n}:\n    wanted {a[:300]}\n    got    {b[:300]}"
    for line in (case / "stderr").read_text().splitlines() if (case / "stderr").exists() else []:
        if line not in said:
            yield f"stderr lacks: {line}\n    got    {said[-500:]}"


ran = failed = 0
for cmd in sorted(here.glob("*/*/cmd")):
    name = f"{cmd.parent.parent.name}/{cmd.parent.name}"
    if pattern not in name:
        continue
    got = run(cmd.parent)
    ran += 1
    if update:
        write(cmd.parent, got)
        continue
    found = list(faults(cmd.parent, got))
    failed += bool(found)
    if found:
        print(f"FAILED {name}: " + "\n  ".join(found))
print(f"{ran - failed} passed, {failed} failed")
sys.exit(bool(failed) or not ran)
