import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { ExhibitManifest } from '../../../../../shared/model/exhibit-manifest.ts';
import type { BuildComparison } from '../../../../../shared/model/exhibits.ts';
import { ensureRendition } from '../../../evidence/index.ts';
import type { JobContext } from '../../../handlers.ts';
import { passwordOf } from '../../../store/passwords.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { runAssembler } from '../run-assembler.ts';
import { hashFiles } from '../hashing/hash-files.ts';
import { changesSince, isAltered, otherVersion, setBuiltWith } from './changes-since.ts';
import { planOfManifest } from '../files/manifest.ts';
import { readManifest } from '../files/read-manifest.ts';
import type { SetPlan } from '../plan/set-plan.ts';
import { beginStaging } from '../staging-folder.ts';
import type { ExhibitContent } from '../tasks.ts';

type ManifestOutput = ExhibitManifest['outputs'][number];
type ComparedFile = BuildComparison['files'][number];

/**
 * Builds again what a manifest describes, from the matter's originals into a folder that is removed afterwards, and compares
 * every file by its hash: with the manifest, and with the file beside it. A manifest that was altered after its build is a file that is
 * not the same, too.
 *
 * @throws AppError MANIFEST_UNREADABLE, EXHIBIT_SOURCE_UNREADABLE, FILE_NOT_FOUND, FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function compareBuild(manifestPath: string, context: JobContext): Promise<BuildComparison> {
  const { manifest, sha256 } = await readManifest(manifestPath);
  const plan = planOfManifest(manifest);
  const { session, platform } = context;
  const { path: folder, drop } = await beginStaging(session, tmpdir(), platform.newId());
  try {
    // Other users of the machine may read its temporary folder.
    await chmod(folder, 0o700);
    const found = await findContents(plan, context);
    const lost = found.map(({ reason }) => reason);
    const built = await runAssembler(
      { plan: withoutLost(plan, manifest, lost), contents: found.map(({ content }) => content), folder },
      context,
    );
    const again = new Map(built.outputs.map((output) => [output.file, output]));
    const beside = await hashFiles(
      dirname(manifestPath),
      manifest.outputs.map(({ file }) => file),
      context,
    );
    const files: ComparedFile[] = manifest.outputs.map((output, at) => {
      const reasons = reasonsOf(output, manifest, lost, context);
      return compareFile(output, again.get(output.file)?.sha256 ?? null, beside[at]!, reasons);
    });
    const known = new Set(manifest.outputs.map(({ file }) => file));
    for (const { file, role } of built.outputs)
      if (!known.has(file))
        files.push({ file, role, status: 'new', reasons: ['The manifest names no such file.'] });
    const setId = setBuiltWith(session, sha256);
    if (isAltered(manifest, setId, session)) files.push(altered(basename(manifestPath)));
    const changes = changesSince(manifest, setId, context);
    return { isSame: files.every(({ status }) => status === 'same'), files, changes };
  } finally {
    await drop();
  }
}

function compareFile(
  { file, role, sha256 }: ManifestOutput,
  again: string | null,
  beside: string | null,
  reasons: readonly string[],
): ComparedFile {
  if (beside === null)
    return { file, role, status: 'missing', reasons: ['The file is no longer beside the manifest.'] };
  const changed = beside === sha256 ? [] : ['The file beside the manifest was changed after it was built.'];
  if (again === sha256 && changed.length === 0) return { file, role, status: 'same', reasons: [] };
  return {
    file,
    role,
    status: 'changed',
    reasons: [...changed, ...(again === sha256 ? [] : reasons)],
  };
}

/** The manifest, as a file that is not the same: not all that it says shows in another. */
function altered(file: string): ComparedFile {
  const reason = 'A build of this matter wrote the files that it names, and not this manifest as it stands.';
  return { file, role: 'manifest', status: 'changed', reasons: [reason] };
}

function reasonsOf(
  output: ManifestOutput,
  { tool, exhibits }: ExhibitManifest,
  lost: readonly (string | null)[],
  { platform }: JobContext,
): string[] {
  const concerned = exhibits.flatMap((exhibit, at) => {
    const isIn =
      output.file === exhibit.file ||
      output.file === exhibit.originalFile ||
      (output.role === 'volume' && output.volume === exhibit.volume) ||
      (output.label === null && output.role !== 'volume');
    return isIn && lost[at] ? [`Exhibit ${exhibit.label}: ${lost[at]}`] : [];
  });
  const reasons = [...concerned, ...otherVersion(tool.version, platform.appVersion)];
  return reasons.length > 0 ? reasons : ['Building it again gives other bytes.'];
}

interface FoundContent {
  readonly content: ExhibitContent;
  /** Why the exhibit's bytes are not available; null if they are. */
  readonly reason: string | null;
}

async function findContents(plan: SetPlan, context: JobContext): Promise<FoundContent[]> {
  const { session, signal } = context;
  const found: FoundContent[] = [];
  for (const { source, rendition, item, isNative } of plan.exhibits) {
    signal.throwIfAborted();
    const original = source && findOriginal(session, source.sha256);
    const isNeeded = item.original !== null || isNative;
    let contentId = original?.contentId ?? null;
    let reason =
      isNeeded && !original ? `its original “${source?.name ?? ''}” is no longer in the matter.` : null;
    if (original && rendition) {
      const name = source.name === '' ? original.name : source.name;
      const made = await ensureRendition({ ...original, name, sha256: source.sha256 }, context);
      contentId = made.contentId;
      if (made.sha256 !== rendition.sha256) reason = 'the PDF made of its original differs now.';
    }
    const password = contentId === null ? undefined : passwordOf(session, contentId);
    found.push({ content: { contentId, password, originalId: original?.contentId ?? null }, reason });
  }
  return found;
}

function findOriginal(
  session: MatterSession,
  sha256: string,
): { readonly contentId: number; readonly kind: EvidenceKind; readonly name: string } | null {
  const row = session.get(
    sql
      .selectFrom('evidence_item')
      .innerJoin('content', 'content.id', 'evidence_item.content_id')
      .select(['evidence_item.content_id', 'evidence_item.kind', 'evidence_item.original_name'])
      .where('content.sha256', '=', sha256)
      .limit(1),
  );
  return row ? { contentId: row.content_id, kind: row.kind, name: row.original_name } : null;
}

/**
 * The plan with nothing in place of exhibits whose bytes are gone: what does not hold them can still be compared. All others stay in
 * the volumes they stood in, which would otherwise be split elsewhere.
 */
function withoutLost(plan: SetPlan, manifest: ExhibitManifest, lost: readonly (string | null)[]): SetPlan {
  if (lost.every((reason) => reason === null)) return plan;
  return {
    ...plan,
    exhibits: plan.exhibits.map((planned, at) => {
      const standing = { ...planned, sealedVolume: manifest.exhibits[at]!.volume };
      if (lost[at] === null) return standing;
      return {
        ...standing,
        file: null,
        originalFile: null,
        item: { ...planned.item, original: null, standIn: null, pages: 0, numbers: null, hasSticker: false },
      };
    }),
  };
}
