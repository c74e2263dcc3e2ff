import { describe, expect, test } from 'vitest';
import { findCitations } from './find-citations.ts';
import {
  isSamePerson,
  matchCitations,
  type CitableExhibit,
  type CitableSet,
  type OtherSet,
} from './match-citations.ts';

function exhibit(label: string, more: Partial<CitableExhibit> = {}): CitableExhibit {
  return { id: `id of ${label}`, label, isThere: true, itemPages: 10, selected: null, numbers: [], ...more };
}

const numbers = (first: number, count: number) =>
  Array.from({ length: count }, (_, page) => ({ prefix: 'FW', number: first + page, page }));

const motion: CitableSet = {
  name: 'TRO exhibits',
  batesPrefix: 'FW',
  purpose: 'motion',
  declarant: '',
  party: 'plaintiff',
  exhibits: [
    exhibit('A', { itemPages: 3, numbers: numbers(1, 3) }),
    exhibit('B', { itemPages: 40, selected: [2, 3, 4, 5, 6], numbers: numbers(4, 5) }),
    exhibit('C', { isThere: false }),
    exhibit('10A'),
    exhibit('PX-12', { itemPages: null }),
  ],
};
const smith: OtherSet = { name: 'Smith', declarant: 'Jane Smith', party: 'none', labels: ['A', 'B'] };
const jones: OtherSet = { name: 'Jones', declarant: 'Pat Jones', party: 'none', labels: ['A', 'Z'] };
const declaration: CitableSet = { ...motion, purpose: 'declaration', declarant: 'Jane Smith', party: 'none' };

/** Each citation as `label status page`, those of others as `other`. */
function judge(
  text: string,
  set: CitableSet = motion,
  others: readonly OtherSet[] = [],
  more: Parameters<typeof matchCitations>[3] = {},
): string[] {
  const found = findCitations([text], {
    labels: set.exhibits.map(({ label }) => label),
    batesPrefixes: ['FW'],
  });
  const matched = matchCitations(found, set, others, more);
  return [
    ...matched.own.map(({ label, status, exhibitPage }) =>
      [label ?? '–', status, ...(exhibitPage === null ? [] : [exhibitPage])].join(' '),
    ),
    ...matched.others.map(() => 'other'),
  ];
}

describe('labels and pages', () => {
  test.each([
    ['See Ex. A.', ['A found']],
    ['See Ex. a at 2.', ['a found 1']],
    ['See Ex. A at 3.', ['A found 2']],
    ['See Ex. A at 4.', ['A outOfRange']],
    ['See Ex. A at 2–4.', ['A outOfRange 1']],
    ['See Ex. A at 0.', ['A outOfRange']],
    ['See Ex. A ¶ 70.', ['A found']],
    ['See Ex. A at iv.', ['A found']],
    ['See Ex. A at 000002.', ['A found 1']],
    ['See Ex. A at 000123.', ['A outOfRange']],
    ['See Ex. A at -002 to -003.', ['A found 1']],
    ['See Ex. A at -014.', ['A outOfRange']],
    ['See Ex. A at Bates 3.', ['A found 2']],
    ['See Ex. A (Bates Nos. 2-5).', ['A outOfRange 1']],
    ['See Ex. 10A at -014.', ['10A found']],
    ['See PX12-003.', ['PX12 found']],
    ['See Ex. A at 0:35.', ['A found']],
    ['See Ex. D.', ['D absent']],
    ['See Ex. C at 2.', ['C absent']],
    ['See Ex. 10-A.', ['10-A found']],
    ['See PX12 at 400.', ['PX12 found']],
    ['See Exs. A–D.', ['A found', 'B found', 'C absent', 'D absent']],
    ['See Ex. A at 2. Id. at 9.', ['A found 1', 'A outOfRange']],
  ])('%s', (text, judged) => expect(judge(text)).toEqual(judged));

  test('a number alone of an exhibit with nothing behind it is absent, unless another exhibit bears it too', () => {
    const withdrawn = exhibit('C', { isThere: false, numbers: numbers(3, 2) });
    const set = { ...motion, exhibits: [withdrawn, exhibit('A', { numbers: numbers(1, 3) })] };
    expect(judge('The page FW000004 says so. The page FW000003 says so.', set)).toEqual([
      'C absent',
      'A found 2',
    ]);
  });

  test('a pin of an excerpt means the pages of the item, as its slip sheet states them', () => {
    expect(judge('Ex. B at 3. Ex. B at 7. Ex. B at 2. Ex. B at 8.')).toEqual([
      'B found 0',
      'B found 4',
      'B outOfRange',
      'B outOfRange',
    ]);
  });

  test('a pin over a page that an excerpt leaves out is out of range, and leads to the first that is there', () => {
    const set = {
      ...motion,
      exhibits: motion.exhibits.map((each) => (each.label === 'B' ? { ...each, selected: [2, 3, 6] } : each)),
    };
    expect(judge('Ex. B at 3–4. Ex. B at 3–7. Ex. B at 5–7. Ex. B at 5–6.', set)).toEqual([
      'B found 0',
      'B outOfRange 0',
      'B outOfRange 2',
      'B outOfRange',
    ]);
  });

  test.each([
    ['See Ex. A at FW000002.', ['A found 1']],
    ['See Ex. A at FW000001–03.', ['A found 0']],
    ['See Ex. A at FW000004.', ['A outOfRange']],
    ['See Ex. A (FW000003-FW000004).', ['A outOfRange 2']],
    ['See Ex. 10A at FW000004.', ['10A found']],
    ['See FW000005.', ['B found 1']],
    ['See FW000099.', ['– absent']],
  ])('Bates numbers: %s', (text, judged) => expect(judge(text)).toEqual(judged));

  test('a number of a page of another set is that set’s', () => {
    expect(judge('See FW000099.', motion, [], { isGiven: (_prefix, number) => number === 99 })).toEqual([
      'other',
    ]);
  });
});

