import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import { groupOf } from '../../../../shared/model/evidence.ts';
import { ensureRendition, isUnrenderable, type Rendition } from '../../evidence/index.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import { isPlaceholder, type ExhibitRow } from '../exhibit-repository.ts';
import type { Measured, OriginalRef } from './tasks.ts';

const measureTimeoutMs = 3_600_000;

/** What goes into the binder for an exhibit. */
export interface ExhibitSource extends OriginalRef {
  readonly pages: number;
  /** The PDF that stands for the original; null when the original itself goes in. */
  readonly rendition: Rendition | null;
}

interface Refusal {
  readonly label: string;
  readonly reason: string;
}

/**
 * Finds what goes into a binder for each exhibit: PDFs, JPEGs and PNGs themselves, else the PDF that stands for the original.
 *
 * @throws AppError EXHIBIT_SOURCE_UNREADABLE, which names all that cannot be read; CANCELLED, DISK_FULL
 */
export async function findSources(
  exhibits: readonly ExhibitRow[],
  context: JobContext,
): Promise<ExhibitSource[]> {
  const { signal } = context;
  const refused: Refusal[] = [];
  const own = exhibits.map(originalOf);
  const measured = await measure(own, context);
  const sources: ExhibitSource[] = [];
  for (const [at, exhibit] of exhibits.entries()) {
    signal.throwIfAborted();
    const original = own[at];
    const result = measured[at];
    if (original && result && 'pages' in result) {
      sources.push({ ...original, pages: result.pages, rendition: null });
      continue;
    }
    const reason = result && 'reason' in result ? result.reason : null;
    if (original?.kind === 'pdf') refused.push({ label: exhibit.label, reason: reason! });
    else {
      context.progress(at, exhibits.length, `making the PDF of Exhibit ${exhibit.label}`);
      const rendered = await render(exhibit, context);
      if ('reason' in rendered) refused.push({ label: exhibit.label, reason: reason ?? rendered.reason });
      else sources.push(rendered);
    }
  }
  if (refused.length > 0) throw unreadable(refused);
  return sources;
}

function originalOf({ contentId, kind }: ExhibitRow): OriginalRef | null {
  return kind === 'pdf' || kind === 'png' || kind === 'jpeg' ? { contentId, kind } : null;
}

/** Of each original its pages, or why they cannot be read; null where it is not put in as it is. */
async function measure(
  originals: readonly (OriginalRef | null)[],
  { session, platform, signal, progress }: JobContext,
): Promise<(Measured | null)[]> {
  const readable = originals.filter((original) => original !== null);
  const { filePath, passphrase } = session;
  const measured = await runInWorker(
    platform,
    'exhibits.measure',
    { matter: { filePath, passphrase }, originals: readable },
    {
      signal,
      timeoutMs: measureTimeoutMs,
      onProgress: (done) => progress(Number(done), readable.length, 'reading the originals'),
    },
  );
  const results = measured[Symbol.iterator]();
  return originals.map((original) => (original ? results.next().value! : null));
}

async function render(
  { contentId, kind, originalName: name, sha256 }: ExhibitRow,
  context: JobContext,
): Promise<ExhibitSource | { readonly reason: string }> {
  try {
    const rendition = await ensureRendition({ contentId, kind, name, sha256 }, context);
    // A page that says nothing but a name must not stand for what a reader ought to have read.
    const isPaper = groupOf(kind) === 'office' || groupOf(kind) === 'text';
    const codes = new Set(rendition.problems.map(({ code }) => code));
    if (isPaper && codes.has('EVIDENCE_ENCRYPTED')) return { reason: 'it is protected by a password' };
    if (isPaper && codes.has('EVIDENCE_DAMAGED')) return { reason: 'it is damaged' };
    return { contentId: rendition.contentId, kind: 'pdf', pages: rendition.pages, rendition };
  } catch (error) {
    if (!isUnrenderable(error)) throw error;
    if (error.code === 'EVIDENCE_TOO_DEMANDING')
      return { reason: 'it takes more time or memory than allowed' };
    return {
      reason: error.code === 'EVIDENCE_DAMAGED' ? 'it is damaged' : 'its kind of file is not supported',
    };
  }
}

/** All that cannot be read at once: a paralegal who mends one must not wait for the next refusal. */
function unreadable(refused: readonly Refusal[]): AppError {
  const [first, ...others] = refused;
  return new AppError('EXHIBIT_SOURCE_UNREADABLE', {
    label: first!.label,
    reason: first!.reason,
    ...(others.length > 0 && { others }),
  });
}

/** What is to be known of exhibits that stand in the binder through a PDF made from them. */
export function renditionFindings(
  exhibits: readonly ExhibitRow[],
  sources: readonly ExhibitSource[],
): Finding[] {
  return exhibits.flatMap(({ label, kind, originalName }, at) => {
    const { rendition } = sources[at]!;
    if (!rendition) return [];
    const findings: Finding[] = rendition.problems.map(({ code, message }) => ({
      code,
      severity: 'warning',
      message,
      label,
    }));
    if (isPlaceholder(kind))
      findings.push({
        code: 'PRODUCED_IN_NATIVE_FORM',
        severity: 'info',
        message: `Exhibit ${label} cannot be shown on paper: a page stands for “${originalName}”. Export the original and hand it over with the binder.`,
        label,
      });
    return findings;
  });
}
