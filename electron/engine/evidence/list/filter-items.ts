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
  const tests: Test[] = [];
  if (!filter.includesArchived) tests.push((at) => !descriptions[at]!.isArchived);
  const { isReviewed, isFlagged } = filter;
  if (isReviewed !== null) tests.push((at) => descriptions[at]!.isReviewed === isReviewed);
  if (isFlagged !== null) tests.push((at) => descriptions[at]!.isFlagged === isFlagged);
  if (filter.relevance.length > 0) {
    const asked = new Set<number | null>(filter.relevance);
    tests.push((at) => asked.has(descriptions[at]!.relevance));
  }
  if (filter.isResponsive !== null)
    tests.push((at) => descriptions[at]!.isResponsive === filter.isResponsive);
  if (filter.isCoded !== null) tests.push((at) => isCoded(descriptions[at]!) === filter.isCoded);
  if (filter.privilege.length > 0) {
    const asked = new Set<string | null>(filter.privilege);
    tests.push((at) => asked.has(descriptions[at]!.privilege));
  }
  if (filter.custodians.length > 0) {
    const asked = new Set(filter.custodians);
    tests.push((at) => asked.has(descriptions[at]!.custodian));
  }
  return tests;
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

const hasTests: Readonly<Record<EvidenceFilter['has'][number], (index: EvidenceIndex) => Test>> = {
  problems: (index) => {
    const items = index.items();
    const unreadable = index.unreadable();
    return (at) => items[at]!.hasProblems || unreadable.has(items[at]!.contentId);
  },
  no_text: (index) => {
    const items = index.items();
    const recognised = index.recognised();
    return (at) => !items[at]!.hasText && !recognised.has(items[at]!.contentId);
  },
  ocr: (index) => {
    const items = index.items();
    const recognised = index.recognised();
    return (at) => recognised.has(items[at]!.contentId);
  },
  duplicates: (index) => {
    const items = index.items();
    const alike = index.alike();
    return (at) => alike.has(items[at]!.contentId);
  },
  members: (index) => {
    const { children } = index.members();
    return (at) => children.has(at);
  },
  docket: (index) => {
    const items = index.items();
    const { numbers } = index.uses();
    return (at) => numbers.has(items[at]!.id);
  },
  exhibit: (index) => {
    const items = index.items();
    const { labels } = index.uses();
    return (at) => labels.has(items[at]!.id);
  },
  bates: (index) => {
    const items = index.items();
    const bates = index.bates();
    return (at) => bates.has(items[at]!.contentId);
  },
  notes: (index) => {
    const items = index.items();
    const noted = index.noted();
    return (at) => noted.has(items[at]!.id);
  },
  conflict: (index) => {
    const items = index.items();
    const inConflict = index.inConflict();
    return (at) => inConflict.has(items[at]!.id);
  },
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
