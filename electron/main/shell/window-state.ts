import { readState } from './state-file.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Theme = 'system' | 'light' | 'dark';

/** Size, place and theme of the window when it was last closed. */
export interface WindowState {
  /** Null until the window was placed for the first time. */
  readonly bounds: Bounds | null;
  readonly isMaximised: boolean;
  /** A copy of the user's setting: the window needs its color before the engine can be asked. */
  readonly theme: Theme;
}

export const smallestWindow = { width: 900, height: 600 } as const;
/** A single-document window. */
export const smallestReader = { width: 420, height: 360 } as const;
const firstWindow = { width: 1360, height: 880 } as const;

/** Reads what was remembered; the initial state where there is nothing, or nothing that can be understood. */
export function readWindowState(file: string): WindowState {
  const stored = readState<WindowState>(file);
  return {
    bounds: isBounds(stored.bounds) ? stored.bounds : null,
    isMaximised: stored.isMaximised === true,
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
  };
}

/**
 * Where to open the window: as remembered, if its title bar would still be on a display; else centered on the first.
 *
 * @param remembered null for the first time
 * @param workAreas the displays without their panels and docks, the primary one first
 */
export function placeWindow(remembered: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const isReachable = (area: Bounds) =>
    remembered !== null &&
    remembered.x + remembered.width > area.x + 100 &&
    remembered.x < area.x + area.width - 100 &&
    remembered.y >= area.y - 10 &&
    remembered.y < area.y + area.height - 40;
  const home = workAreas.find(isReachable);
  const area = home ?? workAreas[0] ?? { x: 0, y: 0, ...firstWindow };
  const wanted = remembered ?? { ...firstWindow, x: 0, y: 0 };
  const width = Math.max(Math.min(wanted.width, area.width), Math.min(smallestWindow.width, area.width));
  const height = Math.max(Math.min(wanted.height, area.height), Math.min(smallestWindow.height, area.height));
  if (home) return { x: wanted.x, y: wanted.y, width, height };
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/**
 * Where to open a window for one document: over the right part of the main window, each a little below the one before, on its
 * display.
 *
 * @param main the main window's place; null where there is none
 * @param count how many such windows are open
 * @param workAreas as for `placeWindow`
 */
export function placeReader(main: Bounds | null, count: number, workAreas: readonly Bounds[]): Bounds {
  const around = main ?? { x: 0, y: 0, ...firstWindow };
  const width = Math.max(smallestReader.width, Math.round(around.width * 0.6));
  const height = Math.max(smallestReader.height, around.height - 60);
  const shift = 24 * ((count % 8) + 1);
  const wanted = { x: around.x + around.width - width + shift, y: around.y + shift, width, height };
  const middle = { x: around.x + around.width / 2, y: around.y + around.height / 2 };
  const area =
    workAreas.find(
      ({ x, y, ...size }) =>
        middle.x >= x && middle.x < x + size.width && middle.y >= y && middle.y < y + size.height,
    ) ?? workAreas[0];
  if (!area) return wanted;
  const fitted = { width: Math.min(width, area.width), height: Math.min(height, area.height) };
  return {
    ...fitted,
    x: Math.max(area.x, Math.min(wanted.x, area.x + area.width - fitted.width)),
    y: Math.max(area.y, Math.min(wanted.y, area.y + area.height - fitted.height)),
  };
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  return ['x', 'y', 'width', 'height'].every((key) =>
    Number.isInteger((value as Readonly<Record<string, unknown>>)[key]),
  );
}
