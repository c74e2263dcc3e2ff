import type { ReaderHostMessage, ReaderHostReply } from '../../shared/contract/processes.ts';
import type { ReaderHost } from '../engine/index.ts';
import type { Port } from './port.ts';

type OpenedMatter = Parameters<ReaderHost['opened']>[0];

/** Tells the PDF process, over a direct port, which matters it may read, and waits until it lets go of one. */
export interface ReaderLink extends ReaderHost {
  /** Uses a new port: the process behind the previous one is gone, and its connections with it. */
  attach(port: Port): void;
}

/** Makes the link. Matters may be announced before there is a port: one attached later learns of all that are open. */
export function createReaderLink(): ReaderLink {
  const open = new Map<string, OpenedMatter>();
  const releases = new Map<number, () => void>();
  let port: Port | null = null;
  let lastId = 0;
  const send = (message: ReaderHostMessage) => port?.postMessage(message);
  const releaseAll = () => {
    for (const resolve of releases.values()) resolve();
    releases.clear();
  };

  return {
    opened(matter) {
      open.set(matter.matterId, matter);
      send({ type: 'matter-opened', ...matter });
    },
    passwordGiven(matterId, contentId, password) {
      const matter = open.get(matterId);
      // A reader that is started later gets it with its matter.
      if (matter) open.set(matterId, { ...matter, passwords: [...matter.passwords, [contentId, password]] });
      send({ type: 'password-given', matterId, contentId, password });
    },
    release(matterId) {
      open.delete(matterId);
      if (!port) return Promise.resolve();
      const id = (lastId += 1);
      return new Promise((resolve) => {
        releases.set(id, resolve);
        send({ type: 'matter-release', id, matterId });
      });
    },
    attach(next) {
      port?.close();
      releaseAll();
      port = next;
      next.on('message', ({ data }) => {
        const { id } = data as ReaderHostReply;
        releases.get(id)?.();
        releases.delete(id);
      });
      next.on('close', () => {
        if (port !== next) return;
        // A process that died holds no connection any more.
        port = null;
        releaseAll();
      });
      next.start();
      for (const matter of open.values()) send({ type: 'matter-opened', ...matter });
    },
  };
}
