import { isCarriedAsStored } from '../../../../shared/domain/exhibits/carried-as-stored.ts';
import { selectPages } from '../../../../shared/domain/page-ranges.ts';
import { groupOf } from '../../../../shared/model/evidence.ts';
import { ensureRendition, isUnrenderable, type Rendition } from '../../evidence/index.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { ItemKind } from '../../pdf/assemble/index.ts';
import { passwordOf } from '../../store/passwords.ts';
import { hasCarriedPages } from '../carried-pages.ts';
import type { ExhibitRow, OriginalOfExhibit } from '../exhibit-repository.ts';
import { sourcesUnreadable, type RefusedExhibit } from './sources-unreadable.ts';
import type { Measured, OriginalRef, Unreadable } from './tasks.ts';

const measureTimeoutMs = 3_600_000;

/** What goes into the binder for an exhibit. */
export interface ExhibitSource extends OriginalRef {
  /** Pages of the whole item. */
  readonly pages: number;
  /** Those that are carried, from 0, in their order. */
  readonly selected: readonly number[];
  /** The PDF that stands for the original; null when the original itself goes in. */
  readonly rendition: Rendition | null;
}

type Found = Omit<ExhibitSource, 'selected'> | Unreadable;

/**
 * Finds what goes into a build for each exhibit: PDFs, JPEGs and PNGs themselves, else the PDF that stands for the original.
 *
 * @returns null for exhibits whose pages stand nowhere: reserved, withdrawn, withheld, produced in native form
 * @throws AppError EXHIBIT_SOURCE_UNREADABLE, which names all that cannot be read; CANCELLED, DISK_FULL
 */
export async function findSources(
  exhibits: readonly ExhibitRow[],
  context: JobContext,
): Promise<(ExhibitSource | null)[]> {
  const { signal } = context;
  const refused: RefusedExhibit[] = [];
  const own = exhibits.map((exhibit) =>
    bringsPages(exhibit) ? originalOf(exhibit.original!, context) : null,
  );
  const measured = await measure(own, context);
  const sources: (ExhibitSource | null)[] = [];
  for (const [at, exhibit] of exhibits.entries()) {
    signal.throwIfAborted();
    const found = await find(exhibit, own[at] ?? null, measured[at] ?? null, {
      at,
      all: exhibits.length,
      context,
    });
    const source = found && select(exhibit, found);
    sources.push(source && 'reason' in source ? null : source);
    if (source && 'reason' in source) refused.push({ label: exhibit.label, ...source });
  }
  if (refused.length > 0) throw sourcesUnreadable(refused);
  return sources;
}

/** Whether pages of its item are carried, into the binder or into a file of its own. */
export function bringsPages(exhibit: ExhibitRow): boolean {
  return exhibit.status === 'active' && exhibit.original !== null && hasCarriedPages(exhibit);
}

async function find(
  exhibit: ExhibitRow,
  own: OriginalRef | null,
  measured: Measured | null,
  { at, all, context }: { at: number; all: number; context: JobContext },
): Promise<Found | null> {
  if (!bringsPages(exhibit)) return null;
  if (own && measured && 'pages' in measured) return { ...own, pages: measured.pages, rendition: null };
  const unreadable = measured && 'reason' in measured ? measured : null;
  if (own?.kind === 'pdf') return unreadable;
  context.progress(at, all, `Making the PDF of Exhibit ${exhibit.label}`);
  const rendered = await render(exhibit.original!, context);
  return 'reason' in rendered ? (unreadable ?? rendered) : rendered;
}

function select({ pageRanges }: ExhibitRow, found: Found): ExhibitSource | Unreadable {
  if ('reason' in found) return found;
  const selected = selectPages(pageRanges, found.pages);
  if ('pages' in selected) return { ...found, selected: selected.pages.map((page) => page - 1) };
  const { kind, page, range } = selected.problem;
  return unreadableFor(
    kind === 'missing'
      ? `it has no page ${page}: it ends at page ${found.pages}`
      : `its pages ${range} run backwards`,
  );
}

/** Why an original that no password would open cannot be put in. */
const unreadableFor = (reason: string): Unreadable => ({ reason, isLocked: false });

function originalOf(original: OriginalOfExhibit, { session }: JobContext): OriginalRef | null {
  if (!isCarried(original)) return null;
  const { contentId, kind } = original;
  return { contentId, kind, password: passwordOf(session, contentId) };
}

/** Whether an original goes in itself; of others the PDF that is made of them does. */
export function isCarried(original: OriginalOfExhibit): original is OriginalOfExhibit & { kind: ItemKind } {
  return isCarriedAsStored(original);
}

/** The pages of each original, or why they cannot be read; null where it is not put in as it is. */
async function measure(
  originals: readonly (OriginalRef | null)[],
  { session, platform, signal, progress }: JobContext,
): Promise<(Measured | null)[]> {
  const readable = originals.flatMap((original, at) => (original ? [{ at, original }] : []));
  const { filePath, passphrase } = session;
  const measured = await runInWorker(
    platform,
    'exhibits.measure',
    { matter: { filePath, passphrase }, originals: readable.map(({ original }) => original) },
    {
      signal,
      timeoutMs: measureTimeoutMs,
      onProgress: (done) => progress(Number(done), readable.length, 'Reading the originals'),
    },
  );
  const byPlace: (Measured | null)[] = originals.map(() => null);
  readable.forEach(({ at }, i) => (byPlace[at] = measured[i]!));
  return byPlace;
}

async function render(
  { contentId, kind, originalName: name, sha256 }: OriginalOfExhibit,
  context: JobContext,
): Promise<Found> {
  try {
    const rendition = await ensureRendition({ contentId, kind, name, sha256 }, context);
    // A page that says nothing but a name must not stand for what a reader ought to have read.
    const isPaper = groupOf(kind) === 'office' || groupOf(kind) === 'text';
    const codes = new Set(rendition.problems.map(({ code }) => code));
    if (isPaper && codes.has('EVIDENCE_ENCRYPTED')) return unreadableFor('it is protected by a password');
    if (isPaper && codes.has('EVIDENCE_DAMAGED')) return unreadableFor('it is damaged');
    return {
      contentId: rendition.contentId,
      kind: 'pdf',
      password: undefined,
      pages: rendition.pages,
      rendition,
    };
  } catch (error) {
    if (!isUnrenderable(error)) throw error;
    if (error.code === 'EVIDENCE_TOO_DEMANDING')
      return unreadableFor('it takes more time or memory than allowed');
    return unreadableFor(
      error.code === 'EVIDENCE_DAMAGED' ? 'it is damaged' : 'its kind of file is not supported',
    );
  }
}
