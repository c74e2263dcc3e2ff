import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import type { BatesSettings } from '../../../shared/model/exhibits.ts';
import { hasQpdf, makePdf } from '../testing/pdf-files.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
const bates: BatesSettings = { prefix: 'AMZ', digits: 6, start: 1, suffix: '' };

beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

/** Takes PDFs of our own in, one of as many pages as each number says; returns them in that order. */
async function takeIn(...pages: number[]): Promise<EvidenceItem[]> {
  const before = (await t.client['evidence.list']({ matterId })).length;
  const sources: { path: string }[] = [];
  for (const [i, count] of pages.entries()) {
    const path = join(t.folder, `paper ${before + i}.pdf`);
    const texts = Array.from({ length: count }, (_, page) => ({
      text: `Paper ${before + i} page ${page + 1}`,
    }));
    writeFileSync(path, await makePdf(texts));
    sources.push({ path });
  }
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  const all = await t.client['evidence.list']({ matterId });
  return items.map((item) => all.find(({ id }) => id === item.id)!);
}

async function makeSet(fields: Partial<{ name: string; scheme: string; bates: BatesSettings | null }> = {}) {
  return t.client['exhibits.set.create']({ matterId, fields: { name: 'TRO exhibits', bates, ...fields } });
}

const labels = async (setId: Awaited<ReturnType<typeof makeSet>>['id']) =>
  (await t.client['exhibits.list']({ matterId, setId })).map(({ label }) => label);

describe('exhibit sets', () => {
  it('gives labels in order, and a late one that leaves the others alone', async () => {
    const set = await makeSet();
    const [a, b, c] = await takeIn(1, 2, 1);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [a!.id, b!.id] });
    const [late] = await t.client['exhibits.add']({
      matterId,
      setId: set.id,
      evidenceIds: [c!.id],
      afterLabel: 'A',
    });
    expect(late).toMatchObject({ label: 'A-1', position: 1 });
    expect(await labels(set.id)).toEqual(['A', 'A-1', 'B']);
    const [later] = await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [a!.id] });
    expect(later!.label).toBe('C');
  });

  it('keeps labels when exhibits move, and relabels only when asked', async () => {
    const set = await makeSet({ scheme: '1' });
    const items = await takeIn(1, 1, 1);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: items.map(({ id }) => id) });
    const [first] = await t.client['exhibits.list']({ matterId, setId: set.id });
    await t.client['exhibits.move']({ matterId, setId: set.id, ids: [first!.id], position: 2 });
    expect(await labels(set.id)).toEqual(['2', '3', '1']);
    const plan = await t.client['exhibits.planRelabel']({ matterId, setId: set.id });
    expect(plan.changes.map(({ was, now }) => [was, now])).toEqual([
      ['2', '1'],
      ['3', '2'],
      ['1', '3'],
    ]);
    await t.client['exhibits.relabel']({ matterId, setId: set.id });
    expect(await labels(set.id)).toEqual(['1', '2', '3']);
    await t.client['history.undo']({ matterId });
    expect(await labels(set.id)).toEqual(['2', '3', '1']);
  });

  it('refuses a label that is taken or is none', async () => {
    const set = await makeSet();
    const items = await takeIn(1, 1);
    const added = await t.client['exhibits.add']({
      matterId,
      setId: set.id,
      evidenceIds: items.map(({ id }) => id),
    });
    const update = (label: string) =>
      t.client['exhibits.update']({ matterId, id: added[0]!.id, fields: { label } });
    await expect(update('B')).rejects.toMatchObject({ code: 'EXHIBIT_LABEL_TAKEN' });
    await expect(update('A/B')).rejects.toMatchObject({ code: 'EXHIBIT_LABEL_INVALID' });
    expect(await update('X-9')).toMatchObject({ label: 'X-9' });
  });

  it('refuses a name that another set has, in whatever letters, and not its own', async () => {
    const set = await makeSet({ name: 'Reply' });
    await expect(makeSet({ name: 'REPLY' })).rejects.toMatchObject({
      code: 'EXHIBIT_SET_NAME_TAKEN',
      message: 'There is an exhibit set “Reply” already. Choose another name.',
    });
    const other = await makeSet({ name: 'Motion' });
    const rename = (name: string) =>
      t.client['exhibits.set.update']({ matterId, setId: other.id, fields: { name } });
    await expect(rename('reply')).rejects.toMatchObject({ code: 'EXHIBIT_SET_NAME_TAKEN' });
    expect(await rename('MOTION')).toMatchObject({ name: 'MOTION' });
    await t.client['exhibits.set.delete']({ matterId, setId: set.id });
    expect(await rename('Reply')).toMatchObject({ name: 'Reply' });
  });

  it('says by its name which edit is undone, of one exhibit and of several', async () => {
    const set = await makeSet();
    const items = await takeIn(1, 1);
    const evidenceIds = items.map(({ id }) => id);
    const added = await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds });
    const [{ id }, ids] = [added[0]!, added.map((each) => each.id)];
    await t.client['exhibits.update']({ matterId, id, fields: { ruling: 'excluded' } });
    await t.client['exhibits.update']({ matterId, id, fields: { title: 'Letter', sponsor: 'Jane Smith' } });
    await t.client['exhibits.updateMany']({
      matterId,
      setId: set.id,
      ids,
      fields: { treatment: 'withheld' },
    });
    const undo = async () => (await t.client['history.undo']({ matterId })).label;
    expect([await undo(), await undo(), await undo()]).toEqual([
      'change the place in the binder of 2 exhibits',
      'edit Exhibit A',
      'change the ruling of Exhibit A',
    ]);
  });

  it('undoes a deleted set with all its exhibits', async () => {
    const set = await makeSet();
    const [a] = await takeIn(1);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [a!.id] });
    await t.client['exhibits.set.delete']({ matterId, setId: set.id });
    expect(await t.client['exhibits.set.list']({ matterId })).toEqual([]);
    await t.client['history.undo']({ matterId });
    expect(await labels(set.id)).toEqual(['A']);
  });
});

