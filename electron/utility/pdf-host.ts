import type { PortMessage } from '../../shared/contract/port.ts';
import type {
  ReaderHostMessage,
  ReaderHostReply,
  ReaderProcessMessage,
  ReaderProcessReply,
} from '../../shared/contract/processes.ts';
import type { PageReader, ReaderMatters } from '../engine/reader.ts';
import type { Port } from './port.ts';
import { isPortRequest } from './window-ports.ts';

/**
 * Hosts the page reader: windows by their ports, the engine by its own, main by its private channel.
 *
 * @param reply sends to main
 * @returns takes main's next messages
 */
export function hostPageReader({
  reader,
  matters,
  reply,
}: {
  reader: PageReader;
  matters: ReaderMatters;
  reply(message: ReaderProcessReply): void;
}): (message: ReaderProcessMessage, port: Port | undefined) => void {
  let engine: Port | null = null;

  return (message, port) => {
    switch (message.type) {
      case 'window-port':
        if (port) serveWindow(port);
        break;
      case 'engine-port':
        if (port) listenToEngine(port);
        break;
      case 'read-bytes': {
        const { id, source, position, length } = message;
        void reader
          .readBytes(source, position, length)
          .then((slice) => reply({ type: 'bytes', id, reply: slice }));
        break;
      }
      case 'read-mail': {
        const { id, source, words } = message;
        void reader.readMail(source, words).then((html) => reply({ type: 'mail', id, reply: html }));
        break;
      }
      default:
        message satisfies never;
    }
  };

  function serveWindow(port: Port): void {
    const connection = reader.connect();
    let isOpen = true;
    port.on('close', () => {
      isOpen = false;
      connection.close();
    });
    port.on('message', ({ data }) => {
      if (!isPortRequest(data)) {
        reply({ type: 'log', level: 'warn', event: 'message of a window refused' });
        return;
      }
      const { id, operation, input } = data;
      void connection.call(operation, input).then((answer) => {
        if (isOpen) port.postMessage({ id, reply: answer } satisfies PortMessage);
      });
    });
    port.start();
  }

  function listenToEngine(port: Port): void {
    engine?.close();
    engine = port;
    // A new engine announces again what is open; what it does not announce may have been locked meanwhile.
    matters.releaseAll();
    port.on('message', ({ data }) => {
      const message = data as ReaderHostMessage;
      if (message.type === 'matter-opened') matters.opened(message);
      else if (message.type === 'password-given')
        matters.passwordGiven(message.matterId, message.contentId, message.password);
      else {
        matters.release(message.matterId);
        port.postMessage({ type: 'matter-released', id: message.id } satisfies ReaderHostReply);
      }
    });
    port.start();
  }
}
