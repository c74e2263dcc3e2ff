import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestSession, type TestSession } from '../../testing/temp-session.ts';
import { storePagesBefore, storeText } from './page-repository.ts';
import { storeRecognition } from './recognition-repository.ts';

let t: TestSession;
beforeEach(() => {
  t = createTestSession();
  t.session.db.prepare("INSERT INTO content (id, sha256, state) VALUES (1, ?, 'stored')").run('0'.repeat(64));
});
afterEach(() => t.dispose());

test('what a broken-off reading left in the index goes with its pages, where the next reading finds less', () => {
  const pages = [1, 2].map((page) => ({ page, text: 'the almanac', needsOcr: false }));
  storePagesBefore(t.session, 1, pages, true);
  storeText(t.session, { contentId: 1, kind: 'pdf' }, { pages: pages.slice(0, 1), problems: [] });
  const pagesOf = (table: string) =>
    t.session.db.prepare(`SELECT page FROM ${table} WHERE content_id = 1`).pluck().all();
  expect(pagesOf('page_text')).toEqual([1]);
  expect(pagesOf('search_subject')).toEqual([1]);
});

test('a page that was recognized stays when its original is read anew, and one that cannot be read now', () => {
  const content = { contentId: 1, kind: 'pdf' } as const;
  storeText(t.session, content, {
    pages: [
      { page: 1, text: '', needsOcr: true },
      { page: 2, text: 'second', needsOcr: false },
      { page: 3, text: 'third', needsOcr: false },
    ],
    problems: [],
  });
  const words = [{ text: 'seen', x: 0, y: 0, width: 1, height: 1, confidence: 90, isLineEnd: true }] as const;
  storeRecognition(t.session, 1, 1, { turned: 0, recognizer: 'x', confidence: 90, words, fileText: '' });
  t.session.db.exec('UPDATE text_reading SET reader = 0');
  const timedOut = { page: 3, code: 'EVIDENCE_TOO_DEMANDING', message: 'x' };
  storeText(t.session, content, {
    pages: [
      { page: 1, text: '', needsOcr: true },
      { page: 2, text: 'second, better', needsOcr: false },
      { page: 3, text: '', needsOcr: false },
    ],
    problems: [timedOut],
  });
  expect(
    t.session.db.prepare('SELECT page, origin, text, needs_ocr FROM page_text ORDER BY page').raw().all(),
  ).toEqual([
    [1, 'ocr', 'seen', 0],
    [2, 'file', 'second, better', 0],
    [3, 'file', 'third', 0],
  ]);
  const rows = (word: string) =>
    t.session.db.prepare('SELECT count(*) FROM search_text WHERE search_text MATCH ?').pluck().get(word);
  expect(['seen', 'second', 'better', 'third'].map(rows)).toEqual([1, 1, 1, 1]);
});

test('an original that cannot be read any more keeps the text it has, and is not tried again', () => {
  const content = { contentId: 1, kind: 'pdf' } as const;
  storeText(t.session, content, { pages: [{ page: 1, text: 'kept', needsOcr: false }], problems: [] });
  t.session.db.exec('UPDATE text_reading SET reader = 0');
  const damaged = { page: null, code: 'EVIDENCE_DAMAGED', message: 'x' };
  storeText(t.session, content, { pages: [], problems: [damaged] });
  expect(t.session.db.prepare('SELECT text FROM page_text').pluck().all()).toEqual(['kept']);
  expect(t.session.db.prepare('SELECT pages, problems, reader FROM text_reading').raw().all()).toEqual([
    [1, '[]', 1],
  ]);
});
