import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { makePng } from '../../testing/images.ts';
import { makeWave } from '../../testing/files/recordings.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let folder: string;
let matterId: MatterId;
let id: EvidenceId;
beforeAll(async () => {
  t = await beginTest();
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = mkdtempSync(join(t.folder, 'test-'));
  matterId = (await t.createMatter()).id;
  id = await add('call.wav', makeWave(1_500));
});

async function add(name: string, bytes: Uint8Array): Promise<EvidenceId> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

const importText = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return t.client['evidence.transcript.import']({ matterId, id, source: { path } });
};
const srt = '1\n00:00:00,500 --> 00:00:01,000\nADA BELL: The servers stopped.\n';

test('a recording is told by its content, with its length as a claim', async () => {
  const item = await t.client['evidence.get']({ matterId, id });
  expect(item).toMatchObject({ kind: 'audio', problems: [] });
});

test('a transcript is added, listed, undone and redone', async () => {
  expect(await importText('call.srt', srt)).toMatchObject({ cues: 1, unread: 0 });
  const [transcript] = await t.client['evidence.transcript.list']({ matterId, id });
  expect(transcript).toMatchObject({
    name: 'call.srt',
    cues: [{ startMs: 500, endMs: 1_000, speaker: 'ADA BELL', text: 'The servers stopped.' }],
  });
  await t.client['history.undo']({ matterId });
  expect(await t.client['evidence.transcript.list']({ matterId, id })).toEqual([]);
  await t.client['history.redo']({ matterId });
  expect(await t.client['evidence.transcript.list']({ matterId, id })).toEqual([transcript]);
});

test('a transcript in UTF-16, as Windows programs write it, is read', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(srt, 'utf16le')]);
  expect(await importText('call.srt', bytes)).toMatchObject({ cues: 1 });
});

test('a deleted transcript comes back with undo', async () => {
  const added = await importText('call.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n');
  await t.client['evidence.transcript.delete']({ matterId, id: added.id });
  expect(await t.client['evidence.transcript.list']({ matterId, id })).toEqual([]);
  await t.client['history.undo']({ matterId });
  expect(await t.client['evidence.transcript.list']({ matterId, id })).toHaveLength(1);
});

test('what is no transcript is refused, and nothing is kept of it', async () => {
  await expect(importText('letter.srt', 'Dear counsel')).rejects.toMatchObject({
    code: 'EVIDENCE_TRANSCRIPT_UNREADABLE',
  });
  expect(await t.client['evidence.transcript.list']({ matterId, id })).toEqual([]);
});

test('only recordings have transcripts', async () => {
  id = await add('a.png', makePng(4, 3));
  await expect(importText('call.srt', srt)).rejects.toMatchObject({ code: 'EVIDENCE_NOT_MEDIA' });
});

test('deleting a transcript that is not there says so', async () => {
  await expect(t.client['evidence.transcript.delete']({ matterId, id: 'gone' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
