import { basename } from 'node:path';
import {
  currentEvents,
  draftCertificate,
  draftMark,
  letterOf,
  type CertificateText,
} from '../../../shared/domain/tro/index.ts';
import type { FileRef } from '../../../shared/model/common.ts';
import type { JobContext } from '../handlers.ts';
import type { DrawnPage } from '../pdf/draw/drawn-page.ts';
import { margin, Paper, type Style } from '../pdf/draw/paper.ts';
import type { Typesetter } from '../pdf/draw/typesetter.ts';
import { writeDrawn, type WrittenPdf } from '../pdf/draw/write-drawn.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { captionOf } from './caption.ts';
import { listEvents, listNotices, readFields } from './tro-repository.ts';

/**
 * Drafts the attorney's certificate of the efforts to give notice as a PDF, from the notice log. The same log gives the same
 * bytes. Every page says that it is a draft.
 *
 * @returns with what the draft leaves blank
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, CANCELLED
 * @see Fed. R. Civ. P. 65(b)(1)(B)
 */
export async function writeCertificate(
  { target }: { readonly target: FileRef },
  context: JobContext,
): Promise<WrittenPdf & { path?: string; missing: string[] }> {
  const { session, platform, signal } = context;
  const filePath = context.resolveFile(target);
  context.progress(0, 0, basename(filePath));
  const text = textOf(session);
  const written = await writeDrawn(filePath, {
    title: [text.title, text.caption.number].join(' · '),
    layOut: (type, total) => layOut(text, type, total),
    platform,
    signal,
  });
  return { ...written, ...(context.isTrusted && { path: filePath }), missing: [...text.missing] };
}

function textOf(session: MatterSession): CertificateText {
  const notices = listNotices(session);
  const { timezone } = session.one(sql.selectFrom('matter').select('timezone'));
  const proofIds = notices.flatMap(({ evidenceId }) => evidenceId ?? []);
  const titles = new Map(
    proofIds.length === 0
      ? []
      : session
          .all(sql.selectFrom('evidence_description').select(['id', 'title']).where('id', 'in', proofIds))
          .map(({ id, title }) => [id, title]),
  );
  const served = currentEvents(listEvents(session)).find(({ kind }) => kind === 'motion_served');
  return draftCertificate({
    caption: captionOf(session),
    fields: readFields(session),
    notices,
    proofs: new Map(
      notices.flatMap(({ id, evidenceId }) => {
        const title = evidenceId === null ? undefined : titles.get(evidenceId);
        return title === undefined ? [] : [[id, title] as const];
      }),
    ),
    served: served ?? null,
    timezone,
  });
}

const body: Style = { size: 11.5, weight: 'regular', gap: 8 };
const tight: Style = { ...body, gap: 0 };

function layOut(
  { caption, title, paragraphs, oath, signature }: CertificateText,
  type: Typesetter,
  total: number,
): DrawnPage[] {
  const { court, plaintiffs, defendants, number, judge } = caption;
  const paper = new Paper(type, { total, running: [number, title].join('  ·  '), foot: draftMark });
  paper.paragraph(draftMark, { size: 10, weight: 'bold', gap: 12, isGray: true });
  paper.paragraph(court, { size: 12, weight: 'bold', gap: 14 });
  paper.paragraph(plaintiffs, tight);
  paper.paragraph('Plaintiff,', { ...tight, indent: 150 });
  paper.paragraph('v.', { ...tight, indent: 60 });
  paper.paragraph(defendants, tight);
  paper.paragraph('Defendant.', { ...body, indent: 150 });
  paper.paragraph(`No. ${number}`, tight);
  paper.paragraph(
    judge === '' ? '' : `The Honorable ${judge.replace(/^(?:the )?(?:hon(?:orable|\.)|judge)\s+/i, '')}`,
    tight,
  );
  paper.space(14);
  paper.paragraph(title, { size: 13, weight: 'bold', gap: 12 });
  paragraphs.forEach(({ text, parts }, at) => {
    paper.keepTogether(30);
    paper.paragraph(`${at + 1}.  ${text}`, body);
    parts.forEach((part, of) => paper.paragraph(`(${letterOf(of)})  ${part}`, { ...body, indent: 28 }));
  });
  paper.space(6);
  paper.paragraph(oath, body);
  // The line for the signature never stands alone on a page.
  paper.keepTogether(60 + signature.length * 16);
  paper.space(34);
  paper.blank('Signature', margin, 260);
  paper.space(26);
  for (const line of signature) paper.paragraph(line, tight);
  return paper.finish();
}
