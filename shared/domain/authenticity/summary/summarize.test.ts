import { describe, expect, test } from 'vitest';
import type { EvidenceId } from '../../../model/common.ts';
import { draftSummary } from './summary-text.ts';
import { orderedColumns, writtenColumns } from './columns.ts';
import { summarize, type SummarizedItem } from './summarize.ts';

const zone = 'America/Los_Angeles';
type Changed = Partial<Omit<SummarizedItem, 'item'>> & { readonly item?: Partial<SummarizedItem['item']> };

const one = (id: string, { item, ...more }: Changed = {}): SummarizedItem => ({
  item: {
    id: id as EvidenceId,
    sha256: 'a'.repeat(64) as SummarizedItem['item']['sha256'],
    kind: 'pdf',
    title: `Title of ${id}`,
    originalName: `${id}.pdf`,
    pages: 2,
    sizeBytes: 1_204,
    custodian: '',
    isArchived: false,
    privilege: null,
    claimedAt: null,
    claimedFrom: null,
    claimedTo: null,
    parentIds: [],
    batesSeen: null,
    docketNumbers: [],
    ...item,
  },
  exhibits: [],
  numbers: [],
  durationMs: null,
  messageId: null,
  subject: null,
  shows: '',
  facts: [],
  ...more,
});
const mail = (id: string, claimedAt: string | null, claimedFrom: string, more: Changed = {}) =>
  one(id, { ...more, item: { kind: 'eml', pages: null, claimedAt, claimedFrom, ...more.item } });
const cellsOf = (item: SummarizedItem) => summarize([item], zone).rows[0]!.cells;

