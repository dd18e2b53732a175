// Who was made from whom, and how one knows.

import {html, join, kNothing, type Html, type Part} from '../html.ts';
import {lostSentences, stripOfLost, stripOfPair, stripOfStranger, type Strip} from '../model/closeness.ts';
import {below, family, original, type Branch} from '../model/family.ts';
import type {Account, Article, Report} from '../model/report.ts';
import {capital, count, counted, inWords, list} from '../phrases.ts';
import type {CopyKind, NodeRecord} from '../records.ts';
import {arm, dottedArm} from './arm.ts';
import {mark, tongue} from './marks.ts';
import {section} from './section.ts';
import {breakdown, drawn, kept, stops} from './strip.ts';
import {timeline} from './timeline.ts';

const kDrawn = 12; // copies of an account that are drawn; the rest is one row
const kOpen = 40; // of those, how many that row opens to

interface Original {
  id: string;
  lost: NodeRecord | undefined;
  name: string;
  sentences: number;
}

function originalOf(report: Report, account: Account): Original {
  const {id, lost} = original(report, account);
  const sentences = lost ? lostSentences(report, lost).length : report.article(id).sentences.length;
  return {id, lost, name: lost ? lostName(lost) : report.label(id), sentences};
}

const lostName = (node: NodeRecord): string => (node.credit ? `${node.credit.replace(/^The /, '')} report` : 'lost text');

const stripFor = (report: Report, from: Original, id: string): Strip =>
  from.lost ? stripOfLost(report, from.lost, id) : stripOfPair(report, from.id, id);

function readBeside(report: Report, id: string, other: string): Html {
  if (id === other || !report.has(other) || !report.article(id).held || !report.article(other).held) return kNothing;
  return html` <a class="go" href="#read" data-side="${id}" data-with="${other}">Read beside ${report.label(other)}</a>`;
}

