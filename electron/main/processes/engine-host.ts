import type { MessagePortMain } from 'electron/main';
import type {
  EngineProcessConfig,
  EngineProcessMessage,
  EngineProcessReply,
  RememberedMatter,
} from '../../../shared/contract/processes.ts';
import type { Logger } from '../../engine/log.ts';
import { SupervisedProcess } from './supervised-process.ts';

/** The engine, as main knows it: a process to connect windows to, and to ask for tokens. */
export interface EngineHost {
  connectWindow(port: MessagePortMain): void;
  connectReader(port: MessagePortMain): void;
  /** Makes a token for a path the user chose. Works once. */
  grantFile(path: string): Promise<string>;
  /** Whether the sample is among the open matters. */
  hasSampleOpen(): boolean;
  /** The folder a build was written to; null if it no longer exists. */
  findBuildFolder(matterId: string, buildId: string): Promise<string | null>;
  /** Cancels jobs and closes every matter, so that each is one file again. */
  close(): Promise<void>;
  stop(): void;
}

/**
 * Starts the engine's process and starts it again when it dies, with the matters that were open then.
 *
 * @param onRestarted called when a new process has taken over: its ports must be handed out again
 */
export function startEngineHost({
  entry,
  env,
  config,
  log,
  onRestarted,
  onGivenUp,
}: {
  entry: string;
  env: Readonly<Record<string, string>>;
  config: EngineProcessConfig;
  log: Logger;
  onRestarted(): void;
  onGivenUp(): void;
}): EngineHost {
  const open = new Map<string, RememberedMatter>();
  const engine = new SupervisedProcess<EngineProcessMessage, EngineProcessReply>({
    serviceName: 'Forthwith Engine',
    entry,
    env,
    log,
    onGivenUp,
    onStarted(isRestart) {
      engine.send({ type: 'start', config, reopen: [...open.values()] });
      open.clear();
      if (isRestart) onRestarted();
    },
    onMessage(message) {
      if (message.type === 'matter-remembered') open.set(message.matter.matterId, message.matter);
      if (message.type === 'matter-forgotten') open.delete(message.matterId);
    },
  });
  engine.start();

  return {
    connectWindow: (port) => engine.send({ type: 'window-port' }, port),
    connectReader: (port) => engine.send({ type: 'reader-port' }, port),
    async grantFile(path) {
      const reply = await engine.ask((id) => ({ type: 'grant-file', id, path }));
      return reply.type === 'file-granted' ? reply.token : '';
    },
    hasSampleOpen: () => [...open.values()].some(({ isSample }) => isSample),
    async findBuildFolder(matterId, buildId) {
      const reply = await engine.ask((id) => ({ type: 'find-build-folder', id, matterId, buildId }));
      return reply.type === 'build-folder' ? reply.path : null;
    },
    async close() {
      await engine.ask((id) => ({ type: 'close', id }));
    },
    stop: () => engine.stop(),
  };
}
