import {
  certificateMark,
  type CertificateParagraph,
  type CertificateText,
  type ItemLines,
} from '../../../shared/domain/authenticity/index.ts';
import type { DrawnPage } from '../pdf/draw/drawn-page.ts';
import { margin, Paper, right, type Style } from '../pdf/draw/paper.ts';
import type { Typesetter } from '../pdf/draw/typesetter.ts';
import { captionLines } from './caption-lines.ts';

const body: Style = { size: 11.5, weight: 'regular', gap: 8 };
const tight: Style = { ...body, gap: 0 };
const indent = 28;
/** Lines of an item that stand on one page: with more, it goes on over the break. */
const keptLines = 20;
const columns = { number: margin, item: margin + 30 };

/** @param total pages there will be; lay out once to count them */
export function layOutCertificate(text: CertificateText, type: Typesetter, total: number): DrawnPage[] {
  const { caption, title, rule, paragraphs, items, notice } = text;
  const paper = new Paper(type, {
    total,
    running: [caption.number, `${title}, ${rule}`].join('  ·  '),
    foot: certificateMark,
  });
  paper.paragraph(certificateMark, { size: 10, weight: 'bold', gap: 8, isGray: true });
  paper.caption(captionLines(caption));
  paper.paragraph(title, { size: 13, weight: 'bold', gap: 1 });
  paper.paragraph(rule, { size: 11.5, weight: 'bold', gap: 12 });
  paragraphs.forEach((paragraph, at) => drawParagraph(paragraph, at + 1, paper));
  // The heading never stands alone at the foot of a page.
  paper.keepTogether(180);
  paper.heading(items.length === 1 ? 'The item' : 'The items');
  paper.table([
    { x: columns.number, text: 'No.' },
    { x: columns.item, text: 'Item, its SHA-256 as acquired and as verified, and who held it since' },
  ]);
  items.forEach((item, at) => drawItem(item, at + 1, paper));
  paper.table([]);
  paper.space(10);
  drawDeclaration(text, paper);
  paper.space(10);
  paper.keepTogether(90);
  paper.heading('Notice: for counsel to complete, no part of the declaration above');
  paper.paragraph(notice, { size: 10, weight: 'regular', gap: 0 });
  return paper.finish();
}

function drawParagraph(
  { text, parts = [], toWrite = [] }: CertificateParagraph,
  number: number,
  paper: Paper,
): void {
  paper.keepTogether(30);
  paper.paragraph(`${number}.  ${text}`, body);
  for (const part of parts)
    paper.paragraph(`Initials ______   ${part.letter}  ${part.text}`, { ...body, indent });
  for (const label of toWrite) {
    paper.keepTogether(70);
    paper.paragraph(label, { ...tight, size: 10.5, indent });
    for (const above of [6, 22]) {
      paper.space(above);
      paper.blank('', margin + indent, right - margin - indent);
    }
    paper.space(22);
  }
}

function drawItem({ name, facts, hashes, held }: ItemLines, number: number, paper: Paper): void {
  const cell = {
    x: columns.item,
    text: name,
    weight: 'bold' as const,
    below: [
      ...facts.map((text) => ({ text })),
      ...hashes.map((hash) => ({ text: hash, size: 8, weight: 'mono' as const })),
      { text: 'The two values are identical.' },
      ...held.map((text) => ({ text })),
    ],
  };
  paper.row([{ x: columns.number, text: String(number) }, cell], keptLines);
}

function drawDeclaration({ oath, signature }: CertificateText, paper: Paper): void {
  // The line for the signature never stands alone on a page.
  paper.keepTogether(120 + signature.length * 30);
  paper.paragraph(oath, body);
  paper.space(26);
  paper.blank('Executed on (date)', margin, 170);
  paper.blank('at (city and state, or country)', margin + 190, 250);
  paper.space(50);
  paper.blank('Signature', margin, 260);
  paper.space(26);
  for (const { label, words } of signature) {
    if (words !== '') paper.paragraph(words, tight);
    else {
      paper.space(8);
      paper.blank(label, margin, 260);
      paper.space(24);
    }
  }
}
