import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron/renderer';
import {
  ENGINE_PORT_MESSAGE,
  READER_PORT_MESSAGE,
  REFUSED_BY_MAIN,
  type Bridge,
  type GrantedFile,
  type HostNotice,
} from '../../shared/contract/bridge.ts';
import { channels, versionArgument, type IpcAnswer } from '../../shared/contract/channels.ts';

type Listen<T> = (listener: (value: T) => void) => () => void;

/** What comes before anyone listens waits for the first listener. */
function createInbox<T>(): { deliver(value: T): void; listen: Listen<T> } {
  const listeners = new Set<(value: T) => void>();
  let waiting: T[] = [];
  return {
    deliver(value) {
      if (listeners.size === 0) waiting.push(value);
      else for (const listener of listeners) listener(value);
    },
    listen(listener) {
      listeners.add(listener);
      const due = waiting;
      waiting = [];
      due.forEach(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const commandInbox = createInbox<string>();
ipcRenderer.on(channels.command, (_event, command: string) => commandInbox.deliver(command));

/** One for each kind: a listener for restarts must not use up the matter that was asked for at start. */
const noticeInboxes = new Map<HostNotice['name'], ReturnType<typeof createInbox<HostNotice>>>();
function noticeInbox(name: HostNotice['name']) {
  const inbox = noticeInboxes.get(name) ?? createInbox<HostNotice>();
  noticeInboxes.set(name, inbox);
  return inbox;
}
ipcRenderer.on(channels.notice, (_event, notice: HostNotice) => noticeInbox(notice.name).deliver(notice));

async function ask<T>(channel: string, ...input: readonly unknown[]): Promise<T> {
  const answer = (await ipcRenderer.invoke(channel, ...input)) as IpcAnswer;
  if (!answer.ok) throw new Error(REFUSED_BY_MAIN + answer.message);
  return answer.value as T;
}

/** Undo in a text field is the text's own, so main must know where the keyboard is (menu.ts). */
function watchTextFocus(): void {
  let wasText = false;
  const tell = () => {
    const isText = isTextField(document.activeElement);
    if (isText === wasText) return;
    wasText = isText;
    ipcRenderer.send(channels.textFocus, isText);
  };
  window.addEventListener('focusin', tell, { capture: true });
  // While focus moves, nothing is focused; the next task knows where it went.
  window.addEventListener('focusout', () => queueMicrotask(tell), { capture: true });
}

function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (element instanceof HTMLInputElement) return !element.readOnly && !buttonLikeTypes.has(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

const buttonLikeTypes = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

const quietMs = 400;

/** Settles once the page has not changed for a moment: lists and panes are laid out after their data is there. */
function whenStill(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(end, quietMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, quietMs);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

for (const [channel, message] of [
  [channels.enginePort, ENGINE_PORT_MESSAGE],
  [channels.readerPort, READER_PORT_MESSAGE],
] as const)
  ipcRenderer.on(channel, (event) => {
    window.postMessage(message, window.location.origin, [...event.ports]);
  });
window.addEventListener('DOMContentLoaded', watchTextFocus, { once: true });

const wakeReader = () => ipcRenderer.send(channels.wakeReader);

/** A pointer move or a key press suggests that somebody is about to read: by the time a document is chosen, the reader is ready. */
function wakeReaderAtSign(): void {
  const signs = ['pointermove', 'pointerdown', 'wheel', 'keydown'];
  const heed = (event: Event) => {
    // A window that opens under a resting pointer gets this event too.
    if (event.type === 'pointermove' && event instanceof MouseEvent && !event.movementX && !event.movementY)
      return;
    for (const sign of signs) window.removeEventListener(sign, heed, { capture: true });
    wakeReader();
  };
  for (const sign of signs) window.addEventListener(sign, heed, { capture: true, passive: true });
}
wakeReaderAtSign();

const bridge: Bridge = {
  platform: process.platform as Bridge['platform'],
  appVersion:
    process.argv.find((argument) => argument.startsWith(versionArgument))?.slice(versionArgument.length) ??
    '',
  connect: () => ipcRenderer.send(channels.connect),
  wakeReader,
  openFiles: (purpose) => ask(channels.openFiles, purpose),
  saveFile: (purpose, suggestedName) => ask(channels.saveFile, purpose, suggestedName),
  chooseFolder: (purpose) => ask(channels.chooseFolder, purpose),
  grantDropped(files) {
    // A File that script made up has no path; only what the user dropped has one.
    const paths = files.map((file) => webUtils.getPathForFile(file as File)).filter((path) => path !== '');
    return paths.length === 0 ? Promise.resolve([]) : ask<GrantedFile[]>(channels.grantPaths, paths);
  },
  revealBuild: (matterId, buildId) => ask(channels.revealBuild, matterId, buildId),
  print: (source) => ask(channels.print, source),
  openReaderWindow: (source, page) => ask(channels.openReaderWindow, source, page),
  mayCloseReaderWindows: () => ask(channels.mayCloseReaderWindows),
  closeReaderWindows: () => ask(channels.closeReaderWindows),
  setFullScreen: (isFull) => ipcRenderer.send(channels.setFullScreen, isFull),
  notify: (notification) => ipcRenderer.send(channels.notify, notification),
  setMenuState: (state) => ipcRenderer.send(channels.setMenuState, state),
  setTheme: (theme) => ipcRenderer.send(channels.setTheme, theme),
  answerLeaving: (answer) => ipcRenderer.send(channels.answerLeaving, answer),
  setSize: (percent) => webFrame.setZoomFactor(percent / 100),
  ready: () => void whenStill().then(() => ipcRenderer.send(channels.ready)),
  onCommand: commandInbox.listen,
  onNotice: (name, listener) => noticeInbox(name).listen(listener as (notice: HostNotice) => void),
};

contextBridge.exposeInMainWorld('forthwith', bridge);
