import { inflateSync } from 'node:zlib';
import { uninterrupted } from '../../jobs/uninterrupted.ts';
import { serveTasks, type WorkerContext } from '../../jobs/worker-thread.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

/** A worker that misbehaves as told, for the pool's own tests. Used by nothing else. */
export type Order =
  | { do: 'answer'; value: string }
  | { do: 'hang' | 'crash' | 'throw' | 'exhaust' | 'exit' | 'refuse' | 'threadId' | 'unpack' }
  | { do: 'count'; filePath: string };

const hoard: unknown[] = [];
/** Nothing, deflated. */
const packed = Buffer.from('789c030000000001', 'hex');

async function order(order: Order, context: WorkerContext): Promise<unknown> {
  switch (order.do) {
    case 'answer':
      context.progress('half');
      return order.value;
    case 'hang':
      for (;;);
    case 'unpack':
      context.progress('begun');
      for (;;) uninterrupted(() => inflateSync(packed));
    case 'exhaust':
      for (;;) hoard.push(Array.from({ length: 100_000 }, (_, i) => ({ i })));
    case 'crash':
      setImmediate(() => {
        throw new Error('outside the task');
      });
      return new Promise(() => {});
    case 'exit':
      process.exit(3);
    case 'throw':
      throw new TypeError('a fault of ours');
    case 'refuse':
      throw new AppError('PDF_ENCRYPTED', { name: 'a.pdf' });
    case 'threadId':
      return (await import('node:worker_threads')).threadId;
    case 'count': {
      const db = context.openMatter({ filePath: order.filePath, passphrase: null });
      return db.prepare('SELECT count(*) AS n FROM matter').pluck().get();
    }
  }
}

serveTasks({ order: () => Promise.resolve(order) });
