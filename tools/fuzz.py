#!/usr/bin/env python3
"""Runs the fuzz targets, each for so many CPU seconds, and says what each has done.

    tools/fuzz.py FOLDER [SECONDS, default 60] [--only NAME...] [--long]

FOLDER is a build of the preset fuzz. Every *_fuzz in it starts from the seeds in tests/fuzz/NAME, with the words of
tests/fuzz/NAME.dict, and keeps what it finds in FOLDER/corpus/NAME; an input that breaks it goes to FOLDER/found. CPU
seconds are counted, not those of the clock, so that a busy machine fuzzes no less. --long allows inputs of 64 KB.
Prints for each: executions, CPU seconds, edges covered, features, inputs kept. Ends with 1 if a target broke or none ran.
"""
import argparse, os, pathlib, re, signal, subprocess, sys, time

root = pathlib.Path(__file__).resolve().parent.parent


def cpu_seconds(pid):
    """User and system seconds of a running process; None when it has gone."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def fuzz(target, folder, seconds, options):
    """Runs one target; (exit status, CPU seconds, what it printed)."""
    name = target.name
    corpus, found, seeds, words = folder / "corpus" / name, folder / "found", root / "tests/fuzz" / name, root / f"tests/fuzz/{name}.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    command = [target, "-timeout=25", "-rss_limit_mb=2048", "-print_final_stats=1", "-reload=0", f"-artifact_prefix={found}/{name}-", *options, corpus]
    command += [seeds] if seeds.is_dir() else []
    command += [f"-dict={words}"] if words.exists() else []
    log = folder / f"{name}.log"
    with open(log, "wb") as out:
        process = subprocess.Popen(list(map(str, command)), stdout=out, stderr=out)
        used = 0.0
        while process.poll() is None:
            used = cpu_seconds(process.pid) or used
            if used >= seconds:
                process.send_signal(signal.SIGUSR1)  # it prints its figures and ends
            time.sleep(0.5)
    return process.returncode, used, log.read_text(errors="replace")


def figures(text):
    done = re.findall(r"number_of_executed_units:\s*(\d+)", text)
    last = re.findall(r"^#\d+\s.*$", text, re.M)
    value = lambda key: (re.findall(rf"{key}: (\d+)", last[-1]) or ["?"])[0] if last else "?"
    return f"{int(done[-1]):,} executions" if done else "executions not known", f"edges {value('cov')}, features {value('ft')}, inputs kept {value('corp')}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("seconds", type=float, nargs="?", default=60)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--long", action="store_true")
    args = parser.parse_args()
    targets = sorted(p for p in args.folder.rglob("*_fuzz") if p.is_file() and os.access(p, os.X_OK) and (not args.only or p.name in args.only))
    broken = 0
    for target in targets:
        status, used, text = fuzz(target.resolve(), args.folder.resolve(), args.seconds, ["-max_len=65536"] if args.long else [])
        done, reached = figures(text)
        print(f"{target.name}: {done} in {used:.0f} CPU s, {reached}{'' if status == 0 else f': BROKE, status {status}'}", flush=True)
        if status != 0:
            broken += 1
            print("\n".join(text.splitlines()[-60:]), flush=True)
    print(f"{len(targets)} fuzz targets ran, {broken} broke")
    return 1 if broken or not targets else 0


sys.exit(main())