describe('Bates numbers', () => {
  it('are not planned behind an exhibit whose pages nobody has counted, for the build gives others', async () => {
    const set = await makeSet();
    const [first, last] = await takeIn(1, 1);
    const letter = join(t.folder, 'letter.txt');
    writeFileSync(letter, 'Suspended as of tonight.');
    const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: letter }] });
    const evidenceIds = [first!.id, items[0]!.id!, last!.id];
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds });
    const numbers = async () =>
      (await t.client['exhibits.list']({ matterId, setId: set.id })).map((e) => e.batesFirst);
    expect(await numbers()).toEqual(['AMZ000001', null, null]);
    await build(set.id);
    expect(await numbers()).toEqual(['AMZ000001', 'AMZ000002', 'AMZ000003']);
  });

  it('are planned until a build, reserved by it, used once sealed, and kept in every set of the prefix', async () => {
    const set = await makeSet();
    const [a, b] = await takeIn(2, 3);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [a!.id, b!.id] });
    const list = () => t.client['exhibits.list']({ matterId, setId: set.id });
    expect((await list()).map((e) => [e.batesFirst, e.batesLast, e.batesState])).toEqual([
      ['AMZ000001', 'AMZ000002', 'planned'],
      ['AMZ000003', 'AMZ000005', 'planned'],
    ]);
    await build(set.id);
    expect((await list()).map((e) => e.batesState)).toEqual(['reserved', 'reserved']);

    const other = await makeSet({ name: 'Reply' });
    const [c] = await takeIn(1);
    await t.client['exhibits.add']({ matterId, setId: other.id, evidenceIds: [c!.id, b!.id] });
    const inOther = await t.client['exhibits.list']({ matterId, setId: other.id });
    expect(inOther.map((e) => [e.batesFirst, e.batesState])).toEqual([
      ['AMZ000006', 'planned'],
      ['AMZ000003', 'reserved'],
    ]);

    const sealed = await t.runJob('exhibits.seal', { matterId, setId: set.id });
    expect(sealed).toMatchObject({ batesFirst: 'AMZ000001', batesLast: 'AMZ000005' });
    expect((await list()).map((e) => e.batesState)).toEqual(['used', 'used']);
    const ledger = await t.client['exhibits.ledger']({ matterId });
    expect(ledger).toMatchObject([
      {
        prefix: 'AMZ',
        nextFree: 'AMZ000006',
        ranges: [
          { first: 'AMZ000001', last: 'AMZ000002', state: 'used' },
          { first: 'AMZ000003', last: 'AMZ000005', state: 'used' },
        ],
      },
    ]);
  });

  it('of a sealed set’s late exhibit are the next free ones, and the sealed ones stay', async () => {
    const set = await makeSet();
    const [a, b, late] = await takeIn(1, 1, 2);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [a!.id, b!.id] });
    await expect(t.runJob('exhibits.seal', { matterId, setId: set.id })).rejects.toMatchObject({
      code: 'EXHIBIT_BUILD_MISSING',
    });
    await build(set.id);
    await t.runJob('exhibits.seal', { matterId, setId: set.id });
    await expect(t.client['exhibits.relabel']({ matterId, setId: set.id })).rejects.toMatchObject({
      code: 'EXHIBIT_SET_SEALED',
    });
    const sealedList = await t.client['exhibits.list']({ matterId, setId: set.id });
    await expect(
      t.client['exhibits.remove']({ matterId, setId: set.id, ids: [sealedList[0]!.id] }),
    ).rejects.toMatchObject({ code: 'EXHIBIT_SET_SEALED' });
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [late!.id], afterLabel: 'A' });
    const result = await build(set.id);
    expect(result.exhibits.map((e) => [e.label, e.batesFirst, e.batesLast])).toEqual([
      ['A', 'AMZ000001', 'AMZ000001'],
      ['A-1', 'AMZ000003', 'AMZ000004'],
      ['B', 'AMZ000002', 'AMZ000002'],
    ]);
    await t.runJob('exhibits.seal', { matterId, setId: set.id });
    const list = await t.client['exhibits.list']({ matterId, setId: set.id });
    expect(list.map((e) => e.batesState)).toEqual(['used', 'used', 'used']);
  });

  it('are refused when they would print the same as one of another prefix', async () => {
    const set = await makeSet({ bates: { prefix: 'AMZ', digits: 4, start: 1001, suffix: '' } });
    const other = await makeSet({
      name: 'Reply',
      bates: { prefix: 'AMZ1', digits: 3, start: 1, suffix: '' },
    });
    const [a, b] = await takeIn(1, 1);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [a!.id] });
    await t.client['exhibits.add']({ matterId, setId: other.id, evidenceIds: [b!.id] });
    await build(set.id);
    await expect(build(other.id)).rejects.toMatchObject({
      code: 'BATES_NUMBER_TAKEN',
      details: { number: 'AMZ1001' },
    });
  });
});

