import type { Cue } from '../../../../shared/model/evidence.ts';

/**
 * The line of a transcript that is spoken at a time: the last one that has begun, or -1 before the first.
 *
 * @param cues in order of their beginnings
 */
export function cueAt(cues: readonly { readonly startMs: number }[], ms: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.startMs <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Milliseconds after a line's end in which it still counts as what was just said. */
const lingerMs = 2_000;

/** The line that is being said at a time, or was just before; undefined in silence. */
export function spokenAt(cues: readonly Cue[], ms: number): Cue | undefined {
  const cue = cues[cueAt(cues, ms)];
  return cue && ms <= cue.endMs + lingerMs ? cue : undefined;
}
