import { createWriteStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AreaHandlers } from '../handlers.ts';
import { writeNewFile } from '../platform/write-file.ts';
import { reportParts, type ReportPart } from './report.ts';

/** The diagnostics report: shown before it is written, and without document text, names, titles or paths. */
export const diagnosticsHandlers: AreaHandlers<'diagnostics'> = {
  'diagnostics.preview': (_input, context) =>
    reportParts(context).map(({ file, content }) => ({ file, content })),

  'diagnostics.export': async ({ target }, context) => {
    const { platform, resolveFile } = context;
    const filePath = resolve(resolveFile(target));
    const sizeBytes = await writeNewFile(filePath, platform.newId(), async (staged) => {
      await writeZip(staged, reportParts(context), new Date(platform.now()));
      return statSync(staged).size;
    });
    return { fileName: basename(filePath), sizeBytes };
  },
};

async function writeZip(filePath: string, parts: readonly ReportPart[], mtime: Date): Promise<void> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  for (const { file, content } of parts) zip.addBuffer(Buffer.from(content), file, { mtime });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(filePath));
}
