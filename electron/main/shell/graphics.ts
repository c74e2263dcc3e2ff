import { readState } from './state-file.ts';

/** What is known about the machine's graphics; kept in the user's folder. */
export interface GraphicsState {
  /** Chromium found no graphics hardware it can draw with, as on many virtual and remote desktops. */
  readonly isSoftware: boolean;
  /** When that was found out, in milliseconds since 1970. */
  readonly foundAt: number;
  /** Version of Electron that found it out: another may draw where this one could not. */
  readonly electron: string;
}

/** How long the result is kept, in milliseconds: a machine may get other drivers. */
const validMs = 7 * 24 * 3_600_000;

/**
 * Whether the app may start without looking for graphics hardware. Where there is none, the check costs a quarter of a second in
 * which the window waits, and ends in the software rendering it would have started with.
 *
 * @param state what the last check found; null where there was none
 * @param now the present, in milliseconds since 1970
 * @param electron version of this Electron
 * @example drawsInSoftware(readGraphics(file), Date.now(), process.versions.electron)
 */
export function drawsInSoftware(state: GraphicsState | null, now: number, electron: string): boolean {
  if (!state?.isSoftware || state.electron !== electron) return false;
  const age = now - state.foundAt;
  return age >= 0 && age < validMs;
}

/** Reads what was remembered; null where there is nothing, or nothing that can be understood. */
export function readGraphics(file: string): GraphicsState | null {
  const { isSoftware, foundAt, electron } = readState<GraphicsState>(file);
  return typeof isSoftware === 'boolean' && typeof foundAt === 'number' && typeof electron === 'string'
    ? { isSoftware, foundAt, electron }
    : null;
}
