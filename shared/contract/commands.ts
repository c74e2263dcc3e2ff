/** Something a person can ask of the window by menu, shortcut or command palette. */
interface CommandInMenu {
  /** The wording in the menu and the palette. */
  readonly title: string;
  /** Electron accelerator. */
  readonly accelerator?: string;
  /** What it needs: an open matter, one that may be changed, or one whose notes and coding may be, as in a review copy. */
  readonly needs?: 'matter' | 'change' | 'comment';
}

/**
 * Everything a person can ask of the window by menu, shortcut or command palette, in the order of the menus, whose lines divide
 * the groups. One list serves the system menu (main), the palette and the shortcut sheet (renderer), so that a command has one
 * name and one key everywhere.
 */
export const menus = {
  File: [
    {
      'matter.new': { title: 'New Matter…', accelerator: 'CmdOrCtrl+N' },
      'matter.open': { title: 'Open Matter…', accelerator: 'CmdOrCtrl+O' },
      'matter.switch': { title: 'Switch Matter…', accelerator: 'CmdOrCtrl+Shift+O' },
      'matter.sample': { title: 'Open Sample Matter' },
      'matter.resetSample': { title: 'Reset Sample Matter…' },
      'docket.importSample': { title: 'Import Sample Docket Sheet…', needs: 'change' },
    },
    {
      'matter.edit': { title: 'Matter Details…', needs: 'matter' },
      'matter.passphrase': { title: 'Passphrase…', needs: 'change' },
      'matter.lock': { title: 'Lock Matter', accelerator: 'CmdOrCtrl+L', needs: 'matter' },
    },
    {
      'matter.backup': { title: 'Back Up…', needs: 'matter' },
      'matter.restore': { title: 'Restore from Backup…' },
      'matter.verify': { title: 'Verify Originals', needs: 'matter' },
    },
    {
      'reader.print': { title: 'Print…', accelerator: 'CmdOrCtrl+P', needs: 'matter' },
    },
    {
      'settings.open': { title: 'Settings…', accelerator: 'CmdOrCtrl+,' },
    },
    {
      'matter.close': { title: 'Close Matter', accelerator: 'CmdOrCtrl+Shift+W', needs: 'matter' },
    },
  ],
  Edit: [
    {
      'history.undo': { title: 'Undo', accelerator: 'CmdOrCtrl+Z', needs: 'comment' },
      'history.redo': { title: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z', needs: 'comment' },
      'search.open': { title: 'Search Matter', accelerator: 'CmdOrCtrl+Shift+K', needs: 'matter' },
      'search.nextHit': { title: 'Next Search Hit', accelerator: 'F4', needs: 'matter' },
      'search.previousHit': { title: 'Previous Search Hit', accelerator: 'Shift+F4', needs: 'matter' },
    },
    {
      'list.filter': { title: 'Filter List', accelerator: 'CmdOrCtrl+Shift+F', needs: 'matter' },
      'reader.find': { title: 'Find in Document', accelerator: 'CmdOrCtrl+F', needs: 'matter' },
    },
  ],
  View: [
    {
      'palette.open': { title: 'Command Palette…', accelerator: 'CmdOrCtrl+K' },
      'view.jobs': { title: 'Work in Progress', accelerator: 'CmdOrCtrl+J', needs: 'matter' },
    },
    {
      'docket.viewList': { title: 'Docket as List', accelerator: 'CmdOrCtrl+Alt+1', needs: 'matter' },
      'docket.viewThreads': { title: 'Docket as Threads', accelerator: 'CmdOrCtrl+Alt+2', needs: 'matter' },
      'docket.viewTimeline': { title: 'Docket as Timeline', accelerator: 'CmdOrCtrl+Alt+3', needs: 'matter' },
      'docket.viewParties': { title: 'Parties and Caption', accelerator: 'CmdOrCtrl+Alt+4', needs: 'matter' },
    },
    {
      'view.toggleReader': { title: 'Show or Hide Reader', accelerator: 'CmdOrCtrl+\\', needs: 'matter' },
    },
    {
      'theme.system': { title: 'Appearance: System' },
      'theme.light': { title: 'Appearance: Light' },
      'theme.dark': { title: 'Appearance: Dark' },
    },
    {
      'keys.single': { title: 'Turn Single Keys On or Off' },
    },
  ],
  Go: [
    {
      'go.docket': { title: 'Docket', accelerator: 'CmdOrCtrl+1', needs: 'matter' },
      'go.deadlines': { title: 'Deadlines', accelerator: 'CmdOrCtrl+2', needs: 'matter' },
      'go.tro': { title: 'TRO Desk', accelerator: 'CmdOrCtrl+3', needs: 'matter' },
      'go.evidence': { title: 'Evidence', accelerator: 'CmdOrCtrl+4', needs: 'matter' },
      'go.exhibits': { title: 'Exhibits', accelerator: 'CmdOrCtrl+5', needs: 'matter' },
      'go.search': { title: 'Search', accelerator: 'CmdOrCtrl+6', needs: 'matter' },
      'go.notes': { title: 'Notes', accelerator: 'CmdOrCtrl+7', needs: 'matter' },
      'go.review': { title: 'Review', accelerator: 'CmdOrCtrl+8', needs: 'matter' },
      'go.argument': { title: 'Argument', accelerator: 'CmdOrCtrl+9', needs: 'matter' },
    },
    {
      'go.nextPane': { title: 'Next Pane', accelerator: 'F6' },
    },
  ],
  Evidence: [
    {
      'evidence.add': { title: 'Add Evidence…', accelerator: 'CmdOrCtrl+I', needs: 'change' },
      'evidence.addFolder': { title: 'Add Folder of Evidence…', needs: 'change' },
    },
    {
      'evidence.export': { title: 'Export Originals…', needs: 'matter' },
    },
  ],
  Docket: [
    {
      'docket.import': { title: 'Import Docket…', accelerator: 'CmdOrCtrl+Shift+D', needs: 'change' },
      'docket.sources': { title: 'Imported Sources…', needs: 'matter' },
      'docket.fileStamped': { title: 'File Stamped Documents…', needs: 'change' },
    },
    {
      'docket.add': { title: 'Add Docket Entry…', needs: 'change' },
      'docket.move': { title: 'Move Entry Under…', accelerator: 'CmdOrCtrl+Shift+M', needs: 'change' },
      'docket.markUnread': {
        title: 'Mark Entries as Unread',
        accelerator: 'CmdOrCtrl+Shift+U',
        needs: 'change',
      },
    },
    {
      'docket.showEntry': { title: 'Show Docket Entry of Document', accelerator: 'F3', needs: 'matter' },
      'docket.nextInThread': { title: 'Next Document of Thread', accelerator: 'F9', needs: 'matter' },
      'docket.previousInThread': {
        title: 'Previous Document of Thread',
        accelerator: 'Shift+F9',
        needs: 'matter',
      },
    },
    {
      'docket.export': { title: 'Export Docket…', needs: 'matter' },
      'docket.exportDocuments': { title: 'Export Documents of Entries…', needs: 'matter' },
      'docket.print': { title: 'Print Docket…', needs: 'matter' },
    },
  ],
  Deadlines: [
    {
      'deadlines.add': { title: 'Add Deadline…', accelerator: 'CmdOrCtrl+D', needs: 'change' },
      'deadlines.propose': { title: 'Deadlines from Docket…', needs: 'change' },
    },
    {
      'deadlines.viewAgenda': { title: 'Deadlines as Agenda', needs: 'matter' },
      'deadlines.viewWeek': { title: 'Deadlines by Week', needs: 'matter' },
      'deadlines.viewMonth': { title: 'Deadlines by Month', needs: 'matter' },
    },
    {
      'tro.record': { title: 'Record TRO Event…', needs: 'change' },
      'tro.notice': { title: 'Log Notice Effort…', needs: 'change' },
      'tro.certificate': { title: 'Draft Certificate of Notice…', needs: 'matter' },
    },
    {
      'deadlines.days': { title: 'Court Days…', needs: 'matter' },
      'deadlines.rules': { title: 'Rule Packs…' },
      'deadlines.reminders': { title: 'Reminders…', needs: 'matter' },
    },
    {
      'deadlines.exportCalendar': { title: 'Export Calendar…', needs: 'matter' },
      'deadlines.controlSheet': { title: 'Export Control Sheet…', needs: 'matter' },
      'deadlines.printSheet': { title: 'Print Control Sheet', needs: 'matter' },
    },
  ],
  Exhibits: [
    {
      'exhibits.newSet': { title: 'New Exhibit Set…', needs: 'change' },
      'exhibits.addEvidence': { title: 'Add Evidence to Set…', needs: 'change' },
      'exhibits.reserve': { title: 'Reserve Labels…', needs: 'change' },
    },
    {
      'exhibits.moveTo': { title: 'Move Exhibits to Position…', needs: 'change' },
      'exhibits.withdraw': { title: 'Withdraw Exhibits…', needs: 'change' },
      'exhibits.relabel': { title: 'Relabel in Order…', needs: 'change' },
      'exhibits.history': { title: 'History of Labels…', needs: 'matter' },
    },
    {
      'exhibits.checkBrief': { title: 'Check Citations of a Brief…', needs: 'change' },
      'exhibits.summary': { title: 'Summary of Exhibits (FRE 1006)…', needs: 'matter' },
    },
    {
      'exhibits.build': { title: 'Build Exhibits…', accelerator: 'CmdOrCtrl+B', needs: 'change' },
      'exhibits.checkFiling': { title: 'Check Filing', needs: 'matter' },
      'exhibits.checkAsFiled': { title: 'Check as Filed…', needs: 'change' },
      'exhibits.compare': { title: 'Compare with Manifest…', needs: 'matter' },
      'exhibits.print': { title: 'Print Exhibits…', needs: 'matter' },
      'exhibits.seal': { title: 'Seal Exhibit Set…', needs: 'change' },
    },
  ],
  Reader: [
    {
      'reader.newTab': { title: 'New Tab', accelerator: 'CmdOrCtrl+T', needs: 'matter' },
      'reader.closeTab': { title: 'Close Tab', accelerator: 'CmdOrCtrl+W', needs: 'matter' },
      'reader.nextTab': { title: 'Next Tab', accelerator: 'Ctrl+Tab', needs: 'matter' },
      'reader.previousTab': { title: 'Previous Tab', accelerator: 'Ctrl+Shift+Tab', needs: 'matter' },
    },
    {
      'reader.splitBeside': { title: 'Split Side by Side', accelerator: 'CmdOrCtrl+Alt+S', needs: 'matter' },
      'reader.splitBelow': { title: 'Split One Below the Other', needs: 'matter' },
      'reader.join': { title: 'Close the Split', needs: 'matter' },
      'reader.moveToOther': { title: 'Move Document to Other Side', needs: 'matter' },
      'reader.newWindow': {
        title: 'Open Document in New Window',
        accelerator: 'CmdOrCtrl+Alt+W',
        needs: 'matter',
      },
      'reader.pin': { title: 'Pin or Unpin Document', accelerator: 'CmdOrCtrl+Alt+P', needs: 'matter' },
    },
    {
      'reader.viewContinuous': {
        title: 'Pages Under One Another',
        accelerator: 'CmdOrCtrl+Alt+5',
        needs: 'matter',
      },
      'reader.viewSingle': { title: 'One Page at a Time', accelerator: 'CmdOrCtrl+Alt+6', needs: 'matter' },
      'reader.viewTwo': { title: 'Two Pages Side by Side', accelerator: 'CmdOrCtrl+Alt+7', needs: 'matter' },
      'reader.coverAlone': { title: 'First Page Alone, as a Cover', needs: 'matter' },
      'reader.turn': { title: 'Turn View', accelerator: 'CmdOrCtrl+Shift+R', needs: 'matter' },
    },
    {
      'reader.zoomIn': { title: 'Zoom Page In', accelerator: 'CmdOrCtrl+=', needs: 'matter' },
      'reader.zoomOut': { title: 'Zoom Page Out', accelerator: 'CmdOrCtrl+-', needs: 'matter' },
      'reader.fitWidth': { title: 'Fit Page Width', accelerator: 'CmdOrCtrl+0', needs: 'matter' },
      'reader.fitPage': { title: 'Fit Whole Page', accelerator: 'CmdOrCtrl+Shift+0', needs: 'matter' },
    },
    {
      'reader.panel': { title: 'Show or Hide Side Panel', accelerator: 'F8', needs: 'matter' },
      'reader.listHits': { title: 'List Hits in Document', needs: 'matter' },
    },
    {
      'reader.selectWords': { title: 'Select Words by Keys', accelerator: 'F7', needs: 'matter' },
      'reader.copyWithCite': { title: 'Copy with Cite', accelerator: 'CmdOrCtrl+Shift+C', needs: 'matter' },
      'reader.whereElse': { title: 'Where Else This Is…', accelerator: 'CmdOrCtrl+Alt+E', needs: 'matter' },
      'reader.callOut': { title: 'Call Out a Passage', accelerator: 'CmdOrCtrl+Shift+E', needs: 'matter' },
      'reader.present': { title: 'Present Document', accelerator: 'F5', needs: 'matter' },
    },
  ],
  Notes: [
    {
      'notes.highlight': {
        title: 'Highlight Selected Words',
        accelerator: 'CmdOrCtrl+Shift+H',
        needs: 'comment',
      },
      'notes.underline': { title: 'Underline Selected Words', needs: 'comment' },
      'notes.noteOnWords': {
        title: 'Add Note on Selected Words…',
        accelerator: 'CmdOrCtrl+Shift+N',
        needs: 'comment',
      },
    },
    {
      'notes.box': { title: 'Draw a Box', accelerator: 'CmdOrCtrl+Shift+B', needs: 'comment' },
      'notes.redaction': { title: 'Mark for Redaction', accelerator: 'CmdOrCtrl+Alt+R', needs: 'comment' },
      'notes.pageNote': { title: 'Add Note to Page…', accelerator: 'CmdOrCtrl+Alt+N', needs: 'comment' },
      'notes.bookmark': {
        title: 'Bookmark Page, or Remove Bookmark',
        accelerator: 'CmdOrCtrl+Alt+B',
        needs: 'comment',
      },
    },
    {
      'notes.export': { title: 'Export Notes…', needs: 'matter' },
    },
  ],
  Review: [
    {
      'review.next': { title: 'Next Item in Review', needs: 'matter' },
      'review.previous': { title: 'Previous Item in Review', needs: 'matter' },
      'review.advance': { title: 'Go On after Coding, or Stay', needs: 'matter' },
    },
    {
      'review.responsive': { title: 'Code as Responsive', needs: 'comment' },
      'review.notResponsive': { title: 'Code as Not Responsive', needs: 'comment' },
      'review.hot': { title: 'Code as Hot', needs: 'comment' },
      'review.privilege': { title: 'Code Privilege…', needs: 'comment' },
      'review.reviewed': { title: 'Mark as Reviewed', needs: 'comment' },
      'review.several': { title: 'Code Selected Items…', needs: 'comment' },
    },
    {
      'review.conflicts': { title: 'Conflicts', needs: 'matter' },
      'review.privilegeLog': { title: 'Privilege Log…', needs: 'matter' },
    },
    {
      'review.makeCopy': { title: 'Make Review Copy…', needs: 'change' },
      'review.mergeCopy': { title: 'Merge Review Copy…', needs: 'change' },
      'review.copies': { title: 'Review Copies…', needs: 'matter' },
    },
  ],
  Argument: [
    {
      'argument.addFact': { title: 'New Fact…', needs: 'change' },
      'argument.factFromWords': {
        title: 'Fact from Selected Words or Moment…',
        accelerator: 'CmdOrCtrl+Alt+F',
        needs: 'change',
      },
    },
    {
      'argument.elements': { title: 'What Must Be Shown…', needs: 'matter' },
    },
    {
      'argument.export': { title: 'Export Argument…', needs: 'matter' },
    },
  ],
  Help: [
    {
      'help.shortcuts': { title: 'Keyboard Shortcuts', accelerator: 'CmdOrCtrl+/' },
    },
    {
      'help.diagnostics': { title: 'Export Diagnostics…' },
      'help.about': { title: 'About Forthwith' },
    },
  ],
} as const satisfies Record<string, readonly Readonly<Record<string, CommandInMenu>>[]>;

export type MenuName = keyof typeof menus;
type KeyOf<Group> = Group extends unknown ? keyof Group : never;
export type CommandId = KeyOf<(typeof menus)[MenuName][number]>;

export interface AppCommand extends CommandInMenu {
  readonly menu: MenuName;
}

/** The commands by id, in the order of the menus. */
export const commands = Object.fromEntries(
  Object.entries(menus).flatMap(([menu, groups]) =>
    groups.flatMap((group) =>
      Object.entries<CommandInMenu>(group).map(([id, command]) => [id, { ...command, menu }]),
    ),
  ),
) as Readonly<Record<CommandId, AppCommand>>;
