import { join } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import type { ImagePlaces } from '../../images/index.ts';
import { isNoMail } from '../mail.ts';
import { readMail } from '../read-mail.ts';
import type { Rendition } from '../../files/draw/draw-text.ts';
import { drawMail, type MailSource } from './draw-mail.ts';
import { layPictures } from './lay-pictures.ts';

/**
 * Makes the PDF that stands for a mail in exhibits and print, in a worker.
 *
 * @param kind eml, msg or tnef
 * @param places where the bundled fonts and the decoders of pictures are: a worker's platform
 * @throws AppError EVIDENCE_DAMAGED when there is nothing of a mail in it
 * @example await renderMail(source, 'eml', { fileName, sha256, appVersion }, context.platform)
 */
export async function renderMail(
  source: ByteSource,
  kind: EvidenceKind,
  about: MailSource,
  places: ImagePlaces & { readonly assetsDirectory: string },
): Promise<Rendition> {
  const mail = readMail(source, kind);
  if (isNoMail(mail)) throw new AppError('EVIDENCE_DAMAGED');
  const shelf = new FontShelf(join(places.assetsDirectory, 'fonts'));
  return drawMail(mail, about, shelf, await layPictures(mail, places));
}
