import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { flipBit, withMatterFile } from '../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const open = (name: string, options: { passphrase?: string; isReadOnly?: boolean } = {}) =>
  t.client['matter.open']({ source: { path: at(name) }, ...options });
const close = (matterId: string) => t.client['matter.close']({ matterId });
async function closedMatter(passphrase?: string): Promise<string> {
  const { id, fileName } = await t.createMatter('Smith v. Jones', passphrase);
  await close(id);
  return fileName;
}
const sentence = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it opened',
    (error: Error) => error.message,
  );

test('a new matter keeps what was said about it', async () => {
  const { id } = await t.createMatter('Smith v. Jones', 'secret');
  await t.client['matter.update']({ matterId: id, fields: { court: 'wawd' } });
  const [matter] = await t.client['matter.listOpen']({});
  expect(matter).toMatchObject({ title: 'Smith v. Jones', court: 'wawd', isEncrypted: true });
  expect(await t.client['matter.get']({ matterId: id })).toMatchObject({
    counts: {
      docketEntries: 0,
      evidence: 0,
      exhibits: 0,
      deadlines: 0,
      openDeadlines: 0,
      archivedEvidence: 0,
      notes: 0,
      facts: 0,
    },
    verifiedAt: null,
    reviewCopy: null,
  });
});

test('a new matter never guesses the clock of its court', async () => {
  const made = (name: string, fields: { court?: string; timezone?: string }) =>
    t.client['matter.create']({ target: { path: at(name) }, fields: { title: 'x', ...fields } });
  expect(await made('none.matter', {})).toMatchObject({ timezone: 'America/Los_Angeles' });
  expect(await made('one.matter', { court: ' NYSD ' })).toMatchObject({ timezone: 'America/New_York' });
  expect(await made('cited.matter', { court: 'W.D. Wash.' })).toMatchObject({
    court: 'wawd',
    timezone: 'America/Los_Angeles',
  });
  expect(await sentence(made('two.matter', { court: 'txwd' }))).toBe(
    'Some of the values cannot be used: the court “txwd” keeps two time zones; give the time zone of the courthouse, America/Denver or America/Chicago.',
  );
  expect(await sentence(made('two.matter', { court: 'nyds' }))).toContain(
    '“nyds” is not known; check its code',
  );
  expect(existsSync(at('two.matter'))).toBe(false);
  const state = { court: 'King County Superior Court', timezone: 'America/Los_Angeles' };
  expect(await made('two.matter', state)).toMatchObject(state);
});

test('a matter that closes is not open any more, and not “busy”', async () => {
  const { id } = await t.createMatter('Smith v. Jones');
  const closed = close(id);
  await expect(t.client['matter.get']({ matterId: id })).rejects.toMatchObject({ code: 'MATTER_NOT_OPEN' });
  expect(await t.client['matter.listOpen']({})).toEqual([]);
  await closed;
});

test('an engine that ends waits for matters that close already or change their passphrase', async () => {
  const closing = await t.createMatter('Smith v. Jones');
  const changing = await t.createMatter('Doe v. Roe');
  void close(closing.id);
  const changed = t.client['matter.setPassphrase']({ matterId: changing.id, current: null, next: 'secret' });
  await t.engine.close();
  await changed;
  expect(readdirSync(t.folder).toSorted()).toEqual(['app', closing.fileName, changing.fileName]);
  expect(await sentence(open(changing.fileName))).toContain('passphrase');
});

test('closing leaves one file, plain or encrypted', async () => {
  await closedMatter();
  await closedMatter('secret');
  expect(readdirSync(t.folder).filter((name) => name !== 'app')).toEqual([
    'matter-1.matter',
    'matter-2.matter',
  ]);
});

test('nothing is ever overwritten by a new matter, an empty file neither', async () => {
  const fields = { title: 'x' };
  for (const name of ['full.txt', 'empty.matter']) {
    writeFileSync(at(name), name === 'full.txt' ? 'mine' : '');
    expect(await sentence(t.client['matter.create']({ target: { path: at(name) }, fields }))).toBe(
      `“${name}” is already there. Choose another name; nothing was overwritten.`,
    );
  }
  expect(readFileSync(at('full.txt'), 'utf8')).toBe('mine');
});

