import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SearchOptions } from '../../../shared/model/search.ts';
import { createTestSession, type TestSession } from '../testing/temp-session.ts';
import { findFacets } from './find/facets.ts';
import { find } from './find/find.ts';
import { planSearch } from './find/plan.ts';
import { scanIndex } from './find/scan.ts';
import { beginBulkIndexing, dropPages, endBulkIndexing, indexPages, isBulkIndexing } from './index.ts';
import { plantDocketEntry, plantItem, type Planted } from './testing.ts';
import { relistTerms } from './words/page-terms.ts';

let t: TestSession;
beforeEach(() => {
  t = createTestSession();
});
afterEach(() => t.dispose());

const plant = (item: Planted) => plantItem(t.session, item);
/** Two letters, others for each number below 400. */
const syllable = (i: number) => 'bcdfghjklmnprstvwxyz'[Math.floor(i / 20)]! + 'bcdfghjklmnprstvwxyz'[i % 20]!;
const plantEntry = (number: number, text: string, filedOn: string, evidenceId: string | null = null) =>
  plantDocketEntry(t.session, { number, text, filedOn, evidenceId });

const usual: SearchOptions = { isStemmed: false, order: 'rank', includesArchived: false };
const search = (
  query: string,
  more: Partial<SearchOptions> & {
    isTyping?: boolean;
    isBrief?: boolean;
    offset?: number;
    limit?: number;
    line?: string;
  } = {},
) => {
  const { isTyping = false, isBrief = false, offset = 0, limit = 50, line, ...options } = more;
  return find(t.session, {
    query,
    options: { ...usual, ...options },
    isTyping,
    isBrief,
    offset,
    limit,
    line,
  });
};
/** Hits in short: title and page of evidence, kind and title of others. */
const hits = async (query: string, more: Parameters<typeof search>[1] = {}) =>
  (await search(query, more)).hits.map(({ kind, title, page }) =>
    kind === 'page' ? `${title} p${page}` : `${kind}: ${title}`,
  );

test('a word is found on its page, with the text around it and where it is filed', async () => {
  const { id } = plant({
    title: 'Letter',
    pages: ['Nothing here.', 'Northgate suspended the hosting service.'],
  });
  plantEntry(12, 'NOTICE of letter', '2021-01-08', id);
  const { total, hits: found, marks, isTotalExact, isOrderBounded } = await search('suspended');
  expect({ total, isTotalExact, isOrderBounded, marks }).toEqual({
    total: 1,
    isTotalExact: true,
    isOrderBounded: false,
    marks: ['suspended'],
  });
  expect(found[0]).toMatchObject({ kind: 'page', evidenceId: id, page: 2, title: 'Letter', docket: ['12'] });
  expect(found[0]!.snippet).toEqual([
    { text: 'Northgate ', isHit: false },
    { text: 'suspended', isHit: true },
    { text: ' the hosting service.', isHit: false },
  ]);
});

test('words, phrases, beginnings and operators', async () => {
  plant({ title: 'A', pages: ['notice of termination given thirty days before'] });
  plant({ title: 'B', pages: ['termination without notice'] });
  plant({ title: 'C', pages: ['the service agreement'] });
  expect((await hits('notice termination')).toSorted()).toEqual(['A p1', 'B p1']);
  expect(await hits('"notice of termination"')).toEqual(['A p1']);
  expect((await hits('termin*')).toSorted()).toEqual(['A p1', 'B p1']);
  expect((await hits('agreement OR without')).toSorted()).toEqual(['B p1', 'C p1']);
  expect(await hits('notice -thirty')).toEqual(['B p1']);
  expect(await hits('NEAR(notice termination, 1)')).toHaveLength(2);
  expect(await hits('termination NEAR/1 before')).toEqual([]);
  expect(await hits('("service agreement" OR thirty) -notice')).toEqual(['C p1']);
  expect(await hits('-notice')).toEqual(['title: C']);
});

