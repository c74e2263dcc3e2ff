import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { api, type OperationName } from '../../../shared/contract/api.ts';
import { commonErrors, type Operation } from '../../../shared/contract/define.ts';
import type { MatterId } from '../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { makeWave } from '../testing/files/recordings.ts';
import { makePng } from '../testing/images.ts';
import { makeMail } from '../testing/mail-and-archives.ts';
import { plantEvidence, withMatterFile } from '../testing/matter-file.ts';
import { makeLockedPdf } from '../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { editedRows, expectIndexInStep } from './index-in-step.ts';
import { OddInput } from './odd-input.ts';

const rounds = process.env['FORTHWITH_TIER'] === 'full' ? 100 : 8;
const operations = (Object.keys(api) as OperationName[]).filter(
  (name) =>
    /^(?:evidence|notes|search)\./.test(name) &&
    api[name].form !== 'job' &&
    // An intake is no odd text but files; what stops one and goes on with it is shown in evidence/intake.
    !name.startsWith('evidence.intake.'),
);
const planted: readonly [EvidenceKind, Uint8Array | string][] = [
  ['text', 'The servers of Northgate Hosting went dark at midnight.'],
  ['eml', makeMail('Outage')],
  ['audio', makeWave(50)],
  ['png', makePng(2, 2)],
  ['pdf', makeLockedPdf('open sesame')],
];
const transcripts = {
  'call.srt': '1\n00:00:00,000 --> 00:00:01,000\nIt stopped, the \ufb01rst of us said.\n',
  'call.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Dark\u00ad ness\n\nx --> y\nlost\n',
  'prose.txt': 'Dear counsel',
};
const queries = [
  'outage',
  '"dark at midnight"',
  'midn*',
  'NEAR(servers dark, 3)',
  'outage AND',
  '(((',
  '-outage',
  'kind:mail OR from:ada',
  'custodian:"" has:problems before:9999-12-31',
  'a"b:c* NOT (d OR *)',
];

const succeeded = new Set<string>();
let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

test.each([1, 2])(
  'odd input that fits evidence or the search is answered or refused as declared, undone and done again, and the index follows (%i)',
  async (seed) => {
    const { id: matterId, fileName } = await t.createMatter();
    const path = join(t.folder, fileName);
    const items = await plantAll(matterId, path);
    for (const [name, text] of Object.entries(transcripts)) writeFileSync(join(t.folder, name), text);
    await t.runJob('evidence.readText', { matterId });
    const evidenceId = items[planted.findIndex(([kind]) => kind === 'png')]!;
    const anchor = { page: 1, rects: [{ x: 0, y: 0, width: 1, height: 1 }] };
    const onPicture = { evidenceId, places: [{ anchor, text: 'Privileged' }] };
    const odd = new OddInput(seed);
    for (let round = 0; round < rounds; round++) {
      for (const name of operations) {
        const { input, errors, isUndoable }: Operation = api[name];
        const wanted = odd.of(input, await idsFor(name)) as object;
        const file = Object.keys(transcripts)[round % 3]!;
        const asked = {
          ...wanted,
          matterId,
          ...('source' in wanted && { source: { path: join(t.folder, file) } }),
          // Few odd places are any on an item: on every other one it is said of the item as a whole.
          ...(name === 'notes.add' && round % 2 === 0 && { kind: 'note', anchor: {} }),
          // Fewer odd places are on a page of what can be redacted.
          ...(name === 'notes.markForRedaction' && round % 2 === 0 && onPicture),
          // Few notes lie on an area, and few odd tags are there: every other time only what is said of notes is changed.
          ...(name === 'notes.update' && round % 2 === 0 && saidIn(wanted)),
        };
        const before = editedRows(path);
        const reply = await t.call(name, asked);
        if (reply.ok) {
          succeeded.add(name);
          if (isUndoable) await turnRound(name, before);
          continue;
        }
        expect([...errors, ...commonErrors], `${name} ${JSON.stringify(wanted)}`).toContain(reply.error.code);
        expect(reply.error.code, `${name} ${JSON.stringify(wanted)}`).not.toBe('INTERNAL');
        expect(editedRows(path), `${name} ${JSON.stringify(wanted)}`).toEqual(before);
      }
      expectIndexInStep(path);
    }
    for (let isMore = true; isMore;) isMore = (await t.call('history.undo', { matterId })).ok;
    expectIndexInStep(path);
    for (let isMore = true; isMore;) isMore = (await t.call('history.redo', { matterId })).ok;
    expectIndexInStep(path);

    /** What a command did is taken back and done again; what changed nothing leaves nothing to take back. */
    async function turnRound(name: string, before: unknown) {
      const after = editedRows(path);
      if (JSON.stringify(after) === JSON.stringify(before)) return;
      await t.client['history.undo']({ matterId });
      expect(editedRows(path), `${name} undone`).toEqual(before);
      await t.client['history.redo']({ matterId });
      expect(editedRows(path), `${name} done again`).toEqual(after);
    }

    async function idsFor(name: OperationName): Promise<Record<string, string[]>> {
      const { tag, transcript, note, saved_search: saved, list_view: views } = editedRows(path);
      const own = name.startsWith('evidence.tag.')
        ? tag
        : name === 'evidence.transcript.delete'
          ? transcript
          : name.startsWith('search.saved.')
            ? saved
            : name.startsWith('evidence.view.')
              ? views
              : null;
      const [mail, recording] = ['eml', 'audio'].map(
        (kind) => items[planted.findIndex(([one]) => one === kind)]!,
      );
      const likely =
        name === 'evidence.mail' ? [mail!] : name.startsWith('evidence.transcript.') ? [recording!] : [];
      const tags = tag.map(({ id }) => `${id}`);
      return {
        id: own?.map(({ id }) => `${id}`) ?? [...items, ...likely, ...likely, ...likely, ...likely],
        ids: name.startsWith('notes.') ? note.map(({ id }) => `${id}`) : items,
        evidenceId: items,
        evidenceIds: items,
        addTagIds: tags,
        removeTagIds: tags,
        after: items,
        tagIds: tags,
        add: tags,
        remove: tags,
        query: queries,
      };
    }
  },
  rounds * 15_000,
);

test('all but guessing a password was really done', () => {
  expect(operations.filter((name) => !succeeded.has(name))).toEqual(['evidence.unlock']);
});

async function plantAll(matterId: MatterId, path: string): Promise<string[]> {
  await t.client['docket.add']({ matterId, entries: [{ number: 1, text: 'COMPLAINT of Fairwater LLC' }] });
  await t.client['matter.close']({ matterId });
  const ids = withMatterFile(path, (db) =>
    planted.map(([kind, bytes]) =>
      plantEvidence(db, { title: kind, bytes: Buffer.from(bytes as Uint8Array), kind }),
    ),
  );
  await t.client['matter.open']({ source: { path } });
  return ids;
}

function saidIn({ fields = {} }: { fields?: object }): object {
  const said = Object.entries(fields).filter(([name]) => name !== 'area' && name !== 'kind');
  return { fields: Object.fromEntries(said), addTagIds: [], removeTagIds: [] };
}
