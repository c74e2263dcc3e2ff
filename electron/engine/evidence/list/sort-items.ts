import { nameKey } from '../../../../shared/domain/evidence/name-order.ts';
import { kindGroups, type EvidenceKind, type EvidenceSort } from '../../../../shared/model/evidence.ts';
import type { EvidenceIndex } from './item-index.ts';
import type { ListPart } from './watch-tables.ts';

/** A value to sort by; null where there is none, which stands last in either direction. */
type SortKey = string | number | null;

const kinds = Object.values(kindGroups).flat();
const kindPlaces = new Map(kinds.map((kind, at) => [kind, at]));

const keys: Readonly<
  Record<EvidenceSort, { from: readonly ListPart[]; keysOf: (index: EvidenceIndex) => readonly SortKey[] }>
> = {
  // The index stands in this order.
  receivedAt: { from: ['items'], keysOf: (index) => index.items().map((_item, at) => at) },
  title: { from: ['items', 'names'], keysOf: byName(({ title }) => title) },
  kind: { from: ['items'], keysOf: (index) => index.items().map(({ kind }) => kindPlace(kind)) },
  custodian: { from: ['items', 'names'], keysOf: byName(({ custodian }) => custodian) },
  pages: { from: ['items'], keysOf: (index) => index.items().map(({ pages }) => pages) },
  sizeBytes: { from: ['items'], keysOf: (index) => index.items().map(({ sizeBytes }) => sizeBytes) },
  claimedAt: {
    from: ['items', 'claims'],
    keysOf: (index) => index.claims().map((claims) => instantKey(claims?.at ?? null)),
  },
  claimedFrom: {
    from: ['items', 'claims'],
    keysOf: (index) => {
      const keyOf = rememberedKeys();
      return index.claims().map((claims) => (claims?.from ? keyOf(claims.from) : null));
    },
  },
  relevance: {
    from: ['items', 'descriptions'],
    keysOf: (index) => index.descriptions().map(({ relevance }) => relevance),
  },
  batesSeen: {
    from: ['items', 'bates'],
    keysOf: (index) => {
      const bates = index.bates();
      return index.items().map(({ contentId }) => {
        const label = bates.get(contentId);
        return label === undefined ? null : nameKey(label);
      });
    },
  },
};

/** The place of a kind among all, by what kinds have in common. */
export function kindPlace(kind: EvidenceKind): number {
  return kindPlaces.get(kind) ?? kinds.length;
}

/**
 * Places of all items in the order of a list. Equal items stand in the order they came; those that have nothing to sort by
 * stand last in either direction.
 */
export function sortedPlaces(index: EvidenceIndex, sort: EvidenceSort, isDescending: boolean): Uint32Array {
  const { from, keysOf } = keys[sort];
  return index.derive(`sorted by ${sort} ${isDescending ? 'down' : 'up'}`, from, () => {
    const values = keysOf(index);
    const places = Uint32Array.from(values.keys());
    const sign = isDescending ? -1 : 1;
    return places.sort((a, b) => {
      const one = values[a]!;
      const other = values[b]!;
      if (one === other) return sign * (a - b);
      if (one === null) return 1;
      if (other === null) return -1;
      return one < other ? -sign : sign;
    });
  });
}

function byName(textOf: (description: { title: string; custodian: string }) => string) {
  return (index: EvidenceIndex): SortKey[] => {
    const keyOf = rememberedKeys();
    return index.descriptions().map((description) => {
      const text = textOf(description);
      return text === '' ? null : keyOf(text);
    });
  };
}

/** Custodians and senders recur; each is brought into its sortable form once. */
export function rememberedKeys(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let key = known.get(text);
    if (key === undefined) known.set(text, (key = nameKey(text)));
    return key;
  };
}

/** Times with a zone by their instant, so that equal moments stand together however they are written. */
function instantKey(claimedAt: string | null): number | null {
  if (claimedAt === null) return null;
  const isZoned = /(Z|[+-]\d\d:?\d\d)$/.test(claimedAt);
  const at = Date.parse(isZoned || claimedAt.length <= 10 ? claimedAt : `${claimedAt}Z`);
  return Number.isNaN(at) ? null : at;
}
