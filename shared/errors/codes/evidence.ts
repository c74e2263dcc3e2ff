import { errorCode } from '../define.ts';

export const evidenceErrors = {
  EVIDENCE_EMPTY_FILE: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is empty (0 bytes): there is nothing in it to read. Ask for the file again.`,
    { severity: 'warning' },
  ),
  EVIDENCE_IS_A_FOLDER: errorCode(
    2,
    (d) =>
      `“${String(d['name'])}” is a folder. Add the files in it, or add the folder with everything inside.`,
  ),
  EVIDENCE_NOT_A_FILE: errorCode(
    2,
    (d) =>
      `“${String(d['name'])}” is a link or a device, not a file, so there is nothing to keep. Add the file it leads to.`,
  ),
  EVIDENCE_NAME_NOT_TEXT: errorCode(
    4,
    (d) =>
      `The name of “${String(d['name'])}” is not valid text (\ufffd stands for what cannot be read in it), so the file cannot be found by it. Add the folder it is in, or rename it.`,
  ),
  EVIDENCE_IS_THE_MATTER: errorCode(
    2,
    (d) => `“${String(d['name'])}” is this matter itself. To keep a copy of it, back the matter up.`,
  ),
  EVIDENCE_CHANGED_WHILE_READ: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” was changed by another program while it was read, so it was not kept. Close that program and add the file again.`,
    { isRetryable: true },
  ),
  EVIDENCE_MISNAMED: errorCode(
    4,
    (d) =>
      `The file's name ends in .${String(d['extension'])}, but its content is something else. The original was kept unaltered; ask the sender what it is.`,
    { severity: 'warning' },
  ),
  EVIDENCE_NOT_INSPECTED: errorCode(
    4,
    'The file could not be examined, so its page count is unknown. The original was kept unaltered.',
    { severity: 'warning' },
  ),
  EVIDENCE_DAMAGED: errorCode(
    4,
    'The file is damaged and its pages cannot be shown. The original was kept unaltered; ask the sender for a good copy.',
    { severity: 'warning' },
  ),
  EVIDENCE_NO_PAGES: errorCode(
    4,
    ({ files }) =>
      Number(files) > 0
        ? `This PDF is a portfolio without a page of its own. Its files (${String(files)}) are with it; the original was kept unaltered.`
        : 'This PDF has no pages, so there is nothing to show or to print. The original was kept unaltered; ask the sender for the whole document.',
    { severity: 'warning' },
  ),
  EVIDENCE_REPAIRED_TO_READ: errorCode(
    4,
    'The file is damaged but could still be read. Check its pages. The original was kept unaltered.',
    { severity: 'warning' },
  ),
  EVIDENCE_ENCRYPTED: errorCode(
    5,
    (d) => {
      if (d['what'] === 'mail')
        return 'The email is encrypted (S/MIME or PGP), so its body and attachments cannot be shown. The original was kept unaltered; ask the sender or a recipient for a decrypted copy.';
      if (d['what'] === 'message')
        return 'The file is encrypted (S/MIME) and cannot be shown. The original was kept unaltered; ask the sender or a recipient for a decrypted copy.';
      if (d['what'] === 'document')
        return 'The document is protected by a password and its text cannot be read here. The original was kept unaltered; save a copy without the password in the program it was made with, and add that too.';
      return 'The file is protected by a password and its pages cannot be shown. The original was kept unaltered; ask the sender for the password.';
    },
    { severity: 'warning' },
  ),
  EVIDENCE_NO_DOCUMENT: errorCode(
    4,
    (d) =>
      `This is ${String(d['what'])}, not a document, so there is nothing to show. The original was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_UNSUPPORTED_KIND: errorCode(
    4,
    (d) =>
      d['what'] === undefined
        ? 'This kind of file is kept unaltered but cannot be shown. If it contains other files, extract them with another program and add them; otherwise open it in its own program, print it to PDF and add the PDF.'
        : `This is ${String(d['what'])}. It is kept unaltered but cannot be shown. ${String(d['remedy'])}.`,
    { severity: 'warning' },
  ),
  EVIDENCE_TOO_DEMANDING: errorCode(
    4,
    (d) =>
      `Reading this file took more ${String(d['limit'] ?? 'time or memory')} than allowed, so it was not read. The original was kept unaltered; make one or more smaller copies in its own program, and add those too.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_NOT_TAKEN: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}”, which came in this file, could not be extracted: ${String(d['reason'])} The original was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBERS_NOT_TAKEN: errorCode(
    4,
    (d) =>
      `${String(d['count'])} more files inside this file could not be extracted. The original was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBERS_UNREAD: errorCode(
    4,
    'The contents of this file could not be extracted. The original was kept unaltered; unpack it yourself and add what you need.',
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBERS_LIMITED: errorCode(
    4,
    (d) =>
      `Not everything in this file was extracted: it contains more than ${String(d['limit'])}. The original was kept unaltered; unpack it yourself and add what you need.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ALTERED: errorCode(
    4,
    (d) =>
      `The stored original of “${String(d['title'])}” no longer has the hash it came in with. Restore it from a backup.`,
    { severity: 'fatal' },
  ),
  EVIDENCE_NOT_RENDERED: errorCode(
    4,
    (d) =>
      `No PDF could be made from “${String(d['name'])}”: ${String(d['reason'])} All others were written.`,
  ),
  EVIDENCE_RENDITION_ALTERED: errorCode(
    4,
    (d) =>
      `The stored PDF that was made from “${String(d['title'])}” has changed since. The original is checked separately. Restore this matter from a backup.`,
    { severity: 'fatal' },
  ),
  EVIDENCE_RECORD_MISSING: errorCode(
    4,
    (d) =>
      `The ${String(d['record'])} record of “${String(d['title'])}” is missing; it was removed outside the program. Compare this matter with its latest backup.`,
    { severity: 'fatal' },
  ),
  EVIDENCE_RECORD_ALTERED: errorCode(
    4,
    (d) =>
      `The record of “${String(d['title'])}” does not match its custody history (${String(d['what'])}); it was altered outside the program. Compare this matter with its latest backup.`,
    { severity: 'fatal' },
  ),
  EVIDENCE_NO_TEXT: errorCode(4, 'The file has no text that can be searched or copied.', {
    severity: 'warning',
  }),
  EVIDENCE_INTAKE_RUNNING: errorCode(3, 'This intake is still under way. Pause or cancel it first.'),
  EVIDENCE_WRONG_PASSWORD: errorCode(5, 'The password does not open this file. Check it and try again.', {
    isRetryable: true,
  }),
  EVIDENCE_NOT_LOCKED: errorCode(3, 'This file is not protected by a password.'),
  EVIDENCE_HASH_LIST_UNREADABLE: errorCode(
    4,
    (d) =>
      `No hashes were found in “${String(d['name'])}”. A list has one SHA-256, SHA-1 or MD5 per line, as sha256sum writes it, or a CSV with a column of hashes.`,
  ),
  EVIDENCE_TAG_EXISTS: errorCode(3, (d) => `There is already a tag named “${String(d['name'])}”.`),
  EVIDENCE_MOVING_PICTURE: errorCode(
    4,
    (d) =>
      `The picture is animated: only the first of its ${String(d['frames'])} frames is shown, searched and printed. The original was kept unaltered and has all of them.`,
    { severity: 'warning' },
  ),
  EVIDENCE_NOT_MAIL: errorCode(3, 'This item is not an email.'),
  EVIDENCE_SIGNED: errorCode(
    4,
    (d) =>
      `The ${d['what'] === 'file' ? 'file' : 'email'} carries a digital signature${d['by'] ? ` that names ${String(d['by'])}` : ''}. The signature was not verified here; verify it with the original.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MAIL_IN_PIECES: errorCode(
    4,
    (d) =>
      `This is piece ${String(d['number'] ?? '?')}${d['total'] ? ` of ${String(d['total'])}` : ''} of an email that was sent in pieces. Anything split between pieces cannot be shown; ask for the whole email.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ATTACHMENTS_APART: errorCode(
    4,
    (d) =>
      `Apple Mail keeps the attachments of this email (${String(d['names'])}) outside this file, so they did not come with it. In Apple Mail, save the message with File > Save As > Raw Message Source, and add that.`,
    { severity: 'warning' },
  ),
  EVIDENCE_CHARSET_GUESSED: errorCode(
    4,
    (d) =>
      `The ${d['what'] === 'file' ? 'file does not state' : 'email does not state, or misstates,'} its character encoding, so the encoding was guessed. Check accents and foreign letters against the original.`,
    { severity: 'warning' },
  ),
  EVIDENCE_DATES_ADDED: errorCode(
    4,
    'The file states times as a count since 1970. Each is shown, searched and printed with its date in UTC beside it, in square brackets. The original was kept unaltered and has only the count.',
    { severity: 'warning' },
  ),
  EVIDENCE_TIME_ZONE_UNKNOWN: errorCode(
    4,
    (d) =>
      `The email is dated “${String(d['date'])}”, in a time zone that is missing or not known here. The time is taken as UTC and may be off by hours: compare the times in its other headers.`,
    { severity: 'warning' },
  ),
  EVIDENCE_DATE_UNREAD: errorCode(
    4,
    (d) =>
      `The email is dated “${String(d['date'])}”, which cannot be read as a date, so it stands without one in lists, timelines and searches by date. The original was kept unaltered: read the date there, and in its other headers.`,
    { severity: 'warning' },
  ),
  EVIDENCE_HEADER_REPEATED: errorCode(
    4,
    (d) =>
      `The email states its ${String(d['name']).toLowerCase()} more than once: ${String(d['counts'])} is used here, ${String(d['others'])} is in it too. Other programs may show that one: look into the original, which was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PART_LEFT_OUT: errorCode(
    4,
    (d) =>
      `Part of this file is not shown (${String(d['what'])}). It is in the original, which was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ATTACHMENT_ELSEWHERE: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” was not attached to the email, which only says where the file was stored${
        d['where'] === undefined ? '' : ` (${String(d['where'])})`
      }. Ask the sender for the file.`,
    { severity: 'warning' },
  ),
  EVIDENCE_GLYPHS_MISSING: errorCode(
    4,
    (d) =>
      `This program has no font for some characters, so they are printed as boxes (${String(d['characters'])}). They are correct in the original and on the screen.`,
    { severity: 'warning' },
  ),
  EVIDENCE_REMOTE_PICTURES: errorCode(
    4,
    (d) =>
      `${d['count'] === 1 ? 'One picture in this email is' : `${String(d['count'])} pictures in this email are`} stored on other servers and did not come with it. Such pictures are never downloaded, so the PDF does not have them.`,
    { severity: 'warning' },
  ),
  EVIDENCE_NOT_MEDIA: errorCode(3, 'This item is not a recording.'),
  EVIDENCE_MEMBER_LOCKED: errorCode(
    5,
    (d) =>
      `“${String(d['name'])}” is password-protected inside its archive and was not extracted. Unpack the archive with the password and add the files.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_UNSUPPORTED: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is compressed in a way (${String(d['method'])}) that cannot be read here. Unpack the archive with another program and add the file.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_DAMAGED: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is damaged inside the file it came in and could not be extracted. Ask the sender for a good copy.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_IS_LINK: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is only a link in the archive, to “${String(d['target'])}”, and that file did not come in it. Ask the sender for the file.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_CUT: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is incomplete: the file it came in is cut off. What comes before the cut was extracted. Ask the sender for a good copy.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_BROKEN: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” may be incomplete or altered: the email that it came in is damaged where it stands. What could be read of it was extracted. Compare it with the sender's, or ask for a good copy.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_FOLLOWED: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” was extracted in full, but the file it came in has other data after it that is not a compressed file. The original was kept unaltered and still has that data; ask the sender what it is.`,
    { severity: 'warning' },
  ),
  EVIDENCE_MEMBER_TOO_LARGE: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” would expand to a suspiciously large size, so it was not extracted. The archive was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ARCHIVE_DAMAGED: errorCode(
    4,
    (d) =>
      `The archive is damaged. ${String(d['files'])} of its files were found; others may be missing. Ask the sender for a good copy.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ARCHIVE_PIECE: errorCode(
    4,
    'This is one piece of an archive that was split. Put all its pieces in one folder, unpack them together with another program, and add the extracted files.',
    { severity: 'warning' },
  ),
  EVIDENCE_ARCHIVE_TOO_LARGE: errorCode(
    4,
    (d) =>
      `The archive has more files than can be extracted from one archive: ${String(d['left'])} were left in it. Unpack it and add the rest as a folder.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ARCHIVE_NAMES_DIFFER: errorCode(
    4,
    (d) =>
      `The archive gives files two names: its directory has ${String(d['names'])}, as it is called before its bytes. Those of the directory are used here; other programs may show the others. Ask the sender which is right.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ARCHIVE_UNLISTED: errorCode(
    4,
    (d) =>
      `There are files in the archive that its directory leaves out, as after they were deleted from it (${String(d['names'])}). They were not extracted. The original was kept unaltered: have it examined if they matter.`,
    { severity: 'warning' },
  ),
  EVIDENCE_ARCHIVE_LOCKED: errorCode(
    5,
    (d) => {
      const ofHowMany =
        d['files'] === 1 ? 'The file' : `${String(d['locked'])} of the ${String(d['files'])} files`;
      return `${ofHowMany} in the archive ${d['locked'] === 1 ? 'is' : 'are'} password-protected and cannot be extracted here. Unpack it with the password and add the extracted files.`;
    },
    { severity: 'warning' },
  ),
  EVIDENCE_UNLOCK_UNSUPPORTED: errorCode(
    5,
    (d) =>
      `Only PDFs can be opened with a password here, and “${String(d['name'])}” is not one. Open or unpack it with another program, and add what it holds without the password.`,
  ),
  EVIDENCE_PAGE_NOT_RECOGNISED: errorCode(
    4,
    (d) =>
      `No text could be recognized on page ${String(d['page'])}: ${String(d['reason'] ?? 'it took too long')}. The original was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_PAGE_HAS_TEXT: errorCode(
    3,
    (d) =>
      `Page ${String(d['page'])} has text of its own, which was kept. Only pictures of text are recognized.`,
    { severity: 'warning' },
  ),
  EVIDENCE_TEXT_NOT_READ: errorCode(
    4,
    (d) =>
      `The text of this file could not be read${d['reason'] === undefined ? '' : ` (${String(d['reason'])})`}, so it cannot be searched. The original was kept unaltered.`,
    { severity: 'warning' },
  ),
  EVIDENCE_TEXT_CUT: errorCode(
    4,
    'The file has more text than can be read from one file. The rest cannot be searched; the original was kept whole.',
    { severity: 'warning' },
  ),
  EVIDENCE_RECORDING_CUT: errorCode(
    4,
    'The recording ends before it should, so it may play in part or not at all. The original was kept unaltered; ask the sender for a whole copy.',
    { severity: 'warning' },
  ),
  EVIDENCE_TRANSCRIPT_UNREADABLE: errorCode(
    4,
    (d) =>
      `“${String(d['name'])}” is not a transcript that can be read. Import it as SubRip (.srt) or WebVTT (.vtt).`,
  ),
};
