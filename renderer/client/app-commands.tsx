import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { commands, type AppCommand, type CommandId } from '../../shared/contract/commands.ts';
import { showToast, type MenuEntry } from '../ui/index.ts';
import { useCanComment, useOpenMatter } from './matter.tsx';
import { commandOf, useChangedKeys, useCommandKeys, useHasSingleKeys } from './shortcuts.ts';
import { whyNot, whyNotApart, whyNotInMatter } from './why-not.ts';

type Handler = () => void;
interface Registration {
  readonly run: { current: Handler };
  readonly isEnabled: boolean;
  readonly whyNot: string | undefined;
}

interface CommandOptions {
  readonly isEnabled?: boolean;
  readonly isOffered?: boolean;
  readonly whyNotNow?: string | undefined;
}

/** Which component handles which command now. The last one registered wins, so a dialog or pane on top takes over. */
class CommandRegistry {
  readonly #stacks = new Map<CommandId, readonly Registration[]>();
  readonly #listeners = new Set<() => void>();
  #version = 0;
  /** Whether this is a document's own window, where few commands are answered. */
  readonly isApart: boolean;

  constructor(isApart: boolean) {
    this.isApart = isApart;
  }

  add(id: CommandId, registration: Registration): () => void {
    this.#set(id, [...(this.#stacks.get(id) ?? []), registration]);
    return () =>
      this.#set(
        id,
        (this.#stacks.get(id) ?? []).filter((each) => each !== registration),
      );
  }

