import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexText } from '../../../../shared/domain/search/fold-text.ts';
import { createTestSession, type TestSession } from '../../testing/temp-session.ts';
import { find } from '../find/find.ts';
import { plantItem } from '../testing.ts';
import { isBulkIndexing } from './page-terms.ts';
import { renewIndex } from './renew-index.ts';
import { rowsBehind } from './renew-rows.ts';

let t: TestSession;
beforeEach(() => {
  t = createTestSession();
});
afterEach(() => t.dispose());

const search = (query: string) =>
  find(t.session, {
    query,
    options: { isStemmed: false, order: 'rank', includesArchived: false },
    isTyping: false,
    isBrief: false,
    offset: 0,
    limit: 50,
  });
const goOn = async () => true;
const rowsOf = (contentId: number) =>
  t.session.prepare('SELECT page, folding FROM search_subject WHERE content_id = ?').all(contentId);

/** Leaves the index of a matter as an earlier version folded it. */
function ageIndex(): void {
  t.session.db.exec(`
    DELETE FROM search_text;
    INSERT INTO search_text (rowid, body)
      SELECT s.id, p.text FROM search_subject s JOIN page_text p ON p.content_id = s.content_id AND p.page = s.page;
    INSERT INTO search_text (rowid, body)
      SELECT s.id, d.title FROM search_subject s JOIN evidence_description d ON d.id = s.ref;
    UPDATE search_subject SET folding = 0;
    DELETE FROM search_term;`);
}

test('pages and titles of an earlier folding are found by this one, and until then it is told', async () => {
  plantItem(t.session, { title: 'Σύμβαση', pages: ['plain text', 'η σύμβαση 👍'] });
  ageIndex();
  expect(await search('συμβαση')).toMatchObject({ total: 0, outdated: 3 });
  const told: [number, number][] = [];
  expect(await renewIndex(t.session, goOn, (done, total) => void told.push([done, total]))).toBe(true);
  expect(told.at(-1)).toEqual([3, 3]);
  expect(rowsBehind(t.session)).toBe(0);
  expect((await search('συμβαση')).hits.map(({ kind }) => kind).toSorted()).toEqual(['page', 'title']);
  expect(await search('👍')).toMatchObject({ total: 1, outdated: 0 });
  expect((await search('plain')).total).toBe(1);
});

test('the list of words has what pages folded anew have', async () => {
  plantItem(t.session, { title: 'A', pages: ['η σύμβαση', 'Σύμβαση'] });
  ageIndex();
  await renewIndex(t.session, goOn, () => undefined);
  expect(t.session.prepare(`SELECT pages FROM search_term WHERE term = 'συμβαση'`).pluck().get()).toBe(2);
});

test('rows of pages that are there no more go', async () => {
  const { contentId } = plantItem(t.session, { title: 'A', pages: ['one', 'ghost'] });
  t.session.db.exec('DELETE FROM page_text WHERE page = 2; UPDATE search_subject SET folding = 0');
  expect((await search('ghost')).total).toBe(1);
  await renewIndex(t.session, goOn, () => undefined);
  expect((await search('ghost')).total).toBe(0);
  expect((await search('one')).total).toBe(1);
  expect(rowsOf(contentId)).toEqual([{ page: 1, folding: 1 }]);
});

test('what is broken off is gone on with', async () => {
  plantItem(t.session, { title: 'Σύμβαση', pages: ['η σύμβαση'] });
  ageIndex();
  expect(
    await renewIndex(
      t.session,
      async () => false,
      () => undefined,
    ),
  ).toBe(false);
  expect(rowsBehind(t.session)).toBe(1);
  await renewIndex(t.session, goOn, () => undefined);
  expect((await search('συμβαση')).total).toBe(2);
});

test('many pages are folded anew like few, and whatever letter is left as it was gives the same words', async () => {
  const letters = Array.from({ length: 0x2500 - 0x80 }, (_, i) => String.fromCharCode(0x80 + i));
  plantItem(t.session, { title: 'A', pages: letters.map((letter) => `a${letter}b ${letter}c-\nd`) });
  ageIndex();
  // Words split at a line's end have always been joined on pages.
  const texts = t.session.db.prepare('SELECT text FROM page_text ORDER BY page').pluck().all() as string[];
  const rewrite = t.session.db.prepare('UPDATE search_text SET body = ? WHERE rowid = ?');
  const ids = t.session.db
    .prepare(`SELECT id FROM search_subject WHERE kind = 'page' ORDER BY page`)
    .pluck()
    .all() as number[];
  t.session.db.transaction(() =>
    texts.forEach((text, i) =>
      rewrite.run(`${text.replace('-\n', '')} \uE000 ${text.replace('-\n', '-')}`, ids[i]),
    ),
  )();
  expect(await renewIndex(t.session, goOn, () => undefined)).toBe(true);
  expect(isBulkIndexing(t.session)).toBe(false);
  t.session.db.exec(`
    CREATE VIRTUAL TABLE temp.fresh USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE temp.fresh_word USING fts5vocab (temp, fresh, instance);
    CREATE VIRTUAL TABLE temp.kept_word USING fts5vocab (main, search_text, instance);`);
  const add = t.session.db.prepare('INSERT INTO fresh (rowid, body) VALUES (?, ?)');
  t.session.db.transaction(() => texts.forEach((text, i) => add.run(ids[i], indexText(text))))();
  const words = (table: string) =>
    t.session.db
      .prepare(
        `SELECT doc, group_concat(term, ' ') AS words FROM
           (SELECT doc, term FROM ${table} WHERE doc >= ${ids[0]} ORDER BY doc, offset) GROUP BY doc`,
      )
      .all();
  expect(words('kept_word')).toEqual(words('fresh_word'));
});
