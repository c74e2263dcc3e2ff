import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocketSourceKind, ParsedEntry } from '../../../model/docket.ts';
import { blankEntry, blankHeader } from '../blank.ts';
import type { MergedDocket } from './merge.ts';
import { mergeHeads, mergeSources } from './merge.ts';
import { madeAt, type MergeSource } from './rows.ts';

const header = blankHeader({ court: 'wawd', number: '2:21-cv-00099-ABC', courtCaseId: '7001' });
const entry = blankEntry;

let count = 0;
function source(
  kind: DocketSourceKind,
  entries: ParsedEntry[],
  said: Partial<Omit<MergeSource, 'kind' | 'entries'>> & { printedAt?: string } = {},
): MergeSource {
  const { printedAt = null, ...more } = said;
  count += 1;
  return {
    id: `source-${count}`,
    kind,
    isComplete: kind === 'docket_sheet',
    header,
    parties: [],
    madeAt: madeAt(printedAt, entries),
    ...more,
    entries,
  };
}

const numbers = ({ entries }: MergedDocket) =>
  entries.map(({ entry: { number, attachment } }) =>
    attachment === null ? `${number}` : `${number}-${attachment}`,
  );

describe('a notice first, the docket sheet later, the attachment page last', () => {
  const notice = source('notice', [
    entry({
      number: 12,
      filedOn: '2021-01-14',
      enteredOn: '2021-01-14',
      enteredAt: '2021-01-14T15:20',
      text: 'DECLARATION of Ann Castell re 2 MOTION (Attachments: # 1 Exhibit A, # 2 Exhibit B)(Reyes, Jo)',
      shortText: 'Declaration',
      documentId: '19700111',
    }),
    entry({ number: 12, attachment: 1, text: 'Exhibit A', documentId: '19700112' }),
  ]);
  const sheet = source(
    'docket_sheet',
    [
      entry({
        number: 12,
        filedOn: '2021-01-14',
        enteredOn: '2021-01-14',
        text: 'DECLARATION of Ann Castell re 2 MOTION (Attachments: # 1 Exhibit A, # 2 Exhibit B)(Reyes, Jo) (Entered: 01/14/2021)',
      }),
      entry({ number: 12, attachment: 1, text: 'Exhibit A' }),
      entry({ number: 12, attachment: 2, text: 'Exhibit B' }),
    ],
    { printedAt: '2021-01-20T09:00' },
  );
  const page = source('attachment_page', [
    entry({ number: 12, documentId: '19700111', pageCount: 5, sizeBytes: 90_000 }),
    entry({ number: 12, attachment: 1, text: '', pageCount: 3, documentId: '19700112' }),
    entry({ number: 12, attachment: 2, text: 'Exhibit B', pageCount: 8, documentId: '19700113' }),
  ]);

  test('is one entry with all its attachments, and every source gave what it knew', () => {
    const merged = mergeSources([notice, sheet, page], {});
    expect(numbers(merged).sort()).toEqual(['12', '12-1', '12-2']);
    const lead = merged.entries.find(({ keys }) => keys[0] === 'n:12')!.entry;
    expect(lead).toMatchObject({
      enteredAt: '2021-01-14T15:20',
      shortText: 'Declaration',
      pageCount: 5,
      documentId: '19700111',
    });
    expect(lead.text).toContain('(Entered: 01/14/2021)');
    const second = merged.entries.find(({ keys }) => keys[0] === 'n:12-2')!.entry;
    expect(second).toMatchObject({ text: 'Exhibit B', pageCount: 8, documentId: '19700113' });
  });

  test('a minute that a feed gives counts only on the day of entry that the docket sheet has', () => {
    const enteredAt = (day: string) => {
      const feed = source('rss', [
        entry({ number: 12, filedOn: day, enteredAt: `${day}T10:05`, shortText: 'Declaration' }),
      ]);
      const { entries } = mergeSources([sheet, feed], {});
      return entries.find(({ keys }) => keys[0] === 'n:12')!.entry.enteredAt;
    };
    expect([enteredAt('2021-01-14'), enteredAt('2021-01-28')]).toEqual(['2021-01-14T10:05', null]);
  });

  test('an attachment page that names its document by the court’s id alone finds its entry', () => {
    const anonymous = source(
      'attachment_page',
      page.entries.map((one) => ({ ...one, number: null })),
      { header: { ...header, number: '' } },
    );
    expect(numbers(mergeSources([anonymous, notice], {})).sort()).toEqual(['12', '12-1', '12-2']);
    const alone = mergeSources([anonymous], {});
    expect(alone.entries).toEqual([]);
    expect(alone.warnings.map(({ code }) => code)).toEqual(['DOCKET_FIELD_MISSING', 'DOCKET_FIELD_MISSING']);
  });

  test('a page of another case of the court is left out', () => {
    const other = source('attachment_page', [entry({ number: 12, attachment: 9, text: 'Exhibit Z' })], {
      header: { ...header, number: '', courtCaseId: '8002' },
    });
    const merged = mergeSources([sheet, other], {});
    expect(numbers(merged)).not.toContain('12-9');
    expect(merged.warnings).toMatchObject([{ code: 'DOCKET_SOURCE_WITHOUT_CASE' }]);
  });
});

