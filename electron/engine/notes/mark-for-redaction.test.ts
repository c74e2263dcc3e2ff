import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { NoteAnchor, NoteFields } from '../../../shared/model/notes.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let [agreement, letter]: EvidenceId[] = [];

beforeAll(async () => {
  t = await createTestEngine();
  ({ id: matterId } = await t.createMatter());
  writeFileSync(join(t.folder, 'a.pdf'), await makePdf([{ text: 'Term' }, { text: 'Notice' }]));
  writeFileSync(join(t.folder, 'b.txt'), 'We suspend the service.');
  const sources = ['a.pdf', 'b.txt'].map((name) => ({ path: join(t.folder, name) }));
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  [agreement, letter] = items.map(({ id }) => id as EvidenceId);
});
afterAll(() => t.dispose());
afterEach(async () => {
  const ids = (await list()).map(({ id }) => id);
  if (ids.length > 0) await t.client['notes.delete']({ matterId, ids });
});

const list = () => t.client['notes.list']({ matterId, filter: {} });
const place = (x: number, width: number, quote = '', text = '') => ({
  anchor: NoteAnchor.parse({ page: 2, quote, rects: [{ x, y: 100, width, height: 12 }] }),
  text,
});
const mark = (evidenceId: EvidenceId | undefined, ...places: ReturnType<typeof place>[]) =>
  t.client['notes.markForRedaction']({ matterId, evidenceId: evidenceId!, places });

test('places are marked with their reasons in one step, as work product', async () => {
  expect(await mark(agreement, place(72, 60, 'Jane Roe'), place(200, 40, '', 'Privileged'))).toEqual({
    added: 2,
    known: 0,
  });
  expect(await list()).toMatchObject([
    { kind: 'redaction', color: 'red', anchor: { page: 2, quote: 'Jane Roe' }, isWorkProduct: true },
    { kind: 'redaction', anchor: { quote: '' }, text: 'Privileged' },
  ]);
  const { label } = await t.client['history.undo']({ matterId });
  expect(label).toBe('mark 2 places of “a” for redaction');
  expect(await list()).toEqual([]);
});

test('what a mark covers, or has the words of, is not marked again; what reaches beyond it is', async () => {
  await mark(agreement, place(72, 60, 'Jane Roe'));
  const again = [
    place(80, 20),
    // The same words with more room around them, and some of them.
    { ...place(69, 66, 'JANE ROE') },
    place(69, 33, 'Jane'),
  ];
  expect(await mark(agreement, ...again)).toEqual({ added: 0, known: 3 });
  expect(await mark(agreement, place(72, 66, 'Jane Roes'), place(100, 60), place(100, 60))).toEqual({
    added: 2,
    known: 1,
  });
});

test('only what has pages can be marked, and only places of them', async () => {
  const onPart = NoteAnchor.parse({
    page: 1,
    quote: 'suspend',
    rects: [{ x: 1, y: 1, width: 9, height: 9 }],
  });
  await expect(mark(letter, { anchor: onPart, text: '' })).rejects.toMatchObject({
    code: 'NOTE_ANCHOR_INVALID',
  });
  const words = NoteAnchor.parse({ page: 1, quote: 'Term' });
  await expect(mark(agreement, { anchor: words, text: '' })).rejects.toMatchObject({
    code: 'NOTE_ANCHOR_INVALID',
  });
  const { id } = await t.client['notes.add']({
    matterId,
    evidenceId: letter!,
    kind: 'box',
    anchor: onPart,
    fields: NoteFields.parse({}),
  });
  await expect(
    t.client['notes.update']({ matterId, ids: [id], fields: { kind: 'redaction' } }),
  ).rejects.toMatchObject({ code: 'NOTE_ANCHOR_INVALID' });
});
