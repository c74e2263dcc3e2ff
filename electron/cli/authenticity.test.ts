import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { withMatterFile } from '../engine/testing/matter-file.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json, errorOf } = createTerminal({ isShared: true });
let matter: string;
let ids: string[];

beforeAll(async () => {
  matter = at('m.matter');
  await json(
    'matter',
    'create',
    matter,
    '--title',
    'Fairwater LLC v. Northgate Hosting, Inc.',
    '--court',
    'wawd',
  );
  writeFileSync(at('letter.txt'), 'The letter of January 9.');
  writeFileSync(at('log.txt'), 'down since nine');
  const { items } = await json('evidence', 'add', matter, at('letter.txt'), at('log.txt'));
  ids = items.map(({ id }: { id: string }) => id);
});

const hashOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');

test('custody writes a report and answers with its path and hash; it never overwrites', async () => {
  const written = await json('authenticity', 'custody', matter, ids[0]!, '--out', at('report.pdf'));
  expect(written).toMatchObject({
    path: at('report.pdf'),
    sha256: hashOf('report.pdf'),
    isCustodyWhole: true,
  });
  expect(await errorOf('authenticity', 'custody', matter, ids[0]!, '--out', at('report.pdf'))).toMatchObject({
    exit: 3,
    code: 'FILE_EXISTS',
  });
});

test('certificate drafts for items by the beginning of a hash, and says what is left blank', async () => {
  const out = ['--out', at('cert.pdf'), '--certifier', 'Jane Roe', '--title', 'Examiner', '--outside-us'];
  const rule = ['--rule', '902(14)'];
  const begin = createHash('sha256').update('down since nine').digest('hex').slice(0, 12);
  const { stdout, code } = await run('authenticity', 'certificate', matter, ids[0]!, begin, ...rule, ...out);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Wrote cert\.pdf, \d pages\. A qualified person must review and sign it\./);
  expect(stdout).toContain('- The certifier’s organization is blank.');
  expect(stdout).not.toContain('certifier’s name');
  const pages: { text: string }[] = await json('pdf', 'text', at('cert.pdf'));
  const words = pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
  expect(words).toContain('under the laws of the United States of America');
});

test('a rule must be named, and only those there are', async () => {
  expect((await errorOf('authenticity', 'certificate', matter, ids[0]!, '--out', at('x.pdf'))).exit).toBe(2);
  const wrong = ['--rule', '902(12)', '--out', at('x.pdf')];
  expect((await errorOf('authenticity', 'certificate', matter, ids[0]!, ...wrong)).exit).toBe(2);
  expect(
    await errorOf('authenticity', 'custody', matter, 'no-such-item', '--out', at('x.pdf')),
  ).toMatchObject({
    exit: 3,
    code: 'NOT_FOUND',
  });
  expect(existsSync(at('x.pdf'))).toBe(false);
});

test('summary drafts items by set and tag with chosen columns, and what was typed of them', async () => {
  await json('exhibits', 'set', 'create', matter, '--name', 'TRO');
  await json('exhibits', 'add', matter, '--set', 'TRO', ids[1]!);
  expect(await json('authenticity', 'describe', matter, ids[0]!, 'That it was sent')).toEqual({
    id: ids[0],
    shows: 'That it was sent',
  });
  const summary = (...more: string[]) => ['authenticity', 'summary', matter, ...more];
  const { code, stdout } = await run(
    ...summary(ids[0]!, '--set', 'tro', '--columns', 'shows,exhibit', '--out', at('summary.csv')),
  );
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'Wrote summary.csv, 2 items. Counsel must confirm it.']);
  expect(stdout).toContain('- What it shows is not typed for 1 of 2 items.');
  expect(readFileSync(at('summary.csv'), 'utf8').replaceAll(/[0-9a-f]{64}/g, 'HASH')).toBe(
    '\ufeffNo.,Exhibit,What it shows,Bates numbers,SHA-256\r\n1,,That it was sent,,HASH\r\n2,A,,,HASH\r\n',
  );
  for (const form of ['docx', 'pdf'])
    expect(await json(...summary(ids[0]!, '--out', at(`summary.${form}`)))).toMatchObject({
      path: at(`summary.${form}`),
      rows: 1,
      sha256: hashOf(`summary.${form}`),
    });
});

test.each([
  ['a form that there is not', ['x', '--out', 'x.txt'], 2],
  ['a column that there is not', ['x', '--out', 'x.csv', '--columns', 'date,author'], 2],
  ['no items', ['--out', 'x.csv'], 2],
  ['a set that there is not', ['--out', 'x.csv', '--set', 'none'], 3],
  ['a tag that there is not', ['--out', 'x.csv', '--tag', 'none'], 3],
])('a summary of %s is refused', async (_what, flags, exit) => {
  const paths = flags.map((flag) => (flag.startsWith('x.') ? at(flag) : flag));
  expect((await errorOf('authenticity', 'summary', matter, ...paths)).exit).toBe(exit);
});

test('of an altered original the report is written and the run ends in 6; a certificate is refused', async () => {
  withMatterFile(matter, (db) =>
    db.exec(`DROP TRIGGER content_chunk_no_update;
      UPDATE content_chunk SET bytes = CAST('DOWN since nine' AS BLOB) WHERE length(bytes) = 15`),
  );
  const { code, stdout } = await run('authenticity', 'custody', matter, ids[1]!, '--out', at('altered.pdf'));
  expect([code, stdout]).toEqual([6, expect.stringContaining(`ALTERED  ${ids[1]}  log`)]);
  expect(existsSync(at('altered.pdf'))).toBe(true);
  const rule = ['--rule', '902(14)', '--out', at('never.pdf')];
  expect(await errorOf('authenticity', 'certificate', matter, ...ids, ...rule)).toMatchObject({
    exit: 4,
    code: 'AUTHENTICITY_NOT_CERTIFIED',
    message: expect.stringContaining('“log” cannot be certified'),
  });
  expect(existsSync(at('never.pdf'))).toBe(false);
});
