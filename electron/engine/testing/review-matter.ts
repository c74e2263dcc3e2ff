import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceId, MatterId, NoteId, TagId } from '../../../shared/model/common.ts';
import type { IntakeItem } from '../../../shared/model/evidence.ts';
import type { TestEngine } from './temp-matter.ts';

/** Words that stand only in what is never chosen for a copy. */
export const secretWords = ['Quillfeather', 'Ostrowski', 'Marblehead', 'Thistledown'] as const;

/** A matter to make review copies of: a notice, a mail with an attachment, a memo that stays behind. */
export interface ReviewMatter {
  readonly matterId: MatterId;
  readonly path: string;
  readonly notice: EvidenceId;
  readonly mail: EvidenceId;
  readonly attachment: EvidenceId;
  readonly memo: EvidenceId;
  readonly issueId: TagId;
  readonly tagId: TagId;
}

const mail = `From: R. Okafor <r.okafor@fairwater.example>\r
To: Desk <desk@northgate.example>\r
Date: Sat, 9 Jan 2021 18:00:00 +0000\r
Subject: Suspension, ${secretWords[1]}\r
Message-ID: <one@fairwater.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=b\r
\r
--b\r
Content-Type: text/plain\r
\r
The notice is attached.\r
--b\r
Content-Type: text/plain; name="schedule.txt"\r
Content-Disposition: attachment; filename="schedule.txt"\r
\r
Servers are moved within thirty days of the notice.\r
--b--\r
`;

/** Fills a new matter through the operations, text read; what it takes is a second. */
export async function createReviewMatter(t: TestEngine): Promise<ReviewMatter> {
  const { id: matterId, fileName } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  const write = (name: string, text: string) => {
    writeFileSync(join(t.folder, name), text);
    return { path: join(t.folder, name) };
  };
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: [
      write('notice.txt', 'Notice of suspension of the hosting account.'),
      write('evening-mail.eml', mail),
      write(`${secretWords[0]}.txt`, `Memo of counsel: ${secretWords[2]} is not to be told.`),
    ],
  });
  await t.runJob('evidence.readText', { matterId });
  const [notice, mailItem, memo] = items as [IntakeItem, IntakeItem, IntakeItem];
  const tag = (name: string, kind: 'tag' | 'issue') =>
    t.client['evidence.tag.add']({ matterId, fields: { name, kind, color: 'blue' } });
  return {
    matterId,
    path: join(t.folder, fileName),
    notice: notice.id as EvidenceId,
    mail: mailItem.id as EvidenceId,
    attachment: mailItem.children![0]!.id as EvidenceId,
    memo: memo.id as EvidenceId,
    issueId: (await tag('Notice', 'issue')).id,
    tagId: (await tag('For the hearing', 'tag')).id,
  };
}

/** Adds a note to a whole item; returns its id. */
export async function addNote(
  t: TestEngine,
  matterId: MatterId,
  evidenceId: EvidenceId,
  text: string,
  fields: object = {},
): Promise<NoteId> {
  const note = await t.client['notes.add']({
    matterId,
    evidenceId,
    kind: 'note',
    anchor: {},
    fields: { text, isWorkProduct: false, ...fields },
  });
  return note.id;
}

/** Gives a note another text. */
export async function changeNote(t: TestEngine, matterId: MatterId, id: NoteId, text: string): Promise<void> {
  await t.client['notes.update']({ matterId, ids: [id], fields: { text } });
}

/** Acts in another person's name from here on. */
export async function actAs(t: TestEngine, name: string): Promise<void> {
  await t.client['settings.update']({ patch: { person: { name, role: '', barNumber: '' } } });
}