describe('whose exhibit', () => {
  test.each([
    ['another document', 'Compl. Ex. A', motion, [], ['other']],
    ...[
      'Third-Party Compl. Ex. A',
      'Ex. A to the cross-complaint',
      'Ex. A to the Complaint in Intervention',
    ].map(
      (text) =>
        ["another's complaint", text, { ...motion, name: 'Exhibits to Complaint' }, [], ['other']] as const,
    ),
    ['the paper the set belongs to', 'Mot. Ex. A', motion, [], ['A found']],
    [
      'a complaint whose set it is',
      'Compl. Ex. A',
      { ...motion, name: 'Exhibits to Complaint' },
      [],
      ['A found'],
    ],
    ['the other party', 'Defs.’ Ex. A', motion, [], ['other']],
    ['the party', 'Pls.’ Ex. A', motion, [], ['A found']],
    ['the declarant’s surname', 'Smith Decl. Ex. A', declaration, [jones], ['A found']],
    ['the declarant’s full name', 'Ex. A to the Declaration of Jane Smith', declaration, [], ['A found']],
    ['capitals', 'SMITH DECL. EX. A', declaration, [], ['A found']],
    ['another first name', 'John Smith Decl. Ex. A', declaration, [], ['A absent']],
    ['another declarant of the matter', 'Jones Decl. Ex. A', declaration, [jones], ['other']],
    ['a declarant nobody knows, in a set of none', 'Brown Decl. Ex. A', motion, [smith], ['A found']],
    ['a declarant of another set', 'Smith Decl. Ex. A', motion, [smith], ['other']],
    ['two sets of one declarant', 'Smith Decl. Ex. A', declaration, [smith], ['A ambiguous']],
    [
      'two sets of one declarant, one with the label',
      'Smith Decl. Ex. 10A',
      declaration,
      [smith],
      ['10A found'],
    ],
    ['a bare label, no other declaration cited', 'Ex. A', declaration, [jones], ['A found']],
    [
      'a bare label beside another declaration',
      'Jones Decl. Ex. Z. Ex. A',
      declaration,
      [jones],
      ['A ambiguous', 'other'],
    ],
    ['a bare label only here', 'Jones Decl. Ex. Z. Ex. B', declaration, [jones], ['B found', 'other']],
  ] as const)('%s', (_name, text, set, others, judged) => {
    expect(judge(text, set, others)).toEqual(judged);
  });

  test.each([
    ['Smith Decl. Ex. A', 'A found'],
    ['Smith Reply Decl. Ex. A', 'other'],
    ['Second Smith Decl. Ex. A', 'A ambiguous'],
    ['See Reply Declaration of Jane Smith, Ex. A', 'other'],
    ['See Supp. Smith Decl. Ex. A', 'A ambiguous'],
    ['See 2d Smith Decl. Ex. A', 'A ambiguous'],
    ['Ex. A to the Supp. Smith Decl.', 'A ambiguous'],
    ['Suppl. Declaration of Jane Smith, Ex. A', 'A ambiguous'],
    ['Ex. A to the Reply Declaration of Jane Smith', 'other'],
    ['Smith Decl. ¶ 2. Id., Ex. A', 'A ambiguous'],
  ])('of two declarations of one declarant the word beside the name tells which: %s', (text, judged) => {
    const reply = { ...smith, name: 'Smith Reply Decl.' };
    expect(judge(text, { ...declaration, name: 'Smith Decl. ISO Second Motion' }, [reply])).toEqual([judged]);
  });

  test.each([
    ['FAC', 'Amended Complaint'],
    ['TAC', 'Third Am. Compl.'],
    ['Mem.', 'MEMORANDUM'],
    ['Br.', 'Opening Brief'],
    ['Opp.', 'Opposition'],
    ['Reply', 'REPLY papers'],
    ['Answer', 'ANSWER'],
    ['Dep.', 'Smith Depo'],
    ['Dep.', 'Transcript of Smith'],
    ['RJN', 'Judicial Notice'],
    ['RJN', 'Smith RJN'],
  ])('of a paper, “%s”, is of the set named “%s”, and of no other', (paper, name) => {
    const set = { ...motion, purpose: 'other', name } as CitableSet;
    expect(judge(`${paper} Ex. A`, set)).toEqual(['A found']);
    expect(judge(`${paper} Ex. A`, { ...set, name: 'Harbor photographs' })).toEqual(['other']);
  });

  test.each(['Fourth', '4th', 'Fifth', '5th', 'Third', '3rd', '3d', 'First', '1st', 'Am.', 'Amended'])(
    'of the %s declaration of a declarant',
    (word) => {
      const which = { ...smith, name: `${word} Smith Decl.` };
      expect(judge(`${word} Smith Decl. Ex. A`, { ...declaration, name: 'Smith Decl.' }, [which])).toEqual([
        'other',
      ]);
    },
  );

  test('a declaration of somebody else has no exhibits here', () => {
    expect(judge('Brown Decl. Ex. A', declaration, [jones])).toEqual(['A absent']);
  });

  test('bare labels in a declaration are of its own set', () => {
    const text = 'Jones Decl. Ex. Z. As Exhibit A shows';
    expect(judge(text, declaration, [jones], { ownDeclarant: 'JANE SMITH' })).toEqual(['A found', 'other']);
    expect(judge(text, declaration, [jones], { ownDeclarant: 'PAT JONES' })).toEqual(['other', 'other']);
    expect(judge('Ex. A', declaration, [jones], { ownDeclarant: 'PAT JONES' })).toEqual(['other']);
  });
});