function why(report: Report, reasons: string[]): Part {
  return reasons.length > 0 && html`<details class="why"><summary>Why we say so</summary><ul>${reasons.map((r) => html`<li>${capital(report.worded(r)).replace(/([^.!?”"])$/, '$1.')}</li>`)}</ul></details>`;
}

function heading(report: Report, article: Article, account?: Account): Html {
  return html`<div class="t">${account && html`${mark(account)} `}<span class="idl">${article.label}</span> <a href="#a${article.slug}" ${tongue(article)}>${report.title(article)}</a></div>`;
}

function measure(strip: Strip): Html {
  const n = strip.bars.length;
  const k = kept(strip);
  const tail = stops(strip) ? ', then it stops' : '';
  const detail = breakdown(strip);
  if (k === 0) return html`<b>None of the ${count(n, 'sentence')}.</b>`;
  return html`<b>${k === n ? (n === 1 ? 'The one sentence' : `All ${n} sentences`) : `${k} of ${count(n, 'sentence')}`}</b>${detail && `: ${detail}`}${tail}.`;
}

function label(branch: Branch): string {
  const names: Record<CopyKind, string> = {
    identical: 'word for word', edited: 'nearly word for word', cut: 'cut', paraphrased: 'reworded', mixed: 'joined with other text', quotations: 'quotations only',
  };
  const edge = branch.edge;
  if (!edge) return 'the same text';
  return edge.confidence < 0.5 ? `may be ${names[edge.kind]}` : names[edge.kind];
}

/** The article that one reads a branch beside: its parent, or its nearest kin. */
function companion(branch: Branch, account: Account, parent: string): string {
  if (parent !== '' && account.articles.includes(parent)) return parent;
  return account.articles.find((a) => a !== branch.id) ?? '';
}

function kid(report: Report, account: Account, from: Original, branch: Branch, parent: string): Html {
  const words = label(branch);
  const side = branch.edge ? arm(branch.edge.kind, branch.edge.confidence, words) : dottedArm(words);
  if (branch.lost) {
    return html`<li>${side}<div class="nd ${account.style}"><p class="ek">${words}</p>${lostBox(report, account, branch.lost)}${why(report, branch.edge?.why ?? [])}${kids(report, account, originalOfLost(report, branch.lost), branch)}</div></li>`;
  }
  const article = report.article(branch.id);
  const strip = stripFor(report, from, branch.id);
  const also = branch.also.length > 0 && html` Also made from ${list(branch.also.map((e) => report.label(e.from)))}.`;
  const reading = readBeside(report, branch.id, companion(branch, account, parent));
  const itself = branch.id === from.id;
  const text = itself ? html`<b>${count(strip.bars.length, 'sentence')}.</b> The fullest: the others are measured by it.` : measure(strip);
  const bars = itself ? {...strip, bars: strip.bars.map(() => 'same' as const)} : strip;
  const told = itself ? `${article.label}, the fullest of them` : `${article.label} has ${kept(strip)} of ${count(strip.bars.length, 'sentence')}: ${breakdown(strip)}`;
  return html`<li>${side}<div class="nd ${account.style}"><p class="ek">${words}</p>${heading(report, article, account)}${drawn(bars, told)}<p>${text}${also}${reading}</p>${why(report, [...(branch.edge?.why ?? []), ...branch.also.flatMap((e) => e.why)])}${kids(report, account, from, branch)}</div></li>`;
}

const originalOfLost = (report: Report, lost: NodeRecord): Original => ({
  id: lost.id, lost, name: lostName(lost), sentences: lostSentences(report, lost).length,
});

function kids(report: Report, account: Account, from: Original, branch: Branch): Html {
  if (branch.kids.length === 0) return kNothing;
  const shown = branch.kids.length > kDrawn + 2 ? branch.kids.slice(0, kDrawn) : branch.kids;
  const rest = branch.kids.slice(shown.length);
  const folded = rest.length > 0 && html`<li class="more">${dottedArm('')}<div class="nd"><details><summary>${rest.length} more, ${manners(rest)}</summary><p>${join(rest.slice(0, 10 * kOpen).map((b) => html`<a href="#a${report.has(b.id) ? report.article(b.id).slug : ''}">${report.label(b.id)}</a>`), ' ')}</p></details></div></li>`;
  return html`<ol class="kids ${branch.kids.length > kDrawn && 'dense'}">${shown.map((k) => kid(report, account, from, k, branch.id))}${folded}</ol>`;
}

function manners(rest: Branch[]): string {
  const by = new Map<string, number>();
  for (const b of rest) by.set(label(b), (by.get(label(b)) ?? 0) + 1);
  return list([...by].sort((x, y) => y[1] - x[1]).map(([name, n]) => (by.size === 1 ? name : `${n} ${name}`)));
}

function lostBox(report: Report, account: Account, node: NodeRecord): Html {
  const sentences = lostSentences(report, node);
  const heirs = new Set((node.support ?? []).flatMap((s) => s.articles));
  const whole = (node.support ?? []).filter((s) => s.articles.length === heirs.size);
  const inAll = sentences.filter((s) => whole.some((w) => w.span[0] <= s.begin && s.end <= w.span[1] + 1)).length;
  const some = inAll > 0 && heirs.size > 1 ? `; ${inAll === sentences.length ? 'all of them' : inWords(inAll)} ${inAll === 1 ? 'stands' : 'stand'} in ${heirs.size === 2 ? 'both' : `all ${inWords(heirs.size)}`}` : '';
  return html`<div class="lost ${account.style}"><i class="m ${account.style} lost-m">${account.letter}</i><br><b>${node.credit ? capital(lostName(node)) : 'A text that is lost'}</b><p>Not among the ${inWords(report.counts.articles)}. Rebuilt from its copies, ${count(sentences.length, 'sentence')}${some}.</p></div>`;
}

/** The rebuilt text, each sentence with those that bear it out. */
function rebuilt(report: Report, node: NodeRecord): Html {
  const sentences = lostSentences(report, node);
  const bearing = (b: number, e: number): string[] => [
    ...new Set((node.support ?? []).filter((s) => s.span[0] < e && b < s.span[1]).flatMap((s) => s.articles)),
  ];
  const heir = node.support?.[0]?.articles[0];
  const lang = heir && report.has(heir) ? tongue(report.article(heir)) : html`dir="auto"`;
  return html`<details class="rebuilt"><summary>Read the rebuilt text of the ${lostName(node)}</summary><ol ${lang}>${sentences.map((s) => html`<li><span class="q">${s.text}</span> <span class="src">${bearing(s.begin, s.end).slice(0, 8).map((id) => report.label(id)).join(' ')}</span></li>`)}</ol></details>`;
}

function root(report: Report, account: Account, tree: Branch): Html {
  if (tree.lost) return html`<div class="root">${lostBox(report, account, tree.lost)}</div>`;
  if (tree.id === '') {
    return html`<div class="root"><div class="lost open ${account.style}">${mark(account)}<br><b>One text</b><p>${capital(counted(account.articles.length, 'article'))} go back to it. Which came first cannot be told.</p></div></div>`;
  }
  const article = report.article(tree.id);
  return html`<div class="root"><div class="first ${account.style}">${mark(account)}<br><b>${article.label}</b><p><a href="#a${article.slug}" ${tongue(article)}>${report.title(article)}</a></p><p>${count(article.sentences.length, 'sentence')}. The others were made from it.</p></div></div>`;
}

function tree(report: Report, account: Account): Html {
  const top = family(report, account);
  const from = originalOf(report, account);
  const texts = [top, ...below(top)].flatMap((b) => (b.lost ? [b.lost] : []));
  return html`<div class="fam ${account.style}">${root(report, account, top)}${kids(report, account, from, top)}</div>${texts.map((t) => rebuilt(report, t))}`;
}

/** What an account of one article has in common with the copied text: at most quotations. */
function solo(report: Report, account: Account, from: Original | undefined, kin: Account | undefined): Html {
  const article = report.article(account.articles[0] ?? '');
  const strip = from && kin ? (from.lost ? stripOfStranger(report, from.lost, kin.articles.slice(0, kDrawn), article.id) : stripOfPair(report, from.id, article.id)) : undefined;
  const quotes = strip?.bars.filter((b) => b === 'quoted').length ?? 0;
  const tell = quotes > 0 ? ` Parts of ${counted(quotes, 'sentence')} return, quotations and set phrases only, as any two reports of one event share.` : '';
  const pairs = report.data.copies.filter((c) => c.kind === 'quotations' && (c.a === article.id || c.b === article.id));
  const reasons = [...new Set(pairs.flatMap((c) => c.why.map((w) => `With ${report.label(c.a === article.id ? c.b : c.a)}: ${w}`)))].slice(0, 8);
  const drawing = strip && html`${drawn(strip, `${article.label} has none of the ${count(strip.bars.length, 'sentence')}${quotes > 0 ? `; parts of ${quotes} return in quotations` : ''}`, true)}<p><b>None of the ${count(strip.bars.length, 'sentence')}.</b>${tell}${kin && readBeside(report, article.id, kin.articles[0] ?? '')}</p>`;
  return html`<div class="fam solo ${account.style}"><div class="root">${mark(account)}<b>Stands alone</b></div><div class="nd">${heading(report, article)}${drawing}${why(report, reasons)}</div></div>`;
}

function key(): Html {
  return html`<div class="keyl" aria-hidden="true"><span><i class="k1"></i>word for word</span><span><i class="k2"></i>small changes</span><span><i class="k3"></i>reworded</span><span><i class="k4"></i>not there</span><span><i class="k5"></i>part of a quotation only</span></div>`;
}

export function lineage(report: Report): Html {
  if (report.counts.articles < 2) return kNothing;
  const isFamily = (a: Account): boolean => a.articles.length > 1 || !!family(report, a).lost;
  const families = report.accounts.filter(isFamily);
  const solos = report.accounts.filter((a) => !families.includes(a));
  const kin = families[0];
  const from = kin && originalOf(report, kin);
  const shown = solos.length > kDrawn + 2 ? solos.slice(0, kDrawn) : solos;
  const rest = solos.slice(shown.length);
  const name = from ? (from.lost?.credit ? `the ${from.name}` : from.lost ? 'the lost text' : from.name) : '';
  const how = from ? `Each bar is one sentence of ${name}, in its order. The taller the bar, the closer the copy’s words.` : 'No article was made from another, nor two from one text.';
  const folded = rest.length > 0 && html`<details class="rest"><summary>${rest.length} more stand alone</summary>${rest.slice(0, 10 * kOpen).map((a) => solo(report, a, undefined, undefined))}</details>`;
  return section('copied', families.length > 0 ? 'Who copied whom' : 'Nobody copied', how, html`${from && key()}<div class="tree">${families.map((a) => tree(report, a))}${shown.map((a) => solo(report, a, from, kin))}${folded}</div>${timeline(report)}`);
}
