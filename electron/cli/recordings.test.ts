import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeWave } from '../engine/testing/files/recordings.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();

test('evidence transcript adds a transcript to a recording, and refuses what is none', async () => {
  const matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater v. Northgate');
  writeFileSync(at('call.wav'), makeWave(1_000));
  writeFileSync(at('call.srt'), '1\n00:00:00,000 --> 00:00:01,000\nIt stopped.\n');
  writeFileSync(at('letter.txt'), 'Dear counsel');
  const { items } = await json('evidence', 'add', matter, at('call.wav'));
  expect(items[0]).toMatchObject({ status: 'added', kind: 'audio', problems: [] });
  expect(await json('evidence', 'transcript', matter, items[0].id, at('call.srt'))).toMatchObject({
    cues: 1,
    unread: 0,
  });
  const refused = await run('evidence', 'transcript', matter, items[0].id, at('letter.txt'), '--json');
  expect(refused.code).toBe(4);
  expect(refused.stdout + refused.stderr).toContain('EVIDENCE_TRANSCRIPT_UNREADABLE');
});
