import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { writePdf } from '../engine/testing/pdf-files.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, json, run, errorOf } = createTerminal();
beforeEach(async () => {
  await writePdf(at('letter.pdf'), 'Jane Roe wrote to Northgate.');
  writeFileSync(at('terms.txt'), 'Jane Roe\n');
});
const redact = (...options: string[]) =>
  ['pdf', 'redact', at('letter.pdf'), '--terms-file', at('terms.txt'), ...options] as const;

test('a redacted copy comes with a report of what was removed, without the words', async () => {
  const copy = await json(...redact('--out', at('copy.pdf'), '--report', at('report.json')));
  expect(copy).toMatchObject({ redactions: [{ page: 1, kind: 'term' }], proof: { ok: true } });
  const report = readFileSync(at('report.json'), 'utf8');
  expect(JSON.parse(report)).toEqual({ source: 'letter.pdf', tool: 'Forthwith 0.0.0-test', ...copy });
  expect(report).not.toContain('Roe');
});

test('a name of the original that says what was removed stays out of the report, and one of the copy is told', async () => {
  await writePdf(at('Roe, Jane.pdf'), 'Jane Roe wrote to Northgate.');
  const files = [at('Roe, Jane.pdf'), '--terms-file', at('terms.txt'), '--report', at('report.json')];
  const { stdout } = await run('pdf', 'redact', ...files, '--out', at('jane_roe.pdf'));
  expect(readFileSync(at('report.json'), 'utf8')).not.toMatch(/roe/i);
  expect(stdout).toContain('The name of the copy says what was removed: rename it.');
});

test('names that are found nowhere are told', async () => {
  writeFileSync(at('terms.txt'), 'Jane Roe\nNorth Gates\n');
  const { stdout } = await run(...redact('--out', at('copy.pdf')));
  expect(stdout).toContain('Not found: “North Gates”.');
});

test('where the report cannot be written, no copy is made, and why is said', async () => {
  const out = ['--out', at('copy.pdf'), '--report'];
  expect(await errorOf(...redact(...out, at('nowhere/report.json')))).toMatchObject({
    exit: 4,
    code: 'FILE_UNWRITABLE',
    message: expect.stringContaining('“report.json” could not be written'),
  });
  for (const taken of [at('terms.txt'), at('letter.pdf')])
    expect(await errorOf(...redact(...out, taken))).toMatchObject({ exit: 3, code: 'FILE_EXISTS' });
  expect((await errorOf(...redact(...out, at('copy.pdf')))).exit).toBe(3);
  expect(existsSync(at('copy.pdf'))).toBe(false);
  expect(readFileSync(at('terms.txt'), 'utf8')).toBe('Jane Roe\n');
});

test('a report without a copy does not stay', async () => {
  const refused = await errorOf(...redact('--out', at('terms.txt'), '--report', at('report.json')));
  expect(refused).toMatchObject({ exit: 3, code: 'FILE_EXISTS' });
  expect(readdirSync(at()).toSorted()).toEqual(['letter.pdf', 'terms.txt']);
});

test('names are read from a file in UTF-16, as Windows PowerShell writes it', async () => {
  writeFileSync(at('terms.txt'), Buffer.from('\ufeffJane Roe\r\n', 'utf16le'));
  expect((await json(...redact('--out', at('copy.pdf')))).redactions).toHaveLength(1);
});

test.each([
  ['Windows-1252', Buffer.from('Jane Roe\nPe\u00f1a\n', 'latin1')],
  ['UTF-16 without its mark', Buffer.from('Jane Roe\n', 'utf16le')],
])('a file of names in %s is refused: a name read wrongly would stay in the copy', async (_, terms) => {
  writeFileSync(at('terms.txt'), terms);
  expect(await errorOf(...redact('--out', at('copy.pdf')))).toMatchObject({
    exit: 4,
    code: 'FILE_UNREADABLE',
    message: `“${at('terms.txt')}” could not be read (it is not text in UTF-8). Save it as text in UTF-8.`,
  });
  expect(existsSync(at('copy.pdf'))).toBe(false);
});
