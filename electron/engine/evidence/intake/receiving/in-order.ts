/**
 * Prepares things some ahead of their use, and uses them one after the other in their order, so that slow preparing
 * overlaps and the outcome does not depend on which is ready first.
 *
 * @param ahead how many are prepared at once
 * @param use given what was prepared, or why it could not be; throwing stops it
 * @param drop told of what was prepared and is not used any more
 */
export async function inOrder<I, P>(
  items: readonly I[],
  {
    ahead,
    prepare,
    use,
    drop,
  }: {
    ahead: number;
    prepare: (item: I, index: number) => Promise<P>;
    use: (prepared: PromiseSettledResult<P>, item: I, index: number) => Promise<void>;
    drop: (prepared: P) => Promise<void>;
  },
): Promise<void> {
  const started: Promise<PromiseSettledResult<P>>[] = [];
  let index = 0;
  try {
    for (; index < items.length; index++) {
      while (started.length < Math.min(items.length, index + ahead)) {
        const next = started.length;
        started.push(Promise.allSettled([prepare(items[next]!, next)]).then(([settled]) => settled));
      }
      await use(await started[index]!, items[index]!, index);
      // What is used up need not be kept until the end.
      started[index] = spent as Promise<PromiseSettledResult<P>>;
    }
  } finally {
    for (const late of started.slice(index + 1)) {
      const settled = await late;
      if (settled.status === 'fulfilled') await drop(settled.value);
    }
  }
}

const spent: Promise<PromiseSettledResult<unknown>> = Promise.resolve({ status: 'rejected', reason: null });
