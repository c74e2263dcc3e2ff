import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ExhibitManifest } from '../../../../../shared/model/exhibit-manifest.ts';
import { parseManifest } from './manifest.ts';

/** More than the manifest of a hundred thousand pages takes. */
const maxBytes = 100_000_000;

/** Reads the manifest of a build, and its own hash. @throws AppError MANIFEST_UNREADABLE; the file system's own errors */
export async function readManifest(
  path: string,
): Promise<{ readonly manifest: ExhibitManifest; readonly sha256: string }> {
  const name = basename(path);
  if ((await stat(path)).size > maxBytes) throw new AppError('MANIFEST_UNREADABLE', { name });
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { manifest: parseManifest(bytes.toString('utf8'), name), sha256 };
}
