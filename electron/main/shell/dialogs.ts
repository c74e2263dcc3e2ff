import { app, dialog, type BrowserWindow, type FileFilter } from 'electron/main';
import { basename, dirname, join } from 'node:path';
import type {
  FolderPurpose,
  GrantedFile,
  OpenPurpose,
  SavePurpose,
} from '../../../shared/contract/bridge.ts';

/** Makes a token of a path the user chose. */
type GrantFile = (path: string) => Promise<string>;

const matterFilter: FileFilter = { name: 'Forthwith matter', extensions: ['matter'] };
const pdf: FileFilter = { name: 'PDF', extensions: ['pdf'] };
const table: FileFilter = { name: 'Table (CSV)', extensions: ['csv'] };
const word: FileFilter = { name: 'Word document', extensions: ['docx'] };
const allFiles: FileFilter = { name: 'All files', extensions: ['*'] };

const endings = (list: string) => list.split(' ');

/** A dialog that opens files. @param buttonLabel undefined for the system's own */
function opening(
  title: string,
  buttonLabel: string | undefined,
  filters: FileFilter[],
  takesSeveral = false,
) {
  const properties = takesSeveral ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const);
  return { title, filters, properties: [...properties], ...(buttonLabel && { buttonLabel }) };
}

/** A dialog that chooses a folder. */
function folder(title: string, buttonLabel: string): Electron.OpenDialogOptions {
  return { title, buttonLabel, properties: ['openDirectory', 'createDirectory'] };
}

const openDialogs: Readonly<Record<Exclude<OpenPurpose, 'docket-sample'>, Electron.OpenDialogOptions>> = {
  matter: opening('Open Matter', undefined, [matterFilter]),
  backup: opening('Choose a Backup', undefined, [matterFilter]),
  'evidence-files': opening(
    'Add Evidence',
    'Add',
    // Any file can be proof; the other filters only help to find one kind among many.
    [
      allFiles,
      pdf,
      { name: 'Pictures', extensions: endings('jpg jpeg png webp gif tif tiff heic heif avif bmp') },
      { name: 'Mail', extensions: endings('eml msg mbox dat') },
      { name: 'Archives', extensions: endings('zip tar gz tgz') },
      {
        name: 'Documents and tables',
        extensions: endings('txt md csv html htm doc docx xls xlsx ppt pptx odt ods'),
      },
      { name: 'Audio and video', extensions: endings('mp3 m4a wav ogg flac mp4 m4v mov webm') },
    ],
    true,
  ),
  'hash-list': opening('Compare with a Hash List', 'Compare', [
    allFiles,
    { name: 'Hash lists', extensions: endings('txt csv sha256 sha1 md5 sum') },
  ]),
  transcript: opening('Import Transcript', 'Import', [
    { name: 'Transcripts', extensions: endings('srt vtt') },
    allFiles,
  ]),
  'docket-sources': opening(
    'Import Docket',
    'Read',
    [
      {
        name: 'Docket sheets, notices, feeds and tables',
        extensions: endings(
          'html htm mhtml mht webarchive pdf eml msg mbox txt xml rss csv tsv json xlsx xls ods docx odt rtf',
        ),
      },
      allFiles,
    ],
    true,
  ),
  'rule-pack': opening('Import Rule Pack', 'Import', [{ name: 'Rule pack (JSON)', extensions: ['json'] }]),
  brief: opening('Check Citations of a Brief', 'Check', [pdf]),
  manifest: opening('Compare with the Manifest of a Build', 'Compare', [
    { name: 'Manifest (JSON)', extensions: ['json'] },
  ]),
  'as-filed': opening('Check as Filed', 'Compare', [pdf], true),
  'review-copy': opening('Merge Review Copy', 'Choose', [matterFilter, allFiles]),
  'evidence-folder': { title: 'Add Folder of Evidence', buttonLabel: 'Add', properties: ['openDirectory'] },
};

/** What a dialog that saves is called, and the only kind of file it writes. */
interface Saving {
  readonly title: string;
  readonly kind: FileFilter;
  /** The system's own where it is left out. */
  readonly buttonLabel?: string;
}

