import type { Cue } from '../../model/evidence.ts';

/** What was read of a transcript. */
export interface Transcript {
  /** In the order of their beginnings; those that begin together in the order of the file. */
  readonly cues: readonly Cue[];
  /** Cues whose times could not be read, or end before they begin: the former are left out, the latter kept as moments. */
  readonly unread: number;
}

/** Cues of one transcript: a word each second of two days. */
const maxCues = 200_000;
const timing =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?:\s|$)/;

/**
 * Reads a transcript in SubRip or WebVTT (W3C WebVTT §4): cues with their times, speakers and words. Settings of a cue's
 * place, styles and comments are left out; markup within the words is removed.
 *
 * @param text the file, decoded
 * @returns null when it has no cue, so that it is not a transcript
 * @example parseTranscript('1\n00:00:01,000 --> 00:00:02,500\nGood morning.\n')?.cues[0]?.text // 'Good morning.'
 */
export function parseTranscript(text: string): Transcript | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const cues: Cue[] = [];
  let unread = 0;
  for (let at = 0; at < lines.length && cues.length < maxCues;) {
    const line = lines[at++]!;
    if (!line.includes('-->')) {
      if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) at = endOfBlock(lines, at);
      continue;
    }
    const times = timesOf(line);
    if (times === null) {
      unread++;
      continue;
    }
    const end = endOfWords(lines, at);
    const { speaker, words } = readWords(lines.slice(at, end));
    at = end;
    const [startMs, endMs] = times;
    if (endMs < startMs) unread++;
    cues.push({ startMs, endMs: Math.max(startMs, endMs), speaker, text: words });
  }
  if (cues.length === 0) return null;
  return { cues: cues.toSorted((a, b) => a.startMs - b.startMs), unread };
}

function timesOf(line: string): [number, number] | null {
  const found = timing.exec(line);
  return found === null ? null : [milliseconds(found, 1), milliseconds(found, 5)];
}

function milliseconds(parts: readonly (string | undefined)[], from: number): number {
  const [hours = '0', minutes, seconds, fraction = ''] = parts.slice(from, from + 4);
  return (
    (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000 + Number(fraction.padEnd(3, '0'))
  );
}

function endOfBlock(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() !== '') at++;
  return at;
}

/** Words end at an empty line, or where the next cue begins without one. */
function endOfWords(lines: readonly string[], from: number): number {
  let at = from;
  for (; at < lines.length && lines[at]!.trim() !== ''; at++) {
    if (timing.test(lines[at]!)) return at;
    if (/^\s*\d+\s*$/.test(lines[at]!) && timing.test(lines[at + 1] ?? '')) return at;
  }
  return at;
}

/** Who speaks: as WebVTT marks it, or as transcripts write it, in capitals before a colon. */
function readWords(lines: readonly string[]): { speaker: string; words: string } {
  const marked = lines.join('\n').slice(0, 20_000);
  let speaker = '';
  const named = marked.replace(/<v(?:\.[^\s>]{0,100})?[ \t]+([^>\n]{1,200})>/g, (_mark, name: string) => {
    const shown = withoutMarks(name);
    if (speaker !== '') return shown === speaker ? '' : `${shown}: `;
    speaker = shown;
    return '';
  });
  const words = withoutMarks(named);
  const capitals = /^(?:>>\s*)?([A-Z][A-Z0-9 .'-]{1,40}):\s+/.exec(words);
  if (speaker !== '' || capitals === null) return { speaker, words };
  return { speaker: capitals[1]!, words: words.slice(capitals[0].length) };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

function withoutMarks(text: string): string {
  return text
    .replace(/<\/?(?:[a-zA-Z][^<>\n]{0,200}|\d[\d:.]{0,20})>/g, '')
    .replace(/\{\\[^{}\n]{0,100}\}/g, '')
    .replace(/&([a-z]{2,4});/g, (entity, name: string) => entities[name] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
