import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal({ isShared: true });
let matter: string;
let ids: string[];

beforeAll(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  writeFileSync(at('notice.txt'), 'Notice of suspension');
  writeFileSync(at('memo.txt'), 'Memo of counsel');
  writeFileSync(at('secret'), 'thirty days\n');
  const { items } = await json('evidence', 'add', matter, at('notice.txt'), at('memo.txt'));
  ids = items.map(({ id }: { id: string }) => id);
});

test('items are coded from the command line, previewed first, and counted in their queues', async () => {
  const flags = ['--responsive', 'yes', '--relevance', '3', '--privilege', 'work_product'];
  const preview = await json('review', 'code', matter, ids[0]!, ...flags, '--preview');
  expect(preview).toMatchObject({ items: 1, changed: 1 });
  const spoken = await run('review', 'code', matter, ids[0]!, ...flags, '--preview');
  expect(spoken.stdout.split('\n').slice(1, -1)).toEqual([
    '  Responsive: 1 filled, 0 replaced',
    '  Relevance: 1 filled, 0 replaced',
    '  Privilege: 1 filled, 0 replaced',
    '  Reviewed: 1 filled, 0 replaced',
  ]);
  expect(await json('review', 'code', matter, ids[0]!, ...flags)).toEqual({ updated: 1 });
  const queues = await json('review', 'queues', matter);
  const counts = queues.map(({ key, total, done }: { key: string; total: number; done: number }) => [
    key,
    total,
    done,
  ]);
  expect(counts).toEqual([
    ['unread', 1, 0],
    ['flagged', 0, 0],
    ['uncoded', 1, 0],
    ['hot', 1, 1],
    ['privileged', 1, 1],
    ['conflicts', 0, 0],
  ]);
  expect((await run('review', 'queues', matter)).stdout).toMatch(/hot +1 +1/);
  expect((await run('review', 'conflicts', matter)).stdout).toBe('No conflicts.\n');
  expect((await run('review', 'code', matter, ids[0]!, '--relevance', '4')).code).toBe(2);
  expect((await run('review', 'code', matter, ids[0]!, '--issue', 'Bond')).code).toBe(3);
});

test('coding without a code is refused; marking as reviewed must be asked for', async () => {
  const code = (...flags: string[]) => run('review', 'code', matter, ids[1]!, ...flags);
  const nothing = await code();
  expect([nothing.code, nothing.stdout]).toEqual([2, '']);
  expect(nothing.stderr).toContain('give --responsive, --relevance');
  expect((await code('--keep-unreviewed')).code).toBe(2);
  const isReviewed = async () =>
    (await json('evidence', 'list', matter)).find(({ id }: { id: string }) => id === ids[1]).isReviewed;
  expect(await isReviewed()).toBe(false);
  expect((await code('--reviewed', '--keep-unreviewed')).code).toBe(2);
  expect((await code('--reviewed')).stdout).toBe('1 item coded.\n');
  expect(await isReviewed()).toBe(true);
});

test('the privilege log is written, and says what its entries lack', async () => {
  const log = await json('review', 'log', matter, '--form', 'csv', '--out', at('log.csv'));
  expect(log).toMatchObject({ entries: 1, incomplete: [{ evidenceId: ids[0] }], path: at('log.csv') });
  expect(readFileSync(at('log.csv'), 'utf8')).toContain('Work product');
  expect((await run('review', 'log', matter, '--form', 'docx', '--out', at('log.docx'))).stdout).toContain(
    'lacks: Date, Author, Description',
  );
  expect((await run('review', 'log', matter, '--form', 'csv', '--out', at('log.csv'))).code).toBe(3);
});

test('a copy goes out, is coded elsewhere, and comes back; the second time changes nothing', async () => {
  const whereTo = ['--out', at('copy.matter'), '--name', 'For B. Lindqvist', '--mode', 'comment'];
  const unlocked = ['--passphrase-file', at('secret')];
  const made = await json('review', 'export', matter, ids[0]!, ...whereTo, ...unlocked, '--include-coding');
  expect(made).toMatchObject({ items: 1, notes: 0, leftOut: 0, path: at('copy.matter') });
  expect(await json('matter', 'info', at('copy.matter'), ...unlocked)).toMatchObject({
    counts: { evidence: 1 },
  });
  const settings = JSON.stringify({ person: { name: 'B. Lindqvist', role: '', barNumber: '' } });
  writeFileSync(at('app/settings.json'), settings);
  expect(await json('review', 'code', at('copy.matter'), ids[0]!, '--relevance', '1', ...unlocked)).toEqual({
    updated: 1,
  });
  const refused = await run('evidence', 'add', at('copy.matter'), at('memo.txt'), ...unlocked, '--json');
  expect([refused.code, JSON.parse(refused.stderr).error.code]).toEqual([5, 'REVIEW_COPY_ONLY']);

  const merge = () => json('review', 'merge', matter, at('copy.matter'), ...unlocked);
  expect(await merge()).toMatchObject({
    copyId: made.copyId,
    codings: { added: 1, conflicts: 1 },
    skipped: 0,
  });
  expect(await merge()).toMatchObject({ codings: { added: 0, updated: 0, unchanged: 2 } });
  expect((await run('review', 'conflicts', matter)).stdout).toMatch(/notice +Relevance +B\. Lindqvist, /);
});

test('a copy needs a passphrase, and what is no copy is refused', async () => {
  const flags = ['--out', at('y.matter'), '--name', 'x', '--mode', 'read'];
  expect((await run('review', 'export', matter, ids[0]!, ...flags)).code).toBe(2);
  expect(existsSync(at('y.matter'))).toBe(false);
  const foreign = await run('review', 'merge', matter, at('notice.txt'), '--passphrase-file', at('secret'));
  expect(foreign.code).toBe(3);
  writeFileSync(at('wrong'), 'x');
  const wrong = await run('review', 'merge', matter, at('copy.matter'), '--passphrase-file', at('wrong'));
  expect(wrong.code).toBe(5);
});
