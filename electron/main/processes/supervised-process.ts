import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron/main';
import type { LogMessage } from '../../../shared/contract/processes.ts';
import type { Logger } from '../../engine/log.ts';
import { createRestartLimit } from './restart-limit.ts';

/** What a process may answer: its replies carry the id of what was asked. */
type Answer = { readonly type: string; readonly id?: number };

interface ProcessOptions<Reply> {
  /** Shown by the system's process list and by `app.getAppMetrics()`. */
  readonly serviceName: string;
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly log: Logger;
  /** Called on each new process, before anything else can be sent to it. */
  onStarted(isRestart: boolean): void;
  /** Messages that are not replies. */
  onMessage?(message: Reply): void;
  onGivenUp(): void;
  /** How often it may be started again within half a minute; 3 by default. */
  readonly restarts?: number;
}

interface Waiting<Reply> {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

/** The process died with a request unanswered. */
export class ProcessDied extends Error {}

/**
 * A utility process that is restarted when it dies: a few times in thirty seconds, then no more.
 * Private messages only; windows talk to it over ports of their own.
 */
export class SupervisedProcess<Message, Reply extends Answer> {
  readonly #options: ProcessOptions<Reply>;
  readonly #mayRestart: () => boolean;
  readonly #waiting = new Map<number, Waiting<Reply>>();
  #process: UtilityProcess | null = null;
  #isStopped = false;
  #lastId = 0;

  constructor(options: ProcessOptions<Reply>) {
    this.#options = options;
    this.#mayRestart = createRestartLimit({ restarts: options.restarts ?? 3, periodMs: 30_000 });
  }

  start(isRestart = false): void {
    const { serviceName, entry, env, log } = this.#options;
    const child = utilityProcess.fork(entry, [], {
      serviceName,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    this.#process = child;
    child.on('message', (message: Reply | LogMessage) => this.#receive(message));
    child.once('exit', (code) => {
      if (this.#process !== child) return;
      this.#process = null;
      this.#rejectAll();
      if (this.#isStopped) return;
      log.error('process died', { process: serviceName, code });
      if (this.#mayRestart()) this.start(true);
      else this.#options.onGivenUp();
    });
    log.info('process started', { process: serviceName, isRestart });
    this.#options.onStarted(isRestart);
  }

  /** Sends a message, and with it a port. Lost if the process is not running. */
  send(message: Message, port?: MessagePortMain): void {
    this.#process?.postMessage(message, port ? [port] : []);
  }

  /**
   * Asks and waits for the reply of the same id.
   * @throws ProcessDied
   */
  ask(message: (id: number) => Message): Promise<Reply> {
    if (!this.#process) return Promise.reject(new ProcessDied(this.#options.serviceName));
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.send(message(id));
    });
  }

  /** Stops it for good. */
  stop(): void {
    this.#isStopped = true;
    this.#process?.kill();
  }

  #receive(message: Reply | LogMessage): void {
    if (message.type === 'log') {
      const { level, event, fields } = message as LogMessage;
      this.#options.log[level](event, { process: this.#options.serviceName, ...fields });
      return;
    }
    const reply = message as Reply;
    const waiting = reply.id === undefined ? undefined : this.#waiting.get(reply.id);
    if (waiting) {
      this.#waiting.delete(reply.id!);
      waiting.resolve(reply);
    } else {
      this.#options.onMessage?.(reply);
    }
  }

  #rejectAll(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new ProcessDied(this.#options.serviceName));
  }
}
