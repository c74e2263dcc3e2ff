import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plantEvidence } from '../testing/matter-file.ts';
import { createTestSession, type TestSession } from '../testing/temp-session.ts';
import { appendAudit, chainHash } from './audit.ts';
import { appendCustody } from './custody.ts';
import { verifyChains } from './verify-chains.ts';

const person = { name: 'A. Reyes', role: 'Associate', barNumber: '12345' };
let t: TestSession;
let evidenceId: string;

/** A custody chain of five events, past the triggers that would refuse to change it. */
beforeEach(() => {
  t = createTestSession({ appVersion: '1.2.3' });
  const { db } = t.session;
  evidenceId = plantEvidence(db, { title: 'Letter', bytes: Buffer.from('Letter of January 9') });
  db.transaction(() => {
    for (let at = 0; at < 4; at += 1)
      appendCustody(t.session, { evidenceId, action: 'exported', person, details: { at } });
  })();
  db.exec('DROP TRIGGER custody_event_no_update');
  db.exec('DROP TRIGGER custody_event_no_delete');
});
afterEach(() => t.dispose());

const alter = (sequence: number) =>
  t.session.db.prepare(`UPDATE custody_event SET action = 'verified' WHERE sequence = ?`).run(sequence);
const remove = (sequence: number) =>
  t.session.db.prepare('DELETE FROM custody_event WHERE sequence = ?').run(sequence);

/** Gives a row the hash that goes with what it says, and links it to another's. */
function hashAnew(sequence: number, previous?: string): string {
  const { db } = t.session;
  const row = db
    .prepare<[number], Record<string, string | number>>('SELECT * FROM custody_event WHERE sequence = ?')
    .get(sequence)!;
  const { previous_hash: linked, hash: _, ...values } = row;
  const link = previous ?? String(linked);
  const hash = chainHash(link, Object.values(values));
  db.prepare('UPDATE custody_event SET previous_hash = ?, hash = ? WHERE sequence = ?').run(
    link,
    hash,
    sequence,
  );
  return hash;
}

const hashOf = (sequence: number) =>
  t.session.db
    .prepare<[number], string>('SELECT hash FROM custody_event WHERE sequence = ?')
    .pluck()
    .get(sequence)!;

test('half a character in what was done, as where a name was cut, is no alteration', () => {
  const { session } = t;
  const name = 'Gavel \ud83d';
  const at = session.transact(
    { operation: 'evidence.update', person, isUndoable: false, summary: () => `describe “${name}”` },
    () => {
      session.db.prepare('UPDATE evidence_description SET custodian = ?').run(name);
      appendCustody(session, { evidenceId, action: 'described', person, details: { name } });
      return session.db
        .prepare(
          `SELECT json_extract(details, '$.name') = custodian FROM custody_event, evidence_description
             ORDER BY sequence DESC`,
        )
        .pluck()
        .get();
    },
  );
  expect(at).toBe(1);
  const { custody, audit } = verifyChains(session.db);
  expect([custody.broken, audit.broken]).toEqual([[], []]);
});

describe('a custody chain', () => {
  test('is whole as it was written', () => {
    expect(verifyChains(t.session.db).custody).toEqual({
      checked: 5,
      broken: [],
      lastHash: hashOf(5),
    });
  });

  test.each<[string, () => void, number[]]>([
    ['a row altered is named', () => alter(3), [3]],
    [
      'a row altered with its hash is told by the row after it',
      () => {
        alter(3);
        hashAnew(3);
      },
      [4],
    ],
    ['a row removed between others is told by the one after it', () => remove(3), [4]],
    ['the first row removed is told by the second', () => remove(1), [2]],
    [
      'a row removed, and all behind it linked anew, leaves a gap in the count',
      () => {
        remove(3);
        hashAnew(5, hashAnew(4, hashOf(2)));
      },
      [4],
    ],
  ])('%s', (_, forge, broken) => {
    forge();
    expect(verifyChains(t.session.db).custody.broken).toEqual(broken);
  });

  test('says who did it, from which account of which machine, and with which version', () => {
    const [, event] = t.session.db.prepare('SELECT * FROM custody_event').all();
    expect(event).toMatchObject({
      sequence: 2,
      evidence_id: evidenceId,
      action: 'exported',
      person: JSON.stringify(person),
      account: 'tester',
      machine: 'bench',
      app_version: '1.2.3',
      details: '{"at":0}',
    });
  });
});

test('a chain longer than is read at a time is walked to its end', () => {
  const { db } = t.session;
  db.transaction(() => {
    for (let at = 0; at < 1_500; at += 1)
      appendAudit(t.session, { operation: 'docket.add', summary: `add docket entry ${at}`, person });
  })();
  const whole = verifyChains(db).audit;
  expect(whole.broken).toEqual([]);
  expect(whole.checked).toBeGreaterThanOrEqual(1_500);
  db.exec('DROP TRIGGER audit_event_no_update');
  db.prepare(`UPDATE audit_event SET summary = 'nothing' WHERE sequence IN (1000, 1001, ?)`).run(
    whole.checked,
  );
  expect(verifyChains(db).audit.broken).toEqual([1_000, 1_001, whole.checked]);
});
