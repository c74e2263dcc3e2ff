import { formatCount } from '../../client/index.ts';

/** Pages as they are listed: "pages 2–5 and 9", "page 3". */
function pagesWords(pages: readonly number[]): string {
  const runs: string[] = [];
  let first = pages[0];
  for (const [index, page] of pages.entries()) {
    if (pages[index + 1] === page + 1) continue;
    runs.push(first === page ? `${page}` : `${first}–${page}`);
    first = pages[index + 1];
  }
  const shown = runs.length > 6 ? [...runs.slice(0, 5), `${runs.length - 5} more places`] : runs;
  const listed = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${listed}`;
}

/** What the reader says, whatever it shows. */
export const words = {
  find: 'Find in document',
  print: 'Print',
  export: 'Export original…',
  exported: (name: string) => `Exported ${name}, byte for byte as it came.`,
  in: 'In:',
  backTo: (title: string) => `Back to ${title}`,
  problems: (count: number) => formatCount(count, 'problem'),
  tryAgain: 'Try again',
  opening: (title: string) => `Opening ${title}…`,
  drawingPage: 'Drawing the page…',
  inBinder: 'its place in the binder',
} as const;

/** Recognised text, over the pages of a PDF or a picture. */
export const recognitionWords = {
  label: 'Recognized text',
  isRecognised: 'Recognized text: may be wrong.',
  again: 'Recognize again',
  waiting: (pages: readonly number[]) =>
    `${pagesWords(pages)} ${pages.length === 1 ? 'is a picture' : 'are pictures'}; text on ${pages.length === 1 ? 'it is' : 'them is'} not recognized yet.`,
  recognise: 'Recognize text',
  busy: 'Recognizing text…',
  done: (pages: number) =>
    pages === 0
      ? 'No text was found on these pages.'
      : `Text was recognized on ${formatCount(pages, 'page')}.`,
} as const;

/** Mails. */
export const mailWords = {
  headers: 'Message headers',
  message: 'Message',
  view: 'Message shown as',
  formatted: 'Formatted',
  plain: 'Plain text',
  asWritten: (date: string) => `sender’s own: ${date}`,
  more: (count: number) => `and ${count.toLocaleString('en-US')} more`,
  fewer: 'Show fewer',
  remote: (count: number) =>
    `${formatCount(count, 'thing on other machines', 'things on other machines')} (such as pictures) ${count === 1 ? 'was' : 'were'} not loaded, and never ${count === 1 ? 'is' : 'are'}.`,
  attachments: (count: number) => formatCount(count, 'attachment'),
  open: (name: string) => `Open ${name}`,
  notTakenOut: 'could not be taken out',
  empty: 'This mail has no text.',
  loading: 'Reading the mail…',
} as const;

/** Texts, tables and Office documents. */
export const textWords = {
  office: 'This is the text of the file. Export the original to see its layout.',
  web: 'This is the text of the saved page. Export the original to see its layout.',
  view: 'Table shown as',
  table: 'Table',
  plain: 'Text',
  none: 'No text was found in this file.',
  notRead: 'The text of this file has not been read yet.',
  read: 'Read its text',
  reading: 'Reading the text…',
  loading: 'Loading…',
  partFailed: 'This part of the text could not be loaded.',
  continued: 'continued',
} as const;

/** Recordings. */
export const mediaWords = {
  player: (title: string) => `Recording: ${title}`,
  unplayable: 'This recording cannot be played here. Export the original.',
  transcript: 'Transcript',
  notes: 'Notes',
  transcriptOf: 'Transcript shown',
  import: 'Import transcript…',
  imported: (cues: number, unread: number) =>
    `Imported ${formatCount(cues, 'line')} of transcript.${unread > 0 ? ` The times of ${formatCount(unread, 'line')} could not be read, and ${unread === 1 ? 'it was' : 'they were'} left out.` : ''}`,
  remove: 'Delete transcript',
  removed: 'Transcript deleted',
  noTranscript: 'No transcript yet. Import one that was made elsewhere (SubRip or WebVTT).',
  noHits: 'No line has these words.',
  jump: (at: string) => `Go to ${at}`,
  addNote: (at: string) => `Add note at ${at}`,
  noteAt: (at: string) => `Note at ${at}`,
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit note',
  delete: 'Delete note',
  noteAdded: (at: string) => `Note added at ${at}`,
  noteDeleted: 'Note deleted',
  noNotes: 'No notes yet. Press N to add one at the time being played.',
} as const;

/** Files that have nothing to show but what is known of them. */
export const cardWords = {
  isNative: 'This file is kept unaltered; it cannot be shown here. Export it to open it in its own program.',
  isArchive: 'This file is kept unaltered. What came in it was taken out, each as an item of its own.',
  isBuilt: 'This file has no pages to show. It lies in the folder the exhibits were built into.',
  facts: 'What is known of this file',
  kind: 'Kind',
  size: 'Size',
  name: 'Name as it came',
  sha256: 'SHA-256',
  claims: 'What the file says of itself',
  claimsHelp: 'Claims of the file, not facts.',
  problems: 'Problems',
  members: (count: number) => `What came in it (${formatCount(count, 'item')})`,
  moreMembers: (count: number) =>
    `and ${count.toLocaleString('en-US')} more: group the list of evidence by family to see all of them.`,
  locked: (title: string) => `“${title}” is protected by a password`,
  lockedHelp: 'The password opens the original for reading. The original is not changed.',
  password: 'Password',
  wrong: 'That password does not open this document.',
  keep: 'Keep the password in this matter',
  keepHelp: 'Otherwise it is forgotten when the matter is closed.',
  unlock: 'Open',
} as const;
