import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { TreePlace } from '../../../ui/index.ts';

/** An entry in the tree of threads. */
export interface ThreadRow extends TreePlace {
  readonly id: DocketEntry['id'];
  readonly entry: DocketEntry;
  /** Whether the entry itself was sought; if not, it is there because something under it was. */
  readonly isSought: boolean;
  /** Entries under it, at every level. */
  readonly count: number;
}

/**
 * The rows of the tree: what was sought, under what it belongs to.
 *
 * @param entries the whole docket, in its order
 * @param sought ids to show with all that is above them; null for all
 * @param folded ids of entries whose children are not shown
 */
export function listThreadRows(
  entries: readonly DocketEntry[],
  sought: ReadonlySet<string> | null,
  folded: ReadonlySet<string>,
): readonly ThreadRow[] {
  const tree = createTree(entries);
  const shown = sought === null ? null : withAncestors(tree, sought);
  const isShown = (entry: DocketEntry) => shown === null || shown.has(entry.id);
  const rows: ThreadRow[] = [];
  // A stack of rows still to be listed, not recursion: a thread may be as deep as the docket is long.
  const stack: { entry: DocketEntry; level: number; position: number; setSize: number }[] = [];
  const push = (under: readonly DocketEntry[], level: number) => {
    const siblings = under.filter(isShown);
    for (let at = siblings.length - 1; at >= 0; at -= 1)
      stack.push({ entry: siblings[at]!, level, position: at + 1, setSize: siblings.length });
  };
  push(tree.top, 1);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { entry } = next;
    const under = tree.under.get(entry.id) ?? [];
    const hasUnder = under.some(isShown);
    const isUnfolded = hasUnder ? !folded.has(entry.id) : null;
    rows.push({
      ...next,
      id: entry.id,
      isUnfolded,
      isSought: sought === null || sought.has(entry.id),
      count: tree.counts.get(entry.id) ?? 0,
    });
    if (isUnfolded) push(under, next.level + 1);
  }
  return rows;
}

/** Ids of the entries an entry is under, nearest first. */
export function listAncestors(
  byId: ReadonlyMap<string, DocketEntry>,
  entry: DocketEntry,
): readonly DocketEntry['id'][] {
  const ids = new Set<DocketEntry['id']>();
  for (
    let above = entry.parentId;
    above !== null && above !== entry.id && !ids.has(above);
    above = byId.get(above)?.parentId ?? null
  )
    ids.add(above);
  return [...ids];
}

interface Tree {
  readonly top: readonly DocketEntry[];
  readonly under: ReadonlyMap<string, readonly DocketEntry[]>;
  /** How many are under an entry, at every level. */
  readonly counts: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<string, DocketEntry>;
}

const trees = new WeakMap<readonly DocketEntry[], Tree>();

function createTree(entries: readonly DocketEntry[]): Tree {
  const known = trees.get(entries);
  if (known) return known;
  const byId = new Map<string, DocketEntry>(entries.map((entry) => [entry.id, entry]));
  const rooted = findRooted(entries, byId);
  const top: DocketEntry[] = [];
  const under = new Map<string, DocketEntry[]>();
  for (const entry of entries) {
    const parent = entry.parentId === null ? undefined : byId.get(entry.parentId);
    // What is in a cycle, or under a missing entry, would not be shown at all.
    if (!parent || !rooted.has(entry.id)) {
      top.push(entry);
      continue;
    }
    const siblings = under.get(parent.id);
    if (siblings) siblings.push(entry);
    else under.set(parent.id, [entry]);
  }
  const counts = new Map<string, number>();
  const ordered: DocketEntry[] = [];
  const stack = [...top];
  for (let next = stack.pop(); next; next = stack.pop()) {
    ordered.push(next);
    for (const entry of under.get(next.id) ?? []) stack.push(entry);
  }
  for (const entry of ordered.toReversed()) {
    const own = (under.get(entry.id) ?? []).reduce((sum, { id }) => sum + 1 + (counts.get(id) ?? 0), 0);
    if (own > 0) counts.set(entry.id, own);
  }
  const tree = { top, under, counts, byId };
  trees.set(entries, tree);
  return tree;
}

/** Ids of entries from which the way up ends at the top. */
function findRooted(
  entries: readonly DocketEntry[],
  byId: ReadonlyMap<string, DocketEntry>,
): ReadonlySet<string> {
  const rooted = new Set<string>();
  const ringed = new Set<string>();
  for (const entry of entries) {
    const way = new Set<string>();
    let at: DocketEntry | undefined = entry;
    while (at && !rooted.has(at.id) && !ringed.has(at.id) && !way.has(at.id)) {
      way.add(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    const isRing = at !== undefined && !rooted.has(at.id);
    for (const id of way) (isRing ? ringed : rooted).add(id);
  }
  return rooted;
}

function withAncestors(tree: Tree, sought: ReadonlySet<string>): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const id of sought) {
    for (
      let at = tree.byId.get(id);
      at && !shown.has(at.id);
      at = at.parentId === null ? undefined : tree.byId.get(at.parentId)
    )
      shown.add(at.id);
  }
  return shown;
}
