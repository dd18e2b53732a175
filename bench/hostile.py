#!/usr/bin/env python3
"""Puts pages and files to the program that were made to take its time or memory, and says which take too much.

    bench/hostile.py [--tellings PATH] [--seconds 1] [--megabytes 200] [--only NAME...] [--all]

Each is as large as a page may be (8 MiB), or a file of records of that size or more: elements, attributes, names, tables and
lists without end, one text node, floods of entities and signs, JSON-LD that nests or repeats, headlines, dates, bylines and
credits by the thousand, broken WARC records, headers, chunks, feeds, tables, archives that unpack to more than anybody means.
The program reads one a run, on one thread. Printed are those over a limit (CPU seconds, peak memory) or ended by a signal; with
--all every one. Ends with 1 if there are any.
"""
import argparse, gzip, itertools, json, pathlib, random, subprocess, sys, tempfile, zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST = (8 << 20) - 4096
P = "<p>The northern bridge would reopen within three weeks, the mayor said on Monday, and buses would take the short road.</p>"
CHILD = """
import json, resource, subprocess, sys
run = subprocess.run(["timeout", "-s", "KILL", "30", *sys.argv[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([run.returncode, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024]))
"""


def fill(before, unit, after="", most=MOST):
    """`unit` again and again: a string, or a function of a number."""
    before, after = before.encode(), after.encode()
    room, out = most - len(before) - len(after), []
    if isinstance(unit, str):
        data = unit.encode()
        return before + data * (room // max(1, len(data))) + after
    for i in itertools.count():
        data = unit(i).encode()
        if len(data) > room:
            return before + b"".join(out) + after
        out.append(data)
        room -= len(data)


def ld(before, unit, after):
    return fill('<!DOCTYPE html><title>T</title><script type="application/ld+json">' + before, unit, after + "</script>" + P)


def http(fields, body, length=None):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + body
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % (length or len(block)) + block + b"\r\n\r\n"


def pages():
    repeated = {
        "deep_div": "<div>", "deep_inline": "<b>", "deep_font": "<p><font>", "deep_table": "<table><tr><td>", "deep_svg": "<svg>", "deep_math": "<math><mi>",
        "deep_template": "<template>", "deep_frameset": "<frameset>", "deep_list": "<ul><li>", "deep_form": "<form><fieldset>", "deep_quote": "<blockquote>",
        "misnested": "<a href=x><div>", "misnested_table": "<table><a>x", "misnested_formatting": "<p><b><i><a href=x>x</p>", "foster": "<table><b>x</b>text",
        "table": "<tr><td>1<td>2", "paragraphs": P, "short_paragraphs": "<p>a", "breaks": "<br>", "text_and_breaks": "a<br>", "spaces_and_breaks": " <br>",
        "spans": "<span>a</span>", "options": "<select><option>x", "options_flat": "<option>x", "ends": "</p>", "ends_unknown": "</x>", "titles": "<title>x</title>",
        "headings": "<h1>The bridge reopens</h1>", "times": "<time datetime=2021-11-07>7 November 2021</time>", "abbr": "<abbr title='7 November 2021'>x</abbr>",
        "authors": "<span class=author>By Ann Lee</span> ", "links": "<a href=/x>Read more about the bridge</a> ", "microdata": "<div itemscope itemprop=author>",
        "names_in_microdata": "<span itemprop=name>Ann Lee</span>", "hidden": "<p style='display:none'>x</p>", "comments": "<!--", "dashes": "<!-- -", "cdata": "<![CDATA[",
        "instructions": "<?", "scripts": "<script><!--<script>", "noscript": "<noscript>", "metas": "<meta name=author content='Ann Lee'>", "links_rel": "<link rel=canonical href=x>",
        "word": "word ", "letters": "a", "entities": "&amp;", "entities_unknown": "&notanentity", "entities_by_number": "&#x1F600;", "ampersands": "&", "less": "<", "greater": ">",
        "quotation_marks": "“", "names": "Ann Lee ", "credits": "(AP) Reuters said AFP ", "credit_lines": "<p>KALOREN (AP) - told Reuters with AFP.</p>",
        "dates": "7 November 2021, ", "date_lines": "<p>Published: 7 November 2021 at 12:30</p>", "digits": "1", "numbers": "12 ", "chinese": "市長は月曜日に述べた。",
        "thai": "ผู้ว่าการกล่าวว่า", "marks": "\u0301", "zero_width": "\u200b", "directions": "\u200f ", "nul": "\0", "ideographs": "𠀀",
    }
    for name, unit in repeated.items():
        yield name + ".html", fill("<!DOCTYPE html><html><head><title>T</title></head><body>" + (P if name != "less" else ""), unit)
    for name, between in {"spaces": " ", "slashes": "/", "lines": "\n", "quotes": "=''", "tabs": "\t"}.items():
        yield f"attributes_by_{name}.html", fill(P + "<div ", lambda i: f"a{i}{between}", ">" + P)
    every = " ".join(f"a{i}=1" for i in range(900))
    several = lambda i: "<i " + " ".join(f"a{i}b{k}" for k in range(500)) + ">"
    glued = "".join(random.Random(2).choices(["<p>", "<div>", "<b>", "</b>", "</div>", "<table>", "<td>", "<tr>", "</table>", "<a>", "</a>", "x ", "<i>", "</p>", "<li>", "<ul>", "</ul>", "<svg>", "</svg>", "<h1>", "<select>"], k=1_500_000))
    yield from {
        "attributes_of_many.html": fill(P, f"<div {every}>x</div>"), "attribute_names.html": fill(P, several), "attribute.html": fill(P + "<div class='", "x", "'>" + P),
        "classes.html": fill(P + "<div class='", "article body author ", "'>" + P), "class_names.html": fill(P, lambda i: f"<p class='a{i} storybody{i}'>x"),
        "element_names.html": fill(P, lambda i: f"<x{i}>"), "formatting.html": fill("<b><i><u><s><em><strong><a href=1>" * 30, "<p>x"), "tags_at_random.html": glued.encode()[:MOST],
        "byline.html": fill(P + "<div class=byline>", "Ann Lee and ", "</div>" + P), "meta_author.html": fill("<meta name=author content='", "Ann Lee, ", "'>" + P),
        "canonical.html": fill("<link rel=canonical href='", "http://a.example/", "'>" + P), "title.html": fill("<title>", "a | b - c :: ", "</title>" + P),
        "h1.html": fill("<h1>", "a | b - c :: ", "</h1>" + P), "og_title.html": fill("<meta property='og:title' content='", "a | b - ", "'><h1>a</h1>" + P),
        "end_tags_inside.html": fill("<div>" * 2000, "</x>"), "bytes.html": b"<p>" + b"\xff" * MOST, "random.html": random.Random(1).randbytes(MOST),
        "ld_deep.html": ld("", "[", ""), "ld_deep_objects.html": ld("", '{"a":', ""), "ld_many.html": fill(P, '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>'),
        "ld_graph.html": ld('{"@graph":[', lambda i: f'{{"@type":"NewsArticle","@id":"#{i}","author":{{"@id":"#{i + 1}"}}}},', "{}]}"),
        "ld_ring.html": ld('{"@graph":[{"@type":"NewsArticle","@id":"#0","author":{"@id":"#1"}},{"@id":"#1","author":{"@id":"#0"},"name":{"@id":"#0"}},', "{},", "{}]}"),
        "ld_authors.html": ld('{"@type":"NewsArticle","author":[', lambda i: f'{{"name":"Ann Lee{i}"}},', "{}]}"),
        "ld_body.html": ld('{"@type":"NewsArticle","articleBody":"', "word words wordy ", '"}'), "ld_body_html.html": ld('{"@type":"NewsArticle","articleBody":"', "<p>&lt;", '"}'),
        "ld_broken.html": ld('{"a":"b\n', '"', ""), "ld_commas.html": ld('{"a":[', ",", ""), "ld_comments.html": ld("", "/*", ""),
        "utf_16.html": "\ufeff<p>".encode("utf-16-le") + "word ".encode("utf-16-le") * (MOST // 10), "charsets.html": fill("", "<meta charset="),
        "iso_2022.html": b"<meta charset=iso-2022-jp>" + b"\x1b$B" * (MOST // 3), "gb18030.html": b"<meta charset=gb18030>" + b"\x81\x30" * (MOST // 2),
        "undeclared.html": b"<p>" + bytes(random.Random(3).choices(range(0xC0, 0x100), k=MOST // 2)), "text_node_of_50_mb.html": b"<p>" + b"word " * 10_000_000,
    }.items()


def texts():
    sentence = "The northern bridge would reopen within three weeks, the mayor said on Monday.\n"
    for name, unit in {"lines": "a\n", "sentences": sentence, "one_line": "word ", "headlines": "Bridge To Reopen\n", "glued": "Bridge To Reopen\nBridge To Reopen\n" + sentence * 4,
                       "bylines": "By Ann Lee and Bo Chen\n", "date_lines": "7 November 2021\n", "paragraphs": sentence + "\n"}.items():
        yield f"text_{name}.txt", fill("", unit)
    yield "text_of_new_words.txt", fill("", lambda i: f"Word{i} other{i * 7} thing{i * 13} said that number{i} was the one of them all.\n")
    yield "text_long_lines.txt", fill("", lambda i: f"Word{i} other{i * 7} " * 20 + "said that it was the one of them all.\n")


def files():
    warc, gz = b"WARC/1.0\r\nWARC-Type: response\r\n", gzip.compress
    body = zlib.compress(b"a" * 900_000_000, 9)
    mhtml = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    yield from {
        "feed.xml": fill("<rss><channel>", "<item><title>a</title><description>b</description></item>"), "feed_deep.xml": fill("<rss><channel><item>", "<x>"),
        "feed_titles.xml": fill("<rss><channel><item><title>", "<title>"), "feed_namespaces.xml": fill("<rss ", lambda i: f'xmlns:a{i}="b" ', "><channel><item><title>x"),
        "feed_namespace_each.xml": fill("<rss><channel>", lambda i: f'<item xmlns:a{i}="b"><title>x</title></item>'), "feed_contents.xml": fill("<feed><entry>", "<content>x</content>"),
        "feed_entities.xml": fill("<!DOCTYPE a [" + "".join(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, 60)) + "]><rss><channel><item><title>", "&a59;"),
        "feed_authors.xml": fill("<feed><entry>", "<author><name>Ann Lee</name></author>"), "csv_quotes.csv": fill("id,text\n", '"a,b\n'),
        "csv_wide.csv": fill("id,text," + ",".join(f"c{i}" for i in range(5000)) + "\n", "x" + "," * 5001 + "\n"), "json_deep.json": fill("", "["), "json_unclosed.json": fill('{"text":"', "a"),
        "json_broken.json": fill('[{"id":1,"text":"a"},', '{"id"'), "mhtml_parts.mhtml": fill(mhtml, "--b\nContent-Type: text/plain\n\nx\n"),
        "mhtml_headers.mhtml": fill("MIME-Version: 1.0\n", "X: y\n", mhtml), "mhtml_nested.mhtml": fill(mhtml, "--b\nContent-Type: multipart/related; boundary=b\n\n"),
        "mhtml_quoted.mhtml": fill(mhtml + "--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n", "=3D=\n"), "headers.warc": fill("WARC/1.0\r\n", "X: y\r\n"),
        "lengths.warc": (warc + b"Content-Length: 60000000\r\n\r\n") * 130_000, "lengths_too_short.warc": (warc + b"Content-Length: 9\r\n\r\nxx\nWARC/") * 130_000,
        "chunks.warc": http(b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * (MOST // 6)), "http_headers.warc": http(b"X: y\r\n" * (MOST // 6), b""),
        "body_that_grows.warc": http(b"Content-Encoding: deflate\r\n\r\n", body), "lines.arc": b"filedesc://a 0.0.0.0 20140216050221 text/plain 0\n" + b"a b\n" * (MOST // 4),
        "spaces.arc": b"filedesc://a 0.0.0.0 20140216050221 text/plain 0\n" + b" " * MOST, "page_that_grows.html.gz": gz(b"<p>" + b" " * 100_000_000), "gz_gz.gz": gz(gz(b"a" * 900_000_000)),
        "empty_members.gz": gz(b"") * 200_000, "damaged_members.gz": (gz(b"<p>word</p>")[:-9] + b"\x1f\x8b\x08") * 100_000,
    }.items()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tellings", default=ROOT / "build/release/tellings")
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--megabytes", type=float, default=200)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--all", action="store_true", help="print every one")
    args = parser.parse_args()
    ran, over, slowest, largest = 0, 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, data in itertools.chain(pages(), texts(), files()):
            if args.only and name not in args.only:
                continue
            path = pathlib.Path(folder) / name
            path.write_bytes(data)
            command = [args.tellings, "articles", "--json", "--quiet", "--threads", "1", "--errors", pathlib.Path(folder) / "errors", path]
            done = subprocess.run([sys.executable, "-S", "-c", CHILD, *map(str, command)], capture_output=True, check=True)
            status, cpu, peak = json.loads(done.stdout)
            bad = cpu > args.seconds or peak > args.megabytes or status not in (0, 4)
            if bad or args.all:
                print(f"{name:28}{len(data) / 1e6:7.1f} MB, status {status}, {cpu:.2f} CPU s, {peak:.0f} MB{'  OVER' if bad else ''}", flush=True)
            ran, over, slowest, largest = ran + 1, over + bad, max(slowest, cpu), max(largest, peak)
            path.unlink()
    print(f"{ran} files, {over} over {args.seconds:g} s or {args.megabytes:g} MB; slowest {slowest:.2f} CPU s, largest {largest:.0f} MB")
    return 1 if over or not ran else 0


sys.exit(main())
