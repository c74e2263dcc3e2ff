import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AreaHandlers } from '../handlers.ts';
import { publish, stagedPath } from '../platform/publish.ts';
import { unwritable } from '../platform/unwritable.ts';
import { reportParts, type ReportPart } from './report.ts';

/** The diagnostics report: shown before it is written, and without document text, names, titles or paths. */
export const diagnosticsHandlers: AreaHandlers<'diagnostics'> = {
  'diagnostics.preview': (_input, context) =>
    reportParts(context).map(({ file, content }) => ({ file, content })),

  'diagnostics.export': async ({ target }, context) => {
    const { platform, resolveFile } = context;
    const filePath = resolve(resolveFile(target));
    const fileName = basename(filePath);
    if (existsSync(filePath)) throw new AppError('FILE_EXISTS', { name: fileName });
    const staged = stagedPath(filePath, platform.newId());
    try {
      await writeZip(staged, reportParts(context), new Date(platform.now()));
      const { size } = statSync(staged);
      if (!publish(staged, filePath)) throw new AppError('FILE_EXISTS', { name: fileName });
      return { fileName, sizeBytes: size };
    } catch (error) {
      throw unwritable(error, fileName);
    } finally {
      rmSync(staged, { force: true });
    }
  },
};

async function writeZip(filePath: string, parts: readonly ReportPart[], mtime: Date): Promise<void> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  for (const { file, content } of parts) zip.addBuffer(Buffer.from(content), file, { mtime });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(filePath));
}
