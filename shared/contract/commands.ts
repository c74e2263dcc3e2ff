/**
 * Everything a person can ask of the window by menu, shortcut or command palette. One list serves the system menu (main),
 * the palette and the shortcut sheet (renderer), so that a command has one name and one key everywhere.
 */
export interface AppCommand {
  /** As the menu and the palette say it. */
  readonly title: string;
  readonly menu: 'File' | 'Edit' | 'View' | 'Go' | 'Evidence' | 'Docket' | 'Deadlines' | 'Exhibits' | 'Help';
  /** Electron accelerator. */
  readonly accelerator?: string;
  /** Whether it makes sense only with a matter open. */
  readonly needsMatter?: true;
  /** Whether it changes the matter, so that a matter opened to read only cannot do it. */
  readonly changesMatter?: true;
}

export const commands = {
  'matter.new': { title: 'New Matter…', menu: 'File', accelerator: 'CmdOrCtrl+N' },
  'matter.open': { title: 'Open Matter…', menu: 'File', accelerator: 'CmdOrCtrl+O' },
  'matter.sample': { title: 'Open Sample Matter', menu: 'File' },
  'matter.resetSample': { title: 'Reset Sample Matter…', menu: 'File' },
  'docket.importSample': {
    title: 'Import Sample Docket Sheet…',
    menu: 'File',
    needsMatter: true,
    changesMatter: true,
  },
  'matter.switch': { title: 'Switch Matter…', menu: 'File', accelerator: 'CmdOrCtrl+Shift+O' },
  'matter.edit': { title: 'Matter Details…', menu: 'File', needsMatter: true },
  'matter.passphrase': { title: 'Passphrase…', menu: 'File', needsMatter: true, changesMatter: true },
  'matter.lock': { title: 'Lock Matter', menu: 'File', accelerator: 'CmdOrCtrl+L', needsMatter: true },
  'matter.backup': { title: 'Back Up…', menu: 'File', needsMatter: true },
  'matter.restore': { title: 'Restore from Backup…', menu: 'File' },
  'matter.verify': { title: 'Verify Originals', menu: 'File', needsMatter: true },
  'matter.close': {
    title: 'Close Matter',
    menu: 'File',
    accelerator: 'CmdOrCtrl+Shift+W',
    needsMatter: true,
  },
  'reader.print': { title: 'Print…', menu: 'File', accelerator: 'CmdOrCtrl+P', needsMatter: true },
  'settings.open': { title: 'Settings…', menu: 'File', accelerator: 'CmdOrCtrl+,' },
  'history.undo': {
    title: 'Undo',
    menu: 'Edit',
    accelerator: 'CmdOrCtrl+Z',
    needsMatter: true,
    changesMatter: true,
  },
  'history.redo': {
    title: 'Redo',
    menu: 'Edit',
    accelerator: 'CmdOrCtrl+Shift+Z',
    needsMatter: true,
    changesMatter: true,
  },
  'list.filter': { title: 'Filter List', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+F', needsMatter: true },
  'reader.find': { title: 'Find in Document', menu: 'Edit', accelerator: 'CmdOrCtrl+F', needsMatter: true },
  'palette.open': { title: 'Command Palette…', menu: 'View', accelerator: 'CmdOrCtrl+K' },
  'theme.system': { title: 'Appearance: System', menu: 'View' },
  'theme.light': { title: 'Appearance: Light', menu: 'View' },
  'theme.dark': { title: 'Appearance: Dark', menu: 'View' },
  'view.jobs': { title: 'Work in Progress', menu: 'View', accelerator: 'CmdOrCtrl+J', needsMatter: true },
  'view.toggleReader': {
    title: 'Show or Hide Reader',
    menu: 'View',
    accelerator: 'CmdOrCtrl+\\',
    needsMatter: true,
  },
  'reader.zoomIn': { title: 'Zoom Page In', menu: 'View', accelerator: 'CmdOrCtrl+=', needsMatter: true },
  'reader.zoomOut': { title: 'Zoom Page Out', menu: 'View', accelerator: 'CmdOrCtrl+-', needsMatter: true },
  'reader.fitWidth': { title: 'Fit Page Width', menu: 'View', accelerator: 'CmdOrCtrl+0', needsMatter: true },
  'go.docket': { title: 'Docket', menu: 'Go', accelerator: 'CmdOrCtrl+1', needsMatter: true },
  'go.deadlines': { title: 'Deadlines', menu: 'Go', accelerator: 'CmdOrCtrl+2', needsMatter: true },
  'go.tro': { title: 'TRO Desk', menu: 'Go', accelerator: 'CmdOrCtrl+3', needsMatter: true },
  'go.evidence': { title: 'Evidence', menu: 'Go', accelerator: 'CmdOrCtrl+4', needsMatter: true },
  'go.exhibits': { title: 'Exhibits', menu: 'Go', accelerator: 'CmdOrCtrl+5', needsMatter: true },
  'go.nextPane': { title: 'Next Pane', menu: 'Go', accelerator: 'F6' },
  'docket.add': { title: 'Add Docket Entry…', menu: 'Docket', needsMatter: true, changesMatter: true },
  'docket.move': {
    title: 'Move Entry Under…',
    menu: 'Docket',
    accelerator: 'CmdOrCtrl+Shift+M',
    needsMatter: true,
    changesMatter: true,
  },
  'docket.markUnread': {
    title: 'Mark Entries as Unread',
    menu: 'Docket',
    accelerator: 'CmdOrCtrl+Shift+U',
    needsMatter: true,
    changesMatter: true,
  },
  'docket.viewList': {
    title: 'Docket as List',
    menu: 'View',
    accelerator: 'CmdOrCtrl+Alt+1',
    needsMatter: true,
  },
  'docket.viewThreads': {
    title: 'Docket as Threads',
    menu: 'View',
    accelerator: 'CmdOrCtrl+Alt+2',
    needsMatter: true,
  },
  'docket.viewTimeline': {
    title: 'Docket as Timeline',
    menu: 'View',
    accelerator: 'CmdOrCtrl+Alt+3',
    needsMatter: true,
  },
  'docket.viewParties': {
    title: 'Parties and Case Header',
    menu: 'View',
    accelerator: 'CmdOrCtrl+Alt+4',
    needsMatter: true,
  },
  'docket.export': { title: 'Export Docket…', menu: 'Docket', needsMatter: true },
  'docket.exportDocuments': { title: 'Export Documents of Entries…', menu: 'Docket', needsMatter: true },
  'docket.print': { title: 'Print Docket…', menu: 'Docket', needsMatter: true },
  'docket.import': {
    title: 'Import Docket…',
    menu: 'Docket',
    accelerator: 'CmdOrCtrl+Shift+D',
    needsMatter: true,
    changesMatter: true,
  },
  'docket.sources': { title: 'Imported Sources…', menu: 'Docket', needsMatter: true },
  'docket.fileStamped': {
    title: 'File Stamped Documents…',
    menu: 'Docket',
    needsMatter: true,
    changesMatter: true,
  },
  'deadlines.add': {
    title: 'Add Deadline…',
    menu: 'Deadlines',
    accelerator: 'CmdOrCtrl+D',
    needsMatter: true,
    changesMatter: true,
  },
  'deadlines.propose': {
    title: 'Deadlines from Docket…',
    menu: 'Deadlines',
    needsMatter: true,
    changesMatter: true,
  },
  'deadlines.viewAgenda': { title: 'Deadlines as Agenda', menu: 'Deadlines', needsMatter: true },
  'deadlines.viewWeek': { title: 'Deadlines by Week', menu: 'Deadlines', needsMatter: true },
  'deadlines.viewMonth': { title: 'Deadlines by Month', menu: 'Deadlines', needsMatter: true },
  'deadlines.days': { title: 'Court Days…', menu: 'Deadlines', needsMatter: true },
  'deadlines.rules': { title: 'Rule Packs…', menu: 'Deadlines' },
  'deadlines.reminders': { title: 'Reminders…', menu: 'Deadlines', needsMatter: true },
  'deadlines.exportCalendar': { title: 'Export Calendar…', menu: 'Deadlines', needsMatter: true },
  'deadlines.controlSheet': { title: 'Export Control Sheet…', menu: 'Deadlines', needsMatter: true },
  'deadlines.printSheet': { title: 'Print Control Sheet', menu: 'Deadlines', needsMatter: true },
  'tro.record': { title: 'Record TRO Event…', menu: 'Deadlines', needsMatter: true, changesMatter: true },
  'tro.notice': { title: 'Log Notice Effort…', menu: 'Deadlines', needsMatter: true, changesMatter: true },
  'tro.certificate': { title: 'Draft Certificate of Notice…', menu: 'Deadlines', needsMatter: true },
  'evidence.add': {
    title: 'Add Evidence…',
    menu: 'Evidence',
    accelerator: 'CmdOrCtrl+I',
    needsMatter: true,
    changesMatter: true,
  },
  'evidence.addFolder': {
    title: 'Add Folder of Evidence…',
    menu: 'Evidence',
    needsMatter: true,
    changesMatter: true,
  },
  'evidence.export': { title: 'Export Originals…', menu: 'Evidence', needsMatter: true },
  'exhibits.newSet': { title: 'New Exhibit Set…', menu: 'Exhibits', needsMatter: true, changesMatter: true },
  'exhibits.build': {
    title: 'Build Exhibits…',
    menu: 'Exhibits',
    accelerator: 'CmdOrCtrl+B',
    needsMatter: true,
    changesMatter: true,
  },
  'help.shortcuts': { title: 'Keyboard Shortcuts', menu: 'Help', accelerator: 'CmdOrCtrl+/' },
  'help.diagnostics': { title: 'Export Diagnostics…', menu: 'Help' },
  'help.about': { title: 'About Forthwith', menu: 'Help' },
} as const satisfies Record<string, AppCommand>;

export type CommandId = keyof typeof commands;
