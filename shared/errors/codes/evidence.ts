import { codes, passingCodes } from '../define.ts';

export const evidenceErrors = {
  ...codes(2, {
    EVIDENCE_IS_A_FOLDER:
      '“{name}” is a folder. Add the files in it, or add the folder with everything inside.',
    EVIDENCE_NOT_A_FILE:
      '“{name}” is a link or a device, not a file, so there is nothing to keep. Add the file it leads to.',
    EVIDENCE_IS_THE_MATTER: '“{name}” is this matter itself. To keep a copy of it, back the matter up.',
  }),
  ...codes(3, {
    EVIDENCE_INTAKE_RUNNING: 'This intake is still under way. Pause or cancel it first.',
    EVIDENCE_NOT_LOCKED: 'This file is not protected by a password.',
    EVIDENCE_TAG_EXISTS: 'There is already a tag named “{name}”.',
    EVIDENCE_NOT_MAIL: 'This item is not an email.',
    EVIDENCE_NOT_MEDIA: 'This item is not a recording.',
    EVIDENCE_PAGE_HAS_TEXT:
      'Page {page} has text of its own, which was kept. Only pictures of text are recognized.',
  }),
  ...codes(4, {
    EVIDENCE_EMPTY_FILE:
      '“{name}” is empty (0 bytes): there is nothing in it to read. Ask for the file again.',
    EVIDENCE_NAME_NOT_TEXT:
      'The name of “{name}” is not valid text (� stands for what cannot be read in it), so the file cannot be found by it. Add the folder it is in, or rename it.',
    EVIDENCE_MISNAMED:
      "The file's name ends in .{extension}, but its content is something else. The original was kept unaltered; ask the sender what it is.",
    EVIDENCE_NOT_INSPECTED:
      'The file could not be examined, so its page count is unknown. The original was kept unaltered.',
    EVIDENCE_DAMAGED:
      'The file is damaged and its pages cannot be shown. The original was kept unaltered; ask the sender for a good copy.',
    EVIDENCE_NO_PAGES: ({ files }) =>
      Number(files) > 0
        ? `This PDF is a portfolio without a page of its own. Its files (${String(files)}) are with it; the original was kept unaltered.`
        : 'This PDF has no pages, so there is nothing to show or to print. The original was kept unaltered; ask the sender for the whole document.',
    EVIDENCE_REPAIRED_TO_READ:
      'The file is damaged but could still be read. Check its pages. The original was kept unaltered.',
    EVIDENCE_NO_DOCUMENT:
      'This is {what}, not a document, so there is nothing to show. The original was kept unaltered.',
    EVIDENCE_UNSUPPORTED_KIND: (d) =>
      d['what'] === undefined
        ? 'This kind of file is kept unaltered but cannot be shown. If it contains other files, extract them with another program and add them; otherwise open it in its own program, print it to PDF and add the PDF.'
        : `This is ${String(d['what'])}. It is kept unaltered but cannot be shown. ${String(d['remedy'])}.`,
    EVIDENCE_TOO_DEMANDING:
      'Reading this file took more {limit|time or memory} than allowed, so it was not read. The original was kept unaltered; make one or more smaller copies in its own program, and add those too.',
    EVIDENCE_MEMBER_NOT_TAKEN:
      '“{name}”, which came in this file, could not be extracted: {reason} The original was kept unaltered.',
    EVIDENCE_MEMBERS_NOT_TAKEN:
      '{count} more files inside this file could not be extracted. The original was kept unaltered.',
    EVIDENCE_MEMBERS_UNREAD:
      'The contents of this file could not be extracted. The original was kept unaltered; unpack it yourself and add what you need.',
    EVIDENCE_MEMBERS_LIMITED:
      'Not everything in this file was extracted: it contains more than {limit}. The original was kept unaltered; unpack it yourself and add what you need.',
    EVIDENCE_ALTERED:
      'The stored original of “{title}” no longer has the hash it came in with. Restore it from a backup.',
    EVIDENCE_NOT_RENDERED: 'No PDF could be made from “{name}”: {reason} All others were written.',
    EVIDENCE_RENDITION_ALTERED:
      'The stored PDF that was made from “{title}” has changed since. The original is checked separately. Restore this matter from a backup.',
    EVIDENCE_RECORD_MISSING:
      'The {record} record of “{title}” is missing; it was removed outside the program. Compare this matter with its latest backup.',
    EVIDENCE_RECORD_ALTERED:
      'The record of “{title}” does not match its custody history ({what}); it was altered outside the program. Compare this matter with its latest backup.',
    EVIDENCE_NO_TEXT: 'The file has no text that can be searched or copied.',
    EVIDENCE_HASH_LIST_UNREADABLE:
      'No hashes were found in “{name}”. A list has one SHA-256, SHA-1 or MD5 per line, as sha256sum writes it, or a CSV with a column of hashes.',
    EVIDENCE_MOVING_PICTURE:
      'The picture is animated: only the first of its {frames} frames is shown, searched and printed. The original was kept unaltered and has all of them.',
    EVIDENCE_SIGNED: (d) =>
      `The ${d['what'] === 'file' ? 'file' : 'email'} carries a digital signature${d['by'] ? ` that names ${String(d['by'])}` : ''}. The signature was not verified here; verify it with the original.`,
    EVIDENCE_MAIL_IN_PIECES: (d) =>
      `This is piece ${String(d['number'] ?? '?')}${d['total'] ? ` of ${String(d['total'])}` : ''} of an email that was sent in pieces. Anything split between pieces cannot be shown; ask for the whole email.`,
    EVIDENCE_ATTACHMENTS_APART:
      'Apple Mail keeps the attachments of this email ({names}) outside this file, so they did not come with it. In Apple Mail, save the message with File > Save As > Raw Message Source, and add that.',
    EVIDENCE_CHARSET_GUESSED: (d) =>
      `The ${d['what'] === 'file' ? 'file does not state' : 'email does not state, or misstates,'} its character encoding, so the encoding was guessed. Check accents and foreign letters against the original.`,
    EVIDENCE_DATES_ADDED:
      'The file states times as a count since 1970. Each is shown, searched and printed with its date in UTC beside it, in square brackets. The original was kept unaltered and has only the count.',
    EVIDENCE_TIME_ZONE_UNKNOWN:
      'The email is dated “{date}”, in a time zone that is missing or not known here. The time is taken as UTC and may be off by hours: compare the times in its other headers.',
    EVIDENCE_DATE_UNREAD:
      'The email is dated “{date}”, which cannot be read as a date, so it stands without one in lists, timelines and searches by date. The original was kept unaltered: read the date there, and in its other headers.',
    EVIDENCE_HEADER_REPEATED: (d) =>
      `The email states its ${String(d['name']).toLowerCase()} more than once: ${String(d['counts'])} is used here, ${String(d['others'])} is in it too. Other programs may show that one: look into the original, which was kept unaltered.`,
    EVIDENCE_PART_LEFT_OUT:
      'Part of this file is not shown ({what}). It is in the original, which was kept unaltered.',
    EVIDENCE_ATTACHMENT_ELSEWHERE: (d) =>
      `“${String(d['name'])}” was not attached to the email, which only says where the file was stored${
        d['where'] === undefined ? '' : ` (${String(d['where'])})`
      }. Ask the sender for the file.`,
    EVIDENCE_GLYPHS_MISSING:
      'This program has no font for some characters, so they are printed as boxes ({characters}). They are correct in the original and on the screen.',
    EVIDENCE_REMOTE_PICTURES: (d) =>
      `${d['count'] === 1 ? 'One picture in this email is' : `${String(d['count'])} pictures in this email are`} stored on other servers and did not come with it. Such pictures are never downloaded, so the PDF does not have them.`,
    EVIDENCE_MEMBER_UNSUPPORTED:
      '“{name}” is compressed in a way ({method}) that cannot be read here. Unpack the archive with another program and add the file.',
    EVIDENCE_MEMBER_DAMAGED:
      '“{name}” is damaged inside the file it came in and could not be extracted. Ask the sender for a good copy.',
    EVIDENCE_MEMBER_IS_LINK:
      '“{name}” is only a link in the archive, to “{target}”, and that file did not come in it. Ask the sender for the file.',
    EVIDENCE_MEMBER_CUT:
      '“{name}” is incomplete: the file it came in is cut off. What comes before the cut was extracted. Ask the sender for a good copy.',
    EVIDENCE_MEMBER_BROKEN:
      "“{name}” may be incomplete or altered: the email that it came in is damaged where it stands. What could be read of it was extracted. Compare it with the sender's, or ask for a good copy.",
    EVIDENCE_MEMBER_FOLLOWED:
      '“{name}” was extracted in full, but the file it came in has other data after it that is not a compressed file. The original was kept unaltered and still has that data; ask the sender what it is.',
    EVIDENCE_MEMBER_TOO_LARGE:
      '“{name}” would expand to a suspiciously large size, so it was not extracted. The archive was kept unaltered.',
    EVIDENCE_ARCHIVE_DAMAGED:
      'The archive is damaged. {files} of its files were found; others may be missing. Ask the sender for a good copy.',
    EVIDENCE_ARCHIVE_PIECE:
      'This is one piece of an archive that was split. Put all its pieces in one folder, unpack them together with another program, and add the extracted files.',
    EVIDENCE_ARCHIVE_TOO_LARGE:
      'The archive has more files than can be extracted from one archive: {left} were left in it. Unpack it and add the rest as a folder.',
    EVIDENCE_ARCHIVE_NAMES_DIFFER:
      'The archive gives files two names: its directory has {names}, as it is called before its bytes. Those of the directory are used here; other programs may show the others. Ask the sender which is right.',
    EVIDENCE_ARCHIVE_UNLISTED:
      'There are files in the archive that its directory leaves out, as after they were deleted from it ({names}). They were not extracted. The original was kept unaltered: have it examined if they matter.',
    EVIDENCE_PAGE_NOT_RECOGNISED:
      'No text could be recognized on page {page}: {reason|it took too long}. The original was kept unaltered.',
    EVIDENCE_TEXT_NOT_READ: (d) =>
      `The text of this file could not be read${d['reason'] === undefined ? '' : ` (${String(d['reason'])})`}, so it cannot be searched. The original was kept unaltered.`,
    EVIDENCE_TEXT_CUT:
      'The file has more text than can be read from one file. The rest cannot be searched; the original was kept whole.',
    EVIDENCE_RECORDING_CUT:
      'The recording ends before it should, so it may play in part or not at all. The original was kept unaltered; ask the sender for a whole copy.',
    EVIDENCE_TRANSCRIPT_UNREADABLE:
      '“{name}” is not a transcript that can be read. Import it as SubRip (.srt) or WebVTT (.vtt).',
  }),
  ...passingCodes(4, {
    EVIDENCE_CHANGED_WHILE_READ:
      '“{name}” was changed by another program while it was read, so it was not kept. Close that program and add the file again.',
  }),
  ...codes(5, {
    EVIDENCE_ENCRYPTED: (d) => {
      if (d['what'] === 'mail')
        return 'The email is encrypted (S/MIME or PGP), so its body and attachments cannot be shown. The original was kept unaltered; ask the sender or a recipient for a decrypted copy.';
      if (d['what'] === 'message')
        return 'The file is encrypted (S/MIME) and cannot be shown. The original was kept unaltered; ask the sender or a recipient for a decrypted copy.';
      if (d['what'] === 'document')
        return 'The document is protected by a password and its text cannot be read here. The original was kept unaltered; save a copy without the password in the program it was made with, and add that too.';
      return 'The file is protected by a password and its pages cannot be shown. The original was kept unaltered; ask the sender for the password.';
    },
    EVIDENCE_MEMBER_LOCKED:
      '“{name}” is password-protected inside its archive and was not extracted. Unpack the archive with the password and add the files.',
    EVIDENCE_ARCHIVE_LOCKED: (d) => {
      const ofHowMany =
        d['files'] === 1 ? 'The file' : `${String(d['locked'])} of the ${String(d['files'])} files`;
      return `${ofHowMany} in the archive ${d['locked'] === 1 ? 'is' : 'are'} password-protected and cannot be extracted here. Unpack it with the password and add the extracted files.`;
    },
    EVIDENCE_UNLOCK_UNSUPPORTED:
      'Only PDFs can be opened with a password here, and “{name}” is not one. Open or unpack it with another program, and add what it holds without the password.',
  }),
  ...passingCodes(5, {
    EVIDENCE_WRONG_PASSWORD: 'The password does not open this file. Check it and try again.',
  }),
};