describe('entries without a number', () => {
  const day = '2021-01-15';
  const minutes =
    'MINUTE ENTRY for proceedings held before Judge A. Moss: Status Conference held on 1/15/2021.';
  const notice = source('notice', [
    entry({
      filedOn: day,
      enteredOn: day,
      enteredAt: `${day}T16:00`,
      text: minutes,
      isTextOnly: true,
      sequence: 77,
    }),
  ]);
  const sheet = (text: string, printedAt = '2021-02-01T10:00', more: ParsedEntry[] = []) =>
    source('docket_sheet', [entry({ filedOn: day, text, isTextOnly: true }), ...more], { printedAt });

  test('the same words of the same day are one entry', () => {
    const merged = mergeSources([notice, sheet(`${minutes} (Entered: 01/15/2021)`)], {});
    expect(merged.entries).toHaveLength(1);
    expect(merged.entries[0]!.entry).toMatchObject({ enteredAt: `${day}T16:00`, sequence: 77 });
  });

  test('the same words entered in other minutes of the day are entries of their own, in whatever order they come', () => {
    const notice = (time: string, words = 'Minute entry: hearing held') =>
      source('notice', [
        entry({ filedOn: '2021-01-14', enteredAt: `2021-01-14T${time}`, text: words, isTextOnly: true }),
      ]);
    const [morning, again, noon] = [
      notice('09:30'),
      notice('09:30', 'MINUTE ENTRY: hearing held.'),
      notice('12:05'),
    ];
    const sheet = source('docket_sheet', [
      entry({ filedOn: '2021-01-14', text: 'Minute entry: hearing held (Entered: 01/14/2021)' }),
      entry({ filedOn: '2021-01-14', text: 'Minute entry: hearing held (Entered: 01/14/2021)' }),
    ]);
    const minutes = (...sources: MergeSource[]) =>
      mergeSources(sources, {}).entries.map((one) => one.entry.enteredAt?.slice(11));
    expect(minutes(morning, again)).toEqual(['09:30']);
    for (const sources of [
      [noon, morning, again, sheet],
      [sheet, again, noon, morning],
      [noon, morning],
    ])
      expect(minutes(...sources)).toEqual(['09:30', '12:05']);
  });

  test('a text with more added to it is the same entry, corrected', () => {
    const later = sheet(`${minutes} (Modified on 1/16/2021 to correct the judge) (Entered: 01/15/2021)`);
    const merged = mergeSources([notice, later], {});
    expect(merged.entries.map((one) => one.entry.text)).toEqual([later.entries[0]!.text]);
    expect(merged.questions).toEqual([]);
  });

  test('words that only resemble are asked about, kept apart until answered, and joined by the answer', () => {
    const later = sheet(minutes.replace('A. Moss', 'B. Rhee'));
    const asked = mergeSources([notice, later], {});
    expect(asked.entries).toHaveLength(2);
    expect(asked.questions).toHaveLength(1);
    const { key } = asked.questions[0]!;
    expect(mergeSources([notice, later], { [key]: 'different' }).entries).toHaveLength(2);
    const joined = mergeSources([notice, later], { [key]: 'same' });
    expect(joined.entries.map((one) => one.entry.text)).toEqual([later.entries[0]!.text]);
  });

  test('a short name alone is asked about where it may be the text of another source', () => {
    const short = (name: string, more: Partial<ParsedEntry> = {}) =>
      source('docket_history', [entry({ filedOn: day, shortText: name, ...more })]);
    const long = sheet('***DELETED DOCUMENT. Deleted document number 2. It was filed in error.');
    expect(mergeSources([short('Notice Regarding Deletion'), long], {}).questions).toHaveLength(1);
    expect(mergeSources([short('Document Deleted'), long, notice], {}).questions).toHaveLength(1);
    expect(mergeSources([short('Set Hearings'), long, notice], {}).questions).toEqual([]);
    const other = sheet('MINUTE ENTRY', '2021-02-01T10:00', []);
    const apart = { ...other, entries: other.entries.map((one) => ({ ...one, sequence: 4 })) };
    expect(mergeSources([short('Minute Entry', { sequence: 5 }), apart], {}).questions).toEqual([]);
  });

  test('two that one sheet lists are two, however alike', () => {
    const twice = source('docket_sheet', [
      entry({ filedOn: day, text: 'Set/Reset Hearings', isTextOnly: true }),
      entry({ filedOn: day, text: 'Set/Reset Hearings', isTextOnly: true }),
    ]);
    expect(mergeSources([twice], {}).entries).toHaveLength(2);
    expect(mergeSources([twice, twice], {}).entries).toHaveLength(2);
  });

  test('what another source numbers joins that number', () => {
    const numbered = sheet(minutes, '2021-02-01T10:00');
    const withNumber = { ...numbered, entries: numbered.entries.map((one) => ({ ...one, number: 31 })) };
    expect(numbers(mergeSources([notice, withNumber], {}))).toEqual(['31']);
  });
});