test('a matter may have a long name; what is too long for any file is refused by that name', async () => {
  const create = (name: string) =>
    t.client['matter.create']({ target: { path: at(name) }, fields: { title: 'x' } });
  const name = `${'a'.repeat(235)}.matter`;
  const { id } = await create(name);
  await t.client['matter.close']({ matterId: id });
  await t.client['matter.open']({ source: { path: at(name) } });
  // Of 252 bytes a file may be, and not what stands beside a matter that is open.
  for (const letters of [300, 245])
    await expect(create(`${'b'.repeat(letters)}.matter`)).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
      message: expect.stringMatching(/^“b+\.matter” could not be written \(its name is too long\)\. Give it/),
    });
  expect(readdirSync(t.folder).filter((each) => each.includes('b'))).toEqual([]);
});

test('a matter that cannot be made leaves no file', async () => {
  const target = { path: at('missing-folder/x.matter') };
  await expect(t.client['matter.create']({ target, fields: { title: 'x' } })).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
  });
  expect(readdirSync(t.folder)).toEqual([]);
});

test('a file of another kind is told from a matter', async () => {
  writeFileSync(at('notes.txt'), 'hello '.repeat(100));
  writeFileSync(at('noise.matter'), randomBytes(40_000).fill(7, 16, 24));
  writeFileSync(at('empty.matter'), '');
  mkdirSync(at('folder.matter'));
  for (const name of ['notes.txt', 'noise.matter', 'empty.matter', 'folder.matter'])
    expect(await sentence(open(name))).toBe(
      `“${name}” is not a Forthwith matter, or it is empty. Choose another file or restore a backup.`,
    );
  const fileName = await closedMatter();
  withMatterFile(at(fileName), (db) => db.pragma('application_id = 1'));
  await expect(open(fileName)).rejects.toMatchObject({ code: 'MATTER_NOT_A_MATTER' });
  expect(await sentence(open('nowhere.matter'))).toBe(
    'There is no matter “nowhere.matter” there. It may have been moved or renamed.',
  );
});

test('an encrypted matter asks for its passphrase and says when it is wrong', async () => {
  const fileName = await closedMatter('secret');
  expect(await sentence(open(fileName))).toBe(
    'This matter is locked with a passphrase. Enter the passphrase to open it.',
  );
  expect(await sentence(open(fileName, { passphrase: 'Secret' }))).toBe(
    'That passphrase does not open this matter. Check capital letters and the keyboard layout, then try again. If it is right, the file may be damaged: restore a backup.',
  );
  expect(await open(fileName, { passphrase: 'secret' })).toMatchObject({ isEncrypted: true });
});

test('a passphrase may hold any character', async () => {
  const passphrase = `it's "quoted"; -- ümlaut 案\u0001`;
  const fileName = await closedMatter(passphrase);
  await expect(open(fileName, { passphrase })).resolves.toMatchObject({ isEncrypted: true });
});

test('a newer matter is refused and left alone', async () => {
  const fileName = await closedMatter();
  withMatterFile(at(fileName), (db) => db.pragma('user_version = 990'));
  const before = readFileSync(at(fileName));
  expect(await sentence(open(fileName))).toBe(
    'This matter was last used with a newer version of Forthwith (format 990; this version knows 220). Update Forthwith to open it.',
  );
  expect(readFileSync(at(fileName)).equals(before)).toBe(true);
});

test('a matter without a passphrase whose first bytes are altered is called damaged, not locked', async () => {
  const name = await closedMatter();
  flipBit(at(name), 5);
  expect(await sentence(open(name))).toBe(
    `“${name}” is damaged (its database cannot be read). Stop using it: restore the latest backup, and keep this copy for recovery.`,
  );
});

