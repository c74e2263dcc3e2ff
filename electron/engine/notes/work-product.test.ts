import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { makeMail } from '../testing/mail-and-archives.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let setId: string;
let ids: EvidenceId[];

beforeAll(async () => {
  t = await createTestEngine();
  ({ id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.'));
  const files = {
    'Agreement.pdf': await makePdf([{ text: 'Upon thirty days notice' }]),
    'Outage.eml': makeMail('Outage'),
  };
  const sources = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(t.folder, name), bytes);
    return { path: join(t.folder, name) };
  });
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  ids = items.map(({ id }) => id as EvidenceId);
  ({ id: setId } = await t.client['exhibits.set.create']({ matterId, fields: { name: 'Motion' } }));
  await t.client['exhibits.add']({ matterId, setId: setId as never, evidenceIds: ids });
});
afterAll(() => t.dispose());

/** Hashes of everything a step wrote, by name. */
async function written(name: string, write: (folder: string) => Promise<unknown>) {
  const folder = join(t.folder, name);
  mkdirSync(folder);
  await write(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      // The manifest says when it was built.
      .filter((file) => !file.name.startsWith('manifest'))
      .map((file) => [
        file.name,
        createHash('sha256')
          .update(readFileSync(join(file.parentPath, file.name)))
          .digest('hex'),
      ]),
  );
}
const allOf = async (round: string) => [
  await written(`binder ${round}`, (folder) =>
    t.runJob('exhibits.build', { matterId, setId: setId as never, target: { path: folder } }),
  ),
  await written(`originals ${round}`, (folder) =>
    t.runJob('evidence.export', { matterId, ids, target: { path: folder }, form: 'both' }),
  ),
];

test('binders, originals and the PDFs that stand for them are the same bytes with notes and without', async () => {
  const without = await allOf('without');
  expect(Object.keys(without[0]!).length).toBeGreaterThan(1);
  for (const evidenceId of ids)
    for (const isWorkProduct of [true, false])
      await t.client['notes.add']({
        matterId,
        evidenceId,
        kind: 'highlight',
        anchor: { page: 1, quote: 'notice', rects: [{ x: 72, y: 390, width: 80, height: 14 }] },
        fields: { text: 'Zweifelsfall', isWorkProduct },
      });
  expect(await t.client['notes.list']({ matterId, filter: {} })).toHaveLength(4);
  expect(await allOf('with')).toEqual(without);
});
