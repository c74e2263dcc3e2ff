import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceId, ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import { writeWordDocument } from '../../formats/word/index.ts';
import { makePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
});
afterEach(() => t.dispose());

async function takeInFile(name: string, bytes: Uint8Array): Promise<EvidenceId> {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

const takeIn = async (name: string, ...texts: string[]) =>
  takeInFile(`${name}.pdf`, await makePdf(texts.map((text) => ({ text }))));

/** A set with an exhibit for each number of pages. */
async function makeSet(
  name: string,
  pages: readonly number[],
  fields: Partial<ExhibitSetFields> = {},
): Promise<ExhibitSetId> {
  const { id } = await t.client['exhibits.set.create']({ matterId, fields: { name, ...fields } });
  const evidenceIds: EvidenceId[] = [];
  for (const [at, count] of pages.entries()) {
    const title = `${name} ${at + 1}`;
    evidenceIds.push(
      await takeIn(title, ...Array.from({ length: count }, (_, page) => `${title}, page ${page + 1}`)),
    );
  }
  await t.client['exhibits.add']({ matterId, setId: id, evidenceIds });
  return id;
}

const check = (setId: ExhibitSetId, evidenceId: EvidenceId) =>
  t.runJob('exhibits.citations.check', { matterId, setId, brief: { evidenceId } });

describe('what relabeling makes wrong in a brief that was checked', () => {
  let setId: ExhibitSetId;
  let late: EvidenceId;
  beforeEach(async () => {
    setId = await makeSet('Papers', [3, 2, 1]);
    late = await takeIn('late', 'a late paper');
    const brief = await takeIn(
      'brief',
      'It was kept. See Ex. A at 2.\nIt was sent (Smith Decl. ¶ 7, Ex. B at 1).',
      'See Exs. A–C. See Ex. C; Compl. Ex. B. See Ex. Z.\nId. at 4.',
    );
    await check(setId, brief);
  });

  const plan = async (place: 'between' | 'push' | 'sub') => {
    const input = { matterId, setId, evidenceIds: [late], afterLabel: 'A', place };
    const { changes, affectedCitations } = await t.client['exhibits.planAdd'](input);
    return {
      changes: changes.map(({ was, now }) => [was, now]),
      affected: affectedCitations.map(({ briefTitle, page, text, shouldSay }) => [
        briefTitle,
        page,
        text,
        shouldSay,
      ]),
    };
  };

  test('a late exhibit that moves those after it up: each citation of one that moves, with what it has to say', async () => {
    expect(await plan('push')).toEqual({
      changes: [
        [null, 'B'],
        ['B', 'C'],
        ['C', 'D'],
      ],
      affected: [
        ['brief', 1, 'Smith Decl. ¶ 7, Ex. B at 1', 'Smith Decl. ¶ 7, Ex. C at 1'],
        ['brief', 2, 'Exs. A–C', 'Exs. A, C, D'],
        ['brief', 2, 'Ex. C', 'Ex. D'],
      ],
    });
  });

  test('a late exhibit between two others, or as a part, makes no citation wrong', async () => {
    expect(await plan('between')).toEqual({ changes: [[null, 'A-1']], affected: [] });
    expect(await plan('sub')).toEqual({ changes: [[null, 'A-1']], affected: [] });
  });

  test('labels given anew in another order: the was/now table and the citations that follow it', async () => {
    const list = await t.client['exhibits.list']({ matterId, setId });
    await t.client['exhibits.move']({ matterId, setId, ids: [list[2]!.id], position: 0 });
    const { changes, affectedCitations } = await t.client['exhibits.planRelabel']({ matterId, setId });
    expect(changes.map(({ was, now }) => [was, now])).toEqual([
      ['C', 'A'],
      ['A', 'B'],
      ['B', 'C'],
    ]);
    expect(affectedCitations.map(({ text, shouldSay }) => [text, shouldSay])).toEqual([
      ['Ex. A at 2', 'Ex. B at 2'],
      ['Smith Decl. ¶ 7, Ex. B at 1', 'Smith Decl. ¶ 7, Ex. C at 1'],
      ['Exs. A–C', 'Exs. B, C, A'],
      ['Ex. C', 'Ex. A'],
    ]);
  });
});

test('withdrawing and taking out: the citations that would lead nowhere, once, and none of what is withdrawn', async () => {
  const setId = await makeSet('Papers', [2, 1, 1]);
  const brief = await takeIn('brief', 'See Ex. A at 2. See Exs. A–C.', 'See Ex. B; Compl. Ex. C. Id. at 4.');
  await check(setId, brief);
  const [, b, c] = (await t.client['exhibits.list']({ matterId, setId })).map(({ id }) => id);
  const lost = async (...ids: (typeof b)[]) => {
    const plan = await t.client['exhibits.planTakeOut']({ matterId, setId, ids: ids.map((id) => id!) });
    return plan.affectedCitations.map(({ briefTitle, page, text, gone, shouldSay }) =>
      [briefTitle, page, text, gone.join(' '), shouldSay].join('|'),
    );
  };
  expect(await lost(b, c)).toEqual(['brief|1|Exs. A–C|B C|', 'brief|2|Ex. B|B|']);
  expect(await lost(c)).toEqual(['brief|1|Exs. A–C|C|']);
  await t.client['exhibits.withdraw']({ matterId, setId, ids: [b!], reason: 'privileged' });
  expect(await lost(b)).toEqual([]);
});

describe('whose exhibit a citation means', () => {
  test('each declaration has its own exhibits, a bare label beside both is ambiguous', async () => {
    const smith = await makeSet('Smith papers', [2], { purpose: 'declaration', declarant: 'Jane Smith' });
    const jones = await makeSet('Jones papers', [1], { purpose: 'declaration', declarant: 'Pat Jones' });
    const brief = await takeIn(
      'brief',
      'See Smith Decl. ¶ 4, Ex. A at 2.\nSee Ex. A to the Declaration of Pat Jones at 2.\nThat is so. See Ex. A.\nSee Jones Ex. A at 1.',
    );
    const told = async (setId: ExhibitSetId) => {
      const { citations, ofOthers } = await check(setId, brief);
      return {
        own: citations.map(({ declarant, status }) => [declarant, status]),
        others: ofOthers.map(({ text }) => text),
      };
    };
    expect(await told(smith)).toEqual({
      own: [
        ['Smith', 'found'],
        [null, 'ambiguous'],
      ],
      others: ['Ex. A to the Declaration of Pat Jones at 2', 'Jones Ex. A at 1'],
    });
    expect(await told(jones)).toEqual({
      own: [
        ['Pat Jones', 'outOfRange'],
        [null, 'ambiguous'],
        ['Jones', 'found'],
      ],
      others: ['Smith Decl. ¶ 4, Ex. A at 2'],
    });
  });
});

test.each([
  {
    pages: 'its item',
    fields: { bates: null, numbersPages: false },
    cite: 'Ex. A at 5',
    wrong: 'Ex. A at 2',
  },
  {
    pages: 'the exhibit, which they show',
    fields: { bates: null, numbersPages: true },
    cite: 'Ex. A at 3',
    wrong: 'Ex. A at 4',
  },
])('a page of an excerpt is cited and read by the pages of $pages', async ({ fields, cite, wrong }) => {
  const setId = await makeSet('Papers', [5], fields);
  const [{ id, evidenceId }] = (await t.client['exhibits.list']({ matterId, setId })) as [Exhibit];
  await t.client['exhibits.update']({ matterId, id, fields: { pageRanges: '3-5' } });
  const cites = await t.client['exhibits.pageCites']({ matterId, evidenceId: evidenceId!, page: 5 });
  expect(cites.map((each) => each.cite)).toEqual([cite]);
  const { citations } = await check(setId, await takeIn('brief', `See ${cite}. See ${wrong}.`));
  expect(citations.map(({ status }) => status)).toEqual(['found', 'outOfRange']);
});

test('a brief in Word is read by its extracted text', async () => {
  const setId = await makeSet('Papers', [2, 1]);
  const text = 'It was sent. See Ex. A at 2; Ex. A at 5; Ex. D.';
  const blocks = [{ kind: 'centered', text }] as const;
  const brief = await takeInFile(
    'brief.docx',
    await writeWordDocument({ title: 'Brief', isLandscape: false, blocks }),
  );
  const report = await check(setId, brief);
  expect(report.citations.map(({ label, pin, status }) => [label, pin, status])).toEqual([
    ['A', '2', 'found'],
    ['A', '5', 'outOfRange'],
    ['D', null, 'absent'],
  ]);
  expect(report.neverCited.map(({ label }) => label)).toEqual(['B']);
});

test('Bates pins are checked against the ledger: of the exhibit, of another, of another set, never given', async () => {
  const bates = { prefix: 'FW', digits: 6, start: 1, suffix: '' };
  const setId = await makeSet('Papers', [3, 2], { bates });
  const other = await makeSet('Other papers', [2], { bates });
  for (const id of [setId, other])
    await t.runJob('exhibits.build', { matterId, setId: id, target: { path: join(t.folder, 'out') } });
  const ranges = ['FW001000-FW002000', 'FW003000'].map((range) => ({ range, note: 'first production' }));
  await t.client['exhibits.ledger.import']({ matterId, ranges });
  const brief = await takeIn(
    'brief',
    [
      'See Ex. A at FW000003.',
      'See Ex. A at FW000004.',
      'See Ex. B (FW000004–05).',
      'The page FW000005 says so.',
      'The page FW000007 says so.',
      'The page FW000099 says so.',
      'The page FW001500 says so.',
      'The page FW002500 says so.',
    ].join('\n'),
  );
  const report = await check(setId, brief);
  expect(report.citations.map(({ label, pin, status }) => [label, pin, status])).toEqual([
    ['A', 'FW000003', 'found'],
    ['A', 'FW000004', 'outOfRange'],
    ['B', 'FW000004–05', 'found'],
    ['B', 'FW000005', 'found'],
    ['FW000099', 'FW000099', 'absent'],
    ['FW002500', 'FW002500', 'absent'],
  ]);
  expect(report.ofOthers.map(({ text }) => text)).toEqual(['FW000007', 'FW001500']);
});

test('labels and numbers of what is withdrawn lead to nothing, and say why; so do void numbers', async () => {
  const bates = { prefix: 'FW', digits: 6, start: 1, suffix: '' };
  const setId = await makeSet('Papers', [2, 1], { bates });
  await t.runJob('exhibits.build', { matterId, setId, target: { path: join(t.folder, 'out') } });
  const [, b] = (await t.client['exhibits.list']({ matterId, setId })).map(({ id }) => id);
  await t.client['exhibits.withdraw']({ matterId, setId, ids: [b!], reason: 'privileged' });
  await t.client['exhibits.reserve']({ matterId, setId, count: 1, note: '', place: 'between' });
  const ranges = [{ range: 'FW003000', note: 'first production' }];
  await t.client['exhibits.ledger.import']({ matterId, ranges });
  await t.client['exhibits.ledger.void']({ matterId, range: 'FW003000', reason: 'blank page' });
  const brief = await takeIn(
    'brief',
    'The page FW000003 says so.\nSee Ex. B. See Ex. C. See Ex. D at FW003000.\nThe page FW003000 says so.\nSo does FW000001.',
  );
  const absences = async () => {
    const { citations, ofOthers } = await check(setId, brief);
    expect(ofOthers).toEqual([]);
    return citations.map(({ label, status, absence }) => [label, status, absence]);
  };
  const others = [
    ['C', 'absent', 'reserved'],
    ['D', 'absent', undefined],
    ['FW003000', 'absent', 'void'],
    ['A', 'found', undefined],
  ];
  expect(await absences()).toEqual([['B', 'absent', 'withdrawn'], ['B', 'absent', 'withdrawn'], ...others]);
  // What comes back has another number than the one that was made void.
  await t.client['exhibits.reinstate']({ matterId, setId, ids: [b!] });
  expect(await absences()).toEqual([['FW000003', 'absent', 'void'], ['B', 'found', undefined], ...others]);
});
