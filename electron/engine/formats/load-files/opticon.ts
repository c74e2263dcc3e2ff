import { formatNumber } from '../../../../shared/domain/amounts.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import { problemOf } from '../reading.ts';
import type { ProducedPage } from './produced.ts';

/** A line of a list of page images that names one. */
export interface ImageLine extends Pick<ProducedPage, 'key' | 'path'> {
  /** From 1. */
  readonly line: number;
  readonly volume: string;
  /** Whether a document begins with it. */
  readonly begins: boolean;
  /** How many pages it says the document has; null where it does not say. */
  readonly pages: number | null;
  /** Which page of its file it is, from 1; 0 where it does not say. */
  readonly pageInFile: number;
  /** Whether it is to be shown turned. */
  readonly isTurned: boolean;
}

/** Lines that are read of one list. */
const maxLines = 1_000_000;
/** key,volume,path,Y,folder break,box break,pages: a path may hold commas of its own, so the fields after it are read from the end. */
const linePattern = /^([^,]{1,200}),([^,]*),(.+?),([yY]?),([yY]?),([yY]?),\s*(\d{0,7})\s*$/;

/** The same in an LFP: IM,key,boundary,page within the file,@volume;folder;file;kind,turn. A boundary of any rank begins a document. */
const iproPattern =
  /^IM,([^,]{1,200}),\s*([SBFDC]?)\s*,\s*(\d{0,7})\s*,@?([^;]*);([^;]*);([^;]+);\d+(?:,(\d*))?\s*$/i;
/** Other lines of an LFP, which name no page: volumes, texts, tags, remarks. */
const otherIproLine = /^(?:(?!IM,)[A-Z]{2},|##)/;

/** Whether a text begins like a list of page images (OPT or LFP): its first lines are all of that form, and name files. */
export function isImageList(beginning: string): boolean {
  const lines = beginning.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  // The last may be cut off.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const first = whole.slice(0, 50);
  const isIpro = first.some((line) => iproPattern.test(line));
  if (isIpro) return first.every((line) => iproPattern.test(line) || otherIproLine.test(line));
  return first.length > 0 && first.every((line) => /\.\w{2,5}$/.test(linePattern.exec(line)?.[3] ?? ''));
}

/** What a line says; null where it is of neither form. */
function fieldsOf(written: string): Omit<ImageLine, 'line'> | null {
  const [, iproKey, boundary, pageInFile, iproVolume, folder, file, turn] = iproPattern.exec(written) ?? [];
  if (iproKey !== undefined)
    return {
      key: iproKey.trim(),
      volume: iproVolume!.trim(),
      path: [folder!.trim(), file!.trim()].filter((part) => part !== '').join('\\'),
      begins: boundary !== '',
      pages: null,
      pageInFile: Number(pageInFile),
      isTurned: Number(turn ?? 0) !== 0,
    };
  const [, key, volume, path, begins, , , pages] = linePattern.exec(written) ?? [];
  if (key === undefined) return null;
  return {
    key: key.trim(),
    volume: volume!.trim(),
    path: path!.trim(),
    begins: begins !== '',
    pages: pages ? Number(pages) : null,
    pageInFile: 0,
    isTurned: false,
  };
}

/**
 * Reads a production's list of page images (OPT, LFP). Lines that are none are named, and the rest is read.
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
    const fields = fieldsOf(written);
    if (fields === null) {
      if (otherIproLine.test(written)) continue;
      problems.push(
        problemOf('EVIDENCE_PRODUCTION_ROW_UNREAD', {
          row: line,
          isImageList: true,
          reason: `it does not have the ${/^IM,/i.test(written) ? 'fields of an LFP' : '7 fields of an OPT'}`,
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
    lines.push({ line, ...fields });
  }
  const turned = lines.filter(({ isTurned }) => isTurned);
  if (turned.length > 0)
    problems.push(
      problemOf('EVIDENCE_PRODUCTION_TURNED', {
        count: formatNumber(turned.length),
        line: turned[0]!.line,
      }),
    );
  return { lines, problems };
}
