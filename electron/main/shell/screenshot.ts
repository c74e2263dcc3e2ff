import type { BrowserWindow } from 'electron/main';
import { writeFile } from 'node:fs/promises';

/** How long the window may take to report that its content is shown, in milliseconds. */
const patienceMs = 15_000;

/** Waits until the window has said that its content is shown, or for `patienceMs`. */
export async function waitUntilShown(isReady: Promise<void>): Promise<void> {
  const { promise: waited, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patienceMs);
  await Promise.race([isReady, waited]);
  clearTimeout(timer);
}

/**
 * Saves a screenshot of the window.
 *
 * @param file where to write the PNG
 * @throws when the file cannot be written
 */
export async function saveScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
}