describe('corrections', () => {
  const text = (words: string) => [entry({ number: 3, filedOn: '2021-01-11', text: words })];

  test('the newest source has the last word, and a re-issued notice is no second entry', () => {
    const first = source('notice', text('MOTION for TRO by Fairwater LLC'), {
      printedAt: '2021-01-11T10:00',
    });
    const again = source('notice', text('MOTION for TRO by Fairwater LLC'), {
      printedAt: '2021-01-11T11:00',
    });
    const corrected = source('notice', text('AMENDED MOTION for TRO by Fairwater LLC'), {
      printedAt: '2021-01-12T09:00',
    });
    const merged = mergeSources([corrected, first, again], {});
    expect(merged.entries.map((one) => one.entry.text)).toEqual(['AMENDED MOTION for TRO by Fairwater LLC']);
  });

  test('what a later whole sheet leaves out is gone, with its attachments; a partial one proves nothing', () => {
    const before = source(
      'docket_sheet',
      [
        ...text('MOTION'),
        entry({ number: 4, filedOn: '2021-01-12', text: 'ERRONEOUS ENTRY' }),
        entry({ number: 4, attachment: 1, text: 'Exhibit' }),
      ],
      { printedAt: '2021-01-13T08:00' },
    );
    const after = (isComplete: boolean) =>
      source('docket_sheet', text('MOTION'), { printedAt: '2021-01-14T08:00', isComplete });
    const gone = (merged: MergedDocket) =>
      merged.entries.filter((one) => one.isGone).map((one) => one.keys[0]);
    expect(gone(mergeSources([before, after(true)], {}))).toEqual(['n:4', 'n:4-1']);
    expect(gone(mergeSources([before, after(false)], {}))).toEqual([]);
    // Only a later day proves anything, and an attachment goes with its entry alone.
    const sameDay = source('docket_sheet', text('MOTION'), { printedAt: '2021-01-13T18:00' });
    expect(gone(mergeSources([before, sameDay], {}))).toEqual([]);
    const bare = source('docket_sheet', [...text('MOTION'), before.entries[1]!], {
      printedAt: '2021-01-14T08:00',
    });
    expect(gone(mergeSources([before, bare], {}))).toEqual([]);
  });

  test('what only a notice told is gone where it has a number; what no sheet ever lists never is', () => {
    const sheet = source('docket_sheet', text('MOTION'), { printedAt: '2021-01-14T08:00' });
    const goneOf = (kind: DocketSourceKind, number: number | null) => {
      const told = entry({ number, filedOn: '2021-01-12', enteredOn: '2021-01-12', text: 'Told elsewhere' });
      const other = source(kind, [told], { printedAt: '2021-01-13T08:00', isComplete: kind !== 'notice' });
      return mergeSources([other, sheet], {}).entries.filter((one) => one.isGone).length;
    };
    expect([goneOf('notice', 4), goneOf('notice', null)]).toEqual([1, 0]);
    expect([goneOf('docket_sheet', null), goneOf('docket_history', 4)]).toEqual([1, 0]);
  });

  test('what a history lists is gone where a later whole history does not list it, not where a later sheet does not', () => {
    const told = entry({ number: 4, filedOn: '2021-01-12', text: 'Told elsewhere' });
    const before = source('docket_history', [...text('MOTION'), told], {
      printedAt: '2021-01-13T08:00',
      isComplete: true,
    });
    const gone = (kind: DocketSourceKind) =>
      mergeSources(
        [before, source(kind, text('MOTION'), { printedAt: '2021-01-14T08:00', isComplete: true })],
        {},
      ).entries.filter((one) => one.isGone).length;
    expect([gone('docket_history'), gone('docket_sheet')]).toEqual([1, 0]);
  });

  test('the head is of the most authoritative source that says a thing, of its kind the newest', () => {
    const party = (name: string) => ({
      name,
      role: 'Plaintiff',
      details: '',
      terminatedOn: null,
      attorneys: [],
    });
    const head = (
      kind: DocketSourceKind,
      printedAt: string,
      said: Partial<typeof header>,
      ...parties: string[]
    ) => source(kind, [], { printedAt, header: { ...header, ...said }, parties: parties.map(party) });
    const sources = [
      head(
        'docket_sheet',
        '2021-01-13T08:00',
        { title: 'Old v. Sheet', judge: 'Judge Old', demand: '$1' },
        'A',
      ),
      head('docket_print', '2021-01-14T08:00', { title: 'New v. Sheet', judge: 'Judge New' }),
      head(
        'notice',
        '2021-01-15T08:00',
        { title: 'A v. Notice', judge: 'Judge Notice', cause: 'Lease' },
        'B',
      ),
    ];
    for (const given of [sources, sources.toReversed()])
      expect(mergeHeads(given)).toMatchObject({
        header: { title: 'New v. Sheet', judge: 'Judge New', demand: '$1', cause: 'Lease', filedOn: null },
        parties: [{ name: 'A' }],
      });
    expect(mergeHeads([])).toEqual({ header: null, parties: [] });
    expect(mergeHeads([source('csv', [], { header: blankHeader() })]).header).toBeNull();
  });

  test('a case that the newest sheet no longer says is closed was opened again', () => {
    const said = (printedAt: string, flags: string[], terminatedOn: string | null) =>
      source('docket_sheet', text('MOTION'), { printedAt, header: { ...header, flags, terminatedOn } });
    const closed = said('2021-01-13T08:00', ['CLOSED'], '2021-01-12');
    const open = said('2021-01-14T08:00', [], null);
    expect(mergeSources([closed], {}).header).toMatchObject({
      flags: ['CLOSED'],
      terminatedOn: '2021-01-12',
    });
    expect(mergeSources([closed, open], {}).header).toMatchObject({ flags: [], terminatedOn: null });
  });

  test('words that a later table or feed cuts off stay whole; the court itself may shorten them', () => {
    const text = 'MINUTE ORDER: hearing on 2 MOTION for TRO set for 1/21/2021 at 10:00 AM. (clk)';
    const whole = source('docket_sheet', [entry({ number: 12, text })], { printedAt: '2021-01-15T09:00' });
    const cut = entry({ number: 12, text: 'MINUTE ORDER: hearing on 2 MOTION for TRO set for 1/21/20...' });
    const later = { printedAt: '2021-02-01T09:00' };
    for (const kind of ['csv', 'json', 'rss', 'notice'] as const)
      expect(mergeSources([whole, source(kind, [cut], later)], {}).entries[0]!.entry.text).toBe(text);
    const shortened = mergeSources([whole, source('docket_sheet', [cut], later)], {});
    expect(shortened.entries[0]!.entry.text).toBe(cut.text);
  });

  test('different dates are followed to the newest source, loudly', () => {
    const one = source('notice', [entry({ number: 5, filedOn: '2021-01-12', text: 'ORDER' })]);
    const other = source('docket_sheet', [entry({ number: 5, filedOn: '2021-01-13', text: 'ORDER' })]);
    const merged = mergeSources([one, other], {});
    expect(merged.entries[0]!.entry.filedOn).toBe('2021-01-13');
    expect(merged.warnings).toMatchObject([{ code: 'DOCKET_SOURCES_DISAGREE' }]);
  });

  test('a sheet that prints no time is as late as the last correction it mentions', () => {
    const before = source('docket_sheet', text('MOTION for TRO'), { id: 'z' });
    const after = source(
      'docket_sheet',
      text('AMENDED MOTION (Modified on 1/13/2021 to correct the title)'),
      {
        id: 'a',
      },
    );
    const merged = mergeSources([after, before], {});
    expect(merged.entries[0]!.entry.text).toContain('AMENDED MOTION');
    expect(merged.warnings).toEqual([]);
  });

  test('where nothing tells which words are the later, both are shown', () => {
    const one = source('docket_sheet', text('MOTION for TRO'));
    const other = source('docket_sheet', text('MOTION for a preliminary injunction'));
    const { entries, warnings } = mergeSources([one, other], {});
    expect(warnings).toMatchObject([{ code: 'DOCKET_SOURCES_DISAGREE' }]);
    expect(warnings[0]!.message).toContain('For entry 3 the sources');
    expect([entries[0]!.entry.text, warnings[0]!.raw].sort()).toEqual([
      'MOTION for TRO',
      'MOTION for a preliminary injunction',
    ]);
  });

  test('a date of entry that stands for the filing date never replaces one', () => {
    const told = { number: 5, text: 'ORDER', enteredOn: '2021-01-13' };
    const notice = source('notice', [entry({ ...told, filedOn: '2021-01-12' })]);
    const sheet = source(
      'docket_sheet',
      [entry({ ...told, filedOn: '2021-01-13', isFiledOnAssumed: true })],
      {
        printedAt: '2021-02-01T09:00',
      },
    );
    expect(mergeSources([notice, sheet], {}).entries[0]!.entry.filedOn).toBe('2021-01-12');
    expect(mergeSources([notice, sheet], {}).warnings).toEqual([]);
    expect(mergeSources([sheet], {}).entries[0]!.entry).toMatchObject({
      filedOn: null,
      enteredOn: '2021-01-13',
    });
  });

  test('a number the court gave twice stays two entries', () => {
    const twice = source('docket_history', [
      entry({ number: 1, filedOn: '2021-01-05', text: 'COMPLAINT', documentId: 'a', sequence: 9 }),
      entry({ number: 1, filedOn: '2021-01-06', text: 'INDICTMENT', documentId: 'b', sequence: 4 }),
    ]);
    const merged = mergeSources([twice], {});
    expect(new Map(merged.entries.map((one) => [one.keys[0], one.entry.text]))).toEqual(
      new Map([
        ['n:1', 'INDICTMENT'],
        ['n:1#1', 'COMPLAINT'],
      ]),
    );
    expect(merged.warnings).toMatchObject([{ code: 'DOCKET_NUMBER_REPEATED' }]);
  });
});

