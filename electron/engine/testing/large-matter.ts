import { createHash, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { kindGroups } from '../../../shared/model/evidence.ts';

const kinds = Object.values(kindGroups).flat();
const people = ['R. Okafor', 'Billing desk', 'Trust and Safety', 'M. Lindqvist', '', 'Archive room'];
const subjects = ['Suspension notice', 'Ticket', 'Invoice', 'Screenshot', 'Minutes', 'Call with counsel'];

/**
 * Fills a closed matter with many items at once, by rows alone: families of ten, mails and pictures that are alike, claims,
 * Bates numbers and problems. There are no bytes behind them.
 *
 * @returns ids in the order the items came
 */
export function plantManyItems(db: Database.Database, count: number): string[] {
  const insert = {
    content: db.prepare(`INSERT INTO content (id, sha256, size_bytes, state) VALUES (?, ?, ?, 'stored')`),
    item: db.prepare('INSERT INTO evidence_item VALUES (?, ?, ?, ?, ?)'),
    description: db.prepare(
      'INSERT INTO evidence_description (id, title, custodian, source, is_archived) VALUES (?, ?, ?, ?, ?)',
    ),
    inspection: db.prepare(`INSERT INTO inspection VALUES (?, ?, '1', ?, ?, 0, ?, '{}')`),
    claim: db.prepare('INSERT INTO claim (content_id, field, value) VALUES (?, ?, ?)'),
    member: db.prepare('INSERT INTO evidence_member VALUES (?, ?, ?, ?)'),
    fingerprint: db.prepare('INSERT INTO fingerprint VALUES (?, ?, ?)'),
    bates: db.prepare('INSERT INTO bates_seen VALUES (?, ?, ?)'),
  };
  const ids = Array.from({ length: count }, () => randomUUID());
  const base = (db.prepare('SELECT ifnull(max(id), 0) AS id FROM content').get() as { id: number }).id;
  const start = Date.UTC(2021, 0, 4);
  const problems = JSON.stringify([{ code: 'EVIDENCE_DAMAGED', message: 'The file is damaged.' }]);
  db.transaction(() => {
    for (const [at, id] of ids.entries()) {
      const contentId = base + at + 1;
      const kind = kinds[at % kinds.length]!;
      const subject = subjects[at % subjects.length]!;
      const moment = new Date(start + at * 37_000).toISOString();
      insert.content.run(
        contentId,
        createHash('sha256').update(id).digest('hex'),
        1_000 + ((at * 7_919) % 900_000),
      );
      insert.item.run(id, contentId, kind, `${subject} ${at}.${kind}`, moment);
      insert.description.run(
        id,
        `${subject} ${count - at}`,
        people[at % people.length],
        'client e-mail',
        at % 500 === 0 ? 1 : 0,
      );
      insert.inspection.run(
        contentId,
        moment,
        at % 3 === 0 ? null : (at % 40) + 1,
        at % 4 === 0 ? 0 : 1,
        at % 50 === 0 ? problems : '[]',
      );
      insert.claim.run(contentId, 'sentAt', new Date(start - at * 61_000).toISOString());
      insert.claim.run(contentId, 'from', `sender${at % 300}@fairwater.example`);
      insert.claim.run(contentId, 'to', `desk${at % 40}@northgate.example`);
      if (at % 10 !== 0) insert.member.run(ids[at - (at % 10)], at % 10, id, `${subject} ${at}`);
      if (at % 8 < 2) insert.fingerprint.run(contentId, 'mail', `mail ${Math.floor(at / 8)}`);
      if (at % 5 === 0) insert.bates.run(contentId, 1, `FAIR${String(at).padStart(7, '0')}`);
    }
  })();
  return ids;
}
