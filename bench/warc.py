#!/usr/bin/env python3
"""Makes WARC files like those of a news crawl, and times `tellings articles` on one.

    bench/warc.py make OUT.warc.gz [--size MB] [--pages TAR...] [--once] [--truth FILE] [--seed N] [--level N]
    bench/warc.py time OUT.warc.gz [--tellings PATH] [--threads N]

`make` writes records of invented news pages, gzip a record, until the file has SIZE megabytes (default 100): responses
with their requests, now and then a redirect, a picture or an error page, as crawls have them. A page has what slows
readers down: scripts, styles, JSON-LD, menus, boxes of related stories, captions, comment forms; 190 KB in the mean,
packed about five to one. With --pages every page of the archives (html/*.html.gz in a tar) is used in turn instead,
each time under another host; with --once each once, whatever the size. --truth writes a line of JSON a page: the offset of
its record, and the article's text (from an archive's truth.jsonl). The same arguments make the same files.

`time` runs the program on it, once, and prints pages, seconds, megabytes of HTML a second and peak memory.
"""
import argparse, gzip, itertools, json, os, random, resource, subprocess, sys, tarfile, time, zlib

WHO = ("engineers,the mayor,two residents,a court clerk,the ferry company,opposition members,the harbour police,a hospital spokesman,"
       "the union of dockers,a neighbour,the island's council,the minister,fishermen from the north quay,an insurer").split(",")
DID = "said,denied,announced,warned,told reporters,wrote in a letter,argued,conceded,insisted,confirmed".split(",")
WHAT = ("the northern bridge would reopen within three weeks,buses had taken the long road since March,no further damage was found below the waterline,"
        "the budget could not carry a second delay,nobody had been hurt when the pillar gave way,a new inspection was planned for the autumn,"
        "traders near the old market had lost half of their customers,the report would be published in full,the crane had been rented without a tender,"
        "divers would go down again at low tide,the ferry would carry cars free of charge until then,the design came from another century").split(",")
DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday".split(",")
SYLLABLES = "ka lo mi ren tor ves bra del sun gar pol nim hest ville dorf ton mar ost ley wick".split()


