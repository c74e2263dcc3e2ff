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

const openDialogs: Readonly<Record<Exclude<OpenPurpose, 'docket-sample'>, Electron.OpenDialogOptions>> = {
  matter: { title: 'Open Matter', properties: ['openFile'], filters: [matterFilter] },
  backup: { title: 'Choose a Backup', properties: ['openFile'], filters: [matterFilter] },
  'evidence-files': {
    title: 'Add Evidence',
    buttonLabel: 'Add',
    properties: ['openFile', 'multiSelections'],
    // Any file can be proof; the other filters only help to find one kind among many.
    filters: [
      { name: 'All files', extensions: ['*'] },
      { name: 'PDF', extensions: ['pdf'] },
      {
        name: 'Pictures',
        extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'tif', 'tiff', 'heic', 'heif', 'avif', 'bmp'],
      },
      { name: 'Mail', extensions: ['eml', 'msg', 'mbox', 'dat'] },
      { name: 'Archives', extensions: ['zip', 'tar', 'gz', 'tgz'] },
      {
        name: 'Documents and tables',
        extensions: [
          'txt',
          'md',
          'csv',
          'html',
          'htm',
          'doc',
          'docx',
          'xls',
          'xlsx',
          'ppt',
          'pptx',
          'odt',
          'ods',
        ],
      },
      {
        name: 'Audio and video',
        extensions: ['mp3', 'm4a', 'wav', 'ogg', 'flac', 'mp4', 'm4v', 'mov', 'webm'],
      },
    ],
  },
  'hash-list': {
    title: 'Compare with a Hash List',
    buttonLabel: 'Compare',
    properties: ['openFile'],
    filters: [
      { name: 'All files', extensions: ['*'] },
      { name: 'Hash lists', extensions: ['txt', 'csv', 'sha256', 'sha1', 'md5', 'sum'] },
    ],
  },
  transcript: {
    title: 'Import Transcript',
    buttonLabel: 'Import',
    properties: ['openFile'],
    filters: [
      { name: 'Transcripts', extensions: ['srt', 'vtt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'docket-sources': {
    title: 'Import Docket',
    buttonLabel: 'Read',
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: 'Docket sheets, notices, feeds and tables',
        extensions:
          'html htm mhtml mht webarchive pdf eml msg mbox txt xml rss csv tsv json xlsx xls ods docx odt rtf'.split(
            ' ',
          ),
      },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'rule-pack': {
    title: 'Import Rule Pack',
    buttonLabel: 'Import',
    properties: ['openFile'],
    filters: [{ name: 'Rule pack (JSON)', extensions: ['json'] }],
  },
  brief: {
    title: 'Check Citations of a Brief',
    buttonLabel: 'Check',
    properties: ['openFile'],
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  },
  manifest: {
    title: 'Compare with the Manifest of a Build',
    buttonLabel: 'Compare',
    properties: ['openFile'],
    filters: [{ name: 'Manifest (JSON)', extensions: ['json'] }],
  },
  'as-filed': {
    title: 'Check as Filed',
    buttonLabel: 'Compare',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  },
  'review-copy': {
    title: 'Merge Review Copy',
    buttonLabel: 'Choose',
    properties: ['openFile'],
    filters: [matterFilter, { name: 'All files', extensions: ['*'] }],
  },
  'evidence-folder': { title: 'Add Folder of Evidence', buttonLabel: 'Add', properties: ['openDirectory'] },
};

const saveDialogs: Readonly<
  Record<
    Exclude<SavePurpose, 'docket-print' | 'exhibits-print'>,
    Electron.SaveDialogOptions & { extension: string }
  >
> = {
  matter: { title: 'New Matter', filters: [matterFilter], extension: '.matter' },
  backup: { title: 'Back Up Matter', buttonLabel: 'Back Up', filters: [matterFilter], extension: '.matter' },
  diagnostics: {
    title: 'Export Diagnostics',
    filters: [{ name: 'Zip archive', extensions: ['zip'] }],
    extension: '.zip',
  },
  'docket-csv': {
    title: 'Export Docket',
    buttonLabel: 'Export',
    filters: [{ name: 'Table (CSV)', extensions: ['csv'] }],
    extension: '.csv',
  },
  'docket-json': {
    title: 'Export Docket',
    buttonLabel: 'Export',
    filters: [{ name: 'JSON', extensions: ['json'] }],
    extension: '.json',
  },
  'docket-pdf': {
    title: 'Export Docket',
    buttonLabel: 'Export',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'deadlines-ics': {
    title: 'Export Calendar',
    buttonLabel: 'Export',
    filters: [{ name: 'Calendar (iCalendar)', extensions: ['ics'] }],
    extension: '.ics',
  },
  'deadlines-pdf': {
    title: 'Export Control Sheet',
    buttonLabel: 'Export',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'redacted-pdf': {
    title: 'Save Redacted Copy',
    buttonLabel: 'Save',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'tro-certificate': {
    title: 'Save Draft Certificate',
    buttonLabel: 'Save',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'authenticity-certificate': {
    title: 'Save Draft Certificate',
    buttonLabel: 'Save',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'custody-report': {
    title: 'Save Custody Report',
    buttonLabel: 'Save',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'summary-docx': {
    title: 'Save Draft Summary',
    buttonLabel: 'Save',
    filters: [{ name: 'Word document', extensions: ['docx'] }],
    extension: '.docx',
  },
  'summary-pdf': {
    title: 'Save Draft Summary',
    buttonLabel: 'Save',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    extension: '.pdf',
  },
  'summary-csv': {
    title: 'Save Draft Summary',
    buttonLabel: 'Save',
    filters: [{ name: 'Table (CSV)', extensions: ['csv'] }],
    extension: '.csv',
  },
  'notes-csv': {
    title: 'Export Notes',
    buttonLabel: 'Export',
    filters: [{ name: 'Table (CSV)', extensions: ['csv'] }],
    extension: '.csv',
  },
  'notes-docx': {
    title: 'Export Notes',
    buttonLabel: 'Export',
    filters: [{ name: 'Word document', extensions: ['docx'] }],
    extension: '.docx',
  },
  'argument-csv': {
    title: 'Export Argument',
    buttonLabel: 'Export',
    filters: [{ name: 'Table (CSV)', extensions: ['csv'] }],
    extension: '.csv',
  },
  'argument-docx': {
    title: 'Export Argument',
    buttonLabel: 'Export',
    filters: [{ name: 'Word document', extensions: ['docx'] }],
    extension: '.docx',
  },
  'privilege-log-csv': {
    title: 'Save Privilege Log',
    buttonLabel: 'Save',
    filters: [{ name: 'Table (CSV)', extensions: ['csv'] }],
    extension: '.csv',
  },
  'privilege-log-docx': {
    title: 'Save Privilege Log',
    buttonLabel: 'Save',
    filters: [{ name: 'Word document', extensions: ['docx'] }],
    extension: '.docx',
  },
  'review-copy': {
    title: 'Make Review Copy',
    buttonLabel: 'Make Copy',
    filters: [matterFilter],
    extension: '.matter',
  },
};

const folderDialogs: Readonly<Record<FolderPurpose, Electron.OpenDialogOptions>> = {
  build: {
    title: 'Build Exhibits Into',
    buttonLabel: 'Build Here',
    properties: ['openDirectory', 'createDirectory'],
  },
  export: {
    title: 'Export Originals Into',
    buttonLabel: 'Export Here',
    properties: ['openDirectory', 'createDirectory'],
  },
  notes: {
    title: 'Export Annotated Copies Into',
    buttonLabel: 'Export Here',
    properties: ['openDirectory', 'createDirectory'],
  },
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
      const { extension, ...options } = saveDialogs[purpose];
      const { filePath } = await dialog.showSaveDialog(window, {
        ...options,
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
