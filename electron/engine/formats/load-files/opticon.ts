import { formatNumber } from '../../../../shared/domain/amounts.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import { problemOf } from '../reading.ts';
import type { ProducedPage } from './produced.ts';

/** A line of a list of page images. */
export interface ImageLine extends ProducedPage {
  /** From 1. */
  readonly line: number;
  readonly volume: string;
  /** Whether a document begins with it. */
  readonly begins: boolean;
  /** How many pages it says the document has; null where it does not say. */
  readonly pages: number | null;
}

/** Lines that are read of one list. */
const maxLines = 1_000_000;
/** key,volume,path,Y,folder break,box break,pages: a path may hold commas of its own, so the fields after it are read from the end. */
const linePattern = /^([^,]{1,200}),([^,]*),(.+?),([yY]?),([yY]?),([yY]?),\s*(\d{0,7})\s*$/;

/** Whether a text begins like a list of page images (OPT): its first lines are all of that form, and name files. */
export function isImageList(beginning: string): boolean {
  const lines = beginning.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  // The last may be cut off.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return (
    whole.length > 0 &&
    whole.slice(0, 50).every((line) => /\.\w{2,5}$/.test(linePattern.exec(line)?.[3] ?? ''))
  );
}

/**
 * Reads a production's list of page images (OPT). Lines that are none are named, and the rest is read.
 *
 * @param text without byte order mark
 */
export function readImageList(text: string): { lines: ImageLine[]; problems: Problem[] } {
  const lines: ImageLine[] = [];
  const problems: Problem[] = [];
  let line = 0;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const written = text.slice(at, end).replace('\r', '');
    at = end + 1;
    line += 1;
    if (written.trim() === '') continue;
    const [, key, volume, path, begins, , , pages] = linePattern.exec(written) ?? [];
    if (key === undefined || path === undefined) {
      problems.push(
        problemOf('EVIDENCE_PRODUCTION_ROW_UNREAD', {
          row: line,
          isImageList: true,
          reason: 'it does not have the 7 fields of an OPT',
        }),
      );
      continue;
    }
    if (lines.length === maxLines) {
      problems.push(
        problemOf('EVIDENCE_PRODUCTION_LIMITED', {
          limit: `${formatNumber(maxLines)} page images`,
        }),
      );
      break;
    }
    lines.push({
      line,
      key: key.trim(),
      volume: volume!.trim(),
      path: path.trim(),
      begins: begins !== '',
      pages: pages ? Number(pages) : null,
    });
  }
  return { lines, problems };
}
