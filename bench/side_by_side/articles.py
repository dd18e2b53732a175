#!/usr/bin/env python3
"""Runs tellings and the packages that people use for the same work over one WARC, in turn, one thread each.

    bench/side_by_side/articles.py [--tellings PATH] [--size MB] [--data FOLDER] [--peers VENV] [--out FOLDER]

The WARCs are made by bench/warc.py: one of SIZE megabytes (default 20) of invented pages, and, where FOLDER (default
../shared/data/extract beside the project) holds fundus.tar, one of its pages, each once. The packages come from PyPI in the versions
below, into a virtual environment outside the project (default: tellings-peers in the folder for temporary files).

tellings' model of lines has learned from fundus.tar (tools/train_lines.py; held out by publisher its shingle F1 is .959, docs/algorithms/articles.md), so
its quality there is not to be compared with theirs, and on invented pages every system finds all. Speed and memory are.

Each system runs in a process of its own. Printed: pages and megabytes of HTML a CPU second, peak memory, and the mean over
the pages of word precision, word recall and word F1 against the page's own text (lower-case words as multisets; a page that a
system gives nothing for counts 0). FastWARC alone reads and unpacks, and extracts nothing: what reading costs.
--out also writes the table there. Compare figures within one run: times differ between machines.
"""
import argparse, collections, datetime, json, os, pathlib, platform, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PINS = ["trafilatura==2.2.0", "lxml_html_clean==0.4.6", "resiliparse==2.0.1", "fastwarc==2.0.1"]

# One system over one WARC, in the peers' Python: a JSON line a page, its record's offset and its text.
CHILD = r'''
import json, sys
from fastwarc.warc import ArchiveIterator, WarcRecordType
system, path = sys.argv[1:]
def nothing(html, url): return ""
if system == "resiliparse":
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    def extract(html, url): return extract_plain_text(bytes_to_str(html, detect_encoding(html)), main_content=True, alt_texts=False, links=False)
elif system.startswith("trafilatura"):
    import trafilatura
    fast = system.endswith("fast")
    def extract(html, url):
        found = trafilatura.bare_extraction(html, url=url, include_comments=False, include_tables=False, with_metadata=True, fast=fast)
        return found.text if found else ""
else:
    extract = nothing
with open(path, "rb") as stream:
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        headers = record.http_headers
        if headers is None or headers.status_code != 200 or "html" not in (record.http_content_type or ""):
            continue
        html = record.reader.read()
        try:
            text = extract(html, record.headers.get("WARC-Target-URI"))
        except Exception as error:
            text = ""
        print(json.dumps({"offset": record.stream_pos, "text": text}))
'''

TIMED = """
import json, resource, subprocess, sys
run = subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.PIPE)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([run.returncode, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, run.stderr.decode("utf-8", "replace")[-400:]]))
"""


def peers(folder):
    """The Python of the environment with the packages; None, with a word on stderr, if it cannot be had."""
    python = folder / "bin/python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *PINS], check=True)
    except subprocess.CalledProcessError:
        print(f"the packages cannot be installed to {folder}: tellings runs alone", file=sys.stderr)
        return None
    return python


def run(command, out):
    """(CPU seconds, peak MiB) of a command whose output goes to a file."""
    done = subprocess.run([sys.executable, "-S", "-c", TIMED, out, *map(str, command)], capture_output=True, check=True)
    status, cpu, peak, said = json.loads(done.stdout)
    if status not in (0, 4):
        sys.exit(f"{command[0]} ended with {status}: {said}")
    return cpu, peak


def words(text):
    return collections.Counter(re.findall(r"\w+", (text or "").lower()))


def quality(truth, texts):
    """Mean word precision, recall, F1; precision over the pages that have output."""
    ps, rs, fs = [], [], []
    for offset, text in truth.items():
        want, got = words(text), words(texts.get(offset))
        common, n = (want & got).total(), got.total()
        p, r = common / n if n else 0, common / want.total()
        ps += [p] if n else []
        rs.append(r)
        fs.append(2 * p * r / (p + r) if p + r else 0)
    return sum(ps) / max(1, len(ps)), sum(rs) / len(rs), sum(fs) / len(fs)


def warc(folder, name, *options):
    path, truth = folder / f"{name}.warc.gz", folder / f"{name}.truth"
    said = subprocess.run([sys.executable, ROOT / "bench/warc.py", "make", path, "--truth", truth, *options], check=True, capture_output=True, text=True)
    rows = list(map(json.loads, open(truth, encoding="utf-8")))
    pages, html = re.search(r"([\d,]+) pages, ([\d,]+) MB", said.stdout).groups()
    return path, {r["offset"]: r["text"] for r in rows if r["text"]}, int(pages.replace(",", "")), float(html.replace(",", ""))


def compare(name, made, args, python, folder):
    path, truth, pages, html = made
    lines = [f"{name}: {pages} pages, {html:.0f} MB of HTML, {path.stat().st_size / 1e6:.0f} MB packed",
             f"  {'':26}{'pages/s':>9}{'MB/s':>8}{'peak MiB':>10}{'P':>8}{'R':>8}{'F1':>8}"]
    systems = [("tellings", [args.tellings, "articles", "--json", "--quiet", "--threads", "1", path])]
    for system in ("FastWARC, reading alone", "resiliparse", "trafilatura fast", "trafilatura") if python else ():
        systems.append((system, [python, "-c", CHILD, system, path]))
    for system, command in systems:
        out = folder / "out.jsonl"
        cpu, peak = run(command, out)
        texts = {}
        for row in map(json.loads, open(out, encoding="utf-8")):
            texts.setdefault(row.get("offset", row.get("source_offset")), row["text"])
        scores = "".join(f"{x:8.3f}" for x in quality(truth, texts)) if truth and "alone" not in system else f"{'-':>8}" * 3
        lines.append(f"  {system:26}{pages / cpu:9.1f}{html / cpu:8.1f}{peak:10.0f}{scores}")
        print(f"{name}, {system}: {cpu:.1f} CPU s", file=sys.stderr)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tellings", type=pathlib.Path, default=ROOT / "build/release/tellings")
    parser.add_argument("--size", default="20", help="megabytes of the WARC of invented pages")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/extract")
    parser.add_argument("--peers", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "tellings-peers")
    parser.add_argument("--out", type=pathlib.Path)
    args = parser.parse_args()
    python = peers(args.peers)
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    lines = [f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, commit {commit}, preset release, {datetime.date.today()}",
             f"bench/side_by_side/articles.py --size {args.size}", ", ".join(PINS) if python else "no packages: PyPI could not be reached", ""]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        lines += compare("invented pages", warc(folder, "invented", "--size", args.size), args, python, folder)
        if (args.data / "fundus.tar").exists():
            lines += ["", *compare("fundus.tar", warc(folder, "fundus", "--pages", args.data / "fundus.tar", "--once"), args, python, folder)]
        else:
            lines.append(f"no fundus.tar in {args.data}")
    lines += ["", "Word precision, recall, F1. tellings' model of lines has learned from fundus.tar; held out by publisher its shingle F1 is .959."]
    table = "\n".join(lines) + "\n"
    print(table, end="")
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "articles-side-by-side.txt").write_text(table)


main()