describe('a summary', () => {
  test('stands by date on the court’s clock, within a day by time, and what has no date stands last', () => {
    const items = [
      one('undated'),
      mail('evening', '2021-01-12T03:00:00Z', 'a@x.org'),
      one('day', { item: { claimedAt: '2021-01-11' } }),
      mail('noon', '2021-01-11T20:00:00Z', 'a@x.org'),
      mail('before', '2020-12-31T23:00:00Z', 'a@x.org'),
    ];
    const expected = ['before', 'day', 'noon', 'evening', 'undated'];
    for (const given of [items, items.toReversed()])
      expect(summarize(given, zone).rows.map(({ id }) => id)).toEqual(expected);
    expect(summarize(items, zone).rows.map(({ cells }) => cells.date)).toEqual([
      '12/31/2020',
      '01/11/2021',
      '01/11/2021',
      '01/11/2021',
      '',
    ]);
  });

  test('says by which name and as what an item came in', () => {
    expect(summarize([one('a')], zone).rows[0]).toMatchObject({
      name: 'a.pdf',
      file: 'PDF, 2 pages, 1,204 bytes',
    });
  });

  test('names the set of a label only where labels of several sets stand in it', () => {
    const inSet = (id: string, label: string, setName: string) => one(id, { exhibits: [{ label, setName }] });
    const of = (...items: SummarizedItem[]) => {
      const { rows, setName } = summarize(items, zone);
      return [setName, ...rows.map(({ cells }) => cells.exhibit)];
    };
    expect(of(inSet('a', 'A', 'TRO'), one('b'))).toEqual(['TRO', 'A', '']);
    expect(of(inSet('a', 'A', 'TRO'), inSet('b', '1', 'Hearing'))).toEqual([null, 'A (TRO)', '1 (Hearing)']);
    expect(of(one('b'))).toEqual([null, '']);
  });

  test('has the matter’s own Bates numbers, else those on the pages; pages or playing time; facts with their cites', () => {
    const item = { batesSeen: 'AMZ000001–AMZ000002' };
    expect(cellsOf(one('a', { item })).bates).toBe('AMZ000001–AMZ000002');
    expect(cellsOf(one('a', { item, numbers: ['FWD1–FWD2', 'X9'] })).bates).toBe('FWD1–FWD2, X9');
    expect(cellsOf(one('a')).length).toBe('2 pages');
    expect(cellsOf(one('a', { item: { kind: 'audio', pages: null }, durationMs: 3_729_000 })).length).toBe(
      '1:02:09',
    );
    const facts = [
      { text: 'It went dark.', cites: ['Ex. C at 4', 'Ex. C at 6'] },
      { text: 'No notice was given.', cites: [] },
    ];
    expect(cellsOf(one('a', { facts })).facts).toBe(
      'It went dark. (Ex. C at 4; Ex. C at 6)\nNo notice was given.',
    );
  });

  test('counts items, dates, pages and playing time, and says of how many', () => {
    const { totals } = summarize(
      [
        one('a', { item: { claimedAt: '2021-01-08', pages: 1_200 } }),
        one('b', { item: { claimedAt: '2021-01-11' } }),
        one('c', { item: { kind: 'audio', pages: null }, durationMs: 60_000 }),
        one('d', { item: { kind: 'video', pages: null } }),
      ],
      zone,
    );
    expect(totals).toEqual([
      { label: 'Items', words: '4' },
      { label: 'Dates', words: '01/08/2021 to 01/11/2021; 2 items without a date' },
      { label: 'Pages', words: '1,202, in 2 items with pages' },
      { label: 'Playing time', words: '1:00, in 1 of 2 recordings' },
    ]);
  });

  test('counts messages by sender, whose address tells who it is, and by month of the court’s clock', () => {
    const { bySender, byMonth, totals } = summarize(
      [
        mail('1', '2021-02-01T07:00:00Z', 'Amy P. <Amy@x.org>'),
        mail('2', '2021-02-03T07:00:00Z', 'amy@X.org'),
        mail('3', '2021-02-03T08:00:00Z', 'Bo <bo@x.org>'),
        mail('4', null, ''),
        one('no message', { item: { claimedFrom: 'Author of it', claimedAt: '2021-02-03' } }),
      ],
      zone,
    );
    expect(bySender).toEqual([
      { of: 'Amy P. <Amy@x.org>', messages: 2 },
      { of: 'Bo <bo@x.org>', messages: 1 },
      { of: 'No sender stated', messages: 1 },
    ]);
    expect(byMonth).toEqual([
      { of: 'January 2021', messages: 1 },
      { of: 'February 2021', messages: 2 },
      { of: 'No date stated', messages: 1 },
    ]);
    expect(totals.at(-1)).toEqual({ label: 'Messages', words: '4' });
  });

  test.each<[string, SummarizedItem[], string | null]>([
    [
      'a privileged item',
      [one('a', { item: { privilege: 'work_product' } })],
      '1 item is marked as privileged; Rule',
    ],
    ['an item that is not', [one('a', { item: { privilege: 'none' } })], null],
    ['an archived item', [one('a', { item: { isArchived: true } })], '1 item is archived.'],
    [
      'what came inside a chosen item',
      [mail('a', null, 'x'), one('b', { item: { parentIds: ['a' as EvidenceId] } })],
      '1 item came inside another item of the summary',
    ],
    ['what came inside another', [one('b', { item: { parentIds: ['z' as EvidenceId] } })], null],
    [
      'copies of a message',
      ['a', 'b', 'c'].map((id) => mail(id, null, 'x', { messageId: '<1@x>' })),
      '2 items are further copies of messages',
    ],
    ['one message', [mail('a', null, 'x', { messageId: '<1@x>' })], null],
    [
      'what its file alone dates',
      [one('a', { item: { claimedAt: '2021-01-11' } })],
      '1 item is dated by its file alone',
    ],
  ])('asks to look at %s', (_what, items, sentence) => {
    const told = summarize(items, zone).toCheck.filter((line) => !/state no date|states no date/.test(line));
    if (sentence === null) expect(told).toEqual([]);
    else expect(told).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('its draft', () => {
  const draft = (
    chosen: Parameters<typeof draftSummary>[0]['chosen'],
    items = [one('a'), one('b', { shows: 'x' })],
  ) =>
    draftSummary({
      summary: summarize(items, zone),
      chosen,
      title: '',
      madeAt: '2021-01-12T01:00:12.000Z',
      timezone: zone,
      caption: {
        court: '',
        plaintiffs: 'Fairwater LLC',
        defendants: 'Northgate',
        number: '2:26-cv-1',
        judge: '',
      },
      width: 684,
    });

  test('has chosen columns in their order, rows numbered, and blanks that are told', () => {
    const { columns, rows, missing, caption } = draft(['shows', 'title']);
    expect(columns.map(({ head }) => head)).toEqual(['No.', 'Title', 'What it shows']);
    expect(rows).toEqual([
      ['1', 'Title of a', ''],
      ['2', 'Title of b', 'x'],
    ]);
    expect(caption.court).toBe('______');
    expect(missing).toEqual([
      'The court’s name is blank.',
      'Where and when the underlying items are made available is left for counsel.',
      'Who prepared the summary, and who checked it against the items, is left blank.',
      'What it shows is not typed for 1 of 2 items.',
      '2 items state no date, and stand last.',
    ]);
    expect(draft(['title']).missing.join(' ')).not.toContain('not typed');
  });

  test('says of its sources only what its columns have, and of the rule what it says', () => {
    const words = (chosen: Parameters<typeof draft>[0]) => draft(chosen).paragraphs.join(' ');
    expect(words(['date'])).not.toMatch(/Senders|Titles|The facts/);
    expect(words(['from', 'title', 'facts'])).toMatch(/Senders.*Titles.*The facts/);
    expect(words(['date'])).toContain(
      'made available for examination or copying, or both, by the other parties',
    );
    const { notice, rule } = draft(['date']);
    expect(rule).toBe('Fed. R. Evid. 1006');
    expect(notice).toContain('whether or not they have been introduced into evidence');
    expect(notice).toContain('functions only as an illustrative aid is governed by Rule 107');
  });

  test('fills the width of the paper, whatever columns are chosen; days and counts are never broken', () => {
    const sum = (columns: readonly { width: number }[]) => columns.reduce((all, { width }) => all + width, 0);
    const all = orderedColumns([
      'facts',
      'to',
      'from',
      'sha256',
      'date',
      'length',
      'bates',
      'shows',
      'title',
    ]);
    expect(sum(writtenColumns(all, 684))).toBeCloseTo(684);
    expect(sum(writtenColumns(['shows'], 684))).toBeCloseTo(684);
    expect(writtenColumns(all, 684).find(({ head }) => head === 'Date')!.width).toBe(62);
  });
});
