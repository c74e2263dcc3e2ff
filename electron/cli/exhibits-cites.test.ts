import { beforeEach, expect, test } from 'vitest';
import { writePdf } from '../engine/testing/pdf-files.ts';
import { affectedLines } from './commands/exhibits/labels.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();
let matter: string;
beforeEach(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  await writePdf(at('agreement.pdf'), 'one', 'two');
  await writePdf(at('invoice.pdf'), 'paid');
  const { items } = await json('evidence', 'add', matter, at('agreement.pdf'), at('invoice.pdf'));
  await json('exhibits', 'set', 'create', matter, '--name', 'TRO');
  await json('exhibits', 'add', matter, '--set', 'TRO', ...items.map(({ id }: { id: string }) => id));
});

const cites = (brief: string, ...more: string[]) =>
  run('exhibits', 'cites', matter, '--set', 'TRO', brief, ...more);

test('a brief with a citation that is absent or out of range exits 6 and says which', async () => {
  await writePdf(at('brief.pdf'), 'See Ex. A at 2. See Ex. A at 3. See Ex. D.', 'Compl. Ex. A.');
  const told = await cites(at('brief.pdf'));
  expect(told.code).toBe(6);
  expect(told.stdout).toMatch(/Ex\. A at 3 +A +page out of range/);
  expect(told.stdout).toMatch(/Ex\. D +D +not in the set/);
  expect(told.stdout).toContain(
    '3 citations.\nNever cited: Exhibit B (invoice)\n1 citation of other documents',
  );
  const printed = await cites(at('brief.pdf'), '--json');
  expect(printed.code).toBe(6);
  const { citations } = JSON.parse(printed.stdout) as { citations: { label: string; status: string }[] };
  expect(citations.map(({ label, status }) => [label, status])).toEqual([
    ['A', 'found'],
    ['A', 'outOfRange'],
    ['D', 'absent'],
  ]);
});

test('a brief whose citations are all there exits 0, also one that is an item of evidence', async () => {
  await writePdf(at('brief.pdf'), 'See Ex. A at 2 and Ex. B.');
  expect((await cites(at('brief.pdf'))).code).toBe(0);
  const { items } = await json('evidence', 'add', matter, at('brief.pdf'));
  const told = await cites(items[0].id);
  expect([told.code, told.stdout]).toEqual([0, expect.stringContaining('2 citations.')]);
});

test('withdrawing and removing tell which citations of the brief lead nowhere by it, also before it is done', async () => {
  await writePdf(at('brief.pdf'), 'See Exs. A–B. See Ex. A at 2.', 'See Ex. B.');
  const { items } = await json('evidence', 'add', matter, at('brief.pdf'));
  await cites(items[0].id);
  const set = ['--set', 'TRO'];
  const planned = await json('exhibits', 'remove', matter, 'B', ...set, '--dry-run');
  expect(planned).toMatchObject({
    affectedCitations: [
      { briefTitle: 'brief', page: 1, text: 'Exs. A–B', gone: ['B'], shouldSay: '' },
      { briefTitle: 'brief', page: 2, text: 'Ex. B', gone: ['B'], shouldSay: '' },
    ],
  });
  const withdrawn = await run('exhibits', 'withdraw', matter, 'B', ...set, '--reason', 'privileged');
  expect(withdrawn.code).toBe(0);
  expect(withdrawn.stdout).toContain('“brief”, page 1: “Exs. A–B” cites B, which now is withdrawn.');
  const again = await cites(items[0].id);
  expect([again.code, again.stdout]).toEqual([
    6,
    expect.stringMatching(/Ex\. B +B +withdrawn: leads to nothing/),
  ]);
  const removed = await json('exhibits', 'remove', matter, 'A', ...set);
  expect(removed.exhibits.map(({ label }: { label: string }) => label)).toEqual(['B']);
  expect(removed.affectedCitations.map(({ text }: { text: string }) => text)).toEqual([
    'Exs. A–B',
    'Ex. A at 2',
  ]);
});

test('of a brief that was checked as a file nothing is kept, and taking out says so', async () => {
  await writePdf(at('brief.pdf'), 'See Ex. B.');
  expect((await cites(at('brief.pdf'))).code).toBe(0);
  const shown = await run('exhibits', 'remove', matter, 'B', '--set', 'TRO', '--dry-run');
  expect(shown.stdout).toBe(
    'No checked brief of the evidence cites them. Check briefs that are files again: what they cite is not kept.\n',
  );
});

test('a brief that is not there, or is no PDF, ends in its own exit code', async () => {
  expect((await cites(at('gone.pdf'))).code).toBe(3);
  expect((await cites(matter)).code).toBe(4);
});

test('withdrawing names the Bates numbers that become void by it, also those of an earlier prefix', async () => {
  const set = ['--set', 'TRO'];
  await json('exhibits', 'set', 'update', matter, ...set, '--bates', 'OLD000001');
  await json('exhibits', 'build', matter, ...set, '--out', at('old'));
  await json('exhibits', 'set', 'update', matter, ...set, '--bates', 'NEW000001');
  await json('exhibits', 'build', matter, ...set, '--out', at('new'));
  const planned = await run(
    'exhibits',
    'withdraw',
    matter,
    'A',
    ...set,
    '--reason',
    'privileged',
    '--dry-run',
  );
  expect(planned.stdout).toMatch(/Bates numbers that would become void for good: .*OLD000001–OLD000002/);
  const removed = await json('exhibits', 'remove', matter, 'A', ...set, '--dry-run');
  expect(removed).not.toHaveProperty('voidNumbers');
  const withdrawn = await json('exhibits', 'withdraw', matter, 'A', ...set, '--reason', 'privileged');
  expect(withdrawn.voidNumbers).toEqual([
    { first: 'NEW000001', last: 'NEW000002' },
    { first: 'OLD000001', last: 'OLD000002' },
  ]);
});

test('a citation that stands on two lines of its brief is told on one, as it is and as it would have to be', () => {
  const broken = { text: 'Exhibit\nD, at\n3', shouldSay: 'Exhibit\nE, at\n3' };
  expect(affectedLines([{ briefTitle: 'brief', page: 1, gone: [], ...broken }])).toEqual([
    '“brief”, page 1: “Exhibit D, at 3” would have to say “Exhibit E, at 3”.',
  ]);
});
