import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import { encodedTestPicture } from '../engine/formats/images/testing.ts';
import { makePng } from '../engine/testing/images.ts';
import { courtCopy } from '../engine/testing/court-copy.ts';
import { makeCoveredPdf, makePdf } from '../engine/testing/pdf-files.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json, errorOf } = createTerminal();
let matter: string;

beforeEach(() => {
  matter = at('x.matter');
});

async function writePdf(name: string, pageTexts: readonly string[]): Promise<string> {
  const document = await PDFDocument.create();
  for (const text of pageTexts) document.addPage([612, 792]).drawText(text, { x: 72, y: 700, size: 14 });
  const path = at(name);
  writeFileSync(path, await document.save());
  return path;
}

const create = () => json('matter', 'create', matter, '--title', 'Smith v. Jones', '--court', 'wawd');
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('usage', () => {
  test('an unknown command is wrong usage', async () => {
    expect(await errorOf('matter', 'destroy', matter)).toMatchObject({
      exit: 2,
      code: 'INVALID_INPUT',
    });
  });
  test('a missing option is wrong usage', async () => {
    expect(await errorOf('matter', 'create', matter)).toMatchObject({
      exit: 2,
      code: 'INVALID_INPUT',
    });
  });
  test('help goes to stdout and is no failure', async () => {
    const { code, stdout } = await run('evidence', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('add files');
  });
});

describe('matter', () => {
  test('a new matter keeps the clock of its court, unless another is named', async () => {
    const zoneOf = async (name: string, ...options: string[]) =>
      (await json('matter', 'create', at(name), '--title', 'x', ...options)).timezone;
    expect(await zoneOf('a.matter', '--court', 'nysd')).toBe('America/New_York');
    expect(await zoneOf('b.matter', '--court', 'NYSD')).toBe('America/New_York');
    expect(await zoneOf('c.matter', '--court', 'nysd', '--timezone', 'America/Chicago')).toBe(
      'America/Chicago',
    );
    expect(await zoneOf('d.matter')).toBe('America/Los_Angeles');
  });
  test('create says what was made, and never overwrites', async () => {
    expect(await create()).toMatchObject({
      title: 'Smith v. Jones',
      court: 'wawd',
      number: '',
      timezone: 'America/Los_Angeles',
      encrypted: false,
    });
    const before = sha256(matter);
    expect(await errorOf('matter', 'create', matter, '--title', 'Other')).toMatchObject({
      exit: 3,
      code: 'MATTER_EXISTS',
    });
    expect(sha256(matter)).toBe(before);
  });

  test('one file is left after every command', async () => {
    await create();
    await json('matter', 'info', matter);
    expect(readdirSync(at()).filter((name) => name !== 'app')).toEqual(['x.matter']);
  });

  test('info counts', async () => {
    await create();
    expect(await json('matter', 'info', matter)).toMatchObject({
      counts: { docketEntries: 0, evidence: 0, exhibits: 0, deadlines: 0, openDeadlines: 0, notes: 0 },
      schemaVersion: 220,
    });
  });

  test('an encrypted matter asks for its passphrase', async () => {
    const secret = at('secret.txt');
    const wrong = at('wrong.txt');
    writeFileSync(secret, 'correct horse\n');
    writeFileSync(wrong, 'battery staple\n');
    const made = ['matter', 'create', matter, '--title', 'T', '--encrypt', '--passphrase-file', secret];
    expect(await json(...made)).toMatchObject({ encrypted: true });
    expect(await errorOf('matter', 'info', matter)).toMatchObject({
      exit: 5,
      code: 'MATTER_LOCKED',
    });
    expect(await errorOf('matter', 'info', matter, '--passphrase-file', wrong)).toMatchObject({
      exit: 5,
      code: 'MATTER_WRONG_PASSPHRASE',
    });
    expect(await json('matter', 'info', matter, '--passphrase-file', secret)).toMatchObject({ title: 'T' });
  });

  test('a file that is no matter is named as such', async () => {
    writeFileSync(matter, 'not a database, just some words that are long enough to look like one'.repeat(40));
    expect(await errorOf('matter', 'info', matter)).toMatchObject({
      exit: 4,
      code: 'MATTER_NOT_A_MATTER',
    });
    expect(await errorOf('matter', 'info', at('none.matter'))).toMatchObject({ exit: 3 });
  });

  test('backup, restore and verify', async () => {
    await create();
    const backup = at('b.matter');
    const restored = at('r.matter');
    expect(await json('matter', 'backup', matter, backup)).toEqual({
      path: backup,
      sha256: sha256(backup),
      bytes: readFileSync(backup).length,
    });
    expect(await json('matter', 'restore', backup, restored)).toMatchObject({
      path: restored,
      sha256: sha256(restored),
    });
    expect(await json('matter', 'verify', restored)).toMatchObject({ ok: true, problems: [] });
    expect(await errorOf('matter', 'restore', backup, restored)).toMatchObject({ exit: 3 });
  });

  test('a flipped byte in an original is found and named', async () => {
    await create();
    const marker = 'A sentence that stands in the middle of the file. '.repeat(400);
    const path = at('note.bin');
    writeFileSync(path, marker);
    await json('evidence', 'add', matter, path);
    const bytes = readFileSync(matter);
    const middle = bytes.indexOf('middle of the file');
    expect(middle).toBeGreaterThan(0);
    bytes[middle] = bytes[middle]! ^ 1;
    writeFileSync(matter, bytes);
    const { code, stdout } = await run('matter', 'verify', matter, '--json');
    expect(code).toBe(6);
    const { ok, problems } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(JSON.stringify(problems)).toContain('note');
  });
});

describe('docket', () => {
  test('entries by JSON, listed in docket order', async () => {
    await create();
    const from = at('entries.json');
    writeFileSync(
      from,
      JSON.stringify([
        { number: 2, text: 'MOTION for TRO', filedOn: '2021-01-11', filer: 'Plaintiff' },
        { number: 1, text: 'COMPLAINT', filedOn: '2021-01-11' },
        { number: 1, attachment: 1, text: 'Exhibit A' },
      ]),
    );
    await json('docket', 'add', matter, '--from', from);
    const listed = await json('docket', 'list', matter);
    expect(
      listed.map((e: { number: number; attachment: number | null }) => [e.number, e.attachment]),
    ).toEqual([
      [1, null],
      [1, 1],
      [2, null],
    ]);
    expect(listed[2]).toMatchObject({
      text: 'MOTION for TRO',
      filedOn: '2021-01-11',
      enteredOn: null,
      evidenceId: null,
    });
    expect(await errorOf('docket', 'add', matter, '--from', from)).toMatchObject({ exit: 3 });
  });

  test('a file that is not JSON is wrong input', async () => {
    await create();
    const from = at('entries.json');
    writeFileSync(from, '[{');
    expect(await errorOf('docket', 'add', matter, '--from', from)).toMatchObject({ exit: 2 });
  });
});

describe('evidence', () => {
  test('added, duplicate and failed side by side; what failed makes it partly done', async () => {
    await create();
    const pdf = await writePdf('letter.pdf', ['one', 'two']);
    const damaged = at('damaged.pdf');
    writeFileSync(damaged, '%PDF-1.7\nbroken');
    const missing = at('missing.pdf');
    const { code, stdout } = await run(
      'evidence',
      'add',
      matter,
      pdf,
      pdf,
      damaged,
      missing,
      '--custodian',
      'Peikoff',
      '--json',
    );
    expect(code).toBe(7);
    const { items } = JSON.parse(stdout);
    expect(items.map((item: { status: string }) => item.status)).toEqual([
      'added',
      'duplicate',
      'added',
      'failed',
    ]);
    expect(items[0]).toMatchObject({ path: pdf, sha256: sha256(pdf), kind: 'pdf', pages: 2, problems: [] });
    expect(items[1].id).toBe(items[0].id);
    expect(items[2].problems).toMatchObject([{ code: 'EVIDENCE_DAMAGED' }]);
    expect(items[3].error.code).toBe('FILE_NOT_FOUND');
    const listed = await json('evidence', 'list', matter);
    expect(listed.find((item: { sha256: string }) => item.sha256 === sha256(pdf))).toMatchObject({
      kind: 'pdf',
      pages: 2,
      bytes: readFileSync(pdf).length,
      custodian: 'Peikoff',
      hasText: true,
      needsOcr: false,
    });
    const shown = await json('evidence', 'show', matter, items[0].id);
    expect(shown.custody.map((event: { action: string }) => event.action)).toEqual([
      'received',
      'received_again',
    ]);
  });

  test('originals come out byte for byte', async () => {
    await create();
    const pdf = await writePdf('letter.pdf', ['one']);
    const { items } = await json('evidence', 'add', matter, pdf);
    const out = at('out');
    const { files } = await json('evidence', 'export', matter, items[0].id, '--out', out);
    expect(files).toEqual([{ id: items[0].id, path: join(out, 'letter.pdf'), sha256: sha256(pdf) }]);
    expect(readFileSync(files[0].path).equals(readFileSync(pdf))).toBe(true);
  });
});

describe('exhibits', () => {
  test('a set is made, filled, built twice into the same bytes, and sealed', async () => {
    await create();
    const ids: string[] = [];
    for (const name of ['first', 'second']) {
      const { items } = await json(
        'evidence',
        'add',
        matter,
        await writePdf(`${name}.pdf`, [`${name} one`, `${name} two`]),
      );
      ids.push(items[0].id);
    }
    const made = await json('exhibits', 'set', 'create', matter, '--name', 'TRO', '--bates', 'ABC000001');
    expect(made).toMatchObject({ name: 'TRO', scheme: 'A', exhibits: 0 });
    const added = await json('exhibits', 'add', matter, '--set', 'TRO', ...ids);
    expect(added.map((e: { label: string }) => e.label)).toEqual(['A', 'B']);
    const inserted = await json('exhibits', 'add', matter, ids[0]!, '--set', made.id, '--after', 'A');
    expect(inserted.map((e: { label: string }) => e.label)).toEqual(['A-1']);
    const listed = await json('exhibits', 'list', matter, '--set', 'TRO');
    expect(listed.map((e: { label: string }) => e.label)).toEqual(['A', 'A-1', 'B']);

    const first = await json('exhibits', 'build', matter, '--set', 'TRO', '--out', at('one'));
    const second = await json('exhibits', 'build', matter, '--set', 'TRO', '--out', at('two'));
    expect(first.exhibits).toMatchObject([
      { label: 'A', pages: 2, batesFirst: 'ABC000001', batesLast: 'ABC000002' },
      { label: 'A-1', pages: 2, batesFirst: 'ABC000001', batesLast: 'ABC000002' },
      { label: 'B', pages: 2, batesFirst: 'ABC000003', batesLast: 'ABC000004' },
    ]);
    for (const key of ['binder', 'index', 'manifest'] as const)
      expect(sha256(first[key])).toBe(sha256(second[key]));
    expect(execFileSync('qpdf', ['--check', first.binder], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );

    const index = readFileSync(second.index);
    writeFileSync(second.index, Buffer.from(index).fill('x', 0, 1));
    expect(await errorOf('exhibits', 'seal', matter, '--set', 'TRO')).toMatchObject({
      exit: 4,
      code: 'EXHIBIT_BUILD_CHANGED',
      details: { files: [basename(second.index)] },
    });
    writeFileSync(second.index, index);
    expect(await json('exhibits', 'seal', matter, '--set', 'TRO')).toMatchObject({
      batesFirst: 'ABC000001',
      batesLast: 'ABC000004',
    });
    expect(await errorOf('exhibits', 'relabel', matter, '--set', 'TRO')).toMatchObject({
      exit: 3,
      code: 'EXHIBIT_SET_SEALED',
    });
  });

  test('a set is numbered after the matter unless told otherwise', async () => {
    await create();
    expect(await json('exhibits', 'set', 'create', matter, '--name', 'One')).toMatchObject({
      bates: { prefix: 'SMITH', digits: 6, start: 1 },
      hasSlipSheets: true,
      hasStickers: true,
    });
    expect(await json('exhibits', 'set', 'create', matter, '--name', 'Two', '--bates', 'none')).toMatchObject(
      { bates: null },
    );
  });

  test('a file where a folder is wanted is named as a file', async () => {
    await create();
    await json('exhibits', 'set', 'create', matter, '--name', 'Motion');
    const plain = await writePdf('plain.pdf', ['text']);
    const { items } = await json('evidence', 'add', matter, plain);
    await json('exhibits', 'add', matter, '--set', 'Motion', items[0].id);
    const build = ['exhibits', 'build', matter, '--set', 'Motion', '--out'];
    for (const [path, told] of [
      [plain, '“plain.pdf” could not be written (it is a file, not a folder)'],
      [join(plain, 'filing'), '“filing” could not be written (a part of its path is a file, not a folder)'],
    ] as const)
      expect(await run(...build, path)).toMatchObject({ code: 4, stderr: expect.stringContaining(told) });
  });

  test('a set that is not there is named', async () => {
    await create();
    expect(await errorOf('exhibits', 'list', matter, '--set', 'none')).toMatchObject({
      exit: 3,
      code: 'NOT_FOUND',
    });
  });
});

describe('PDFs without a matter', () => {
  test('inspect and text', async () => {
    const pdf = await writePdf('letter.pdf', ['Hello judge', 'Second page']);
    expect(await json('pdf', 'inspect', pdf)).toMatchObject([
      { path: pdf, ok: true, pages: 2, encrypted: false, hasText: true, scripts: false, problems: [] },
    ]);
    const pages = await json('pdf', 'text', pdf, '--pages', '2');
    expect(pages).toEqual([{ page: 2, text: 'Second page' }]);
  });

  test('check-redactions tells words that can be copied, and ends in 6', async () => {
    const path = at('covered.pdf');
    writeFileSync(path, await makeCoveredPdf('Declaration', 'Jane Roe'));
    const { code, stdout } = await run('pdf', 'check-redactions', path);
    expect(code).toBe(6);
    expect(stdout).toBe(
      `${path}: 1 failed redaction\n  page 2, covered, or in the color of its box: Jane Roe\n`,
    );
    const sound = await writePdf('sound.pdf', ['Hello judge']);
    expect(await json('pdf', 'check-redactions', sound)).toEqual([
      { path: sound, pages: 1, findings: [], problems: [] },
    ]);
  });

  test('filing check holds files against a court’s rules, and ends in 6 where one may not be filed', async () => {
    const path = await writePdf('Declaration.pdf', ['SSN 219-09-9999']);
    const { code, stdout } = await run('filing', 'check', path, '--court', 'wawd');
    expect(code).toBe(6);
    expect(stdout).toMatch(
      /error: Social Security number \(…9999\) on page 1\. All of it is to be redacted\. \[LCR 5\.2/,
    );
    expect(stdout).not.toContain('219');
    const sound = await writePdf('Motion.pdf', ['Hello judge']);
    expect(await json('filing', 'check', sound, '--court', 'wawd')).toMatchObject({
      court: 'wawd',
      files: [{ file: sound, pages: 1 }],
      findings: [],
    });
    expect(await errorOf('filing', 'check', sound)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await errorOf('filing', 'check', sound, '--court', 'zzzz')).toMatchObject({
      code: 'COURT_PROFILE_NOT_FOUND',
    });
  });

  test('filing as-filed holds what came back against what was sent, and ends in 6 where it is not the same', async () => {
    const sent = await writePdf('Exhibit A.pdf', ['Hello judge', 'Goodbye']);
    const back = at('12-3.pdf');
    writeFileSync(back, await courtCopy(readFileSync(sent)));
    const same = await run('filing', 'as-filed', sent, back);
    expect(same.code).toBe(0);
    expect(same.stdout).toBe(
      `${back}, compared with ${sent}: as sent\n  Dkt. 12-3, filed Tue, Jan 12, 2021: 2 of 2 pages the same\n`,
    );
    writeFileSync(back, await courtCopy(readFileSync(sent), { pages: [0] }));
    const { code, stdout } = await run('filing', 'as-filed', sent, back, '--json');
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'different',
      samePages: 1,
      findings: [{ code: 'AS_FILED_PAGE_MISSING', page: 2 }],
    });
    expect(await errorOf('filing', 'as-filed', sent, back, back)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    writeFileSync(back, '%PDF-1.7 torn');
    expect((await run('filing', 'as-filed', sent, back)).code).toBe(4);
  });

  test('assemble joins what it can and names what it cannot', async () => {
    const good = await writePdf('good.pdf', ['good']);
    const bad = at('bad.pdf');
    writeFileSync(bad, 'not a PDF');
    const out = at('joined.pdf');
    const { code, stdout } = await run(
      'assemble',
      good,
      bad,
      '--out',
      out,
      '--bates',
      'ABC000001',
      '--labels',
      'A',
      '--slip-sheets',
      '--index',
      '--outline',
      '--stickers',
      '--json',
    );
    expect(code).toBe(7);
    const { items, sha256: hash, pages } = JSON.parse(stdout);
    expect(hash).toBe(sha256(out));
    expect(items[0]).toMatchObject({ label: 'A', pages: 1, batesFirst: 'ABC000001', batesLast: 'ABC000001' });
    expect(items[1].error).toBeDefined();
    const inspected = await json('pdf', 'inspect', out);
    expect(inspected[0].pages).toBe(pages);
    expect(
      execFileSync(
        'pdftotext',
        ['-f', String(items[0].firstPage), '-l', String(items[0].firstPage), out, '-'],
        { encoding: 'utf8' },
      ),
    ).toContain('ABC000001');
  });

  test('what is a folder, or stands below a file, is named', async () => {
    const plain = await writePdf('plain.pdf', ['text']);
    const below = await run('pdf', 'text', join(plain, 'x.pdf'));
    expect([below.code, below.stderr]).toEqual([
      4,
      expect.stringContaining('“x.pdf” could not be read (a part of its path is a file, not a folder)'),
    ]);
    const folderRead = await run('pdf', 'text', at());
    expect(folderRead.stderr).toContain(`“${basename(at())}” could not be read (it is a folder)`);
  });

  test('assemble tells of each file what was left out of it or is not whole', async () => {
    const document = await PDFDocument.load(await makePdf([{ text: 'with more' }]));
    await document.attach(Buffer.from('secret'), 'secret.txt');
    document.addJavaScript('greet', 'app.alert(1)');
    const parts = at('parts.pdf');
    writeFileSync(parts, await document.save());
    const cut = at('cut.jpg');
    writeFileSync(cut, (await encodedTestPicture('jpeg')).subarray(0, -20));
    const plain = await writePdf('plain.pdf', ['text']);
    const { items } = await json('assemble', parts, cut, plain, '--out', at('told.pdf'));
    const codes = (items as { findings?: { code: string }[] }[]).map(({ findings }) =>
      findings?.map(({ code }) => code),
    );
    expect(codes).toEqual([
      ['SCRIPTS_REMOVED', 'EMBEDDED_FILES_REMOVED'],
      ['EVIDENCE_REPAIRED_TO_READ'],
      undefined,
    ]);
    const shown = await run('assemble', parts, cut, '--out', at('shown.pdf'), '--labels', 'A');
    expect(shown.stdout).toContain('\nwarning: A: 1 file embedded in the PDF left out');
    expect(shown.stdout).toContain('\nwarning: B: The file is damaged but could still be read');
    const unlabeled = await run('assemble', cut, '--out', at('name.pdf'));
    expect(unlabeled.stdout).toContain('\nwarning: cut.jpg: The file is damaged');
  });

  test('assemble makes PDF/A of what can be, and says of what cannot why', async () => {
    const picture = at('photo.png');
    writeFileSync(picture, makePng(40, 30));
    const plain = await writePdf('plain.pdf', ['text']);
    const good = await json('assemble', picture, '--out', at('good-a.pdf'), '--slip-sheets', '--pdfa');
    expect(good.archival.isMet).toBe(true);
    const bad = await json('assemble', plain, '--out', at('bad-a.pdf'), '--labels', 'A', '--pdfa');
    expect(bad.archival).toMatchObject({
      isMet: false,
      findings: [
        { code: 'PDFA_NOT_MET', label: 'A', page: 1, message: expect.stringMatching(/not embedded/) },
      ],
    });
  });
});

test('the sample matter is made, verified and built', async () => {
  await json('matter', 'sample', matter);
  const info = await json('matter', 'info', matter);
  expect(info).toMatchObject({
    court: 'wawd',
    number: '2:21-cv-00031-BJR',
    counts: { evidence: 13, exhibits: 6 },
  });
  expect(info.counts.docketEntries).toBeGreaterThanOrEqual(12);
  expect(await json('matter', 'verify', matter)).toMatchObject({ ok: true });
  const evidence: { kind: string; pages: number | null; problems: unknown[] }[] = await json(
    'evidence',
    'list',
    matter,
  );
  expect(evidence.filter(({ problems, pages }) => problems.length > 0 || pages === null)).toEqual([]);
  const sets = await json('exhibits', 'set', 'list', matter);
  const built = await json('exhibits', 'build', matter, '--set', sets[0].id, '--out', at('out'));
  expect(built.exhibits.map((e: { label: string }) => e.label)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
});
