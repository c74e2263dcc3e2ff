import type { BrowserWindow } from 'electron/main';
import { writeFile } from 'node:fs/promises';

/** How long the window may take to say that it shows its content, in milliseconds. */
const patienceMs = 15_000;

/**
 * Saves a picture of the window once it shows its content, or as it is after a while.
 *
 * @param isReady settles when the window has said that its content is shown
 * @param file where to write the PNG
 * @throws when the file cannot be written
 */
export async function saveScreenshot(
  window: BrowserWindow,
  isReady: Promise<void>,
  file: string,
): Promise<void> {
  const { promise: waited, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, patienceMs);
  await Promise.race([isReady, waited]);
  clearTimeout(timer);
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
}