class Pages:
    """Invented pages, each of another site, place and event."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.sites = [self.name() for _ in range(200)]

    def name(self):
        return "".join(self.random.choice(SYLLABLES) for _ in range(3)).capitalize()

    def sentence(self, place):
        r = self.random
        return (f"{r.choice(WHO)} in {place} {r.choice(DID)} on {r.choice(DAYS)} that {r.choice(WHAT)}, "
                f"{r.randint(2, 990)} {r.choice(['days', 'weeks', 'votes', 'euros', 'tonnes'])} after {self.name()} {r.choice(['spoke', 'left', 'resigned', 'called'])}").capitalize() + "."

    def noise(self, size):
        """Script that packs like script: words of a few hundred names."""
        r, out, length = self.random, [], 0
        names = [self.name().lower() + str(r.randint(0, 99)) for _ in range(60)]
        while length < size:
            line = f'{r.choice(names)}.{r.choice(names)}=function({r.choice(names)[:3]}){{return {r.choice(names)}[{r.randint(0, 9999)}]||"{r.getrandbits(64):x}"}};'
            out.append(line)
            length += len(line)
        return "\n".join(out)

    def box(self, title, links):
        items = "".join(f'<li class="teaser"><a href="/{self.name().lower()}-{self.random.randint(1000, 9999)}.html"><img src="/i/{self.random.getrandbits(40):x}.jpg" '
                        f'alt="{self.name()}"><span>{self.sentence(self.name())[:70]}</span></a></li>' for _ in range(links))
        return f'<aside class="widget related"><h3>{title}</h3><ul>{items}</ul></aside>'

    def page(self):
        r = self.random
        site, place = r.choice(self.sites), self.name()
        title = f"{r.choice(['Bridge', 'Ferry', 'Harbour', 'Market', 'School'])} of {place} {r.choice(['to reopen', 'closed again', 'sold', 'under water', 'in court'])}"
        author, day = f"{self.name()} {self.name()}", f"2021-{r.randint(1, 12):02}-{r.randint(1, 28):02}T{r.randint(0, 23):02}:{r.randint(0, 59):02}:00+00:00"
        url = f"https://www.{site.lower()}.example/news/{place.lower()}-{r.getrandbits(48):x}.html"
        ld = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": day, "author": [{"@type": "Person", "name": author}],
              "publisher": {"@type": "Organization", "name": f"The {site} Post"}, "mainEntityOfPage": url}
        words = [' '.join(self.sentence(place) for _ in range(r.randint(1, 4))) for _ in range(r.randint(6, 30))]
        paragraphs = [f"<p>{w}</p>" for w in words]
        paragraphs.insert(len(paragraphs) // 2, self.box("Read also", 3))
        paragraphs.insert(2, f'<figure><img src="/p/{r.getrandbits(40):x}.jpg"><figcaption>{self.sentence(place)} Photo: {author}</figcaption></figure>')
        menu = "".join(f'<li><a href="/{w.lower()}/">{w}</a></li>' for w in (self.name() for _ in range(40)))
        scripts = "".join(f"<script>{self.noise(r.randint(4_000, 30_000))}</script>" for _ in range(5))
        html = (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} | The {site} Post</title><meta property="og:title" content="{title}">'
                f'<meta property="article:published_time" content="{day}"><meta name="author" content="{author}"><link rel="canonical" href="{url}">'
                f'<style>{self.noise(r.randint(10_000, 40_000))}</style><script type="application/ld+json">{json.dumps(ld)}</script>{scripts}</head>'
                f'<body class="single"><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1><div class="byline">By {author}</div>'
                f'<div class="entry-content">{"".join(paragraphs)}</div></article>{self.box("Most read", 25)}{self.box("Related stories", 25)}</main>'
                f'<section id="comments"><h3>Leave a reply</h3><form><textarea placeholder="Please enter your comment!"></textarea></form></section>'
                f'<footer><p>Copyright {site} Post. All rights reserved.</p><ul>{menu}</ul></footer><script>{self.noise(r.randint(5_000, 40_000))}</script></body></html>')
        return url, html.encode(), "\n\n".join(words)


def archived(paths, once):
    """Pages of archives with their texts, again and again unless `once`, under another host each time round."""
    pages = []
    for path in paths:
        with tarfile.open(path) as tar:
            names = sorted(n for n in tar.getnames() if n.startswith("html/") and n.endswith(".gz"))
            truth = tar.extractfile("truth.jsonl") if "truth.jsonl" in tar.getnames() else ()
            texts = {r["id"]: r.get("text") for r in map(json.loads, truth)}
            pages += [(gzip.decompress(tar.extractfile(n).read()), texts.get(n[len("html/"):-len(".html.gz")])) for n in names]
    if not pages:
        sys.exit("bench/warc.py: no html/*.html.gz in " + ", ".join(paths))
    for turn in itertools.count():
        for i, (page, text) in enumerate(pages):
            yield f"https://www.site{turn}-{i % 97}.example/news/{i}.html", page, text
        if once:
            return


def record(kind, uri, block, content, level):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2021-11-07T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{zlib.crc32(block):08x}-0000-4000-8000-{len(block):012x}>\r\n"
            f"WARC-Target-URI: {uri}\r\nContent-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", level, mtime=0)


def make(args):
    source = archived(args.pages, args.once) if args.pages else iter(Pages(args.seed).page, None)
    http, size, pages, html, r = "application/http; msgtype=", 0, 0, 0, random.Random(args.seed)
    with open(args.file, "wb") as out, open(args.truth or os.devnull, "w", encoding="utf-8") as truth:
        def put(*what):
            nonlocal size
            size += out.write(record(*what, args.level))
        put("warcinfo", "urn:bench", b"software: bench/warc.py\r\n", "application/warc-fields")
        for url, page, text in source:
            put("request", url, f"GET {url} HTTP/1.1\r\nUser-Agent: bench\r\n\r\n".encode(), http + "request")
            truth.write(json.dumps({"offset": size, "text": text}) + "\n")
            fields = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: bench\r\nX-Cache: HIT\r\n\r\n"
            put("response", url, fields + page, http + "response")
            pages, html = pages + 1, html + len(page)
            if r.random() < .05:
                put("response", url + "/old", b"HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Type: text/html\r\n\r\nmoved", http + "response")
            if r.random() < .03:
                put("response", url + ".jpg", b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff" + r.randbytes(20_000), http + "response")
            if not args.once and size >= args.size * 1_000_000:
                break
    print(f"{args.file}: {pages:,} pages, {html / 1e6:,.0f} MB of HTML, {size / 1e6:,.0f} MB packed")


def measure(args):
    command = [args.tellings, "articles", "--json", "--quiet", "--threads", str(args.threads), args.file]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    lines = text = 0
    for line in process.stdout:
        lines, text = lines + 1, text + len(line)
    status, seconds = process.wait(), time.monotonic() - start
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{lines:,} articles ({text / 1e6:,.0f} MB of JSON), status {status}, {seconds:.1f} s wall, {use.ru_utime + use.ru_stime:.1f} s CPU, "
          f"peak {use.ru_maxrss / 1024:,.0f} MB, {os.path.getsize(args.file) / 1e6 / seconds:.1f} MB packed a second, {lines / seconds:,.0f} pages a second")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    making.add_argument("file")
    making.add_argument("--size", type=float, default=100, help="megabytes, packed")
    making.add_argument("--pages", nargs="*", help="tars with html/*.html.gz")
    making.add_argument("--once", action="store_true", help="every page of the tars once")
    making.add_argument("--truth", help="where to write the pages' texts")
    making.add_argument("--seed", type=int, default=1)
    making.add_argument("--level", type=int, default=6, help="of gzip")
    making.set_defaults(run=make)
    timing = commands.add_parser("time")
    timing.add_argument("file")
    timing.add_argument("--tellings", default="build/release/tellings")
    timing.add_argument("--threads", type=int, default=2)
    timing.set_defaults(run=measure)
    args = parser.parse_args()
    args.run(args)


main()