test('numbers and initials are found however they are written, and marked as they stand', async () => {
  plant({ title: 'Mail', pages: ['Call (206) 555-0100 about 47 U.S.C. § 230, NGH-000012.'] });
  plant({ title: 'Log', pages: ['from 12065550100 to NGH000012'] });
  expect((await hits('2065550100')).toSorted()).toEqual(['Log p1', 'Mail p1']);
  expect((await hits('(206) 555-0100')).toSorted()).toEqual(['Log p1', 'Mail p1']);
  expect((await hits('NGH000012')).toSorted()).toEqual(['Log p1', 'Mail p1']);
  plant({ title: 'Invoice', pages: ['Due January 8, 2021: $1,234.56'] });
  plant({ title: 'Ledger', pages: ['2021-01-08 1234.56'] });
  for (const query of ['1234.56', '"$1,234.56"', '1/8/2021', '"Jan. 8, 2021"'])
    expect((await hits(query)).toSorted()).toEqual(['Invoice p1', 'Ledger p1']);
  expect(await hits('-2065550100 47')).toEqual([]);
  const { marks, hits: found } = await search('2065550100 "47 U.S.C. § 230" USC');
  expect(marks).toEqual(expect.arrayContaining(['206 555 0100', 'u s c']));
  expect(found[0]!.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toContain('206) 555-0100');
});

test('names and words are found with their sign or without it; a form that occurs nowhere is not marked', async () => {
  plant({ title: 'A', pages: ['Mr. O’Brien signed the non-compete by email.'] });
  plant({ title: 'B', pages: ['obrien: noncompete, sent by e-mail'] });
  for (const query of ['obrien', "O'Brien", 'noncompete', 'non-compete', 'email', 'e-mail'])
    expect((await hits(query)).toSorted(), query).toEqual(['A p1', 'B p1']);
  expect((await search('prescribed signed')).marks).toEqual(['signed']);
});

test('ligatures, accents and line ends hide no word', async () => {
  plant({
    title: 'A',
    pages: ['The \uFB01ling by Mr. N\u00fa\u00f1ez was termi-\nnated as a well-\nknown fact'],
  });
  for (const query of [
    'filing',
    'nunez',
    'N\u00fa\u00f1ez',
    'terminated as',
    'well-known',
    'wellknown fact',
    '"a well-known fact"',
  ])
    expect(await hits(query), query).toEqual(['A p1']);
});

test('titles, entries, deadlines and their notes are found as they change', async () => {
  const { id } = plant({ title: 'Hosting agreement', pages: [] });
  plantEntry(3, 'MOTION for Temporary Restraining Order', '2021-01-08');
  expect(await hits('hosting')).toEqual(['title: Hosting agreement']);
  expect(await hits('restraining in:docket')).toEqual(['docket: MOTION for Temporary Restraining Order']);
  t.session.db.prepare('UPDATE evidence_description SET title = ? WHERE id = ?').run('Zebra contract', id);
  expect(await hits('hosting')).toEqual([]);
  expect(await hits('zeb', { isTyping: true })).toEqual(['title: Zebra contract']);
});

test('filters fold what they compare as the index does', async () => {
  const { id, contentId } = plant({
    title: 'Résumé of Straße',
    custodian: 'Ελένη ΠΑΠΠΆ',
    pages: [],
    claims: { from: '"Núñez, Zoë" <zn@example.com>', subject: '임대차계약서를 보냅니다' },
  });
  plant({ title: 'Other', custodian: 'Ann', pages: [], claims: { from: 'ann@example.com' } });
  const { db } = t.session;
  db.prepare(`INSERT INTO tag VALUES ('t', 'Clé', 'tag', 'red', '2021-01-11')`).run();
  db.prepare(`INSERT INTO evidence_tag VALUES ('e', ?, 't')`).run(id);
  db.prepare(`INSERT INTO bates_seen (content_id, label, page) VALUES (?, 'ÉTÉ000123', 1)`).run(contentId);
  for (const filter of [
    'title:RESUME',
    'title:strasse',
    'title:"résumé OF"',
    'name:résume',
    'custodian:ελενη',
    'custodian:παππα',
    'from:"nunez, zoe"',
    'subject:계약서',
    'tag:CLE',
    'bates:ete000',
    'title:resume from:NÚÑEZ',
  ])
    expect(await hits(filter), filter).toEqual(['title: Résumé of Straße']);
  // What cannot be seen alone is held by nothing.
  expect(await hits('title:\u200b')).toEqual([]);
});

test('a Bates number that is no text of its page leads to the filter that finds it', async () => {
  const { contentId } = plant({ title: 'Scan', pages: [''] });
  const { db } = t.session;
  db.prepare(`INSERT INTO bates_seen (content_id, label, page) VALUES (?, 'NG000002', 1)`).run(contentId);
  expect((await search('ng000002')).didYouMean).toBe('bates:ng000002');
  expect(await hits('bates:ng000002')).toEqual(['title: Scan']);
  expect((await search('NG000003')).didYouMean).toBeNull();
});

test('filters narrow words, and alone list items', async () => {
  plant({
    title: 'Mail',
    kind: 'eml',
    pages: ['the outage'],
    claims: { from: 'Ann Lee <ann@example.com>', sentAt: '2021-01-09T20:00:00.000Z' },
  });
  const { id } = plant({ title: 'Report', custodian: 'J. Ortiz', pages: ['the outage', 'the outage again'] });
  plantEntry(7, 'DECLARATION about the outage', '2021-01-10', id);
  expect(await hits('outage kind:mail')).toEqual(['Mail p1']);
  expect((await hits('outage custodian:ortiz')).toSorted()).toEqual(['Report p1', 'Report p2']);
  expect(await hits('from:ann')).toEqual(['title: Mail']);
  expect(await hits('from:"Ann Lee" outage')).toEqual(['Mail p1']);
  expect(await hits('from:100%_')).toEqual([]);
  expect(await hits('date:2021-01-09')).toEqual(['title: Mail']);
  expect(await hits('outage after:2021-01-09')).toEqual(['docket: DECLARATION about the outage']);
  expect((await hits('docket:7')).toSorted()).toEqual([
    'docket: DECLARATION about the outage',
    'title: Report',
  ]);
  expect((await hits('kind:pdf OR kind:mail')).toSorted()).toEqual(['title: Mail', 'title: Report']);
  expect(await hits('kind:pdf -again')).toEqual([]);
  expect(await hits('kind:mail -again')).toEqual(['title: Mail']);
  expect(await hits('has:docket outage')).toHaveLength(2);
  expect(await hits('in:title report')).toEqual(['title: Report']);
  for (const field of ['to', 'cc', 'subject', 'author', 'source', 'tag', 'issue', 'exhibit', 'bates', 'name'])
    expect(await hits(`${field}:nobody`), field).toEqual([]);
  for (const filter of [
    'has:text',
    'has:ocr',
    'has:problems',
    'has:attachments',
    'has:exhibit',
    'has:note',
    'has:duplicates',
    'is:reviewed',
    'is:flagged',
    'is:archived',
    'is:ocr',
    'relevance:key',
    'relevance:none',
    'in:notes',
    'in:mail',
  ])
    await expect(search(`outage ${filter}`), filter).resolves.toMatchObject({ isTotalExact: true });
});

test('archived items are left out unless they are asked for', async () => {
  plant({ title: 'Old', pages: ['outage'], isArchived: true });
  plant({ title: 'New', pages: ['outage'] });
  expect(await hits('outage')).toEqual(['New p1']);
  expect((await hits('outage', { includesArchived: true })).toSorted()).toEqual(['New p1', 'Old p1']);
  expect(await hits('outage is:archived')).toEqual(['Old p1']);
});

test('the stemming switch finds words of one family, but nothing else in quotes', async () => {
  plant({ title: 'A', pages: ['Northgate suspended it'] });
  plant({ title: 'B', pages: ['the suspension of it'] });
  expect(await hits('suspend')).toEqual([]);
  expect((await hits('suspend', { isStemmed: true })).toSorted()).toEqual(['A p1', 'B p1']);
  expect(await hits('"suspend"', { isStemmed: true })).toEqual([]);
  expect((await search('suspend', { isStemmed: true })).marks.toSorted()).toEqual([
    'suspend',
    'suspended',
    'suspension',
  ]);
});

test('a word that occurs nowhere is put right from what does', async () => {
  plant({ title: 'A', pages: ['irreparable injury and an injunction'] });
  expect((await search('irreparable injuction kind:pdf')).didYouMean).toBe('irreparable injunction kind:pdf');
  expect((await search('"irreparible injury"')).didYouMean).toBe('"irreparable injury"');
  expect((await search('qqqqqqqq')).didYouMean).toBeNull();
  expect((await search('injunction')).didYouMean).toBeNull();
});

test('the page that says it most comes first, and the order of equals is kept from search to search', async () => {
  plant({ title: 'A', pages: [`outage ${'other words '.repeat(50)}`] });
  plant({ title: 'B', pages: ['outage outage outage'] });
  plant({ title: 'The outage', pages: ['nothing'] });
  for (let i = 0; i < 20; i++) plant({ title: `Filler ${i}`, pages: ['something else entirely'] });
  const first = await hits('outage');
  expect(first.at(-1)).toBe('A p1');
  expect(first).toContain('title: The outage');
  expect(await hits('outage')).toEqual(first);
  expect(await hits('outage', { order: 'title' })).toEqual(['A p1', 'B p1', 'title: The outage']);
  expect(await hits('outage', { offset: 1, limit: 1 })).toEqual([first[1]]);
});

test('pages read anew replace what was indexed, and dropped ones are found no more', async () => {
  const { contentId } = plant({ title: 'A', pages: ['before', 'second'] });
  t.session.db.transaction(() => {
    t.session.db
      .prepare('UPDATE page_text SET text = ? WHERE content_id = ? AND page = 1')
      .run('afterwards', contentId);
    indexPages(t.session, contentId, [{ page: 1, text: 'afterwards' }]);
  })();
  expect(await hits('before')).toEqual([]);
  expect(await hits('afterwards')).toEqual(['A p1']);
  expect(await hits('second')).toEqual(['A p2']);
  t.session.db.transaction(() => dropPages(t.session, contentId))();
  expect(await hits('second')).toEqual([]);
});

test('words of a transaction that was undone are written again with the next', async () => {
  const { contentId } = plant({ title: 'A', pages: ['first'] });
  const index = (page: number, text: string) => {
    t.session.db
      .prepare(`INSERT INTO page_text (content_id, page, origin, text) VALUES (?, ?, 'file', ?)`)
      .run(contentId, page, text);
    indexPages(t.session, contentId, [{ page, text }]);
  };
  expect(() =>
    t.session.db.transaction(() => {
      index(2, 'xylophone');
      throw new Error('undone');
    })(),
  ).toThrow('undone');
  t.session.db.transaction(() => index(2, 'xylophone again'))();
  expect(await hits('xylo', { isTyping: true })).toEqual(['A p2']);
});

test('a bulk of pages is indexed, merged and found; counts of words come out right', async () => {
  beginBulkIndexing(t.session);
  for (let i = 0; i < 30; i++)
    plant({
      title: `Volume ${i}`,
      pages: Array.from({ length: 20 }, (_, p) => `common words of page ${p} in volume${i}`),
    });
  expect(isBulkIndexing(t.session)).toBe(true);
  await endBulkIndexing(t.session);
  expect(isBulkIndexing(t.session)).toBe(false);
  expect((await search('common', { limit: 1 })).total).toBe(600);
  expect(await hits('volume7', { limit: 500 })).toHaveLength(20);
  expect(t.session.prepare(`SELECT pages FROM search_term WHERE term = 'common'`).pluck().get()).toBe(600);
});

test('what is indexed by a bulk is found while it goes on and when its end was broken off', async () => {
  beginBulkIndexing(t.session);
  plant({ title: 'A', pages: ['temporary restraining order', 'irreparable injury'] });
  const expectAll = async () => {
    expect(await hits('temporary restr', { isTyping: true })).toEqual(['A p1']);
    expect(await hits('restr*')).toEqual(['A p1']);
    expect(await hits('restrained', { isStemmed: true })).toEqual(['A p1']);
    expect((await search('irreparable injry')).didYouMean).toBe('irreparable injury');
  };
  await expectAll();
  await endBulkIndexing(t.session, async () => false);
  await expectAll();
  await endBulkIndexing(t.session);
  await expectAll();
  expect(isBulkIndexing(t.session)).toBe(false);
});

test('the list of words after a bulk is that of the index: words that are gone leave it', async () => {
  const { contentId } = plant({ title: 'A', pages: ['obsolete wording'] });
  t.session.db.transaction(() => dropPages(t.session, contentId))();
  beginBulkIndexing(t.session);
  plant({ title: 'B', pages: ['current wording'] });
  await endBulkIndexing(t.session);
  const terms = t.session.prepare('SELECT term, pages FROM search_term ORDER BY term').raw().all();
  expect(terms).toEqual([
    ['a', 1],
    ['b', 1],
    ['current', 1],
    ['wording', 1],
  ]);
});

test('pages indexed between two steps of writing the list of words anew are in it', async () => {
  beginBulkIndexing(t.session);
  plant({ title: 'A', pages: [Array.from({ length: 300 }, (_, i) => `middle${i}`).join(' ')] });
  let steps = 0;
  const pause = async () => {
    if (steps++ === 0) plant({ title: 'Late', pages: ['aardvark middle7 zebra'] });
    return true;
  };
  expect(await relistTerms(t.session, pause, 0)).toBe(true);
  expect(steps).toBeGreaterThan(2);
  const listed = t.session.prepare('SELECT term FROM search_term').pluck().all();
  expect(listed).toEqual(expect.arrayContaining(['aardvark', 'middle0', 'middle7', 'middle299', 'zebra']));
});

test('a filter finds the same with words that it finds without looking anywhere else', async () => {
  for (let i = 0; i < 30; i++)
    plant({
      title: `Volume ${i}`,
      custodian: i % 12 === 0 ? 'Ann Fair' : 'Bo Gate',
      pages: Array.from({ length: 30 }, (_, p) => (p % 2 === 0 ? 'common words' : 'other words')),
    });
  const { contentId } = plant({ title: 'Read anew', custodian: 'Ann Fair', pages: ['common', 'common'] });
  plant({ title: 'Between', custodian: 'Bo Gate', pages: ['common'] });
  t.session.db.transaction(() => indexPages(t.session, contentId, [{ page: 1, text: 'common' }]))();
  const of = async (query: string) => (await hits(query, { limit: 500 })).toSorted();
  const all = await of('common');
  const expected = all.filter((hit) => /^(Volume (0|12|24)|Read anew) /.test(hit));
  expect(expected).toHaveLength(47);
  expect(await of('common custodian:Ann')).toEqual(expected);
  expect(await of('common (custodian:Ann OR title:anew) NOT title:elsewhere')).toEqual(expected);
  expect(await of('(common custodian:Ann) OR (common title:"Volume 0")')).toEqual(expected);
});

test('looking that is broken off says so, and whatever the steps every row is counted once', async () => {
  for (let i = 0; i < 30; i++)
    plant({
      title: `V${i}`,
      pages: Array.from({ length: 200 }, (_, p) => (p % 3 === 0 ? 'common' : 'common words')),
    });
  const plan = planSearch(t.session, 'common', {
    isTyping: false,
    isQuick: false,
    isStemmed: false,
    includesArchived: false,
  });
  const part = await scanIndex(t.session, plan!.ways, async () => false);
  expect(part).toMatchObject({ isWhole: false });
  expect(part.total).toBeGreaterThan(0);
  expect(part.total).toBeLessThan(6_000);
  const whole = await scanIndex(t.session, plan!.ways, async () => true);
  expect(whole).toMatchObject({ isWhole: true, total: 6_000 });
  expect(whole.rows).toHaveLength(5_000);
  expect((await search('common', { limit: 1 })).total).toBe(6_000);
  expect((await search('words', { limit: 1 })).total).toBe(3_990);
  expect((await search('wor*', { limit: 1 })).total).toBe(3_990);
});

test('while typing the last word goes on, and what is not finished is no error', async () => {
  plant({ title: 'A', pages: ['temporary restraining order'] });
  expect(await hits('temporary restr', { isTyping: true })).toEqual(['A p1']);
  expect(await hits('"temporary restr', { isTyping: true })).toEqual(['A p1']);
  expect(await hits('temporary AND (', { isTyping: true })).toEqual(['A p1']);
  expect(await hits('restr')).toEqual([]);
});

test('in brief a beginning stands for its commonest words, and the total says that there is more', async () => {
  plant({ title: 'A', pages: Array.from({ length: 90 }, (_, i) => `harm re${syllable(i)}`) });
  expect(await search('re*', { isBrief: true })).toMatchObject({ total: 64, isTotalExact: false });
  expect(await search('re*')).toMatchObject({ total: 90, isTotalExact: true });
  expect(await search('harm', { isBrief: true })).toMatchObject({ total: 90, isTotalExact: true });
  expect(await search('har', { isBrief: true })).toMatchObject({ total: 0, isTotalExact: true });
});

test('what is left out is left out whole, however little time there is: no total is too high', async () => {
  plant({ title: 'A', pages: Array.from({ length: 90 }, (_, i) => `harm re${syllable(i)}`) });
  const { contentId } = plant({ title: 'B', pages: ['harm alone'] });
  for (const how of [{ isTyping: true }, { isBrief: true }, {}])
    expect(await search('harm -re*', how)).toMatchObject({ total: 1, isTotalExact: true });
  dropPages(t.session, contentId);
  expect(await search('harm -re*', { isBrief: true })).toMatchObject({ total: 0, hits: [] });
});

test('a query that cannot be read is refused with the reason', async () => {
  await expect(search('"temporary')).rejects.toMatchObject({
    code: 'SEARCH_QUERY_INVALID',
    message: expect.stringContaining('quotation mark at character 1') as string,
  });
});

test('nothing to look for is no hit', async () => {
  plant({ title: 'A', pages: ['x'] });
  expect(await search('  § ')).toMatchObject({ total: 0, hits: [] });
});

test('a newer search of the same line ends the one before', async () => {
  for (let i = 0; i < 40; i++)
    plant({ title: `V${i}`, pages: Array.from({ length: 200 }, () => 'common words') });
  const older = search('common', { line: 'window' });
  const newer = search('words', { line: 'window' });
  await expect(older).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await newer).total).toBe(8_000);
  expect((await newer).isOrderBounded).toBe(true);
});

