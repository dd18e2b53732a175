// One account's articles as a tree: what was made from what.
//
// The lineage is a graph: an article merged from two texts has two parents. It
// is drawn under the likelier, and the other is named beside it. Where the
// direction between copies is not known no edge was printed: such articles
// stand side by side under a text that is common to them.

import type {EdgeRecord, NodeRecord} from '../records.ts';
import type {Account, Report} from './report.ts';

export interface Branch {
  id: string; // of an article or lost original; empty for a common text
  lost: NodeRecord | undefined;
  edge: EdgeRecord | undefined; // from the parent it is drawn under
  also: EdgeRecord[]; // from other parents
  kids: Branch[];
}

const stronger = (x: EdgeRecord, y: EdgeRecord): number => y.confidence - x.confidence || (x.from < y.from ? -1 : 1);

/** Nodes of the account: its articles, and the lost originals they go back to. */
function members(report: Report, account: Account): Set<string> {
  const out = new Set(account.articles);
  const lost = new Set((report.lineage?.nodes ?? []).filter((n) => n.lost).map((n) => n.id));
  for (let grew = true; grew; ) {
    grew = false;
    for (const e of report.lineage?.edges ?? []) {
      if (out.has(e.to) && lost.has(e.from) && !out.has(e.from)) grew = !!out.add(e.from);
    }
  }
  return out;
}

/** The account as one tree. */
export function family(report: Report, account: Account): Branch {
  const own = members(report, account);
  const nodes = new Map((report.lineage?.nodes ?? []).map((n) => [n.id, n]));
  const edges = report.lineage?.edges ?? [];
  const branches = new Map<string, Branch>();
  for (const id of [...account.articles, ...[...own].filter((id) => !account.articles.includes(id)).sort()]) {
    const node = nodes.get(id);
    branches.set(id, {id, lost: node?.lost ? node : undefined, edge: undefined, also: [], kids: []});
  }
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const into = edges.filter((e) => e.to === branch.id).sort(stronger);
    branch.edge = into.find((e) => own.has(e.from) && e.from !== branch.id && !descends(branches, e.from, branch.id));
    branch.also = into.filter((e) => e !== branch.edge);
    const parent = branch.edge && branches.get(branch.edge.from);
    if (parent) parent.kids.push(branch);
    else roots.push(branch);
  }
  // Of one lost text and articles that no edge leads to, the text is the head:
  // they have it, and how they came by it is not known.
  const heads = roots.filter((r) => r.lost);
  const head = heads.length === 1 ? heads[0] : roots.length === 1 ? roots[0] : undefined;
  if (head) {
    head.kids.push(...roots.filter((r) => r !== head));
    return head;
  }
  return {id: '', lost: undefined, edge: undefined, also: [], kids: roots};
}

function descends(branches: Map<string, Branch>, id: string, from: string): boolean {
  for (let at: string | undefined = id, n = 0; at !== undefined && n <= branches.size; ++n) {
    if (at === from) return true;
    at = branches.get(at)?.edge?.from;
  }
  return false;
}

/** All branches below, parents first. */
export const below = (branch: Branch): Branch[] => branch.kids.flatMap((kid) => [kid, ...below(kid)]);

/** The text that an account's strips are measured against: the root's, or its longest that was made from no other. */
export function original(report: Report, account: Account): {id: string; lost: NodeRecord | undefined} {
  const root = family(report, account);
  if (root.id !== '') return {id: root.id, lost: root.lost};
  const longest = root.kids.map((k) => k.id).filter((id) => report.has(id)).sort(
    (x, y) => report.article(y).text.bytes - report.article(x).text.bytes || (x < y ? -1 : 1),
  );
  return {id: longest[0] ?? '', lost: undefined};
}
