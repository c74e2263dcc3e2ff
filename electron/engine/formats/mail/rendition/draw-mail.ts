import { createHash } from 'node:crypto';
import { formatCount, formatNumber } from '../../../../../shared/domain/amounts.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import { drawnBytes } from '../../../pdf/draw/drawn-bytes.ts';
import type { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import type { PaperImage } from '../../../pdf/draw/pictures/image-page.ts';
import { footOf, type Rendition, type RenditionSource } from '../../files/draw/draw-text.ts';
import { problemOf } from '../../reading.ts';
import { htmlToText } from '../html/html-text.ts';
import { MailPartError, type Mail, type MailAttachment } from '../mail.ts';
import { shownHeaders } from '../shown-headers.ts';
import type { BodyPictures } from './lay-pictures.ts';
import { MailPaper } from './mail-paper.ts';

/** What a rendition says it was made from. */
export type MailSource = Omit<RenditionSource, 'kind'>;

const maxPages = 1_000;
const maxPictures = 500;
const maxListed = 2_000;
/** Marks, in the text of the body, where a picture stands; private characters that mail text has no use for. */
const pictureMark = '\uf8ff';

/**
 * A PDF that shows a mail: its headers, its body as it reads, the pictures in it, and the list of its attachments with their
 * hashes. Every page says what it was made from. The same mail gives the same bytes.
 *
 * @param shelf the bundled fonts
 * @param bodyPictures what `layPictures` returned
 * @example drawMail(mail, { fileName: 'outage.eml', sha256, appVersion: '1.0' }, new FontShelf(folder), pictures).bytes
 */
export function drawMail(
  mail: Mail,
  source: MailSource,
  shelf: FontShelf,
  bodyPictures: BodyPictures,
): Rendition {
  const problems: Problem[] = [];
  if (bodyPictures.remote > 0)
    problems.push(problemOf('EVIDENCE_REMOTE_PICTURES', { count: bodyPictures.remote }));
  if (bodyPictures.unreadable > 0)
    problems.push(
      problemOf('EVIDENCE_PART_LEFT_OUT', {
        what: `pictures that cannot be read: ${bodyPictures.unreadable}`,
      }),
    );
  const { text, pictures } = bodyOf(mail, bodyPictures);
  let isCut = false;
  const { bytes, pages, missing } = drawnBytes(shelf, mail.subject || source.fileName, (type) => {
    const paper = new MailPaper(type, maxPages);
    for (const { name, value } of shownHeaders(mail)) paper.labeled(name, value);
    if (mail.attachments.length > 0)
      paper.labeled('Attached', `${formatCount(mail.attachments.length, 'file')}, listed at the end`);
    paper.rule();
    for (const problem of mail.problems) paper.small(problem.message, 8);
    for (const line of text.split('\n')) {
      if (paper.isCut) break;
      drawLine(paper, line, pictures);
    }
    if (mail.attachments.length > 0) listAttachments(paper, mail.attachments);
    isCut = paper.isCut;
    return paper.finish(footOf(source));
  });
  if (isCut)
    problems.push(
      problemOf('EVIDENCE_PART_LEFT_OUT', { what: `what would follow page ${maxPages} of the PDF` }),
    );
  if (missing.size > 0)
    problems.push(
      problemOf('EVIDENCE_GLYPHS_MISSING', {
        characters: [...missing].slice(0, 20).map(codePoint).join(', '),
      }),
    );
  return { bytes, pages, problems };
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The body as lines, with marks where its pictures stand. */
function bodyOf(mail: Mail, { laid }: BodyPictures): { text: string; pictures: readonly PaperImage[] } {
  if (mail.html === null) return { text: mail.text, pictures: [] };
  const pictures: PaperImage[] = [];
  const text = htmlToText(mail.html, (source) => {
    const picture = laid.get(source);
    return picture && pictures.length < maxPictures
      ? `${pictureMark}${pictures.push(picture) - 1}${pictureMark}`
      : null;
  });
  return { text, pictures };
}

function drawLine(paper: MailPaper, line: string, pictures: readonly PaperImage[]): void {
  const quoted = /^(?:> ?){0,30}/.exec(line)![0];
  const quotes = quoted.replaceAll(' ', '').length;
  const words = line.slice(quoted.length);
  const mark = new RegExp(`${pictureMark}(\\d{1,4})${pictureMark}`, 'g');
  let after = 0;
  for (const match of words.matchAll(mark)) {
    const picture = pictures[Number(match[1])];
    if (!picture) continue;
    if (words.slice(after, match.index).trim() !== '')
      paper.bodyLine(words.slice(after, match.index), quotes, 0);
    paper.picture(picture);
    after = match.index + match[0].length;
  }
  if (after === 0) paper.bodyLine(words, quotes, /^[ \t]*/.exec(words)![0].replaceAll('\t', '    ').length);
  else if (words.slice(after).trim() !== '') paper.bodyLine(words.slice(after), quotes, 0);
}

function listAttachments(paper: MailPaper, attachments: readonly MailAttachment[]): void {
  paper.heading(formatCount(attachments.length, 'attachment'));
  for (const [at, attachment] of attachments.slice(0, maxListed).entries()) {
    if (paper.isCut) return;
    try {
      const bytes = attachment.bytes();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      paper.small(`${at + 1}. ${attachment.name} (${formatNumber(bytes.length)} bytes)`);
      paper.small(`SHA-256 ${sha256}`, 14);
    } catch (error) {
      if (!(error instanceof MailPartError)) throw error;
      paper.small(`${at + 1}. ${attachment.name}`);
      paper.small(error.problem.message, 14);
    }
  }
  if (attachments.length > maxListed) paper.small(`and ${attachments.length - maxListed} more`);
}
