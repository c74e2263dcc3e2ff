import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long nobody may have asked for anything, in milliseconds. */
const quietMs = 5_000;

export interface Tidying {
  /** A matter was opened: its memory is tidied up once it is quiet. */
  opened(): void;
  /** Something was asked for: it is not quiet yet. */
  asked(): void;
}

/**
 * Gives back the memory that opening a matter took and nothing needs any more: V8 keeps the room for young objects as large as
 * it ever was, 9 MB of an idle engine. It takes up to a tenth of a second, so it waits for a quiet moment, and comes once for
 * each matter that is opened.
 */
export function createTidying(tidy: () => void = collectEverything): Tidying {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const wait = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      tidy();
    }, quietMs);
    timer.unref();
  };
  return {
    opened: wait,
    asked() {
      if (timer) wait();
    },
  };
}

function collectEverything(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: object) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
