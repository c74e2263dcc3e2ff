import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { EvidenceId, type DocketEntryId, type MatterId } from '../../../shared/model/common.ts';
import { docketNumber } from '../../../shared/domain/docket/filters.ts';
import { docketHandlers } from '../docket/index.ts';
import { evidenceHandlers } from '../evidence/index.ts';
import { exhibitsHandlers } from '../exhibits/index.ts';
import type { CommandContext, JobContext } from '../handlers.ts';
import { foldNewTexts } from '../search/index.ts';
import { sql } from '../store/query-builder.ts';
import { addSampleArgument } from './add-argument.ts';
import { addSampleDeadlines } from './add-deadlines.ts';
import { addSampleRequest } from './add-request.ts';
import { parseSampleDocument } from './markup.ts';
import { idOf, readSample, type SampleIds, type SampleMatter } from './sample-matter.ts';

/**
 * Fills a new, empty matter with the sample of assets/sample: its documents set as PDFs and taken in as evidence, the docket with
 * its links, one exhibit set ready to build, the TRO request with its clocks, and the deadlines. Each by the code that does it
 * everywhere else.
 */
export async function fillSample(job: JobContext): Promise<void> {
  const sample = readSample(job.platform.assetsDirectory);
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-sample-'));
  job.commit('name the sample matter', () => job.session.run(sql.updateTable('matter').set(sample.matter)));
  try {
    await writeDocuments(sample, folder, job);
    const documents = await takeIn(sample, folder, job);
    const ids = { documents, entries: addDocket(sample, documents, job) };
    addExhibits(sample, documents, job);
    addRequest(sample, ids, job);
    inCommand(job, 'add the sample facts', (command) => addSampleArgument(sample.argument, ids, command));
    job.session.db.transaction(() => foldNewTexts(job.session))();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** Ids of the entries by their number as a list shows it ("2-1"), or by key. */
function addDocket(
  sample: SampleMatter,
  documents: SampleIds['documents'],
  job: JobContext,
): Map<string, DocketEntryId> {
  const entries = sample.docket.map(({ key: _key, document, ...entry }) => ({
    ...entry,
    ...(document !== undefined && { evidenceId: idOf(documents, document) }),
  }));
  const added = inCommand(job, 'add the sample docket', (command) =>
    docketHandlers['docket.add']({ matterId: matterIdOf(job), entries }, command),
  );
  return new Map(
    added.flatMap((entry, at) => {
      const name = sample.docket[at]!.key ?? docketNumber(entry);
      return name === null ? [] : [[name, entry.id] as const];
    }),
  );
}

function addExhibits(sample: SampleMatter, documents: SampleIds['documents'], job: JobContext): void {
  const { exhibits, ...fields } = sample.exhibitSet;
  const matterId = matterIdOf(job);
  inCommand(job, 'add the sample exhibits', (command) => {
    const set = exhibitsHandlers['exhibits.set.create'](
      { matterId, fields: { ...fields, hasSlipSheets: true, hasStickers: true } },
      command,
    );
    exhibitsHandlers['exhibits.add'](
      {
        matterId,
        setId: set.id,
        evidenceIds: exhibits.map((key) => idOf(documents, key)),
        place: 'between',
      },
      command,
    );
  });
}

function addRequest(sample: SampleMatter, ids: SampleIds, job: JobContext): void {
  inCommand(job, 'add the sample TRO request', (command) => addSampleRequest(sample.request, ids, command));
  inCommand(job, 'add the sample deadlines', (command) => addSampleDeadlines(sample, ids, command));
}

function matterIdOf(job: JobContext): MatterId {
  return job.session.id as MatterId;
}

function inCommand<T>(job: JobContext, summary: string, write: (command: CommandContext) => T): T {
  return job.commit(summary, () => write({ ...job, describe: () => undefined }));
}
