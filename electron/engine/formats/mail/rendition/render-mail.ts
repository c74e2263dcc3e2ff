import { join } from 'node:path';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import { readMail } from '../read-mail.ts';
import { drawMail, type MailRendition, type MailSource } from './draw-mail.ts';

/**
 * Makes the PDF that stands for a mail in exhibits and print, in a worker.
 *
 * @param kind eml, msg or tnef
 * @param assetsDirectory where the bundled fonts are
 */
export function renderMail(
  source: ByteSource,
  kind: EvidenceKind,
  about: MailSource,
  assetsDirectory: string,
): MailRendition {
  return drawMail(readMail(source, kind), about, new FontShelf(join(assetsDirectory, 'fonts')));
}