test.each([
  ['Smith', 'Jane Smith', true],
  ['Jane Smith', 'JANE Q. SMITH', true],
  ['J. Smith', 'Jane Smith', true],
  ['John Smith', 'Jane Smith', false],
  ['Jane Smith', 'Jane Jones', false],
  ['Smith', 'Jones', false],
  ['Smith', 'Smithson', false],
  ['van der Berg', 'Anna van der Berg', true],
  ['Berg', 'Anna van der Berg', true],
  ["O'Brien", 'Ann O’Brien', true],
  ['Müller', 'Eva Muller', true],
  ['Dr. Jane Smith', 'Jane Smith, Jr.', true],
  ['', 'Jane Smith', false],
])('%s and %s are one person: %s', (one, other, isSame) => {
  expect(isSamePerson(one, other)).toBe(isSame);
  expect(isSamePerson(other, one)).toBe(isSame);
});

test.each([
  [['PX-1', 'PX-2'], 'See PX001 at 3, and PX-02.', ['PX-1 found', 'PX-2 found']],
  [['PX-1', 'PX-2'], 'See Pls.’ Exs. 1–2.', ['PX-1 found', 'PX-2 found']],
  [['PX-1', 'PX-2'], 'See Ex. 1, and Defs.’ Ex. 2.', ['none absent']],
  [['1', '2'], 'See PX-1, PX 002, and Ex. 01.', ['1 found', '2 found', '1 found']],
  [['1', '2'], 'See DX-1.', []],
  [['1', 'DX-1'], 'See DX-1.', ['DX-1 found']],
])('a plaintiff’s set of %s: %s', (labels, text, expected) => {
  const set = { ...motion, exhibits: labels.map((label) => exhibit(label)) };
  const { own } = matchCitations(findCitations([text], { labels }), set, []);
  expect(own.map(({ exhibitId, status }) => `${exhibitId?.slice(6) ?? 'none'} ${status}`)).toEqual(expected);
});
