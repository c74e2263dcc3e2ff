import { describe, expect, it } from 'vitest';
import type { Fact, PinCite, Pleading } from '../../../model/argument.ts';
import type { EvidenceId, FactId, PinCiteId } from '../../../model/common.ts';
import { wantingText } from '../tables.ts';
import { allegationCite, isShown, traceAllegations } from './trace-allegations.ts';

const complaint = '00000000-0000-7000-8000-000000000001' as EvidenceId;
const letter = '00000000-0000-7000-8000-000000000002' as EvidenceId;
const pleading: Pleading = { evidenceId: complaint, title: 'Complaint', docketNumber: '1', cite: 'Compl.' };
const allegations = [1, 2, 3, 4].map((number) => ({
  section: null,
  number,
  page: 1,
  text: 'x',
  opening: 'x',
  isCounterclaim: false,
}));

const cite = (evidenceId: EvidenceId, paragraph = ''): PinCite => ({
  id: evidenceId as string as PinCiteId,
  evidenceId,
  anchor: { page: 1, quote: '', prefix: '', suffix: '', atMs: null },
  paragraph,
  title: 'x',
  evidenceKind: 'pdf',
  isArchived: false,
  cite: 'x',
});
const fact = (id: string, allegation: string, ...pinCites: PinCite[]): Fact => ({
  id: id as FactId,
  text: 'x',
  date: null,
  dispute: 'unknown',
  allegation,
  note: '',
  bearings: [],
  pinCites,
  author: { name: 'A. Reyes', role: '', barNumber: '' },
  createdAt: '2026-11-30T00:00:00.000Z',
  updatedAt: '2026-11-30T00:00:00.000Z',
});
const statesOf = (facts: Fact[], lost?: ReadonlySet<string>) =>
  traceAllegations({ pleading, verifiedOn: null, allegations }, facts, lost).rows.map(
    ({ support }) => support.state,
  );

describe('what shows each allegation', () => {
  it('are the items that its facts cite, but not the pleading itself', () => {
    expect(
      statesOf([
        fact('a', 'Compl. ¶ 1', cite(letter)),
        fact('b', 'Compl. ¶ 2', cite(complaint, '2')),
        fact('c', '', cite(complaint, '3-4')),
      ]),
    ).toEqual(['single', 'uncited', 'uncited', 'uncited']);
  });

  it('are not those of a fact that cites a paragraph of another paper', () => {
    const { rows, astray } = traceAllegations({ pleading, verifiedOn: null, allegations }, [
      fact('a', '', cite(letter, '2')),
    ]);
    expect([rows.flatMap(({ support }) => support.facts), astray]).toEqual([[], []]);
    expect(
      traceAllegations({ pleading: null, verifiedOn: null, allegations: [] }, [fact('a', 'Compl. ¶ 1')]),
    ).toEqual({
      rows: [],
      astray: [],
    });
  });

  it('is nothing where the words are not on the page they cite', () => {
    expect(statesOf([fact('a', '¶¶ 1-2', cite(letter))], new Set([letter]))).toEqual([
      'uncited',
      'uncited',
      'empty',
      'empty',
    ]);
  });

  it('does not come from facts of another pleading; those of a paragraph that is not there are told', () => {
    const { rows, astray } = traceAllegations({ pleading, verifiedOn: null, allegations }, [
      fact('amended', 'Am. Compl. ¶ 1', cite(letter)),
      fact('beyond', 'Compl. ¶ 9', cite(letter)),
      fact('both', 'Compl. ¶ 4; Answer ¶ 9', cite(letter)),
      fact('own number', 'ECF No. 1 ¶ 3', cite(letter)),
      fact('other number', 'ECF No. 12 ¶ 3', cite(letter)),
    ]);
    expect(rows.map(({ support }) => support.facts.map(({ id }) => id))).toEqual([
      [],
      [],
      ['own number'],
      ['both'],
    ]);
    expect(astray.map(({ id }) => id)).toEqual(['beyond']);
  });

  it('are those of its own section, and not those of another complaint', () => {
    const { rows, astray } = traceAllegations(
      { pleading, verifiedOn: null, allegations: [1, 2].map((section) => ({ ...allegations[0]!, section })) },
      [
        fact('a', 'Compl. ¶ 2.1', cite(letter)),
        fact('b', 'Third-Party Compl. ¶ 1.1', cite(letter)),
        fact('c', '¶ 1', cite(letter)),
      ],
    );
    expect(
      rows.map(({ allegation, support }) => [
        allegationCite('Compl.', allegation),
        ...support.facts.map(({ id }) => id as string),
      ]),
    ).toEqual([['Compl. ¶ 1.1'], ['Compl. ¶ 2.1', 'a']]);
    expect(astray.map(({ id }) => id)).toEqual(['c']);
  });

  it('are those of counterclaims that count anew only where the fact says so, or cites their page', () => {
    const counter = [1, 2].map((number) => ({ ...allegations[0]!, number, page: 2, isCounterclaim: true }));
    const answer = { ...pleading, cite: 'Answer' };
    const traced = traceAllegations(
      { pleading: answer, verifiedOn: null, allegations: [...allegations, ...counter] },
      [
        fact('a', 'Answer ¶ 1'),
        fact('b', 'Countercl. ¶ 1'),
        fact('c', '', cite(complaint, '2')),
        fact('d', '¶ 2'),
      ],
    );
    expect(
      traced.rows.map((row) => [
        allegationCite(answer.cite, row.allegation),
        ...row.support.facts.map(({ id }) => id as string),
      ]),
    ).toEqual([
      ['Answer ¶ 1', 'a'],
      ['Answer ¶ 2', 'c', 'd'],
      ['Answer ¶ 3'],
      ['Answer ¶ 4'],
      ['Countercl. ¶ 1', 'b'],
      ['Countercl. ¶ 2'],
    ]);
  });

  it('is the oath of a verified pleading, save for what is alleged on belief', () => {
    const [sworn, shown, onBelief, empty] = traceAllegations(
      {
        pleading,
        verifiedOn: 9,
        allegations: allegations.map((each) =>
          each.number < 3 ? each : { ...each, text: 'On information and belief, it knew.' },
        ),
      },
      [fact('a', '¶ 2', cite(letter)), fact('b', '¶ 3')],
    ).rows;
    expect([sworn, shown, onBelief, empty].map((row) => [isShown(row!), wantingText(row!)])).toEqual([
      [true, 'Sworn in the pleading only'],
      [true, 'One source only'],
      [false, 'No source yet; alleged on belief'],
      [false, 'Nothing yet; alleged on belief'],
    ]);
  });
});
