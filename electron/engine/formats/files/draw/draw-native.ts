import { formatNumber } from '../../../../../shared/domain/amounts.ts';
import { groupOf, type Claim } from '../../../../../shared/model/evidence.ts';
import { drawnBytes } from '../../../pdf/draw/drawn-bytes.ts';
import type { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import { MailPaper } from '../../mail/rendition/mail-paper.ts';
import { footOf, missingGlyphs, type Rendition, type RenditionSource } from './draw-text.ts';

export interface NativeSource extends RenditionSource {
  readonly sizeBytes: number;
  /** What the file says of itself. */
  readonly claims: readonly Claim[];
}

/** Claims that stand on the page, in this order. */
const labels: readonly (readonly [Claim['field'], string])[] = [
  ['title', 'Title'],
  ['author', 'Author'],
  ['createdAt', 'Created'],
  ['modifiedAt', 'Modified'],
  ['durationMs', 'Length'],
  ['dimensions', 'Picture'],
  ['device', 'Device'],
  ['software', 'Software'],
  ['location', 'Place'],
];

const kindWords = {
  media: { audio: 'Sound recording', video: 'Video recording' },
} as const;

/**
 * A page that stands where an original cannot be printed: a recording, or a file of a program of its own. It says what the
 * original is and how to know it, and that it is produced in native form.
 *
 * @example drawNative({ fileName: 'call.mp3', kind: 'audio', sizeBytes: 1, sha256, claims: [], appVersion: '1.0' }, shelf).pages // 1
 */
export function drawNative(source: NativeSource, shelf: FontShelf): Rendition {
  const { fileName, kind, sizeBytes, sha256, claims } = source;
  const { bytes, pages, missing } = drawnBytes(shelf, fileName, (type) => {
    const paper = new MailPaper(type, 1);
    paper.heading('Produced in native form');
    paper.bodyLine(
      groupOf(kind) === 'media'
        ? 'This exhibit is a recording. It is produced as the file named below, which this page stands for.'
        : 'This exhibit cannot be shown on paper. It is produced as the file named below, which this page stands for.',
      0,
      0,
    );
    paper.bodyLine('', 0, 0);
    paper.labeled('File', fileName);
    if (kind === 'audio' || kind === 'video') paper.labeled('Kind', kindWords.media[kind]);
    paper.labeled('Size', `${formatNumber(sizeBytes)} bytes`);
    paper.labeled('SHA-256', sha256);
    const said = labels.flatMap(([field, label]) =>
      claims.filter((claim) => claim.field === field).map(({ value }) => [label, value, field] as const),
    );
    if (said.length > 0) {
      paper.heading('What the file says of itself');
      for (const [label, value, field] of said.slice(0, 20))
        paper.labeled(label, field === 'durationMs' ? clock(Number(value)) : value.slice(0, 500));
    }
    return paper.finish(footOf(source));
  });
  return { bytes, pages, problems: missing.size > 0 ? [missingGlyphs(missing)] : [] };
}

/** A length as recorders show it. @example clock(3_725_400) // '1:02:05' */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
