import { expect, test } from 'vitest';
import { createTestSession } from '../../testing/temp-session.ts';
import { plantItem } from '../testing.ts';
import { subjectTexts, type Subject } from './subject-texts.ts';

test('lines are read from their transcript once, whatever their number', async () => {
  const t = createTestSession();
  const { id } = plantItem(t.session, { title: 'Call', pages: [], kind: 'audio' });
  const add = t.session.db.prepare('INSERT INTO transcript VALUES (?, ?, ?, ?, ?)');
  for (const name of ['a', 'b']) {
    const cues = Array.from({ length: 50 }, (_, i) => ({
      startMs: i,
      endMs: i + 1,
      text: `${name} ${i + 1}`,
    }));
    add.run(name, id, `${name}.srt`, JSON.stringify(cues), '2021-01-11T00:00:00.000Z');
  }
  let readings = 0;
  const textOf = subjectTexts({
    prepare(text) {
      readings += 1;
      return t.session.db.prepare(text);
    },
  });
  const line = (ref: string, page: number): Subject => ({ id: 0, kind: 'cue', contentId: null, ref, page });
  const lines = ['a', 'b'].flatMap((name) => Array.from({ length: 50 }, (_, i) => line(name, i + 1)));
  expect(lines.map(textOf)).toEqual(lines.map(({ ref, page }) => `${ref} ${page}`));
  expect(readings).toBe(2);
  expect([line('a', 51), line('gone', 1)].map(textOf)).toEqual([null, null]);
  await t.dispose();
});
