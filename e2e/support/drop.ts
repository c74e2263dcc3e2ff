import type { Page } from '@playwright/test';

export interface Drag {
  /** Lets the files go where they hover. */
  drop(): Promise<void>;
}

/**
 * Drags real files from outside over the window, as the system's file manager does: the page gets File objects with paths
 * behind them, which no event made in the page could carry.
 *
 * @param at where they hover, in the window's pixels
 * @example await (await dragFiles(page, [letter])).drop();
 */
export async function dragFiles(
  page: Page,
  files: readonly string[],
  at: { readonly x: number; readonly y: number } = { x: 400, y: 300 },
): Promise<Drag> {
  const session = await page.context().newCDPSession(page);
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop') => {
    await session.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  };
  await send('dragEnter');
  await send('dragOver');
  return {
    async drop() {
      // A real drag sends its position all the time. Sent once, the files would be refused where the element under them has
      // changed since: the first event only enters it, and the second learns that they are accepted.
      await send('dragOver');
      await send('dragOver');
      await send('drop');
    },
  };
}
