import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestSession, type TestSession } from '../../testing/temp-session.ts';
import { storePagesBefore, storeText } from './page-repository.ts';

let t: TestSession;
beforeEach(() => {
  t = createTestSession();
  t.session.db.prepare("INSERT INTO content (id, sha256, state) VALUES (1, ?, 'stored')").run('0'.repeat(64));
});
afterEach(() => t.dispose());

test('what a broken-off reading left in the index goes with its pages, where the next reading finds less', () => {
  const pages = [1, 2].map((page) => ({ page, text: 'the almanac', needsOcr: false }));
  storePagesBefore(t.session, 1, pages, true);
  storeText(t.session, 1, { pages: pages.slice(0, 1), problems: [] });
  const pagesOf = (table: string) =>
    t.session.db.prepare(`SELECT page FROM ${table} WHERE content_id = 1`).pluck().all();
  expect(pagesOf('page_text')).toEqual([1]);
  expect(pagesOf('search_subject')).toEqual([1]);
});