test('items not read yet and pages not recognized are told', async () => {
  const { contentId } = plant({ title: 'A', pages: ['x'] });
  t.session.db.prepare('UPDATE page_text SET needs_ocr = 1 WHERE content_id = ?').run(contentId);
  expect(await search('x')).toMatchObject({ unread: 1, unrecognised: 1 });
});

test('scripts without spaces: any row of letters is found, on a page and in a title', async () => {
  plant({ title: '東京都の契約', pages: ['契約書は東京で署名された。', 'ABC中华人民共和国的公司'] });
  plant({ title: 'Other', pages: ['京東 公の司'] });
  const hits = async (query: string) =>
    (await search(query)).hits.map(({ title, page }) => `${title} ${page ?? 'title'}`);
  expect(await hits('公司')).toEqual(['東京都の契約 2']);
  expect(await hits('人民共和')).toEqual(['東京都の契約 2']);
  expect(await hits('"東京で署名"')).toEqual(['東京都の契約 1']);
  expect((await hits('東京')).toSorted()).toEqual(['東京都の契約 1', '東京都の契約 title']);
  expect((await hits('東京*')).toSorted()).toEqual(['東京都の契約 1', '東京都の契約 title']);
  const [hit] = (await search('署名')).hits;
  expect(hit!.snippet.filter((part) => part.isHit)).toEqual([{ text: '署名', isHit: true }]);
});

