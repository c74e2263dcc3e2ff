import type { MenuItemConstructorOptions } from 'electron/main';
import type { Bridge, MenuState } from '../../../shared/contract/bridge.ts';
import { commands, type AppCommand, type CommandId } from '../../../shared/contract/commands.ts';
import { commandKeyOf } from '../../../shared/domain/shortcuts/given-keys.ts';
import { systemText } from '../../../shared/domain/system-text.ts';
import type { Theme } from './window-state.ts';

/** Before a window has said anything: no matter is open. */
export const initialMenuState: MenuState = {
  hasMatter: false,
  isReadOnly: false,
  undo: null,
  redo: null,
  disabled: [],
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

/** Commands in each menu, in order; null draws a line. Every command of commands.ts is here once (tested). */
const layout = {
  File: [
    'matter.new',
    'matter.open',
    'matter.switch',
    'matter.sample',
    'matter.resetSample',
    'docket.importSample',
    null,
    'matter.edit',
    'matter.passphrase',
    'matter.lock',
    null,
    'matter.backup',
    'matter.restore',
    'matter.verify',
    null,
    'reader.print',
    null,
    'settings.open',
    null,
    'matter.close',
  ],
  Edit: [
    'history.undo',
    'history.redo',
    'search.open',
    'search.nextHit',
    'search.previousHit',
    null,
    'list.filter',
    'reader.find',
  ],
  View: [
    'palette.open',
    'view.jobs',
    null,
    'docket.viewList',
    'docket.viewThreads',
    'docket.viewTimeline',
    'docket.viewParties',
    null,
    'view.toggleReader',
    null,
    'theme.system',
    'theme.light',
    'theme.dark',
    null,
    'keys.single',
  ],
  Go: [
    'go.docket',
    'go.deadlines',
    'go.tro',
    'go.evidence',
    'go.exhibits',
    'go.search',
    'go.notes',
    'go.review',
    'go.argument',
    null,
    'go.nextPane',
  ],
  Evidence: ['evidence.add', 'evidence.addFolder', null, 'evidence.export'],
  Docket: [
    'docket.import',
    'docket.sources',
    'docket.fileStamped',
    null,
    'docket.add',
    'docket.move',
    'docket.markUnread',
    null,
    'docket.showEntry',
    'docket.nextInThread',
    'docket.previousInThread',
    null,
    'docket.export',
    'docket.exportDocuments',
    'docket.print',
  ],
  Deadlines: [
    'deadlines.add',
    'deadlines.propose',
    null,
    'deadlines.viewAgenda',
    'deadlines.viewWeek',
    'deadlines.viewMonth',
    null,
    'tro.record',
    'tro.notice',
    'tro.certificate',
    null,
    'deadlines.days',
    'deadlines.rules',
    'deadlines.reminders',
    null,
    'deadlines.exportCalendar',
    'deadlines.controlSheet',
    'deadlines.printSheet',
  ],
  Exhibits: [
    'exhibits.newSet',
    'exhibits.addEvidence',
    'exhibits.reserve',
    null,
    'exhibits.moveTo',
    'exhibits.withdraw',
    'exhibits.relabel',
    'exhibits.history',
    null,
    'exhibits.checkBrief',
    'exhibits.summary',
    null,
    'exhibits.build',
    'exhibits.checkFiling',
    'exhibits.checkAsFiled',
    'exhibits.compare',
    'exhibits.print',
    'exhibits.seal',
  ],
  Reader: [
    'reader.newTab',
    'reader.closeTab',
    'reader.nextTab',
    'reader.previousTab',
    null,
    'reader.splitBeside',
    'reader.splitBelow',
    'reader.join',
    'reader.moveToOther',
    'reader.newWindow',
    'reader.pin',
    null,
    'reader.viewContinuous',
    'reader.viewSingle',
    'reader.viewTwo',
    'reader.coverAlone',
    'reader.turn',
    null,
    'reader.zoomIn',
    'reader.zoomOut',
    'reader.fitWidth',
    'reader.fitPage',
    null,
    'reader.panel',
    'reader.listHits',
    null,
    'reader.selectWords',
    'reader.copyWithCite',
    'reader.whereElse',
    'reader.callOut',
    'reader.present',
  ],
  Notes: [
    'notes.highlight',
    'notes.underline',
    'notes.noteOnWords',
    null,
    'notes.box',
    'notes.redaction',
    'notes.pageNote',
    'notes.bookmark',
    null,
    'notes.export',
  ],
  Review: [
    'review.next',
    'review.previous',
    'review.advance',
    null,
    'review.responsive',
    'review.notResponsive',
    'review.hot',
    'review.privilege',
    'review.reviewed',
    'review.several',
    null,
    'review.conflicts',
    'review.privilegeLog',
    null,
    'review.makeCopy',
    'review.mergeCopy',
    'review.copies',
  ],
  Argument: [
    'argument.addFact',
    'argument.factFromWords',
    null,
    'argument.elements',
    null,
    'argument.export',
  ],
  Help: ['help.shortcuts', null, 'help.diagnostics', 'help.about'],
} as const satisfies Record<AppCommand['menu'], readonly (CommandId | null)[]>;

/**
 * The whole menu as a template: names and keys from commands.ts, what can be used now from the window's state.
 *
 * @example Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate({ … })))
 */
export function createMenuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin';
  const items = (menu: keyof typeof layout) => createItems(layout[menu], options);
  const file = isMac ? without(layout.File, 'settings.open') : layout.File;
  const help = isMac ? without(layout.Help, 'help.about') : layout.Help;
  const [undo, redo, ...rest] = items('Edit');
  return [
    ...(isMac ? [createAppMenu(options)] : []),
    {
      label: '&File',
      submenu: [
        ...createItems(file, options),
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
    { role: 'help', label: '&Help', submenu: createItems(help, options) },
  ];
}

function createAppMenu(options: MenuOptions): Item {
  return {
    label: options.appName,
    submenu: [
      ...createItems(['help.about', null, 'settings.open'], options),
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

/** A list without one command, and without the line after it. */
function without(list: readonly (CommandId | null)[], command: CommandId): (CommandId | null)[] {
  const at = list.indexOf(command);
  return list.filter((_, index) => index !== at && !(index === at + 1 && list[index] === null));
}

function createItems(ids: readonly (CommandId | null)[], options: MenuOptions): Item[] {
  return ids.map((id) => (id === null ? separator : createItem(id, options)));
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

function labelOf(id: CommandId, { state, isTextFocused }: MenuOptions): string {
  const { title } = commands[id];
  const step = id === 'history.undo' ? state.undo : id === 'history.redo' ? state.redo : null;
  // An ampersand in a step's name would be taken for a keyboard mark.
  return step === null || isTextFocused ? title : `${title}: ${systemText(step).replaceAll('&', '&&')}`;
}

function isEnabled(id: CommandId, { state, isTextFocused }: MenuOptions): boolean {
  const isUndo = id === 'history.undo';
  const isRedo = id === 'history.redo';
  if ((isUndo || isRedo) && isTextFocused) return true;
  if (isUndo && state.undo === null) return false;
  if (isRedo && state.redo === null) return false;
  const { needsMatter, changesMatter }: AppCommand = commands[id];
  if (needsMatter && !state.hasMatter) return false;
  if (changesMatter && state.isReadOnly) return false;
  return !state.disabled.includes(id);
}

/** Takes only a well-formed state from a window. */
export function parseMenuState(value: unknown): MenuState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { hasMatter, isReadOnly, undo, redo, disabled, shortcuts } = value as Readonly<
    Record<keyof MenuState, unknown>
  >;
  const isStep = (step: unknown): step is string | null =>
    step === null || (typeof step === 'string' && step.length <= 500);
  if (typeof hasMatter !== 'boolean' || typeof isReadOnly !== 'boolean') return null;
  if (!isStep(undo) || !isStep(redo)) return null;
  if (!Array.isArray(disabled) || !disabled.every((id): id is string => typeof id === 'string')) return null;
  if (!isTexts(shortcuts)) return null;
  return { hasMatter, isReadOnly, undo, redo, disabled, shortcuts };
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}
