import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lettersOf } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import type { EvidenceId, ExhibitId, ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import type {
  BatesSettings,
  BuildResult,
  Exhibit,
  ExhibitSetFields,
} from '../../../../shared/model/exhibits.ts';
import { plantEvidence, withMatterFile } from '../matter-file.ts';
import { makePdf } from '../pdf-files.ts';
import { beginTest } from '../shared-engine.ts';
import type { TestEngine } from '../temp-matter.ts';

/** A matter with evidence in it, and what tests of exhibit sets do again and again. */
export interface ExhibitDesk {
  readonly t: TestEngine;
  readonly matterId: MatterId;
  /** The items, in the order asked for. */
  readonly items: readonly EvidenceId[];
  /** Makes a set whose numbers have a prefix of their own, so that the sets of one matter do not meet. */
  makeSet(fields?: Partial<ExhibitSetFields>): Promise<ExhibitSetId>;
  /** Adds items at the end; returns the exhibits' ids. */
  add(setId: ExhibitSetId, ...items: readonly EvidenceId[]): Promise<ExhibitId[]>;
  list(setId: ExhibitSetId): Promise<Exhibit[]>;
  /** Labels in order. */
  labels(setId: ExhibitSetId): Promise<string[]>;
  /** "A AMZ001-AMZ002 used" of every exhibit, in order. */
  numbers(setId: ExhibitSetId): Promise<string[]>;
  build(setId: ExhibitSetId): Promise<BuildResult>;
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
}

/**
 * Opens a matter with PDFs of our own as evidence, planted by rows: no intake runs.
 *
 * @param pages of each item, each at least 1
 * @example const desk = await createExhibitDesk([2, 1]); …; await desk.t.dispose();
 */
export async function createExhibitDesk(pages: readonly number[]): Promise<ExhibitDesk> {
  const t = await beginTest();
  const { id, fileName } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  await t.client['matter.close']({ matterId: id });
  const files: Uint8Array[] = [];
  for (const [at, count] of pages.entries())
    files.push(
      await makePdf(Array.from({ length: count }, (_, page) => ({ text: `Paper ${at} page ${page + 1}` }))),
    );
  const path = join(t.folder, fileName);
  const items = withMatterFile(path, (db) =>
    files.map((bytes, at) => {
      const item = plantEvidence(db, { title: `Paper ${at}`, bytes, kind: 'pdf' });
      db.prepare(
        `INSERT INTO inspection SELECT content_id, '2021-01-11T00:00:00.000Z', '1', ?, 1, 0, '[]', '{}'
           FROM evidence_item WHERE id = ?`,
      ).run(pages[at], item);
      return item as EvidenceId;
    }),
  );
  const { id: matterId } = await t.client['matter.open']({ source: { path } });
  let sets = 0;
  const list = (setId: ExhibitSetId) => t.client['exhibits.list']({ matterId, setId });
  return {
    t,
    matterId,
    items,
    list,
    async makeSet(fields = {}) {
      sets += 1;
      const prefix = `NG${lettersOf(sets)}`;
      const bates: BatesSettings = { prefix, digits: 4, start: 1, suffix: '' };
      const set = await t.client['exhibits.set.create']({
        matterId,
        fields: { name: `Set ${sets}`, bates, ...fields },
      });
      return set.id;
    },
    async add(setId, ...evidenceIds) {
      const added = await t.client['exhibits.add']({ matterId, setId, evidenceIds: [...evidenceIds] });
      return added.map((exhibit) => exhibit.id);
    },
    labels: async (setId) => (await list(setId)).map(({ label }) => label),
    numbers: async (setId) =>
      (await list(setId)).map(
        ({ label, batesFirst, batesLast, batesState }) => `${label} ${batesFirst}-${batesLast} ${batesState}`,
      ),
    build(setId) {
      const folder = join(t.folder, 'out');
      mkdirSync(folder, { recursive: true });
      return t.runJob('exhibits.build', { matterId, setId, target: { path: folder } });
    },
    undo: () => t.client['history.undo']({ matterId }),
    redo: () => t.client['history.redo']({ matterId }),
  };
}