function build(setId: Awaited<ReturnType<typeof makeSet>>['id'], folder = join(t.folder, 'out')) {
  mkdirSync(folder, { recursive: true });
  return t.runJob('exhibits.build', { matterId, setId, target: { path: folder } });
}

const hashesOf = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]);

describe.skipIf(!hasQpdf())('a build', () => {
  it('is read by qpdf and poppler as it says it is, and says the same twice', async () => {
    const set = await makeSet();
    const items = await takeIn(3, 1, 2);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: items.map(({ id }) => id) });
    const result = await build(set.id);
    execFileSync('qpdf', ['--check', result.binder]);
    const text = (page: number) =>
      execFileSync('pdftotext', [
        '-layout',
        '-f',
        String(page),
        '-l',
        String(page),
        result.binder,
        '-',
      ]).toString();
    const index = text(1);
    expect(index).toMatch(/A\s+paper 0.*AMZ000001–AMZ000003\s+2/);
    expect(index).toMatch(/B\s+paper 1.*AMZ000004\s+6/);
    expect(index).toMatch(/C\s+paper 2.*AMZ000005–AMZ000006\s+8/);
    for (const [page, label] of [
      [2, 'A'],
      [6, 'B'],
      [8, 'C'],
    ] as const)
      expect(text(page)).toContain(`EXHIBIT ${label}`);
    const numbered = [3, 4, 5, 7, 9, 10];
    numbered.forEach((page, i) => expect(text(page)).toContain(`AMZ00000${i + 1}`));
    expect(text(4)).toContain('Paper 0 page 2');
    expect(result.exhibits.map(({ file }) => basename(file))).toEqual([
      'Exhibit A - AMZ000001-AMZ000003.pdf',
      'Exhibit B - AMZ000004.pdf',
      'Exhibit C - AMZ000005-AMZ000006.pdf',
    ]);
    const again = await build(set.id, join(t.folder, 'elsewhere'));
    expect(hashesOf(join(again.binder, '..'))).toEqual(hashesOf(join(result.binder, '..')));
    const third = await build(set.id);
    expect(basename(join(third.binder, '..'))).toBe('TRO exhibits (2)');
    const builds = await t.client['exhibits.build.list']({ matterId, setId: set.id });
    expect(builds.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
    const { custody } = await t.client['evidence.get']({ matterId, id: items[0]!.id });
    expect(custody.map(({ action }) => action)).toContain('used_in_exhibit');
  });

  it('is refused as a whole when an original cannot be read, and leaves nothing behind', async () => {
    const set = await makeSet();
    const [good] = await takeIn(1);
    const path = join(t.folder, 'broken.pdf');
    writeFileSync(path, '%PDF-1.4\nnothing else');
    const torn = join(t.folder, 'torn.png');
    writeFileSync(torn, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }, { path: torn }] });
    const broken = items.map(({ id }) => id as EvidenceItem['id']);
    await t.client['exhibits.add']({
      matterId,
      setId: set.id,
      evidenceIds: [broken[0]!, good!.id, broken[1]!],
    });
    await expect(build(set.id)).rejects.toMatchObject({
      code: 'EXHIBIT_SOURCE_UNREADABLE',
      message: expect.stringMatching(/: A, C \(it is damaged\)\. Put readable copies/),
    });
    expect(readdirSync(join(t.folder, 'out'))).toEqual([]);
    expect(await t.client['exhibits.ledger']({ matterId })).toEqual([]);
  });

  it('that is cancelled leaves nothing behind', async () => {
    const set = await makeSet();
    const items = await takeIn(30, 30);
    await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: items.map(({ id }) => id) });
    const target = { path: join(t.folder, 'out') };
    const stop = new AbortController();
    await expect(
      t.runJob(
        'exhibits.build',
        { matterId, setId: set.id, target },
        { signal: stop.signal, onProgress: ({ done }) => done > 0 && stop.abort() },
      ),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(existsSync(target.path) ? readdirSync(target.path) : []).toEqual([]);
  });
});
