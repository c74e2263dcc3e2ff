import type { ByteSource } from '../../../pdf/index.ts';
import { isIworkFile } from '../archive/iwork-members.ts';
import { readRange } from '../bytes.ts';

/** What a file is that is kept and not shown, and what a person can do with it. */
export interface OtherKind {
  /** With its article, as in “This is …”. */
  readonly what: string;
  /** A sentence, or two, without the period at the end. */
  readonly remedy: string;
}

const unpack = 'Extract its files with another program and add them';
const asPicture =
  'Open it in the program it was made with or an image viewer, save a copy as PNG, JPEG or PDF, and add that too';
const asPdf = 'Open it in the program it was made with, save or print it as a PDF, and add that too';
const fromOutlook =
  'In Outlook choose File > Open & Export > Open Outlook Data File, drag the messages you need into a folder, and add that folder';
const developed =
  'Open it in a photo program, save a copy as JPEG or TIFF, and add that too; the raw photo remains the original';

const archive = (program: string): OtherKind => ({
  what: `an archive packed with ${program}`,
  remedy: unpack,
});
const diskImage = { what: 'an image of a whole disk', remedy: unpack };
const rawPhoto = { what: 'a raw photo as the camera recorded it', remedy: developed };
const drawing = { what: 'a Windows drawing (WMF or EMF)', remedy: asPicture };
const access = {
  what: 'an Access database',
  remedy: 'Export the tables you need as CSV or Excel files, and add those too',
};
const jpeg2000 = { what: 'a JPEG 2000 picture', remedy: asPicture };
const jpegXl = { what: 'a JPEG XL picture', remedy: asPicture };

/** Signatures at the beginning of files, a byte a character, in the order in which they are looked for. */
const beginnings: readonly (readonly [RegExp, OtherKind])[] = [
  // [MS-PST] §2.2.2.6: the client's signature tells a mailbox of its own from the copy of one on a server.
  [
    /^!BDN.{4}SO/s,
    {
      what: 'the copy that Outlook keeps of a mailbox on a server (.ost)',
      remedy:
        'It opens only in the account it belongs to: there, choose File > Open & Export > Import/Export, export a .pst, and then save its messages as .msg files',
    },
  ],
  [/^!BDN/, { what: 'an Outlook data file with a mailbox in it (.pst)', remedy: fromOutlook }],
  [
    /^\x1a\0\0\x04\0\0/,
    {
      what: 'a database or mailbox of HCL (Lotus) Notes',
      remedy: 'In Notes, save the messages you need as .eml files, and add those',
    },
  ],
  [
    /^\xcf\xad\x12\xfe/,
    {
      what: 'a mailbox of Outlook Express (.dbx)',
      remedy: 'Have its messages saved as .eml files with a mail program that imports it, and add those',
    },
  ],
  [/^7z\xbc\xaf\x27\x1c/, archive('7-Zip')],
  [/^Rar!\x1a\x07/, archive('RAR')],
  [/^MSCF\0/, archive('Windows (a cabinet file)')],
  [/^\xfd7zXZ\0/, archive('XZ')],
  [/^BZh[1-9]/, archive('bzip2')],
  [/^\x28\xb5\x2f\xfd/, archive('Zstandard')],
  [/^\x1f[\x9d\xa0]/, archive('compress')],
  [/^LZIP\x01/, archive('lzip')],
  [
    /^EVF\t\r\n\xff\0/,
    {
      what: 'a disk image of forensic software (E01)',
      remedy: 'Ask whoever made it to export the files you need, with their hashes',
    },
  ],
  [
    /^SQLite format 3\0/,
    {
      what: 'a database (SQLite), such as phones, browsers and chat programs keep',
      remedy:
        'Have what you need of it exported as a table, text or PDF, with the program it belongs to or by a forensic examiner, and add that too',
    },
  ],
  [/^\0\x01\0\0Standard (?:Jet|ACE) DB/, access],
  [
    /^\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3/,
    {
      what: 'a section of a OneNote notebook',
      remedy: 'In OneNote choose File > Export, save the section as a PDF, and add that too',
    },
  ],
  // The second byte of the two is the kind of file: 10 is a document.
  [
    /^\xffWPC.{4}\x01\x0a/s,
    {
      what: 'a WordPerfect document',
      remedy: 'Open it in WordPerfect, LibreOffice or Word, save it as a PDF, and add that too',
    },
  ],
  [/^8BPS/, { what: 'a Photoshop picture', remedy: asPicture }],
  [/^\0\0\0\x0cjP {2}/, jpeg2000],
  [/^\xff\x4f\xff\x51/, jpeg2000],
  [/^\0\0\0\x0cJXL /, jpegXl],
  [/^\xff\x0a/, jpegXl],
  [/^\0\0\x01\0[\x01-\xff]\0/, { what: 'a Windows icon', remedy: asPicture }],
  [/^(?:....ftypcrx |FUJIFILMCCD-RAW|II(?:U|RO|RS)\0?|FOVb)/s, rawPhoto],
  [/^(?:\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF)/s, drawing],
  [/^AC10\d\d/, { what: 'a drawing of AutoCAD', remedy: asPdf }],
  [
    /^L\0\0\0\x01\x14\x02\0/,
    {
      what: 'a Windows shortcut, which only points to another file',
      remedy: 'Ask the sender for that file itself',
    },
  ],
];

const cloudPlaceholder = {
  what: 'a placeholder that iCloud Drive leaves for a file that is not on this computer',
  remedy: 'In Finder choose Download Now for the file itself, and add that',
};

/** Whether a property list has the keys by which iCloud Drive (.icloud) describes a file that it has moved away. */
function isCloudPlaceholder(source: ByteSource): boolean {
  const text = readRange(source, 0, 4_096).toString('latin1');
  return text.includes('NSURLNameKey') && text.includes('NSURLFileSizeKey');
}

/** Signatures further on in files, by their place in bytes. */
const furtherOn: readonly (readonly [number, string, OtherKind])[] = [
  [
    128,
    'DICM',
    {
      what: 'a medical image (DICOM)',
      remedy: 'Open it in a DICOM viewer, save the images you need as PNG, JPEG or PDF, and add those too',
    },
  ],
  [0x8001, 'CD001', diskImage],
];

/**
 * What an original is that no reader here knows, from its content, so that its problem can say what to do; null where that is not known.
 *
 * @example otherKindOf(source)?.what // 'an Outlook data file with a mailbox in it (.pst)'
 */
export function otherKindOf(source: ByteSource): OtherKind | null {
  const head = readRange(source, 0, 64).toString('latin1');
  for (const [signature, kind] of beginnings) if (signature.test(head)) return kind;
  for (const [at, signature, kind] of furtherOn)
    if (readRange(source, at, signature.length).toString('latin1') === signature) return kind;
  if (head.startsWith('bplist00') && isCloudPlaceholder(source)) return cloudPlaceholder;
  // Images of Apple's disks have their signature at the end.
  if (readRange(source, source.sizeBytes - 512, 4).toString('latin1') === 'koly') return diskImage;
  if (isIworkFile(source)) return { what: 'a document of Pages, Numbers or Keynote', remedy: asPdf };
  // The first member of a book is its media type, stored as it is (EPUB 3.3 §4.2.2).
  return /^PK\x03\x04.{26}mimetypeapplication\/epub\+zip/s.test(head)
    ? { what: 'an e-book (EPUB)', remedy: asPdf }
    : null;
}
