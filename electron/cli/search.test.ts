import { writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../engine/store/database.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();
let matter: string;

beforeEach(async () => {
  matter = at('Fairwater.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  const note = at('note.txt');
  writeFileSync(note, 'Northgate suspended the hosting service without notice.');
  await json('evidence', 'add', matter, note, '--custodian', 'Ann Lee');
});

test('what was added is found at once, with its page and the words around it', async () => {
  const { total, hits, tookMs } = await json('search', matter, 'suspended "without notice"');
  expect(total).toBe(1);
  expect(hits[0]).toMatchObject({
    kind: 'page',
    page: 1,
    snippet: 'Northgate suspended the hosting service without notice.',
    marks: ['suspended', 'without notice'],
    docket: [],
    exhibit: [],
  });
  expect(hits[0].evidenceId).toMatch(/-/);
  expect(tookMs).toBeGreaterThan(0);
  expect(await json('search', matter, 'custodian:ann suspend', '--stem')).toMatchObject({ total: 1 });
});

test('a person reads hits with the words in brackets', async () => {
  const { code, stdout } = await run('search', matter, 'suspended');
  expect(code).toBe(0);
  expect(stdout).toContain('1. note (page 1)\n   Northgate [suspended] the hosting service');
  expect((await run('search', matter, 'suspendde')).stdout).toContain('Did you mean: suspended');
});

test('what is found as an earlier version read it is told, until a text is asked for', async () => {
  const db = openDatabase(matter, { passphrase: null, isReadOnly: false, mustExist: true });
  db.exec(`UPDATE search_subject SET folding = 0 WHERE kind = 'page'; UPDATE text_reading SET reader = 0`);
  db.close();
  expect((await run('search', matter, 'suspended')).stdout).toContain(
    '1 page or other text can be found only as an earlier version of Forthwith read it (evidence text brings it up to date).',
  );
  const { hits } = await json('search', matter, 'suspended');
  expect((await run('evidence', 'text', matter, hits[0].evidenceId)).code).toBe(0);
  expect(await json('search', matter, 'suspended')).toMatchObject({ total: 1, outdated: 0 });
});

test('a query or an option that cannot be read exits 2 and says why', async () => {
  const unclosed = await run('search', matter, '"without');
  expect(unclosed).toMatchObject({ code: 2, stdout: '' });
  expect(unclosed.stderr).toContain('quotation mark at character 1 is not closed');
  expect(await run('search', matter, 'kind:')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"kind:" needs a value right after it, such as kind:pdf'),
  });
  expect(await run('search', matter, 'x', '--limit', 'many')).toMatchObject({ code: 2 });
});
