import { familyOrder } from '../../../../shared/domain/evidence/family-order.ts';
import type { EvidenceGrouping, EvidenceList, EvidenceSort } from '../../../../shared/model/evidence.ts';
import type { EvidenceIndex } from './item-index.ts';
import { kindPlace, rememberedKeys } from './sort-items.ts';

/** A list in its groups, as places in the index. */
export interface GroupedPlaces {
  readonly places: readonly number[];
  readonly groups: EvidenceList['groups'];
  readonly depths: number[];
}

const none: readonly number[] = [];

interface Group {
  readonly key: string;
  /** What the group is put in order by; null stands last. */
  readonly order: string | number | null;
  readonly label: string;
}

/**
 * Puts a sorted list into groups. Groups stand in their own order, reversed where the list is sorted downward by the very
 * thing it is grouped by; within a group the list's order stays.
 */
export function groupPlaces(
  index: EvidenceIndex,
  places: readonly number[],
  { grouping, sort, isDescending }: { grouping: EvidenceGrouping; sort: EvidenceSort; isDescending: boolean },
): GroupedPlaces {
  if (grouping === 'none') return { places, groups: [], depths: [] };
  if (grouping === 'family') {
    const { children, parents } = index.members();
    const family = familyOrder(places, {
      count: index.items().length,
      childrenOf: (at) => children.get(at) ?? none,
      parentsOf: (at) => parents.get(at) ?? none,
    });
    return { ...family, groups: [] };
  }
  const groupOf = groupers[grouping](index);
  const groups = new Map<string, { group: Group; places: number[] }>();
  for (const at of places) {
    const group = groupOf(at);
    const known = groups.get(group.key);
    if (known) known.places.push(at);
    else groups.set(group.key, { group, places: [at] });
  }
  const isTurned = isDescending && sortedAlike[grouping] === sort;
  const ordered = [...groups.values()].toSorted((a, b) => compare(a.group, b.group, isTurned));
  let start = 0;
  return {
    places: ordered.flatMap((each) => each.places),
    groups: ordered.map(({ group: { key, label }, places: { length: count } }) => {
      const heading = { key, label, start, count };
      start += count;
      return heading;
    }),
    depths: [],
  };
}

const sortedAlike = {
  custodian: 'custodian',
  conversation: 'claimedAt',
  date: 'claimedAt',
  kind: 'kind',
  duplicates: null,
} as const;

const groupers: Readonly<Record<keyof typeof sortedAlike, (index: EvidenceIndex) => (at: number) => Group>> =
  {
    custodian: (index) => {
      const descriptions = index.descriptions();
      const keyOf = rememberedKeys();
      return (at) => {
        const { custodian } = descriptions[at]!;
        return { key: custodian, label: custodian, order: custodian === '' ? null : keyOf(custodian) };
      };
    },
    date: (index) => {
      const days = index.claimedDays();
      return (at) => {
        const day = days[at] ?? null;
        return { key: day ?? '', label: day ?? '', order: day };
      };
    },
    conversation: (index) => {
      const descriptions = index.descriptions();
      const claims = index.claims();
      const conversations = index.conversations();
      return (at) => {
        const [first] = conversations.get(at) ?? [];
        if (first === undefined) return { key: '', label: '', order: null };
        // Of two that began at the same time, that of the item that came first.
        const order = `${claims[first]?.at ?? '9999'} ${String(first).padStart(9, '0')}`;
        return { key: String(first), label: descriptions[first]!.title, order };
      };
    },
    kind: (index) => {
      const items = index.items();
      return (at) => {
        const { kind } = items[at]!;
        return { key: kind, label: kind, order: kindPlace(kind) };
      };
    },
    duplicates: (index) => {
      const items = index.items();
      const descriptions = index.descriptions();
      const alike = index.alike();
      const labels = new Map<number, Group>();
      return (at) => {
        const group = alike.get(items[at]!.contentId);
        if (group === undefined) return { key: '', label: '', order: null };
        let known = labels.get(group);
        if (!known)
          labels.set(
            group,
            (known = { key: String(group), label: descriptions[at]!.title, order: labels.size }),
          );
        return known;
      };
    },
  };

function compare(a: Group, b: Group, isTurned: boolean): number {
  if (a.order === null || b.order === null) return Number(a.order === null) - Number(b.order === null);
  if (a.order === b.order) return 0;
  return (a.order < b.order ? -1 : 1) * (isTurned ? -1 : 1);
}
