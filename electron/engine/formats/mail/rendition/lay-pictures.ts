import { bytesSource } from '../../../pdf/pdf-source.ts';
import type { PaperImage } from '../../../pdf/draw/pictures/image-page.ts';
import { layRaster } from '../../../pdf/draw/pictures/raster-image.ts';
import { ImageError, layStored, openImage, type ImageKind, type ImagePlaces } from '../../images/index.ts';
import { htmlToText } from '../html/html-text.ts';
import { InlinePictures, type Picture } from '../html/inline-pictures.ts';
import type { Mail } from '../mail.ts';

/** Pictures of a mail's body, ready for paper. */
export interface BodyPictures {
  /** By the address the HTML names them by. */
  readonly laid: ReadonlyMap<string, PaperImage>;
  /** Pictures that lie on other machines. */
  readonly remote: number;
  /** Pictures of the mail that could not be laid. */
  readonly unreadable: number;
}

const maxPictures = 500;
const maxPixels = 12_000_000;

/**
 * Lays the pictures that a mail's HTML names and the mail has. A JPEG's and a PNG's own bytes are carried where PDF viewers
 * read them; others are decoded.
 *
 * @param places where the decoders are
 */
export async function layPictures(mail: Mail, places: ImagePlaces): Promise<BodyPictures> {
  const sources = new Set<string>();
  const found = new InlinePictures(mail);
  let remote = 0;
  htmlToText(mail.html ?? '', (source) => {
    if (/^\s*(?:https?:|ftp:|\/\/)/i.test(source) && !found.has(source)) remote += 1;
    else if (sources.size < maxPictures) sources.add(source);
    return null;
  });
  const laid = new Map<string, PaperImage>();
  let unreadable = 0;
  for (const source of sources) {
    const picture = found.find(source.trim());
    if (picture === null) continue;
    const image = await lay(picture, places);
    if (image) laid.set(source, image);
    else unreadable += 1;
  }
  return { laid, remote, unreadable };
}

async function lay({ type, bytes }: Picture, places: ImagePlaces): Promise<PaperImage | null> {
  const source = bytesSource(bytes);
  const kind = type.slice('image/'.length) as ImageKind;
  try {
    const document = await openImage(source, kind, places);
    try {
      const stored = await layStored(document, { source, kind });
      return stored ?? layRaster(await document.decode(0, { maxPixels }), document.frames[0]!);
    } finally {
      document.close();
    }
  } catch (error) {
    if (error instanceof ImageError) return null;
    throw error;
  }
}