test('letters that are two are found as people type them, on pages and in titles', async () => {
  plant({ title: 'Encyclopædia', pages: ['Straße in Łódź'] });
  for (const query of ['strasse', 'Straße', 'lodz', 'encyclopaedia', 'encyclopædia'])
    expect((await search(query)).total, query).toBe(1);
});

test('lines of a transcript are found at their time, and beside them everything else', async () => {
  const { id } = plant({ title: 'Call', pages: [], kind: 'audio' });
  plant({ title: 'Letter', pages: ['Nobody was told of the decision.'] });
  const cues = [
    { startMs: 1_000, endMs: 4_000, text: 'We were never told.' },
    { startMs: 12_000, endMs: 15_000, text: 'The decision is final.' },
  ];
  t.session.db
    .prepare(`INSERT INTO transcript VALUES (?, ?, 'Call.srt', ?, '2021-01-11T00:00:00.000Z')`)
    .run(randomUUID(), id, JSON.stringify(cues));
  expect(await hits('told')).toHaveLength(2);
  const { hits: found } = await search('"never told"');
  expect(found).toMatchObject([{ kind: 'cue', evidenceId: id, atMs: 1_000 }]);
  expect((await search('"decision is"')).hits).toMatchObject([{ kind: 'cue', evidenceId: id, atMs: 12_000 }]);
});

