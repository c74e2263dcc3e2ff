import type { MessagePortMain } from 'electron/main';
import type { Reply } from '../../../shared/contract/define.ts';
import type {
  ByteSlice,
  ReaderProcessMessage,
  ReaderProcessReply,
} from '../../../shared/contract/processes.ts';
import type { WantedWords } from '../../../shared/domain/search/find-words.ts';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { Logger } from '../../engine/log.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** The PDF process, as main knows it: it reads pages for windows and slices of originals for the `matter://` protocol. */
export interface PdfReaderHost {
  /** Starts it, unless it was started before. */
  wake(): void;
  /** Whether it was started: from then on it is restarted when it dies. */
  isAwake(): boolean;
  connectWindow(port: MessagePortMain): void;
  connectEngine(port: MessagePortMain): void;
  /**
   * A slice of an original or of a built file.
   *
   * @param position first byte
   * @param length bytes at most; 0 asks for size and kind only
   * @throws ProcessDied
   */
  readBytes(source: ReaderSource, position: number, length: number): Promise<Reply<ByteSlice>>;
  /**
   * A mail's HTML, made safe, with words marked in it.
   * @throws ProcessDied
   */
  readMail(source: ReaderSource, words: WantedWords): Promise<Reply<string>>;
  stop(): void;
}

/**
 * Starts the PDF process when it is first needed, and restarts it when it dies. Starting it with the window and the engine
 * would take a quarter of the start-up cost, and memory that is not needed until a document is opened.
 *
 * @param onStarted called for every new process: its ports must be handed out. `isRestart` when it took over from one that died
 */
export function createReaderHost({
  entry,
  env,
  log,
  onStarted,
  onGivenUp,
}: {
  entry: string;
  env: Readonly<Record<string, string>>;
  log: Logger;
  onStarted(isRestart: boolean): void;
  onGivenUp(): void;
}): PdfReaderHost {
  const reader = new SupervisedProcess<ReaderProcessMessage, Exclude<ReaderProcessReply, { type: 'log' }>>({
    serviceName: 'Forthwith Reader',
    entry,
    env,
    log,
    onGivenUp,
    // A bad document may stop it page after page; the window gives up on such pages.
    restarts: 40,
    onStarted,
  });
  let isAwake = false;
  const wake = () => {
    if (isAwake) return;
    isAwake = true;
    reader.start();
  };

  return {
    wake,
    isAwake: () => isAwake,
    connectWindow: (port) => reader.send({ type: 'window-port' }, port),
    connectEngine: (port) => reader.send({ type: 'engine-port' }, port),
    async readBytes(source, position, length) {
      wake();
      const answer = await reader.ask((id) => ({ type: 'read-bytes', id, source, position, length }));
      return answer.reply as Reply<ByteSlice>;
    },
    async readMail(source, words) {
      wake();
      const answer = await reader.ask((id) => ({ type: 'read-mail', id, source, words }));
      return answer.reply as Reply<string>;
    },
    stop() {
      isAwake = true;
      reader.stop();
    },
  };
}
