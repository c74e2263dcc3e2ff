import { serveTasks } from '../../jobs/worker-thread.ts';
import type { DrawnPart, DrawPagesInput } from '../../pdf/assemble/ahead/draw-task.ts';
import { batchPages, claimBatch, tellTotal } from '../../pdf/text/page-claims.ts';
import type { TextInput, TextPart } from '../../pdf/text/read-text.ts';

/** Pages of the document that this thread pretends to read. */
const total = 70;

/** A thread that reads or draws pages as the engine's do, and ends without a word at those that the name of the file lists: "21,40". */
serveTasks({
  'pdf.text': () =>
    Promise.resolve(({ name, only, share }: TextInput, { progress }): TextPart => {
      const deadly = name.split(',').map(Number);
      const read = (from: number, count: number) =>
        Array.from({ length: Math.min(count, total - from) }, (_, index) => {
          const page = from + index + 1;
          if (deadly.includes(page)) process.exit(1);
          return { page, text: `page ${page}`, isPicture: false };
        });
      if (only !== undefined) return { from: only, total, pages: read(only, 1) };
      const { claims, reader } = share!;
      tellTotal(claims, total);
      for (let from = claimBatch(claims, reader); from !== null; from = claimBatch(claims, reader))
        progress({ from, total, pages: read(from, batchPages) } satisfies TextPart);
      return { from: 0, total, pages: [] };
    }),
  'pdf.draw': () =>
    Promise.resolve(({ location, pages }: DrawPagesInput, { progress }): void => {
      const deadly = 'filePath' in location ? location.filePath.split(',').map(Number) : [];
      for (const { index } of pages) {
        if (deadly.includes(index)) process.exit(1);
        progress({ index, picture: null } satisfies DrawnPart);
      }
    }),
});
