import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import { openDatabase } from '../../store/database.ts';
import { readReturned, type ReturnedCopy } from './read-returned.ts';
import { writeCopy, type CopyContents, type CopyPlan } from './write-copy.ts';

export interface WriteCopyInput {
  readonly source: MatterFile;
  /** A new matter file that nobody else has open. */
  readonly target: MatterFile;
  readonly plan: CopyPlan;
}

/** Fills a review copy on connections of its own. Progress: bytes of originals copied. */
export function writeCopyTask(
  { source, target, plan }: WriteCopyInput,
  context: WorkerContext,
): CopyContents {
  const { nativeBinding } = context.platform;
  const from = openDatabase(source.filePath, {
    passphrase: source.passphrase,
    isReadOnly: true,
    mustExist: true,
    nativeBinding,
  });
  try {
    const to = openDatabase(target.filePath, {
      passphrase: target.passphrase,
      isReadOnly: false,
      mustExist: true,
      nativeBinding,
    });
    try {
      return writeCopy(from, to, plan, context.progress);
    } finally {
      to.close();
    }
  } finally {
    from.close();
  }
}

/** Reads what came back in a review copy. */
export function readReturnedTask(copy: MatterFile, context: WorkerContext): ReturnedCopy {
  const { filePath, passphrase } = copy;
  const { nativeBinding } = context.platform;
  const db = openDatabase(filePath, { passphrase, isReadOnly: true, mustExist: true, nativeBinding });
  try {
    return readReturned(db);
  } finally {
    db.close();
  }
}
