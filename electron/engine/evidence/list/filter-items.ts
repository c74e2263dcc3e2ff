import { foldedLine, foldedParts } from '../../../../shared/domain/search/words.ts';
import type { EvidenceFilter } from '../../../../shared/model/evidence.ts';
import type { EvidenceIndex, IndexedDescription } from './item-index.ts';

type Test = (at: number) => boolean;

/**
 * Makes the test that keeps what a filter asks for. Only what the filter names is looked at, the cheapest first.
 *
 * @returns a function of the item's place in the index
 */
export function filterTest(index: EvidenceIndex, filter: EvidenceFilter): Test {
  const tests = [
    ...descriptionTests(index, filter),
    ...itemTests(index, filter),
    ...filter.has.map((asked) => hasTests[asked](index)),
    ...dayTests(index, filter),
    ...wordTests(index, filter.words),
  ];
  return (at) => tests.every((test) => test(at));
}

function descriptionTests(index: EvidenceIndex, filter: EvidenceFilter): Test[] {
  const descriptions = index.descriptions();
  const tests: ((described: IndexedDescription) => boolean)[] = [];
  if (!filter.includesArchived) tests.push(({ isArchived }) => !isArchived);
  for (const field of ['isReviewed', 'isFlagged', 'isResponsive'] as const)
    if (filter[field] !== null) tests.push((described) => described[field] === filter[field]);
  if (filter.isCoded !== null) tests.push((described) => isCoded(described) === filter.isCoded);
  for (const [field, asked] of [
    ['relevance', filter.relevance],
    ['privilege', filter.privilege],
    ['custodian', filter.custodians],
  ] as const) {
    const wanted = new Set<unknown>(asked);
    if (wanted.size > 0) tests.push((described) => wanted.has(described[field]));
  }
  return tests.map((test) => (at) => test(descriptions[at]!));
}

/** Whether anybody has decided anything about an item. */
function isCoded({ isResponsive, relevance, privilege }: IndexedDescription): boolean {
  return isResponsive !== null || relevance !== null || privilege !== null;
}

function itemTests(index: EvidenceIndex, filter: EvidenceFilter): Test[] {
  const items = index.items();
  const tests: Test[] = [];
  if (filter.kinds.length > 0) {
    const asked = new Set(filter.kinds);
    tests.push((at) => asked.has(items[at]!.kind));
  }
  if (filter.tagIds.length > 0) {
    const asked = new Set<string>(filter.tagIds);
    const tags = index.tags();
    tests.push((at) => tags.get(items[at]!.id)?.ids.some((id) => asked.has(id)) ?? false);
  }
  return tests;
}

type Keys<K> = Pick<ReadonlySet<K>, 'has'>;

/** Whether an item's original is among some. */
const ofContent = (keysOf: (index: EvidenceIndex) => Keys<number>) => (index: EvidenceIndex) => {
  const items = index.items();
  const keys = keysOf(index);
  return (at: number) => keys.has(items[at]!.contentId);
};
/** Whether an item is among some. */
const ofItem = (keysOf: (index: EvidenceIndex) => Keys<string>) => (index: EvidenceIndex) => {
  const items = index.items();
  const keys = keysOf(index);
  return (at: number) => keys.has(items[at]!.id);
};

const isRecognized = ofContent((index) => index.recognised());
const isUnreadable = ofContent((index) => index.unreadable());
const hasTests: Readonly<Record<EvidenceFilter['has'][number], (index: EvidenceIndex) => Test>> = {
  problems: (index) => {
    const items = index.items();
    const isPageUnreadable = isUnreadable(index);
    return (at) => items[at]!.hasProblems || isPageUnreadable(at);
  },
  no_text: (index) => {
    const items = index.items();
    const wasRecognized = isRecognized(index);
    return (at) => !items[at]!.hasText && !wasRecognized(at);
  },
  ocr: isRecognized,
  duplicates: ofContent((index) => index.alike()),
  members: (index) => {
    const { children } = index.members();
    return (at) => children.has(at);
  },
  docket: ofItem((index) => index.uses().numbers),
  exhibit: ofItem((index) => index.uses().labels),
  bates: ofContent((index) => index.bates()),
  notes: ofItem((index) => index.noted()),
  conflict: ofItem((index) => index.inConflict()),
};

function dayTests(index: EvidenceIndex, { from, to }: EvidenceFilter): Test[] {
  if (from === null && to === null) return [];
  const days = index.claimedDays();
  return [
    (at) => {
      const day = days[at];
      return !!day && (from === null || day >= from) && (to === null || day <= to);
    },
  ];
}

function wordTests(index: EvidenceIndex, words: string): Test[] {
  const asked = foldedParts(words);
  if (asked.length === 0) return [];
  const texts = wordsOfItems(index);
  const items = index.items();
  return [
    (at) =>
      asked.every(
        (word) => texts[at]!.includes(word) || (beginsHash.test(word) && items[at]!.sha256.startsWith(word)),
      ),
  ];
}

/** Shorter ones, and those within a hash, would find items by chance: every fourth hash has some “12” in it. */
const beginsHash = /^[\da-f]{8,64}$/;

/** What the words of a filter are looked for in, item by item. */
function wordsOfItems(index: EvidenceIndex): readonly string[] {
  return index.derive('words', ['items', 'names', 'claims', 'tags', 'uses', 'bates'], () => {
    const descriptions = index.descriptions();
    const claims = index.claims();
    const tags = index.tags();
    const { labels, numbers } = index.uses();
    const bates = index.bates();
    return index.items().map(({ id, contentId, originalName, kind }, at) => {
      const { title, custodian, source } = descriptions[at]!;
      const uses = [
        ...(labels.get(id) ?? []).flatMap((label) => [
          label,
          `Exhibit ${label.slice(label.lastIndexOf(': ') + 2)}`,
        ]),
        ...(numbers.get(id) ?? []).map((number) => `Dkt. ${number}`),
      ];
      return foldedLine(
        [
          title,
          originalName,
          custodian,
          source,
          kind,
          claims[at]?.people ?? '',
          bates.get(contentId) ?? '',
          ...(tags.get(id)?.names ?? []),
          ...uses,
        ].join('\n'),
      );
    });
  });
}