test('documents that a query finds are counted once by what narrows it, and each count is what narrowing finds', async () => {
  plant({
    title: 'Mail',
    kind: 'eml',
    custodian: 'Adam Reyes',
    pages: ['outage one', 'outage two'],
    claims: { sentAt: '2021-01-10T20:00:00.000Z' },
  });
  plant({ title: 'Log', custodian: 'Adam Reyes', pages: ['outage'] });
  plant({ title: 'Outage report', custodian: 'B', pages: ['nothing'] });
  plant({ title: 'Old', isArchived: true, custodian: 'B', pages: ['outage'] });
  const options: SearchOptions = { isStemmed: false, order: 'rank', includesArchived: false };
  const { facets, documents, isBounded } = await findFacets(t.session, { query: 'outage', options });
  expect({ documents, isBounded }).toEqual({ documents: 3, isBounded: false });
  expect(facets).toEqual([
    {
      field: 'kind',
      values: [
        { term: 'kind:pdf', label: 'pdf', documents: 2 },
        { term: 'kind:eml', label: 'eml', documents: 1 },
      ],
    },
    {
      field: 'custodian',
      values: [
        { term: 'custodian:"Adam Reyes"', label: 'Adam Reyes', documents: 2 },
        { term: 'custodian:B', label: 'B', documents: 1 },
      ],
    },
    { field: 'date', values: [{ term: 'date:2021-01', label: '2021-01', documents: 1 }] },
  ]);
  for (const { term, documents: expected } of facets.flatMap(({ values }) => values)) {
    const narrowed = await findFacets(t.session, { query: `outage ${term}`, options });
    expect([term, narrowed.documents]).toEqual([term, expected]);
  }
});

test('nothing asked for has no facets', async () => {
  const options: SearchOptions = { isStemmed: false, order: 'rank', includesArchived: false };
  expect(await findFacets(t.session, { query: ' ', options })).toEqual({
    facets: [],
    documents: 0,
    isBounded: false,
  });
});
