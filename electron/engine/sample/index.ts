import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { EvidenceId, type MatterId } from '../../../shared/model/common.ts';
import { DocketEntryFields } from '../../../shared/model/docket.ts';
import { ExhibitSetFields } from '../../../shared/model/exhibits.ts';
import { MatterFields } from '../../../shared/model/matter.ts';
import { docketHandlers } from '../docket/index.ts';
import { evidenceHandlers } from '../evidence/index.ts';
import { exhibitsHandlers } from '../exhibits/index.ts';
import type { CommandContext, JobContext } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import { parseSampleDocument } from './markup.ts';

const SampleMatter = z.strictObject({
  matter: MatterFields,
  pageMark: z.string(),
  caption: z.strictObject({
    court: z.array(z.string()),
    plaintiff: z.string(),
    defendant: z.string(),
    number: z.string(),
  }),
  documents: z.array(
    z.strictObject({
      key: z.string(),
      file: z.string(),
      name: z.string(),
      title: z.string(),
      custodian: z.string(),
      source: z.string(),
    }),
  ),
  docket: z.array(
    DocketEntryFields.partial().required({ text: true }).extend({ document: z.string().optional() }),
  ),
  exhibitSet: ExhibitSetFields.pick({ name: true, scheme: true }).extend({
    bates: ExhibitSetFields.shape.bates,
    exhibits: z.array(z.string()),
  }),
});
type SampleMatter = z.infer<typeof SampleMatter>;

/**
 * Fills a new, empty matter with the sample of assets/sample: its documents set as PDFs and taken in as evidence, the docket with
 * its links, and one exhibit set ready to build. The same intake, docket and exhibits as everywhere else.
 */
export async function fillSample(job: JobContext): Promise<void> {
  const sample = readSample(job.platform.assetsDirectory);
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-sample-'));
  job.commit('name the sample matter', () => job.session.run(sql.updateTable('matter').set(sample.matter)));
  try {
    await writeDocuments(sample, folder, job);
    const ids = await takeIn(sample, folder, job);
    addDocket(sample, ids, job);
    addExhibits(sample, ids, job);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readSample(assetsDirectory: string): SampleMatter {
  return SampleMatter.parse(JSON.parse(readFileSync(join(assetsDirectory, 'sample', 'matter.json'), 'utf8')));
}

async function writeDocuments(sample: SampleMatter, folder: string, job: JobContext): Promise<void> {
  const { assetsDirectory } = job.platform;
  // Loaded only here: it brings the PDF library and its fonts, which no other start needs.
  const { typesetSample } = await import('./typeset.ts');
  const frame = { pageMark: sample.pageMark, judge: sample.matter.judge, caption: sample.caption };
  for (const [index, { file, name, title }] of sample.documents.entries()) {
    if (job.signal.aborted) throw new AppError('CANCELLED');
    job.progress(index, sample.documents.length * 2, `Writing “${title}”`);
    const source = join(assetsDirectory, 'sample', 'documents', file);
    if (!file.endsWith('.txt')) {
      copyFileSync(source, join(folder, name));
      continue;
    }
    const parsed = parseSampleDocument(readFileSync(source, 'utf8'));
    writeFileSync(join(folder, name), await typesetSample(parsed, frame, join(assetsDirectory, 'fonts')));
  }
}

/** Ids of the documents by key. */
async function takeIn(
  sample: SampleMatter,
  folder: string,
  job: JobContext,
): Promise<Map<string, EvidenceId>> {
  const ids = new Map<string, EvidenceId>();
  const count = sample.documents.length;
  for (const [index, { key, name, title, custodian, source }] of sample.documents.entries()) {
    const context: JobContext = {
      ...job,
      // These paths are the engine's own, not a caller's.
      isTrusted: true,
      resolveFile: (ref) => ('path' in ref ? ref.path : job.resolveFile(ref)),
      progress: () => job.progress(count + index, count * 2, `Taking in “${title}”`),
    };
    const { items } = await evidenceHandlers['evidence.add'](
      {
        matterId: matterIdOf(job),
        sources: [{ path: join(folder, name) }],
        custodian,
        source,
        isRecursive: false,
      },
      context,
    );
    const id = EvidenceId.parse(items[0]?.id);
    ids.set(key, id);
    inCommand(job, `describe “${title}”`, (command) =>
      evidenceHandlers['evidence.update'](
        { matterId: matterIdOf(job), ids: [id], fields: { title } },
        command,
      ),
    );
  }
  return ids;
}

function addDocket(sample: SampleMatter, ids: ReadonlyMap<string, EvidenceId>, job: JobContext): void {
  const entries = sample.docket.map(({ document, ...entry }) => ({
    ...entry,
    ...(document !== undefined && { evidenceId: idOf(ids, document) }),
  }));
  inCommand(job, 'add the sample docket', (command) =>
    docketHandlers['docket.add']({ matterId: matterIdOf(job), entries }, command),
  );
}

function addExhibits(sample: SampleMatter, ids: ReadonlyMap<string, EvidenceId>, job: JobContext): void {
  const { exhibits, ...fields } = sample.exhibitSet;
  const matterId = matterIdOf(job);
  inCommand(job, 'add the sample exhibits', (command) => {
    const set = exhibitsHandlers['exhibits.set.create'](
      { matterId, fields: { ...fields, hasSlipSheets: true, hasStickers: true } },
      command,
    );
    exhibitsHandlers['exhibits.add'](
      { matterId, setId: set.id, evidenceIds: exhibits.map((key) => idOf(ids, key)) },
      command,
    );
  });
}

function matterIdOf(job: JobContext): MatterId {
  return job.session.id as MatterId;
}

function inCommand(job: JobContext, summary: string, write: (command: CommandContext) => unknown): void {
  job.commit(summary, () => write({ ...job, describe: () => undefined }));
}

function idOf(ids: ReadonlyMap<string, EvidenceId>, key: string): EvidenceId {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The sample names a document “${key}” that it does not hold.`);
  return id;
}
