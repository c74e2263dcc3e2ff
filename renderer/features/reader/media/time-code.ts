/**
 * A time in a recording as players show it: "0:07", "12:34", "1:02:03".
 *
 * @param ms milliseconds from its beginning
 */
export function formatTimeCode(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

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
