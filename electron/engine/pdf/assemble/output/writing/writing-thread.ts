import type { ByteOutput, OutputMark } from '../byte-output.ts';
import type { FileBeingWritten } from '../output-target.ts';
import { OrderLine } from './order-line.ts';
import { newSharedWriting, orders, type SentWriting } from './shared-writing.ts';

interface NumberedMark extends OutputMark {
  readonly number: number;
}

/**
 * A thread that hashes and writes files, one after the other, while this one makes what is in them. Where it does not come, this one
 * does that too: the bytes are the same.
 */
export class WritingThread {
  readonly #line: OrderLine;

  /** @param start has a thread run `writeTask`; it need not succeed */
  constructor(start: (writing: SentWriting) => Promise<void>) {
    const sent = newSharedWriting();
    this.#line = new OrderLine(sent);
    start(sent).catch(() => this.#line.letGo());
  }

  /**
   * Begins with a file; the one before is settled or abandoned.
   *
   * @param file descriptor, open to be written
   * @param wrote told how many bytes were given so far
   */
  write(file: number, wrote: (length: number) => void): FileBeingWritten {
    const line = this.#line;
    line.give(orders.open, file);
    let length = 0;
    let marks = 0;
    const bytes: ByteOutput = {
      get room() {
        return line.room;
      },
      take(count) {
        line.give(orders.bytes, count);
        length += count;
        wrote(length);
      },
      digest() {
        line.give(orders.digest, 0);
        return line.settle();
      },
      mark(): NumberedMark {
        line.give(orders.mark, ++marks);
        return { length, number: marks };
      },
      rollBack(mark: NumberedMark) {
        line.give(orders.rollBack, mark.number);
        length = mark.length;
      },
    };
    return { bytes, settle: () => void line.settle(), abandon: () => line.drain() };
  }

  /** Lets the thread go. */
  close(): void {
    this.#line.end();
  }
}