  top(id: CommandId): Registration | undefined {
    return this.#stacks.get(id)?.at(-1);
  }

  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(id: CommandId, stack: readonly Registration[]): void {
    this.#stacks.set(id, stack);
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const RegistryContext = createContext<CommandRegistry | null>(null);

function useRegistry(): CommandRegistry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error('commands are used outside CommandsProvider');
  return registry;
}

/**
 * Holds the registry that menu, shortcuts and palette all run from.
 *
 * @param isApart in a document's own window
 */
export function CommandsProvider({ children, isApart = false }: { children: ReactNode; isApart?: boolean }) {
  const [registry] = useState(() => new CommandRegistry(isApart));
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/**
 * Answers a command while the component is shown: from the menu, its shortcut and the palette alike.
 *
 * @param isEnabled whether it can be used now; shown grayed where not
 * @param whyNotNow why not, where that is something else than what such commands need
 * @param isOffered false leaves the command to another component that answers it
 * @example useCommand('docket.add', () => setIsAdding(true));
 */
export function useCommand(
  id: CommandId,
  handler: Handler,
  { isEnabled = true, isOffered = true, whyNotNow }: CommandOptions = {},
): void {
  const registry = useRegistry();
  const run = useRef(handler);
  useEffect(() => {
    run.current = handler;
  });
  // Before the screen is shown, since its keys may be pressed as soon as it is seen.
  useLayoutEffect(
    () => (isOffered ? registry.add(id, { run, isEnabled, whyNot: whyNotNow }) : undefined),
    [registry, id, isEnabled, isOffered, whyNotNow],
  );
}

export interface CommandState {
  readonly id: CommandId;
  readonly command: AppCommand;
  readonly isEnabled: boolean;
}

/** Every command with whether it can be used now, in the order of the menus. */
export function useCommandStates(): readonly CommandState[] {
  const registry = useRegistry();
  const matter = useOpenMatter();
  const canComment = useCanComment();
  const version = useSyncExternalStore(registry.subscribe, registry.version);
  return useMemo(
    () =>
      Object.entries(commands).map(([key, command]) => {
        const id = key as CommandId;
        return { id, command, isEnabled: canRun(registry.top(id), command, matter, canComment) };
      }),
    // `version` stands for what the registry holds.
    [registry, matter, canComment, version],
  );
}

/** Runs a command if it can be used now; answers whether it was. */
export function useRunCommand(): (id: CommandId) => boolean {
  const registry = useRegistry();
  const matter = useOpenMatter();
  const canComment = useCanComment();
  return useMemo(
    () => (id) => {
      const top = registry.top(id);
      if (!top || !canRun(top, commands[id], matter, canComment)) return false;
      top.run.current();
      return true;
    },
    [registry, matter, canComment],
  );
}

type CommandEntry = Exclude<MenuEntry, 'separator'> & { readonly isDisabled: boolean };

/** Makes entries of menus that run a command, with its keys, grayed where it cannot be used now. */
export function useCommandEntry(): (id: CommandId, label: string, icon?: ReactNode) => CommandEntry {
  const states = useCommandStates();
  const keysOfCommand = useCommandKeys();
  const run = useRunCommand();
  return (id, label, icon) => ({
    id,
    label,
    icon,
    shortcut: keysOfCommand(id),
    isDisabled: !states.some((state) => state.id === id && state.isEnabled),
    onAction: () => void run(id),
  });
}

/** Answers why a command cannot be used now, and what to do first. */
export function useWhyNot(): (id: CommandId) => string {
  const registry = useRegistry();
  const matter = useOpenMatter();
  const canComment = useCanComment();
  return useCallback(
    (id) => {
      const top = registry.top(id);
      return whyNot(id, matter, canComment, top || !registry.isApart ? top?.whyNot : whyNotApart(id));
    },
    [registry, matter, canComment],
  );
}

/** Says why a command cannot be used now, and what to do first. */
export function useTellWhyNot(): (id: CommandId) => void {
  const whyNotOf = useWhyNot();
  return useCallback(
    (id) => showToast({ tone: 'notice', message: whyNotOf(id), group: 'why not' }),
    [whyNotOf],
  );
}

/**
 * Runs commands for shortcuts and for the menu. Mounted once, by the window's frame.
 *
 * @param isReady false while the window is still finding out where to begin: what the menu says waits until then
 */
export function useCommandSources(isReady: boolean): void {
  const run = useRunCommand();
  const changed = useChangedKeys();
  const hasSingleKeys = useHasSingleKeys();
  const tellWhyNot = useTellWhyNot();
  useLayoutEffect(() => {
    if (!isReady) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const id =
        hasSingleKeys && isHelpKey(event)
          ? 'help.shortcuts'
          : commandOf(event, window.forthwith.platform, changed);
      if (!id || isBlocked(id) || isTextUndo(id)) return;
      if (run(id)) event.preventDefault();
      // With AltGr, which is Ctrl and Alt together, fields take characters.
      else if (!event.repeat && !(event.altKey && isEditing(document.activeElement))) tellWhyNot(id);
    };
    const stopMenu = window.forthwith.onCommand((id) => {
      if (!isCommand(id) || isBlocked(id)) return;
      // The menu owns Ctrl+Z even while someone types; they then mean to undo their typing.
      if (isTextUndo(id)) document.execCommand(id === 'history.undo' ? 'undo' : 'redo');
      else run(id);
    });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stopMenu();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [run, isReady, changed, hasSingleKeys, tellWhyNot]);
}

function canRun(
  top: Registration | undefined,
  command: AppCommand,
  matter: { isReadOnly: boolean } | null,
  canComment: boolean,
) {
  return top?.isEnabled === true && whyNotInMatter(command, matter, canComment) === null;
}

function isCommand(id: string): id is CommandId {
  return Object.hasOwn(commands, id);
}

/** A question mark, while nobody types. */
function isHelpKey({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === '?' && !ctrlKey && !altKey && !metaKey && !isEditing(document.activeElement);
}

/** An open dialog blocks everything behind it, except the choice of light or dark. */
function isBlocked(id: CommandId): boolean {
  return !id.startsWith('theme.') && document.querySelector('[data-modal-overlay]') !== null;
}

function isTextUndo(id: CommandId): boolean {
  return (id === 'history.undo' || id === 'history.redo') && isEditing(document.activeElement);
}

/** Whether someone is typing there, so that single keys and text editing belong to the field. */
export function isEditing(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range'].includes(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}
