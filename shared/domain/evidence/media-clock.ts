/**
 * A time in a recording, as players show it.
 *
 * @param ms milliseconds from the start
 * @example mediaClock(3_729_000) // '1:02:09'
 */
export function mediaClock(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, i) => (i === 0 ? `${part}` : String(part).padStart(2, '0'))).join(':');
}

/**
 * A typed time in a recording: minutes and seconds, or hours before them.
 *
 * @returns milliseconds from the start; null where it is not such a time
 * @example parseMediaClock('1:02:09') // 3_729_000
 */
export function parseMediaClock(text: string): number | null {
  const [, hours = '0', minutes, seconds] =
    /^\s*(?:(\d{1,3}):(?=[0-5]\d:))?(\d{1,3}):([0-5]\d)\s*$/.exec(text) ?? [];
  if (minutes === undefined) return null;
  return (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
}