test.each([undefined, 'secret'])(
  'a matter that was shortened or added to is called damaged (passphrase: %s)',
  async (passphrase) => {
    const fileName = await closedMatter(passphrase);
    const whole = readFileSync(at(fileName));
    for (const [name, bytes, options] of [
      ['within.matter', whole.length - 100, {}],
      ['page.matter', whole.length - 16_384, passphrase === undefined ? {} : { passphrase }],
      ['start.matter', 5_000, {}],
      ['longer.matter', whole.length + 100, {}],
    ] as const) {
      copyFileSync(at(fileName), at(name));
      truncateSync(at(name), bytes);
      const said = await sentence(open(name, passphrase === undefined ? options : { passphrase }));
      expect(said).toMatch(
        /^“(within|page|start|longer)\.matter” is damaged \(.+\)\. Stop using it: restore the latest backup, and keep this copy for recovery\.$/,
      );
      if (name === 'longer.matter') expect(said).toContain('something was added to it');
    }
  },
);

test('a matter whose first page was altered says so, or that it cannot be unlocked', async () => {
  const plain = await closedMatter();
  flipBit(at(plain), 100);
  expect(await sentence(open(plain))).toBe(
    `“${plain}” is damaged (its database cannot be read). Stop using it: restore the latest backup, and keep this copy for recovery.`,
  );
  const encrypted = await closedMatter('secret');
  flipBit(at(encrypted), 5_000);
  // The cipher authenticates each page; on the first a wrong key and an altered byte look alike.
  expect(await sentence(open(encrypted, { passphrase: 'secret' }))).toMatch(/^That passphrase does not open/);
});