/** Sources of one small docket, each telling a part of it in its own way. */
describe('a row without number and day, as a daily summary lists it', () => {
  const order = 'MINUTE ORDER by Judge Rees: hearing set. (AB)';
  const summary = source('notice', [entry({ text: order, shortText: 'Order' })]);
  const on = (day: string) =>
    source('csv', [entry({ filedOn: day, enteredOn: day, text: `${order} (Entered: 01/12/2021)` })]);

  test('is the entry that says the same, whichever comes first', () => {
    const dated = on('2021-01-12');
    for (const sources of [
      [summary, dated],
      [dated, summary],
    ]) {
      const { entries } = mergeSources(sources, {});
      expect(entries.map(({ entry: { filedOn } }) => filedOn)).toEqual(['2021-01-12']);
    }
  });

  test('is kept apart where two entries say the same', () => {
    expect(mergeSources([summary, on('2021-01-12'), on('2021-01-13')], {}).entries).toHaveLength(3);
  });
});

const sourcesOfOneDocket = fc
  .array(
    fc.record({
      number: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
      day: fc.integer({ min: 11, max: 14 }),
      words: fc.constantFrom(
        'ORDER',
        'MOTION for relief by Fairwater',
        'MINUTE ENTRY held before the court today in person',
      ),
      more: fc.constantFrom('', ' (Modified on 1/15/2021)', ' as to all parties and others'),
      attachments: fc.integer({ min: 0, max: 2 }),
      documentId: fc.option(fc.integer({ min: 1, max: 5 }).map(String), { nil: null }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((docket) =>
    fc.array(
      fc.record({
        kind: fc.constantFrom<DocketSourceKind>(
          'notice',
          'docket_sheet',
          'rss',
          'attachment_page',
          'docket_history',
        ),
        chosen: fc.subarray(docket),
        printedOn: fc.option(fc.integer({ min: 11, max: 20 }), { nil: undefined }),
        isComplete: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map((parts) =>
    parts.map(({ kind, chosen, printedOn, isComplete }, at) =>
      source(
        kind,
        chosen.flatMap((one) => [
          entry({
            number: one.number,
            filedOn: `2021-01-${one.day}`,
            text: kind === 'rss' ? '' : one.words + one.more,
            shortText: kind === 'rss' ? one.words : '',
            documentId: kind === 'docket_sheet' ? null : one.documentId,
          }),
          ...Array.from({ length: one.number === null ? 0 : one.attachments }, (_, n) =>
            entry({ number: one.number, attachment: n + 1, text: `Exhibit ${n + 1}` }),
          ),
        ]),
        {
          id: `part-${at}`,
          isComplete,
          ...(printedOn !== undefined && { printedAt: `2021-01-${printedOn}T09:00` }),
        },
      ),
    ),
  );

const asTold = (merged: MergedDocket) =>
  merged.entries.map(({ sources: _sources, ...one }) => JSON.stringify(one)).sort();

test('the order in which sources come does not matter, and neither does coming twice', () => {
  fc.assert(
    fc.property(sourcesOfOneDocket, fc.integer(), (sources, seed) => {
      const once = asTold(mergeSources(sources, {}));
      const turned = [...sources].sort(
        (a, b) => ((Number(a.id.slice(5)) * 7919 + seed) % 13) - ((Number(b.id.slice(5)) * 7919 + seed) % 13),
      );
      expect(asTold(mergeSources(turned, {}))).toEqual(once);
      expect(asTold(mergeSources([...sources].reverse(), {}))).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

test('every number a source lists is in the docket, but for those told to be others, and no number is there twice without its repeat', () => {
  fc.assert(
    fc.property(sourcesOfOneDocket, (sources) => {
      const merged = mergeSources(sources, {});
      const listed = new Set(
        sources.flatMap(({ entries }) =>
          entries.flatMap(({ number, attachment }) =>
            number === null ? [] : `${number}-${attachment ?? 0}`,
          ),
        ),
      );
      const kept = merged.entries.filter(({ entry: one }) => one.number !== null);
      const found = new Set(kept.map(({ entry: one }) => `${one.number}-${one.attachment ?? 0}`));
      const told = merged.warnings.flatMap(({ message }) => /numbers: (\d+),/.exec(message)?.[1] ?? []);
      const lost = [...listed].filter((name) => !found.has(name)).map((name) => name.replace(/-.*/, ''));
      expect(lost.filter((number) => !told.includes(number))).toEqual([]);
      const keys = kept.map(({ entry: one, repeat }) => `${one.number}-${one.attachment ?? 0}#${repeat}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

describe('a docket sheet printed to PDF', () => {
  const saved = (text: string, printedAt: string) =>
    source('docket_sheet', [entry({ number: 7, text, sequence: 21, documentId: '19700777' })], { printedAt });
  const printed = (text: string, printedAt: string, flags: string[] = []) =>
    source('docket_print', [entry({ number: 7, text, documentId: '19700777' })], {
      printedAt,
      isComplete: true,
      header: { ...header, flags },
    });

  test('does not take the place of the same words as they were saved', () => {
    const words = 'NOTICE by Fairwater LLC (Exhibit A)(Orne, Tilda)';
    const merged = mergeSources(
      [saved(words, '2021-02-01T10:00'), printed(words.replace(')(', ') ('), '2021-02-02T10:00', ['CLOSED'])],
      {},
    );
    expect(merged.entries).toHaveLength(1);
    expect(merged.entries[0]!.entry).toMatchObject({ text: words, sequence: 21 });
    expect(merged.warnings).toEqual([]);
    // Its head is as good as any.
    expect(merged.header!.flags).toEqual(['CLOSED']);
  });

  test('brings other words, and says what is gone, as one that was saved does', () => {
    const before = source(
      'docket_sheet',
      [entry({ number: 7, text: 'NOTICE' }), entry({ number: 8, text: 'MOTION to Seal' })],
      { printedAt: '2021-02-01T10:00' },
    );
    const merged = mergeSources([before, printed('NOTICE (Modified)', '2021-02-02T10:00')], {});
    expect(merged.entries.map((one) => [one.entry.number, one.entry.text, one.isGone])).toEqual([
      [7, 'NOTICE (Modified)', false],
      [8, 'MOTION to Seal', true],
    ]);
  });
});

test('an entry that a saved sheet shows to be text-only stays so beside a copy of it that has no links', () => {
  const said = { number: 17, filedOn: '2021-01-14', text: 'Minute Entry. (jr)' };
  const of = (isTextOnly: boolean, id: string) =>
    source('docket_sheet', [entry({ ...said, isTextOnly })], { id, printedAt: '2021-01-15T10:22' });
  for (const [saved, copied] of ['ab', 'ba'])
    expect(mergeSources([of(true, saved!), of(false, copied!)], {}).entries[0]!.entry.isTextOnly).toBe(true);
});
