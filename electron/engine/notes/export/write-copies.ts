import { basename, extname, join } from 'node:path';
import { groupOf, hasPages } from '../../../../shared/domain/evidence/kind-groups.ts';
import { annotationText, type ReportTag } from '../../../../shared/domain/notes/report.ts';
import { type AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, Problem } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { ensureRendition, getItems, isUnrenderable } from '../../evidence/index.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { ImageKind } from '../../formats/images/index.ts';
import type { AnnotateInput, NoteOutcome, NoteToDraw } from '../../pdf/annotate/index.ts';
import { safeFileName } from '../../platform/file-names.ts';
import { inFolder } from '../../platform/make-folder.ts';
import { publishNumbered, removeStaged, stagedPath } from '../../platform/publish.ts';
import { unwritable } from '../../platform/unwritable.ts';
import { appendCustody } from '../../store/custody.ts';
import { passwordOf } from '../../store/passwords.ts';
import { sql } from '../../store/query-builder.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import type { WrittenNotes } from './write-reports.ts';

interface Found {
  evidenceId: EvidenceId;
  problem: Problem;
}

const timeoutMs = 900_000;
const maxMemoryMb = 2_048;

/**
 * Writes into a folder a copy of each item that has notes, with the notes as annotations: of a PDF itself, of others the PDF that
 * stands for them. What cannot be copied is reported, and does not keep the others from being written.
 *
 * @param folder made if it is not there
 * @throws AppError FILE_UNWRITABLE, DISK_FULL, CANCELLED
 */
export async function writeCopies(
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
  folder: string,
  context: JobContext,
): Promise<{ files: WrittenNotes[]; problems: Found[] }> {
  const files: WrittenNotes[] = [];
  const problems: Found[] = [];
  const byItem = Map.groupBy(notes, ({ evidenceId }) => evidenceId);
  const items = getItems(context.session, [...byItem.keys()]);
  await inFolder(folder, async () => {
    for (const [at, item] of items.entries()) {
      context.signal.throwIfAborted();
      context.progress(at, items.length, item.title);
      const own = byItem.get(item.id)!;
      try {
        const { copy, found } = await writeCopy(item, own, tags, folder, context);
        files.push(copy);
        problems.push(...found.map((problem) => ({ evidenceId: item.id, problem })));
      } catch (error) {
        if (!isOfItem(error)) throw unwritable(error, basename(folder));
        problems.push({ evidenceId: item.id, problem: { code: error.code, message: error.message } });
      }
    }
  });
  context.progress(items.length, items.length, '');
  return { files, problems };
}

/** Whether the fault is the item's own, or the matter's that may not be written to. */
function isOfItem(error: unknown): error is AppError {
  return (
    isUnrenderable(error) ||
    isAppError(error, 'PDF_ENCRYPTED') ||
    isAppError(error, 'PDF_DAMAGED') ||
    isAppError(error, 'PDF_NO_PAGES') ||
    isAppError(error, 'PDF_LIMIT_EXCEEDED') ||
    isAppError(error, 'MATTER_READ_ONLY')
  );
}

async function writeCopy(
  item: EvidenceItem,
  notes: readonly NoteRow[],
  tags: ReadonlyMap<string, ReportTag>,
  folder: string,
  context: JobContext,
): Promise<{ copy: WrittenNotes; found: Problem[] }> {
  const { session, platform, signal, person, isTrusted } = context;
  const { filePath, passphrase } = session;
  const pdf = await pdfOf(item, context);
  const wanted = nameOf(item);
  const staged = stagedPath(join(folder, wanted), platform.newId());
  try {
    const { sha256, outcomes, hadSignature } = await runInWorker(
      platform,
      'pdf.annotate',
      {
        matter: { filePath, passphrase },
        ...pdf,
        name: item.originalName,
        filePath: staged,
        notes: notes.map((note) => toDraw(note, tags)),
      },
      { timeoutMs, maxMemoryMb, limitCode: 'PDF_LIMIT_EXCEEDED', name: item.originalName, signal },
    );
    const fileName = publishNumbered(staged, folder, wanted);
    if (!isToReadOnly(session))
      context.commit(`export a copy of “${item.title}” with notes`, () =>
        appendCustody(session, {
          evidenceId: item.id,
          action: 'exported',
          person,
          details: { fileName, folder: basename(folder), sha256, form: 'notes' },
        }),
      );
    const path = join(folder, fileName);
    return {
      copy: { fileName, ...(isTrusted && { path }), sha256, notes: notes.length },
      found: problemsOf(notes, outcomes, hadSignature),
    };
  } finally {
    removeStaged(staged);
  }
}

/** The PDF that stands for an item, and what its notes know as pages. */
async function pdfOf(
  item: EvidenceItem,
  context: JobContext,
): Promise<Pick<AnnotateInput, 'contentId' | 'password' | 'pages'>> {
  const { content_id: contentId } = context.session.one(
    sql.selectFrom('evidence_item').select('content_id').where('id', '=', item.id),
  );
  if (item.kind === 'pdf')
    return { contentId, password: passwordOf(context.session, contentId), pages: 'own' };
  const { kind, originalName: name, sha256 } = item;
  const rendition = await ensureRendition({ contentId, kind, name, sha256 }, context);
  const pages =
    groupOf(kind) === 'image' ? { pictureId: contentId, kind: kind as ImageKind } : ('parts' as const);
  return { contentId: rendition.contentId, password: undefined, pages };
}

function toDraw(note: NoteRow, tags: ReadonlyMap<string, ReportTag>): NoteToDraw {
  const { id, kind, anchor, color, author, createdAt, updatedAt } = note;
  return {
    id,
    kind,
    anchor,
    color,
    contents: annotationText(note, tags),
    author: author.name,
    createdAt,
    updatedAt,
  };
}

/** @example 'Hosting agreement (notes).pdf' */
function nameOf({ kind, originalName }: EvidenceItem): string {
  const stem =
    kind === 'pdf' ? originalName.slice(0, originalName.length - extname(originalName).length) : originalName;
  return safeFileName(`${stem} (notes).pdf`, ' (notes).pdf');
}

function problemsOf(
  notes: readonly NoteRow[],
  outcomes: readonly NoteOutcome[],
  hadSignature: boolean,
): Problem[] {
  const problems = notes.flatMap((note, at): Problem[] => {
    if (outcomes[at] === 'no page')
      return [
        {
          code: 'NOTE_PAGE_MISSING',
          message: `There is no page ${note.anchor.page ?? 1} that a note could be drawn on: it was left out.`,
        },
      ];
    if (outcomes[at] !== 'lost') return [];
    const isPaged = hasPages(note.evidenceKind);
    const what = isPaged
      ? `The words of a note on page ${note.anchor.page ?? 1} are`
      : 'What a note marks is';
    const where = isPaged ? 'it was drawn where they stood' : 'it was put at the top of the first page';
    return [{ code: 'NOTE_WORDS_LOST', message: `${what} not there as they were marked; ${where}.` }];
  });
  if (hadSignature)
    problems.push({
      code: 'PDF_SIGNATURE_BROKEN',
      message: 'Its digital signature holds for the original only, not for a copy with notes.',
    });
  return problems;
}
