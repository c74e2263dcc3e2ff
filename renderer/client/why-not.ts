import { commands, type AppCommand, type CommandId, type MenuName } from '../../shared/contract/commands.ts';

const document = 'Open a document first.';
const pages = 'Open a document with pages first.';
const words = 'Select words in a document first.';
const tab = 'Open a second tab first.';
const set = 'Open an exhibit set first.';
const filled = 'Open an exhibit set with exhibits first.';
const built = 'Open an exhibit set that was built first.';
const exhibits = 'Go to Exhibits first.';
const hits = 'Search for words first.';
const filed = 'Open a document of the docket first.';

/** What a command needs, where that is not what others of its menu need. */
const needs: Partial<Record<CommandId, string>> = {
  'matter.lock': 'This matter has no passphrase to lock it with.',
  'reader.print': document,
  'history.undo': 'There is nothing to undo.',
  'history.redo': 'There is nothing to redo.',
  'list.filter': 'There is no list to filter here.',
  'search.nextHit': hits,
  'search.previousHit': hits,
  'reader.find': document,
  'docket.importSample': 'Open the sample matter first.',
  'docket.showEntry': filed,
  'docket.nextInThread': filed,
  'docket.previousInThread': filed,
  'exhibits.newSet': exhibits,
  'exhibits.compare': exhibits,
  'exhibits.moveTo': 'Select exhibits in a set first.',
  'exhibits.withdraw': 'Select exhibits in a set first.',
  'exhibits.build': filled,
  'exhibits.relabel': filled,
  'exhibits.seal': filled,
  'exhibits.print': filled,
  'exhibits.summary': filled,
  'exhibits.checkFiling': built,
  'exhibits.checkAsFiled': built,
  'reader.newTab': document,
  'reader.closeTab': document,
  'reader.nextTab': tab,
  'reader.previousTab': tab,
  'reader.splitBeside': document,
  'reader.splitBelow': document,
  'reader.join': 'Split the reader first.',
  'reader.moveToOther': tab,
  'reader.newWindow': document,
  'reader.present': document,
  'reader.pin': document,
  'reader.whereElse': document,
  'reader.coverAlone': 'Choose “Two Pages Side by Side” first.',
  'notes.highlight': words,
  'notes.underline': words,
  'notes.noteOnWords': words,
  'argument.factFromWords': 'Select words in a document, or play a recording, first.',
};

const needsByMenu: Partial<Record<MenuName, string>> = {
  Docket: 'Go to Docket and select entries first.',
  Evidence: 'Go to Evidence and select items first.',
  Exhibits: set,
  Reader: pages,
  Notes: pages,
  Review: 'Go to Review and select an item first.',
};

/** Why a command that is not answered in a document's own window is not; undefined where it is about the document. */
export function whyNotApart(id: CommandId): string | undefined {
  const { menu } = commands[id];
  const isOfDocument = menu === 'Reader' || menu === 'Notes' || id.startsWith('reader.');
  return isOfDocument ? undefined : 'Go to the window of the matter first.';
}

/**
 * Why a command cannot be used now, and what to do first.
 *
 * @param matter the open one, or null
 * @param canComment whether notes and coding can be changed in it
 * @param now why the one who answers it cannot do it now, where that is known
 * @example whyNot('notes.highlight', { isReadOnly: false }, true) // 'Select words in a document first.'
 */
export function whyNot(
  id: CommandId,
  matter: { isReadOnly: boolean } | null,
  canComment: boolean,
  now?: string,
): string {
  const command = commands[id];
  return (
    whyNotInMatter(command, matter, canComment) ??
    now ??
    needs[id] ??
    needsByMenu[command.menu] ??
    'This cannot be done here now.'
  );
}

/** Why a command cannot be used in the open matter, or without one; null where it can. */
export function whyNotInMatter(
  command: AppCommand,
  matter: { isReadOnly: boolean } | null,
  canComment: boolean,
): string | null {
  if (!command.needs) return null;
  if (!matter) return 'Open a matter first.';
  const isMet = { matter: true, change: !matter.isReadOnly, comment: !matter.isReadOnly || canComment };
  return isMet[command.needs] ? null : 'This matter is open read-only.';
}
