import type { MessagePortMain } from 'electron/main';
import type { Reply } from '../../../shared/contract/define.ts';
import type {
  ByteSlice,
  ReaderProcessMessage,
  ReaderProcessReply,
} from '../../../shared/contract/processes.ts';
import type { WantedWords } from '../../../shared/domain/search/find-words.ts';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { Log } from '../shell/log.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** The PDF process, as main knows it: it reads pages for windows and slices of originals for the `matter://` protocol. */
export interface PdfReaderHost {
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
 * Starts the PDF process and starts it again when it dies.
 *
 * @param onRestarted called when a new process took over: its ports must be handed out anew
 */
export function startReaderHost({
  entry,
  env,
  log,
  onRestarted,
  onGivenUp,
}: {
  entry: string;
  env: Readonly<Record<string, string>>;
  log: Log;
  onRestarted(): void;
  onGivenUp(): void;
}): PdfReaderHost {
  const reader = new SupervisedProcess<ReaderProcessMessage, Exclude<ReaderProcessReply, { type: 'log' }>>({
    serviceName: 'Forthwith Reader',
    entry,
    env,
    log,
    onGivenUp,
    // A bad document may stop it page after page; the window gives such pages up by itself.
    restarts: 40,
    onStarted(isRestart) {
      if (isRestart) onRestarted();
    },
  });
  reader.start();

  return {
    connectWindow: (port) => reader.send({ type: 'window-port' }, port),
    connectEngine: (port) => reader.send({ type: 'engine-port' }, port),
    async readBytes(source, position, length) {
      const answer = await reader.ask((id) => ({ type: 'read-bytes', id, source, position, length }));
      return answer.reply as Reply<ByteSlice>;
    },
    async readMail(source, words) {
      const answer = await reader.ask((id) => ({ type: 'read-mail', id, source, words }));
      return answer.reply as Reply<string>;
    },
    stop: () => reader.stop(),
  };
}
