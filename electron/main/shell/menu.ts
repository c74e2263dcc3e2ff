import type { MenuItemConstructorOptions } from 'electron/main';
import type { Bridge, MenuState } from '../../../shared/contract/bridge.ts';
import { commands, menus, type CommandId, type MenuName } from '../../../shared/contract/commands.ts';
import { commandKeyOf } from '../../../shared/domain/shortcuts/given-keys.ts';
import { systemText } from '../../../shared/domain/system-text.ts';
import type { Theme } from './window-state.ts';

/** Before a window has said anything: no matter is open. */
export const initialMenuState: MenuState = {
  undo: null,
  redo: null,
  disabled: Object.entries(commands).flatMap(([id, { needs }]) => (needs ? [id] : [])),
  shortcuts: {},
};

export interface MenuOptions {
  readonly platform: Bridge['platform'];
  readonly appName: string;
  readonly state: MenuState;
  /** The keyboard is in a text field, whose own Undo then comes first. */
  readonly isTextFocused: boolean;
  readonly theme: Theme;
  /** Reload and developer tools, in a checkout only. */
  readonly isDevelopment: boolean;
  onCommand(command: CommandId): void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** Like the system's own, except that Ctrl+W closes a tab, never the window with the matter. */
const windowMenu: Item = {
  label: '&Window',
  submenu: [{ role: 'minimize' }, { role: 'close', accelerator: 'Alt+F4' }],
};

/**
 * The whole menu as a template: names and keys from commands.ts, what can be used now from the window's state.
 *
 * @example Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate({ … })))
 */
export function createMenuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin';
  const items = (menu: MenuName) => createItems(menu, options);
  const [undo, redo, ...rest] = items('Edit');
  return [
    ...(isMac ? [createAppMenu(options)] : []),
    {
      label: '&File',
      submenu: [
        ...items('File'),
        separator,
        isMac ? { role: 'close', accelerator: 'Cmd+Shift+Alt+W' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        undo!,
        redo!,
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        { role: 'selectAll' },
        separator,
        ...rest,
      ],
    },
    {
      label: '&View',
      submenu: [
        ...items('View'),
        separator,
        { role: 'togglefullscreen' },
        ...(options.isDevelopment
          ? [separator, { role: 'reload' } satisfies Item, { role: 'toggleDevTools' } satisfies Item]
          : []),
      ],
    },
    { label: '&Go', submenu: items('Go') },
    { label: 'Ev&idence', submenu: items('Evidence') },
    { label: '&Docket', submenu: items('Docket') },
    { label: 'De&adlines', submenu: items('Deadlines') },
    { label: 'E&xhibits', submenu: items('Exhibits') },
    { label: 'Rea&der', submenu: items('Reader') },
    { label: '&Notes', submenu: items('Notes') },
    { label: '&Review', submenu: items('Review') },
    { label: 'Ar&gument', submenu: items('Argument') },
    isMac ? { role: 'windowMenu' } : windowMenu,
    { role: 'help', label: '&Help', submenu: items('Help') },
  ];
}

function createAppMenu(options: MenuOptions): Item {
  return {
    label: options.appName,
    submenu: [
      createItem('help.about', options),
      separator,
      createItem('settings.open', options),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

/** Commands that macOS has in the app's own menu. */
const inAppMenu: ReadonlySet<string> = new Set<CommandId>(['help.about', 'settings.open']);

/** The items of a menu, with a line between its groups. */
function createItems(menu: MenuName, options: MenuOptions): Item[] {
  const isHere = (id: string) => options.platform !== 'darwin' || !inAppMenu.has(id);
  return menus[menu]
    .map((group) => (Object.keys(group) as CommandId[]).filter(isHere))
    .filter((ids) => ids.length > 0)
    .flatMap((ids, at) => [...(at > 0 ? [separator] : []), ...ids.map((id) => createItem(id, options))]);
}

function createItem(id: CommandId, options: MenuOptions): Item {
  const accelerator = commandKeyOf(id, commands, options.state.shortcuts, options.platform);
  const theme = id.startsWith('theme.') ? id.slice('theme.'.length) : null;
  return {
    id,
    label: labelOf(id, options),
    enabled: isEnabled(id, options),
    click: () => options.onCommand(id),
    ...(accelerator !== '' && { accelerator }),
    ...(theme !== null && { type: 'radio' as const, checked: options.theme === theme }),
  };
}

function labelOf(id: CommandId, options: MenuOptions): string {
  const { title } = commands[id];
  const step = stepOf(id, options.state);
  // An ampersand in a step's name would be taken for a keyboard mark.
  return !step || options.isTextFocused ? title : `${title}: ${systemText(step).replaceAll('&', '&&')}`;
}

function isEnabled(id: CommandId, { state, isTextFocused }: MenuOptions): boolean {
  const step = stepOf(id, state);
  return step === undefined ? !state.disabled.includes(id) : isTextFocused || step !== null;
}

/** The step that Undo or Redo would take; undefined for other commands. */
function stepOf(id: CommandId, { undo, redo }: MenuState): string | null | undefined {
  if (id === 'history.undo') return undo;
  return id === 'history.redo' ? redo : undefined;
}

/** Takes only a well-formed state from a window. */
export function parseMenuState(value: unknown): MenuState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { undo, redo, disabled, shortcuts } = value as Readonly<Record<keyof MenuState, unknown>>;
  const isStep = (step: unknown): step is string | null =>
    step === null || (typeof step === 'string' && step.length <= 500);
  if (!isStep(undo) || !isStep(redo)) return null;
  if (!Array.isArray(disabled) || !disabled.every((id): id is string => typeof id === 'string')) return null;
  if (!isTexts(shortcuts)) return null;
  return { undo, redo, disabled, shortcuts };
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}
