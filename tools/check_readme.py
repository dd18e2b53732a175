#!/usr/bin/env python3
"""Runs the commands that README.md shows and holds their output to what it prints there.

    tools/check_readme.py [--update] TELLINGS

Looks at every block marked console: a line `$ COMMAND`, then what it prints. --update writes the output anew.
"""
import os
import pathlib
import re
import subprocess
import sys

words = [w for w in sys.argv[1:] if w != "--update"]
if len(words) != 1 or not pathlib.Path(words[0]).is_file():
    sys.exit(__doc__)
update, program = "--update" in sys.argv, pathlib.Path(words[0]).resolve()
root = pathlib.Path(__file__).resolve().parent.parent
path = root / "README.md"
env = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
ran, wrong = 0, []


def run(block):
    global ran
    command, wanted = block[1], block[2]
    ran += 1
    got = subprocess.run(["sh", "-c", command], cwd=root, env=env, capture_output=True, text=True).stdout
    if got != wanted:
        wrong.append(f"$ {command}\n--- README\n{wanted}--- now\n{got}")
    return f"```console\n$ {command}\n{got}```"


text = path.read_text()
new = re.sub(r"```console\n\$ (.*)\n((?s:.*?))```", run, text)
if update:
    path.write_text(new)
else:
    print("\n".join(wrong) or f"{ran} commands print what README.md shows")
sys.exit((not update and bool(wrong)) or not ran)
