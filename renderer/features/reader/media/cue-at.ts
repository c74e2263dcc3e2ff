import { firstIndex } from '../../../../shared/domain/first-index.ts';
import type { Cue } from '../../../../shared/model/evidence.ts';

/**
 * The line of a transcript that is spoken at a time: the last one that has begun, or -1 before the first.
 *
 * @param cues in order of their beginnings
 */
export const cueAt = (cues: readonly { readonly startMs: number }[], ms: number): number =>
  firstIndex(cues.length, (at) => cues[at]!.startMs > ms) - 1;

/** Milliseconds after a line's end in which it still counts as what was just said. */
const lingerMs = 2_000;

/** The line that is being said at a time, or was just before; undefined in silence. */
export function spokenAt(cues: readonly Cue[], ms: number): Cue | undefined {
  const cue = cues[cueAt(cues, ms)];
  return cue && ms <= cue.endMs + lingerMs ? cue : undefined;
}
