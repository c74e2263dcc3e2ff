import type { BrowserWindow } from 'electron/main';
import type { HostNotice, LeavingAnswer } from '../../../shared/contract/bridge.ts';
import { channels } from '../../../shared/contract/channels.ts';

/**
 * How long a page may take to say whether its window may close, and then to store unfinished input, before the window closes
 * anyway, in milliseconds. A user who is asked has unlimited time.
 */
const closingPatienceMs = 5_000;

/** The page in one window: whether it listens and shows its content, and whether its window may close. */
export class WindowPage {
  readonly #window: BrowserWindow;
  readonly #connected = Promise.withResolvers<void>();
  #ready = Promise.withResolvers<void>();
  #hasConnected = false;
  /** It was told to store unfinished input; it then closes its window itself. */
  #isClosing = false;
  /** Whether it may close, while it is being asked. */
  #mayLeave: Promise<boolean> | null = null;
  #hearAnswer: ((answer: LeavingAnswer) => void) | null = null;

  constructor(window: BrowserWindow) {
    this.#window = window;
    window.once('closed', () => this.#hearAnswer?.('leaves'));
    window.webContents.on('render-process-gone', () => this.#hearAnswer?.('leaves'));
  }

  /** Whether the page is there to listen and answer. */
  get #isListening(): boolean {
    return this.#hasConnected && !this.#window.webContents.isCrashed();
  }

  #tell(notice: HostNotice): void {
    this.#window.webContents.send(channels.notice, notice);
  }

  /** The page is there and listens. */
  connected(): void {
    this.#hasConnected = true;
    this.#connected.resolve();
    // A reloaded page holds no unfinished input.
    this.#hearAnswer?.('leaves');
  }

  whenConnected(): Promise<void> {
    return this.#connected.promise;
  }

  /** The page shows its content. */
  ready(): void {
    this.#ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  /** Its content is about to change: an earlier `ready` no longer counts. */
  expectReady(): void {
    this.#ready = Promise.withResolvers();
  }

  /** Whether closing the window must wait for the page. */
  get holdsWindow(): boolean {
    return !this.#isClosing && this.#isListening;
  }

  /**
   * Whether the window may close: a page with running work or something half filled in asks its user.
   *
   * @param onAsking the user is being asked
   */
  mayLeave(onAsking: () => void): Promise<boolean> {
    if (!this.#isListening) return Promise.resolve(true);
    this.#mayLeave ??= new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(true), closingPatienceMs);
      this.#hearAnswer = (answer) => {
        clearTimeout(timer);
        if (answer === 'asks') onAsking();
        else resolve(answer === 'leaves');
      };
      this.#tell({ name: 'window.leaving' });
    }).finally(() => {
      this.#hearAnswer = null;
      this.#mayLeave = null;
    });
    return this.#mayLeave;
  }

  /** Receives the page's answer to whether its window may close. */
  answered(answer: LeavingAnswer): void {
    this.#hearAnswer?.(answer);
  }

  /**
   * Closes the window without asking. The page is told first and closes its window itself, so that unfinished input is
   * stored while the engine still accepts it.
   *
   * @returns resolves once the window is gone
   */
  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#window.once('closed', resolve));
    if (this.#isClosing) return closed;
    this.#isClosing = true;
    if (!this.#isListening) {
      this.#window.close();
      return closed;
    }
    this.#tell({ name: 'window.closing' });
    const timer = setTimeout(() => this.#window.destroy(), closingPatienceMs);
    this.#window.once('closed', () => clearTimeout(timer));
    return closed;
  }
}