test.skipIf(process.getuid?.() === 0)('a matter that may not be written is opened to read only', async () => {
  const fileName = await closedMatter();
  chmodSync(at(fileName), 0o400);
  expect(await sentence(open(fileName))).toMatch(/may be read but not changed/);
  await expect(open(fileName)).rejects.toMatchObject({ code: 'MATTER_NOT_WRITABLE' });
  const { id } = await open(fileName, { isReadOnly: true });
  await close(id);
  chmodSync(at(fileName), 0o000);
  expect(await sentence(open(fileName))).toMatch(/could not be read \(no permission\)/);
  await expect(open(fileName)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  chmodSync(at(fileName), 0o600);
  chmodSync(t.folder, 0o500);
  expect(await sentence(open(fileName))).toMatch(/may be read but not changed/);
  chmodSync(t.folder, 0o700);
});

// Root may write where nobody else may.
test.skipIf(process.getuid?.() === 0)(
  'a matter that a crash left with a log or journal says where it opens, where neither may be written',
  async () => {
    const { id, fileName } = await t.createMatter();
    for (const suffix of ['', '-wal']) copyFileSync(at(`${fileName}${suffix}`), at(`log.matter${suffix}`));
    await close(id);
    leaveJournal(fileName, undefined, ['journal.matter-journal']);
    chmodSync(t.folder, 0o500);
    for (const left of ['log.matter-wal', 'journal.matter-journal'])
      expect(await sentence(open(left.replace(/-[a-z]+$/, ''), { isReadOnly: true }))).toContain(
        `a crash left “${left}” beside it`,
      );
    chmodSync(t.folder, 0o700);
  },
);

test('what a program wrote before it stopped is there again', async () => {
  const { id, fileName } = await t.createMatter();
  await t.client['docket.add']({ matterId: id, entries: [{ number: 1, text: 'COMPLAINT' }] });
  // The files as they stand while it is open, as after a crash: the entry is only in the log.
  for (const suffix of ['', '-wal']) copyFileSync(at(`${fileName}${suffix}`), at(`crashed.matter${suffix}`));
  await close(id);
  const { id: reopened } = await open('crashed.matter');
  expect(await t.client['docket.list']({ matterId: reopened })).toHaveLength(1);
  await close(reopened);
  expect(readdirSync(t.folder).filter((name) => name.startsWith('crashed'))).toEqual(['crashed.matter']);
});

/** Copies of the journal that a crash in the middle of a change leaves, and of the half changed file where one is to stand with it. */
function leaveJournal(fileName: string, passphrase: string | undefined, journals: readonly string[]): void {
  const db = openDatabase(at(fileName), {
    passphrase: passphrase ?? null,
    isReadOnly: false,
    mustExist: true,
  });
  // Pages go into the file before the end of the transaction where there is no room for them in memory.
  db.pragma('cache_size = 1');
  db.exec(`BEGIN; UPDATE matter SET title = 'Half'`);
  const insert = db.prepare('INSERT INTO mark (name, value) VALUES (?, ?)');
  for (let row = 0; row < 200; row += 1) insert.run(`half ${row}`, 'x'.repeat(4_000));
  for (const journal of journals) {
    copyFileSync(at(`${fileName}-journal`), at(journal));
    const half = journal.replace(/-journal$/, '');
    if (!existsSync(at(half))) copyFileSync(at(fileName), at(half));
  }
  db.close();
}

test.each([undefined, 'secret'])(
  'a matter opens, to read only as well, after a crash that left a journal of what is to be taken back (passphrase %s)',
  async (passphrase) => {
    const fileName = await closedMatter(passphrase);
    leaveJournal(fileName, passphrase, ['read.matter-journal', 'write.matter-journal']);
    const { id, title } = await open('read.matter', { isReadOnly: true, ...(passphrase && { passphrase }) });
    expect(title).toBe('Smith v. Jones');
    await close(id);
    expect(await open('write.matter', passphrase ? { passphrase } : {})).toMatchObject({
      title: 'Smith v. Jones',
      isReadOnly: false,
    });
    expect(await t.runJob('matter.verify', { matterId: id })).toMatchObject({ ok: true });
  },
);

test.each([undefined, 'secret'])(
  'a journal that a crash of another matter left changes nothing, and the matter opens once it is gone (passphrase %s)',
  async (passphrase) => {
    const options = passphrase ? { passphrase } : {};
    const crashed = await closedMatter(passphrase);
    const { id, fileName } = await t.createMatter('Mine', passphrase);
    const entries = Array.from({ length: 300 }, (_, i) => ({ number: i + 1, text: 'NOTICE '.repeat(200) }));
    await t.client['docket.add']({ matterId: id, entries });
    await close(id);
    leaveJournal(crashed, passphrase, [`${fileName}-journal`]);
    const bytes = readFileSync(at(fileName));
    for (const isReadOnly of [true, false])
      await expect(open(fileName, { ...options, isReadOnly })).rejects.toMatchObject({
        code: 'MATTER_LOG_FOREIGN',
        message: expect.stringContaining(`“${fileName}-journal”`),
      });
    if (passphrase)
      await expect(open(fileName, { passphrase: 'wrong' })).rejects.toMatchObject({
        code: 'MATTER_WRONG_PASSPHRASE',
      });
    expect(readFileSync(at(fileName))).toEqual(bytes);
    expect(readdirSync(t.folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
    rmSync(at(`${fileName}-journal`));
    await open(fileName, options);
    expect(await t.client['docket.list']({ matterId: id })).toHaveLength(300);
    await close(id);
  },
);

test('a log that a crash of another copy left is not read into the matter, which opens once the log is gone', async () => {
  const entries = Array.from({ length: 300 }, (_, i) => ({ number: i + 1, text: 'NOTICE '.repeat(200) }));
  const { id, fileName } = await t.createMatter();
  await close(id);
  copyFileSync(at(fileName), at('backup.matter'));
  // What the log changes stands on pages that the backup does not have.
  await open(fileName);
  await t.client['docket.add']({ matterId: id, entries });
  await close(id);
  await open(fileName);
  await t.client['docket.add']({ matterId: id, entries: [{ number: 301, text: 'ORDER' }] });
  copyFileSync(at(`${fileName}-wal`), at('backup.matter-wal'));
  await close(id);
  const bytes = readFileSync(at('backup.matter'));
  await expect(open('backup.matter')).rejects.toMatchObject({ code: 'MATTER_LOG_FOREIGN' });
  expect(readFileSync(at('backup.matter'))).toEqual(bytes);
  rmSync(at('backup.matter-wal'));
  await open('backup.matter');
  expect(await t.client['docket.list']({ matterId: id })).toEqual([]);
});

test('a second program is refused, told who has it, and may read', async () => {
  const { id, fileName } = await t.createMatter();
  const other = await createTestEngine({ folder: t.folder });
  const source = { path: at(fileName) };
  expect(await sentence(other.client['matter.open']({ source }))).toBe(
    'This matter is open elsewhere (tester on bench). Close it there, or open it here read-only.',
  );
  const reader = await other.client['matter.open']({ source, isReadOnly: true });
  await t.client['docket.add']({ matterId: id, entries: [{ number: 1, text: 'COMPLAINT' }] });
  expect(await other.client['docket.list']({ matterId: reader.id })).toHaveLength(1);
  await expect(
    other.client['docket.add']({ matterId: reader.id, entries: [{ text: 'x' }] }),
  ).rejects.toMatchObject({
    message: 'This matter is open read-only, so it cannot be changed here.',
  });
  await other.client['matter.close']({ matterId: reader.id });
  await close(id);
  await expect(other.client['matter.open']({ source })).resolves.toMatchObject({ isReadOnly: false });
  await other.engine.close();
});

test('a program that shows no sign of life is left its matter while it has it open, and what it is taking in', async () => {
  const fileName = await closedMatter();
  const other = openDatabase(at(fileName), { passphrase: null, isReadOnly: false, mustExist: true });
  const staged = () => other.prepare("SELECT count(*) FROM content WHERE state = 'staged'").pluck().get();
  other.pragma('journal_mode = WAL');
  other.exec("INSERT INTO content (state) VALUES ('staged')");
  // As after a sleep of the machine: the process is there, and did nothing for minutes.
  const holder = { pid: process.ppid, account: 'bob', machine: 'bench', since: '', token: 't' };
  writeFileSync(at(`${fileName}.lock`), JSON.stringify(holder));
  utimesSync(at(`${fileName}.lock`), new Date(0), new Date(0));
  expect(await sentence(open(fileName))).toContain('open elsewhere (bob on ');
  expect(staged()).toBe(1);
  other.close();
  expect(await sentence(open(fileName))).toBe('it opened');
});

test('opening a matter again answers the one that is open', async () => {
  const { id, fileName } = await t.createMatter('x', 'secret');
  expect(await open(fileName)).toMatchObject({ id });
  await expect(open(fileName, { passphrase: 'wrong' })).rejects.toMatchObject({
    code: 'MATTER_WRONG_PASSPHRASE',
  });
  expect(await t.client['matter.listOpen']({})).toHaveLength(1);
});

test('two copies of a matter are not open at once', async () => {
  const fileName = await closedMatter();
  copyFileSync(at(fileName), at('copy.matter'));
  await open(fileName);
  await expect(open('copy.matter')).rejects.toMatchObject({ code: 'MATTER_COPY_OPEN' });
  expect(readdirSync(t.folder)).not.toContain('copy.matter.lock');
});

test('a matter in a synchronized folder is opened with a warning', async () => {
  mkdirSync(at('Dropbox'));
  const target = { path: at('Dropbox/x.matter') };
  const { warnings } = await t.client['matter.create']({ target, fields: { title: 'x' } });
  expect(warnings).toEqual([
    {
      code: 'MATTER_IN_SYNCED_FOLDER',
      message:
        'This matter is in a folder that Dropbox syncs, which can damage it while it is open. Move it to a folder that is not synced, and keep backups there instead.',
    },
  ]);
});

test('a matter that is not open is said to be so', async () => {
  expect(await sentence(t.client['docket.list']({ matterId: 'gone' }))).toBe(
    'That matter is not open. Open it and try again.',
  );
});