const saveDialogs: Readonly<Record<Exclude<SavePurpose, 'docket-print' | 'exhibits-print'>, Saving>> = {
  matter: { title: 'New Matter', kind: matterFilter },
  backup: { title: 'Back Up Matter', kind: matterFilter, buttonLabel: 'Back Up' },
  diagnostics: { title: 'Export Diagnostics', kind: { name: 'Zip archive', extensions: ['zip'] } },
  'docket-csv': { title: 'Export Docket', kind: table, buttonLabel: 'Export' },
  'docket-json': {
    title: 'Export Docket',
    kind: { name: 'JSON', extensions: ['json'] },
    buttonLabel: 'Export',
  },
  'docket-pdf': { title: 'Export Docket', kind: pdf, buttonLabel: 'Export' },
  'deadlines-ics': {
    title: 'Export Calendar',
    kind: { name: 'Calendar (iCalendar)', extensions: ['ics'] },
    buttonLabel: 'Export',
  },
  'deadlines-pdf': { title: 'Export Control Sheet', kind: pdf, buttonLabel: 'Export' },
  'redacted-pdf': { title: 'Save Redacted Copy', kind: pdf, buttonLabel: 'Save' },
  'tro-certificate': { title: 'Save Draft Certificate', kind: pdf, buttonLabel: 'Save' },
  'authenticity-certificate': { title: 'Save Draft Certificate', kind: pdf, buttonLabel: 'Save' },
  'custody-report': { title: 'Save Custody Report', kind: pdf, buttonLabel: 'Save' },
  'summary-docx': { title: 'Save Draft Summary', kind: word, buttonLabel: 'Save' },
  'summary-pdf': { title: 'Save Draft Summary', kind: pdf, buttonLabel: 'Save' },
  'summary-csv': { title: 'Save Draft Summary', kind: table, buttonLabel: 'Save' },
  'notes-csv': { title: 'Export Notes', kind: table, buttonLabel: 'Export' },
  'notes-docx': { title: 'Export Notes', kind: word, buttonLabel: 'Export' },
  'argument-csv': { title: 'Export Argument', kind: table, buttonLabel: 'Export' },
  'argument-docx': { title: 'Export Argument', kind: word, buttonLabel: 'Export' },
  'privilege-log-csv': { title: 'Save Privilege Log', kind: table, buttonLabel: 'Save' },
  'privilege-log-docx': { title: 'Save Privilege Log', kind: word, buttonLabel: 'Save' },
  'review-copy': { title: 'Make Review Copy', kind: matterFilter, buttonLabel: 'Make Copy' },
};

const folderDialogs: Readonly<Record<FolderPurpose, Electron.OpenDialogOptions>> = {
  build: folder('Build Exhibits Into', 'Build Here'),
  export: folder('Export Originals Into', 'Export Here'),
  notes: folder('Export Annotated Copies Into', 'Export Here'),
};

export interface Dialogs {
  openFiles(window: BrowserWindow, purpose: unknown): Promise<readonly GrantedFile[]>;
  saveFile(window: BrowserWindow, purpose: unknown, suggestedName: unknown): Promise<GrantedFile | null>;
  chooseFolder(window: BrowserWindow, purpose: unknown): Promise<GrantedFile | null>;
}

/**
 * The system's file dialogs. A window names a purpose and gets tokens; paths stay here. Each purpose begins in the
 * folder last used for it, at first in the user's documents.
 *
 * @param sampleDirectory where the sample's own files are
 */
export function createDialogs(grantFile: GrantFile, sampleDirectory: string): Dialogs {
  const lastFolders = new Map<string, string>();
  const folderFor = (purpose: string) => lastFolders.get(purpose) ?? app.getPath('documents');
  const grant = async (path: string): Promise<GrantedFile> => ({
    name: basename(path),
    token: await grantFile(path),
  });

  return {
    async openFiles(window, purpose) {
      if (purpose === 'docket-sample') return [await grant(join(sampleDirectory, 'docket-sheet.html'))];
      if (!isKey(openDialogs, purpose)) return [];
      const { filePaths } = await dialog.showOpenDialog(window, {
        ...openDialogs[purpose],
        defaultPath: folderFor(purpose),
      });
      if (filePaths[0]) lastFolders.set(purpose, dirname(filePaths[0]));
      return Promise.all(filePaths.map(grant));
    },
    async saveFile(window, purpose, suggestedName) {
      if (!isKey(saveDialogs, purpose)) return null;
      const { kind, ...options } = saveDialogs[purpose];
      const extension = `.${kind.extensions[0]}`;
      const { filePath } = await dialog.showSaveDialog(window, {
        ...options,
        filters: [kind],
        defaultPath: join(folderFor(purpose), suggestName(suggestedName, extension)),
        properties: ['createDirectory'],
      });
      if (!filePath) return null;
      lastFolders.set(purpose, dirname(filePath));
      // Some Linux dialogs leave the extension to the user.
      return grant(filePath.toLowerCase().endsWith(extension) ? filePath : filePath + extension);
    },
    async chooseFolder(window, purpose) {
      if (!isKey(folderDialogs, purpose)) return null;
      const { filePaths } = await dialog.showOpenDialog(window, {
        ...folderDialogs[purpose],
        defaultPath: folderFor(purpose),
      });
      const [folder] = filePaths;
      if (!folder) return null;
      lastFolders.set(purpose, folder);
      return grant(folder);
    },
  };
}

/**
 * A file name every system accepts, made from a title.
 *
 * @example suggestName('Parler LLC v. Amazon: TRO', '.matter') // 'Parler LLC v. Amazon TRO.matter'
 */
export function suggestName(title: unknown, extension: string): string {
  const name = (typeof title === 'string' ? title : '')
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
    .trim();
  if (name === '') return `Untitled${extension}`;
  return name.toLowerCase().endsWith(extension) ? name : name + extension;
}

function isKey<K extends string>(record: Readonly<Record<K, unknown>>, key: unknown): key is K {
  return typeof key === 'string' && Object.hasOwn(record, key);
}
