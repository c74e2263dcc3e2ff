import { safeStack } from '../../shared/errors/scrub.ts';
import { BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron/main';
import type { channels, IpcAnswer } from '../../shared/contract/channels.ts';
import { isOwnPage } from './security.ts';
import type { Logger } from '../engine/log.ts';

type Channel = (typeof channels)[keyof typeof channels];

/** A failure whose sentence the user may read. */
export class UserError extends Error {}

/** Listens only to the top frame of one of our windows, showing our own page. */
export interface Ipc {
  /** Answers a request. What `answer` throws reaches the window as a sentence. */
  handle(channel: Channel, answer: (window: BrowserWindow, ...input: readonly unknown[]) => unknown): void;
  /** Listens for a message that needs no answer. */
  on(channel: Channel, hear: (window: BrowserWindow, ...input: readonly unknown[]) => void): void;
}

/** @param isOwnWindow whether main opened that window for the app's page */
export function createIpc({
  isOwnWindow,
  log,
}: {
  isOwnWindow(window: BrowserWindow): boolean;
  log: Logger;
}): Ipc {
  const senderOf = (event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | null => {
    const frame = event.senderFrame;
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window && frame && frame.parent === null && isOwnPage(frame.url) && isOwnWindow(window))
      return window;
    return null;
  };
  return {
    handle(channel, answer) {
      ipcMain.handle(channel, async (event, ...input): Promise<IpcAnswer> => {
        const window = senderOf(event);
        if (!window) return refuse(channel);
        try {
          return { ok: true, value: await answer(window, ...input) };
        } catch (error) {
          if (error instanceof UserError) return { ok: false, message: error.message };
          log.error('window request failed', {
            channel,
            stack: safeStack(error),
          });
          return { ok: false, message: 'Something went wrong inside the program. Try again.' };
        }
      });
    },
    on(channel, hear) {
      ipcMain.on(channel, (event, ...input) => {
        const window = senderOf(event);
        if (window) hear(window, ...input);
        else refuse(channel);
      });
    },
  };

  function refuse(channel: Channel): IpcAnswer {
    log.warn('message refused', { channel });
    return { ok: false, message: 'This page may not ask for that.' };
  }
}
