import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { mailBytes } from '../../formats/mail/testing/mail-fixture.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let folder: string;
beforeAll(async () => {
  t = await beginTest();
  folder = mkdtempSync(join(t.folder, 'mail-'));
  matterId = (await t.createMatter()).id;
});
afterAll(() => t.dispose());

async function add(name: string, bytes: Uint8Array): Promise<EvidenceId> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

test('a mail is answered with its headers, its text, and its attachments as the items they became', async () => {
  const id = await add(
    'notice.eml',
    mailBytes(
      'From: Ann Day <ann@fairwater.example>',
      'To: bo@northgate.example',
      'Date: Tue, 3 Mar 2026 09:05:00 -0500',
      'Subject: Notice of outage',
      'Content-Type: multipart/mixed; boundary=m',
      '',
      '--m',
      'Content-Type: text/html',
      '',
      '<p>See the <img src="https://cdn.example/a.png"> log.</p>',
      '--m',
      'Content-Disposition: attachment; filename=server.log',
      '',
      'down since 09:00',
      '--m',
      'Content-Type: message/rfc822',
      '',
      'From: cy@northgate.example',
      'Subject: Earlier',
      'Date: Mon, 2 Mar 2026 09:05:00 -0500',
      '',
      'words',
      '--m--',
    ),
  );
  const mail = await t.client['evidence.mail']({ matterId, id });
  expect(mail.headers).toEqual([
    { name: 'From', value: 'Ann Day <ann@fairwater.example>' },
    { name: 'To', value: 'bo@northgate.example' },
    { name: 'Date', value: 'Tue, 3 Mar 2026 09:05:00 -0500' },
    { name: 'Subject', value: 'Notice of outage' },
  ]);
  expect([mail.text, mail.hasHtml, mail.remoteReferences]).toEqual(['See the log.', true, 1]);
  expect(mail.attachments.map(({ name, sizeBytes, kind }) => [name, sizeBytes, kind])).toEqual([
    ['server.log', 16, 'text'],
    ['Earlier.eml', 91, 'eml'],
  ]);
  const earlier = await t.client['evidence.mail']({ matterId, id: mail.attachments[1]!.evidenceId! });
  expect(earlier.text).toBe('words');
});

test('what is no mail is refused with a sentence', async () => {
  const id = await add('words.txt', Buffer.from('Just some words of a text file.\n'));
  await expect(t.client['evidence.mail']({ matterId, id })).rejects.toMatchObject({
    code: 'EVIDENCE_NOT_MAIL',
  });
});
