import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a small text file so that, whatever happens meanwhile, either the old or the new content stands there, never a part.
 */
export function writeFileWhole(filePath: string, content: string): void {
  const staged = `${filePath}.${process.pid}.new`;
  try {
    const file = openSync(staged, 'w');
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(staged, filePath);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}
