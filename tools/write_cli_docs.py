#!/usr/bin/env python3
"""Writes docs/cli/ from the program's own help, or checks that it is that help.

    tools/write_cli_docs.py [--check] TELLINGS

docs/cli/tellings.txt is `tellings --help`, docs/cli/COMMAND.txt is `tellings COMMAND --help`, to the byte.
"""
import pathlib, re, subprocess, sys

check, program = "--check" in sys.argv, sys.argv[-1]
folder = pathlib.Path(__file__).resolve().parent.parent / "docs/cli"
say = lambda *words: subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout
overview = say("--help")
commands = re.findall(r"^  (\w+)  ", overview.split("Commands:\n")[1].split("\n\n")[0], re.M)
pages = {"tellings": overview, **{c: say(c, "--help") for c in commands}}
folder.mkdir(parents=True, exist_ok=True)

wrong = [f"{p.name}: no such command" for p in folder.glob("*.txt") if p.stem not in pages]
for name, text in pages.items():
    path = folder / f"{name}.txt"
    if check and (not path.exists() or path.read_text() != text):
        wrong.append(f"{path.name} differs from the help; run tools/write_cli_docs.py")
    elif not check:
        path.write_text(text)
print("\n".join(wrong) or f"{len(pages)} pages are the program's help")
sys.exit(bool(wrong) or len(pages) < 2)
