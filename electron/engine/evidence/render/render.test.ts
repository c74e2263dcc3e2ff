import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { makePng } from '../../testing/images.ts';
import { makeMail } from '../../testing/mail-and-archives.ts';
import { makePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;

beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

async function takeIn(files: Readonly<Record<string, Uint8Array | string>>): Promise<EvidenceId[]> {
  const sources = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(t.folder, name), bytes);
    return { path: join(t.folder, name) };
  });
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  return items.map(({ id }) => id as EvidenceId);
}

const render = (ids: readonly EvidenceId[]) => t.runJob('evidence.render', { matterId, ids: [...ids] });

test('a picture, a mail, a text and a file of an unknown kind have a PDF, the same each time; a PDF stands for itself', async () => {
  const ids = await takeIn({
    'screen.png': makePng(40, 30),
    'outage.eml': makeMail('Notice of outage'),
    'log.txt': 'stopped\n',
    'case.bin': Buffer.from([1, 2, 3, 4, 0, 255]),
    'paper.pdf': await makePdf([{ text: 'one' }, { text: 'two' }]),
  });
  const first = await render(ids);
  expect(first.failed).toEqual([]);
  expect(first.items.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 2]);
  expect(await render(ids)).toEqual(first);
  const list = await t.client['evidence.list']({ matterId });
  expect(list).toHaveLength(5);
  expect(first.items[4]!.sha256).toBe(list.find(({ id }) => id === ids[4])!.sha256);
});

test('what cannot be shown is named, and does not keep the others from being made', async () => {
  const png = makePng(40, 30);
  const ids = await takeIn({ 'torn.png': png.subarray(0, 30), 'log.txt': 'stopped\n' });
  const { items, failed } = await render(ids);
  expect(items.map(({ id }) => id)).toEqual([ids[1]]);
  expect(failed).toMatchObject([{ id: ids[0], problem: { code: 'EVIDENCE_DAMAGED' } }]);
});

test('a PDF made here can come back as evidence of its own', async () => {
  const ids = await takeIn({ 'log.txt': 'stopped\n' });
  const target = join(t.folder, 'out');
  mkdirSync(target);
  const { files } = await t.runJob('evidence.export', {
    matterId,
    ids,
    target: { path: target },
    form: 'rendition',
  });
  expect(files).toMatchObject([{ id: ids[0], fileName: 'log.txt.pdf' }]);
  expect(readdirSync(target)).toEqual(['log.txt.pdf']);
  const bytes = readFileSync(join(target, 'log.txt.pdf'));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[0]!.sha256);
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: [{ path: join(target, 'log.txt.pdf') }],
  });
  expect(items).toMatchObject([{ status: 'added', kind: 'pdf', sha256: files[0]!.sha256 }]);
  const verified = await t.runJob('matter.verify', { matterId });
  expect(verified).toMatchObject({ ok: true, checked: { evidence: 2 } });
});
