import { errorCode } from '../define.ts';

/** What may be wrong with a production that comes with load files. */
export const productionErrors = {
  EVIDENCE_PRODUCTION_HEADINGS: errorCode(
    4,
    'The first row of this load file has no heading that is known for a document’s first number (such as BEGBATES), so it was read as if it had none: its columns were told by what stands in them. Compare the documents with it.',
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_ROW_UNREAD: errorCode(
    4,
    (d) =>
      `${d['isImageList'] === true ? 'Line' : 'Row'} ${String(d['row'])} of the load file was left out: ${String(d['reason'])}.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_ROW_ODD: errorCode(
    4,
    (d) =>
      `Row ${String(d['row'])} of the load file may be damaged: ${String(d['reason'])}. What could be read of it was kept; compare it with the document.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_DATES: errorCode(
    4,
    (d) =>
      d['isMixed'] === true
        ? 'Some dates of this load file are written with the day first and others with the month first. Those that could be either, such as 03/04/2021, were left unread: compare them with the documents.'
        : 'This load file writes its dates with the day first, and all of them were read so: 03/04/2021 is in April. Compare one with its document.',
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_LIMITED: errorCode(
    4,
    (d) =>
      `The load file lists more than ${String(d['limit'])}; those after them were left out. Ask for the production in parts.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_RANGE: errorCode(
    4,
    (d) =>
      `Row ${String(d['row'])} of the load file gives ${String(d['range'])}, which is not a range that runs forward. Ask the other side which numbers the document has.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_OVERLAP: errorCode(
    4,
    (d) =>
      `${String(d['range'])} (row ${String(d['row'])} of the load file) overlaps the numbers of row ${String(d['other'])}. Ask the other side which document has them.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_GAP: errorCode(
    4,
    (d) =>
      `No document of the load file has ${String(d['range'])} (between row ${String(d['before'])} and row ${String(d['row'])}). Ask the other side whether it was withheld.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_PAGES: errorCode(
    4,
    (d) =>
      `${String(d['what'])}, but its ${d['file'] === undefined ? 'list of page images' : `file “${String(d['file'])}”`} has ${String(d['found'])}.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_KEY_TWICE: errorCode(
    4,
    (d) =>
      `Line ${String(d['line'])} of the list of page images has the key ${String(d['key'])}, which an earlier line has too.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_TURNED: errorCode(
    4,
    (d) =>
      `The list of page images says that ${String(d['count'])} of them (the first in line ${String(d['line'])}) are to be turned. They are shown as they are in their files: turn them in the reader.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_NO_IMAGES: errorCode(
    4,
    (d) =>
      `The list of page images has no page of ${String(d['first'])} (row ${String(d['row'])} of the load file), and no native file is named.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_NOT_LISTED: errorCode(
    4,
    (d) =>
      `Only the list of page images (line ${String(d['line'])}) has this document: the load file’s table has no row for it.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_FILE_MISSING: errorCode(
    3,
    (d) =>
      `“${String(d['path'])}”, which ${String(d['where'])} of the load file names, is not in the folder or archive of the production. If that came in several archives, add all of them together, or unpack them into one folder and add it; else ask the other side for the file.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_FILE_OUTSIDE: errorCode(
    2,
    (d) =>
      `“${String(d['path'])}”, which ${String(d['where'])} of the load file names, lies outside the folder of the production, so it was not read.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_FILE_CHANGED: errorCode(
    3,
    (d) =>
      `“${String(d['path'])}”, which ${String(d['where'])} of the load file names, is not the file that came as ${String(d['range'])} before. The document was left as it is, and the file was added as an item by itself: compare them, and ask the other side which one counts.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_FILE_NOT_TAKEN: errorCode(
    4,
    (d) =>
      `${String(d['reason'])} The file is “${String(d['path'])}”, which ${String(d['where'])} of the load file names.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_NO_FILE: errorCode(
    3,
    (d) =>
      `None of the files of ${String(d['range'])} (${String(d['where'])} of the load file) could be taken in, so there is no item for it.`,
  ),
  EVIDENCE_PRODUCTION_NOT_TAKEN: errorCode(
    4,
    (d) => `Of the production, ${String(d['count'])} more problems are named with its documents.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_NOT_FOUND: errorCode(
    3,
    'None of the files that this load file names is beside it, so only the load file itself was taken in. Add it from the folder of its production, or together with the archives that its files came in.',
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_OVERLAY: errorCode(
    3,
    (d) =>
      `This load file came without files, and documents that it lists are here already under their numbers (${String(d['count'])} of ${String(d['total'])}). If it corrects them, see what it would change and apply it: until then nothing of them is changed.`,
    { severity: 'warning' },
  ),
  EVIDENCE_NOT_A_LOAD_FILE: errorCode(
    2,
    'This file is not a load file: none of its columns is known for documents’ first numbers (such as BEGBATES). Choose the load file that corrects the production.',
  ),
  EVIDENCE_OVERLAY_CHANGED: errorCode(
    3,
    'What this load file would change is no longer what was shown, because items were changed since. Look at it again.',
  ),
  EVIDENCE_PRODUCTION_CUSTODIAN: errorCode(
    3,
    (d) =>
      `The custodian of ${String(d['range'])} is “${String(d['custodian'])}” by ${String(d['where'])} of the load file. The same file came before from “${String(d['before'])}”, which its item keeps; the custody history has both.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_UNREAD: errorCode(
    4,
    'The documents of this load file could not be read. It was kept unaltered; add the files of the production by themselves.',
    { severity: 'warning' },
  ),
  EVIDENCE_PRODUCTION_PAGES_APART: errorCode(
    4,
    (d) =>
      `The pages of this document came as ${String(d['files'])} files that cannot be joined into one PDF here. The first of them is the document, and the others are with it.`,
    { severity: 'warning' },
  ),
} as const;
