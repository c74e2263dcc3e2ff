import type { EvidenceList } from '../../../../../shared/model/evidence.ts';
import type { TreePlace } from '../../../../ui/index.ts';

/** A line of the list: an item, or the heading of a group. */
export interface ListRow {
  readonly id: string;
  /** Of a heading: what it says, and which items are under it. */
  readonly heading: { readonly key: string; readonly label: string; readonly ids: readonly string[] } | null;
  /** Its place in the tree; null in a list without groups. */
  readonly place: TreePlace | null;
}

const headingPrefix = 'heading:';

/** Whether an id of the list is that of a heading. */
export function isHeading(id: string): boolean {
  return id.startsWith(headingPrefix);
}

/**
 * Lays a list out in lines: headings over their items, families as a tree. What is folded is left out.
 *
 * @param list as the engine answered it
 * @param folded ids of lines whose lines below are not shown
 */
export function listRows(list: EvidenceList, folded: ReadonlySet<string>): readonly ListRow[] {
  if (list.groups.length > 0) return groupedRows(list, folded);
  if (list.depths.length > 0) return familyRows(list, folded);
  return list.ids.map((id) => ({ id, heading: null, place: null }));
}

function groupedRows({ ids, groups }: EvidenceList, folded: ReadonlySet<string>): ListRow[] {
  return groups.flatMap(({ key, label, start, count }, at) => {
    const id = headingPrefix + key;
    const isUnfolded = !folded.has(id);
    const own = ids.slice(start, start + count);
    const heading: ListRow = {
      id,
      heading: { key, label, ids: own },
      place: { level: 1, position: at + 1, setSize: groups.length, isUnfolded },
    };
    if (!isUnfolded) return [heading];
    const items = own.map((item, place) => ({
      id: item as string,
      heading: null,
      place: { level: 2, position: place + 1, setSize: count, isUnfolded: null },
    }));
    return [heading, ...items];
  });
}

function familyRows({ ids, depths }: EvidenceList, folded: ReadonlySet<string>): ListRow[] {
  const setSizes = siblingCounts(depths);
  /** How many there were at each depth under the same item. */
  const positions: number[] = [];
  const rows: ListRow[] = [];
  let hiddenBelow = Infinity;
  for (const [at, id] of ids.entries()) {
    const depth = depths[at] ?? 0;
    positions.length = Math.min(positions.length, depth + 1);
    positions[depth] = (positions[depth] ?? 0) + 1;
    if (depth <= hiddenBelow) hiddenBelow = Infinity;
    const hasMembers = (depths[at + 1] ?? 0) > depth;
    const isFolded = folded.has(id);
    if (hiddenBelow === Infinity)
      rows.push({
        id,
        heading: null,
        place: {
          level: depth + 1,
          position: positions[depth] ?? 1,
          setSize: setSizes[at] ?? 1,
          isUnfolded: hasMembers ? !isFolded : null,
        },
      });
    if (isFolded && hiddenBelow === Infinity) hiddenBelow = depth;
  }
  return rows;
}

/** For each item how many siblings it has under the same one, itself included. */
function siblingCounts(depths: readonly number[]): number[] {
  const counts: number[] = [];
  const open: number[][] = [];
  const close = (depth: number) => {
    while (open.length > depth) {
      const places = open.pop() ?? [];
      for (const place of places) counts[place] = places.length;
    }
  };
  for (const [at, depth] of depths.entries()) {
    close(depth + 1);
    while (open.length <= depth) open.push([]);
    open[depth]?.push(at);
  }
  close(0);
  return counts;
}

/**
 * What a selection of lines means: the items themselves; a heading selected without any means the items under it.
 *
 * @example chosenItems(new Set(['heading:pdf']), rows) // the ids of all PDFs
 */
export function chosenItems(lines: ReadonlySet<string>, rows: readonly ListRow[]): ReadonlySet<string> {
  const items = [...lines].filter((id) => !isHeading(id));
  if (items.length === lines.size) return lines;
  if (items.length > 0) return new Set(items);
  return new Set(rows.flatMap(({ id, heading }) => (heading && lines.has(id) ? heading.ids : [])));
}
