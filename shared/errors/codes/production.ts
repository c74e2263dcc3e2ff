import { codes } from '../define.ts';

/** What may be wrong with a production that comes with load files. */
export const productionErrors = {
  ...codes(2, {
    EVIDENCE_PRODUCTION_FILE_OUTSIDE:
      '“{path}”, which {where} of the load file names, lies outside the folder of the production, so it was not read.',
    EVIDENCE_NOT_A_LOAD_FILE:
      'This file is not a load file: none of its columns is known for documents’ first numbers (such as BEGBATES). Choose the load file that corrects the production.',
  }),
  ...codes(3, {
    EVIDENCE_PRODUCTION_FILE_MISSING:
      '“{path}”, which {where} of the load file names, is not in the folder or archive of the production. If that came in several archives, add all of them together, or unpack them into one folder and add it; else ask the other side for the file.',
    EVIDENCE_PRODUCTION_FILE_CHANGED:
      '“{path}”, which {where} of the load file names, is not the file that came as {range} before. The document was left as it is, and the file was added as an item by itself: compare them, and ask the other side which one counts.',
    EVIDENCE_PRODUCTION_NO_FILE:
      'None of the files of {range} ({where} of the load file) could be taken in, so there is no item for it.',
    EVIDENCE_PRODUCTION_NOT_FOUND:
      'None of the files that this load file names is beside it, so only the load file itself was taken in. Add it from the folder of its production, or together with the archives that its files came in.',
    EVIDENCE_PRODUCTION_OVERLAY:
      'This load file came without files, and documents that it lists are here already under their numbers ({count} of {total}). If it corrects them, see what it would change and apply it: until then nothing of them is changed.',
    EVIDENCE_OVERLAY_CHANGED:
      'What this load file would change is no longer what was shown, because items were changed since. Look at it again.',
    EVIDENCE_PRODUCTION_CUSTODIAN:
      'The custodian of {range} is “{custodian}” by {where} of the load file. The same file came before from “{before}”, which its item keeps; the custody history has both.',
  }),
  ...codes(4, {
    EVIDENCE_PRODUCTION_HEADINGS:
      'The first row of this load file has no heading that is known for a document’s first number (such as BEGBATES), so it was read as if it had none: its columns were told by what stands in them. Compare the documents with it.',
    EVIDENCE_PRODUCTION_ROW_UNREAD: (d) =>
      `${d['isImageList'] === true ? 'Line' : 'Row'} ${String(d['row'])} of the load file was left out: ${String(d['reason'])}.`,
    EVIDENCE_PRODUCTION_ROW_ODD:
      'Row {row} of the load file may be damaged: {reason}. What could be read of it was kept; compare it with the document.',
    EVIDENCE_PRODUCTION_DATES: (d) =>
      d['isMixed'] === true
        ? 'Some dates of this load file are written with the day first and others with the month first. Those that could be either, such as 03/04/2021, were left unread: compare them with the documents.'
        : 'This load file writes its dates with the day first, and all of them were read so: 03/04/2021 is in April. Compare one with its document.',
    EVIDENCE_PRODUCTION_LIMITED:
      'The load file lists more than {limit}; those after them were left out. Ask for the production in parts.',
    EVIDENCE_PRODUCTION_RANGE:
      'Row {row} of the load file gives {range}, which is not a range that runs forward. Ask the other side which numbers the document has.',
    EVIDENCE_PRODUCTION_OVERLAP:
      '{range} (row {row} of the load file) overlaps the numbers of row {other}. Ask the other side which document has them.',
    EVIDENCE_PRODUCTION_GAP:
      'No document of the load file has {range} (between row {before} and row {row}). Ask the other side whether it was withheld.',
    EVIDENCE_PRODUCTION_PAGES: (d) =>
      `${String(d['what'])}, but its ${d['file'] === undefined ? 'list of page images' : `file “${String(d['file'])}”`} has ${String(d['found'])}.`,
    EVIDENCE_PRODUCTION_KEY_TWICE:
      'Line {line} of the list of page images has the key {key}, which an earlier line has too.',
    EVIDENCE_PRODUCTION_TURNED:
      'The list of page images says that {count} of them (the first in line {line}) are to be turned. They are shown as they are in their files: turn them in the reader.',
    EVIDENCE_PRODUCTION_NO_IMAGES:
      'The list of page images has no page of {first} (row {row} of the load file), and no native file is named.',
    EVIDENCE_PRODUCTION_NOT_LISTED:
      'Only the list of page images (line {line}) has this document: the load file’s table has no row for it.',
    EVIDENCE_PRODUCTION_FILE_NOT_TAKEN:
      '{reason} The file is “{path}”, which {where} of the load file names.',
    EVIDENCE_PRODUCTION_NOT_TAKEN: 'Of the production, {count} more problems are named with its documents.',
    EVIDENCE_PRODUCTION_UNREAD:
      'The documents of this load file could not be read. It was kept unaltered; add the files of the production by themselves.',
    EVIDENCE_PRODUCTION_PAGES_APART:
      'The pages of this document came as {files} files that cannot be joined into one PDF here. The first of them is the document, and the others are with it.',
  }),
} as const;
