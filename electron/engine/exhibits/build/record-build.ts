import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildId, JobId, Person } from '../../../../shared/model/common.ts';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { appendCustody } from '../../store/custody.ts';
import type { ExhibitTables } from '../../store/exhibit-tables.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { insertBuild, type RecordedExhibit, type WrittenOutput } from '../build-repository.ts';
import { voidLeftNumbers } from '../edit/withdraw.ts';
import type { BuiltSet } from './files/built-set.ts';
import type { PlannedBuild } from './plan/plan-build.ts';

/** Marks of the matter under which builds are remembered whose folder is about to get its name. */
const markPrefix = 'exhibits.publishing:';

/** The files of a build in a folder. */
export interface WrittenFiles {
  readonly built: BuiltSet;
  /** In reading order, the manifest last. */
  readonly outputs: readonly WrittenOutput[];
  readonly findings: readonly Finding[];
}

/** What a matter records of a finished build. Plain JSON: it is kept beforehand, in case the program stops once the folder has its name. */
export interface BuildRecord {
  readonly jobId: JobId;
  readonly person: Person;
  readonly setName: string;
  readonly build: Omit<ExhibitTables['build'], 'folder'>;
  readonly outputs: readonly WrittenOutput[];
  readonly exhibits: readonly RecordedExhibit[];
  /** What of the evidence went into which file. */
  readonly used: readonly {
    readonly evidenceId: string;
    readonly label: string;
    readonly file?: string;
    readonly sha256?: string;
  }[];
}

/** What there will be to record of a build once it is published. */
export function planRecord(
  { set, exhibits, planSha256, sources }: PlannedBuild,
  { built, outputs, findings }: WrittenFiles,
  { platform, person, jobId }: JobContext,
): BuildRecord {
  const files = ownFiles(outputs);
  return {
    jobId,
    person,
    setName: set.name,
    build: {
      id: platform.newId() as BuildId,
      set_id: set.id,
      built_at: platform.now(),
      plan_sha256: planSha256,
      findings: JSON.stringify(findings),
    },
    outputs,
    exhibits: exhibits.flatMap((exhibit, at) => {
      const { volume } = built.exhibits[at]!;
      return volume === null
        ? []
        : [{ exhibitId: exhibit.id, volume, itemPages: sources[at]?.pages ?? null }];
    }),
    used: exhibits.flatMap(({ label, original, status }) => {
      if (!original || status !== 'active') return [];
      const output = files.get(label);
      return {
        evidenceId: original.evidenceId,
        label,
        ...(output && { file: output.file, sha256: output.sha256 }),
      };
    }),
  };
}

/**
 * Stores what is to be recorded of a build before its folder gets its name: the two cannot be done in one step, and a folder
 * that the matter does not know would be taken for a finished build.
 *
 * @param folder the name it is about to get: the full path
 */
export function announceBuild(session: MatterSession, record: BuildRecord, folder: string): void {
  const value = JSON.stringify({ record, folder });
  session.run(
    sql
      .insertInto('mark')
      .values({ name: markPrefix + record.build.id, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
  );
}

/** Forgets an announced build: it is on record, or never got its name. */
export function forgetAnnounced(session: MatterSession, { build }: BuildRecord): void {
  if (session.db.open) session.run(sql.deleteFrom('mark').where('name', '=', markPrefix + build.id));
}

/**
 * Writes a finished build into the matter, and into the custody of every item that was used.
 *
 * @param folder where the files were published: the full path
 */
export function recordBuild(record: BuildRecord, folder: string, { session, commit }: JobContext): void {
  commit(`build “${record.setName}”`, () => write(session, record, folder));
}

/**
 * Records builds whose folder got its name just before the program stopped: they are complete, since only complete folders
 * are named. Called when a matter is opened.
 */
export function recordPublishedBuilds(session: MatterSession): void {
  const marks = session.all(sql.selectFrom('mark').selectAll().where('name', 'like', `${markPrefix}%`));
  for (const { value } of marks) {
    const { record, folder } = JSON.parse(value) as { record: BuildRecord; folder: string };
    const { build, person, jobId, setName } = record;
    const isRecorded = session.get(sql.selectFrom('build').select('id').where('id', '=', build.id));
    if (!isRecorded && isPublished(record, folder))
      session.transact(
        {
          operation: 'exhibits.build',
          person,
          isUndoable: false,
          summary: () => `record the build of “${setName}” that was finished before the program stopped`,
        },
        () => write(session, record, folder),
      );
    if (isRecorded || isPublished(record, folder))
      session.run(sql.updateTable('job').set({ state: 'done', error: null }).where('id', '=', jobId));
    forgetAnnounced(session, record);
  }
}

/** Whether a folder is that of a build: what is there under its name may be another's. */
function isPublished({ outputs }: BuildRecord, folder: string): boolean {
  const manifest = outputs.at(-1)!;
  try {
    const bytes = readFileSync(join(folder, manifest.file));
    return createHash('sha256').update(bytes).digest('hex') === manifest.sha256;
  } catch {
    // Missing or unreadable: it is left alone.
    return false;
  }
}

function write(session: MatterSession, { person, setName, ...record }: BuildRecord, folder: string): void {
  insertBuild(session, { ...record.build, folder }, record.outputs, record.exhibits);
  voidLeftNumbers(session);
  for (const { evidenceId, label, ...file } of record.used)
    appendCustody(session, {
      evidenceId,
      action: 'used_in_exhibit',
      person,
      details: { set: setName, label, folder: basename(folder), ...file },
    });
}

/** By label the file that an exhibit's item went into: of one filed under seal not that of the page which stands for it. */
function ownFiles(outputs: readonly WrittenOutput[]): Map<string | null, WrittenOutput> {
  const standing = outputs.filter(({ role }) => role === 'exhibit');
  const underSeal = outputs.filter(({ role }) => role === 'sealed');
  return new Map([...standing, ...underSeal].map((output) => [output.label, output]));
}
