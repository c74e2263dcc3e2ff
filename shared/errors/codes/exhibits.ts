import { codes } from '../define.ts';

/** What to do about password-protected originals when a build is requested. */
const lockedWays = {
  app: 'Open the original of what is protected, type its password in the box shown there, and build again.',
  passwordFile:
    'Write the passwords of what is protected into a text file, one a line, and name it with --password-file.',
  otherPasswords:
    'No password of the file given with --password-file opens what is protected: add those that do.',
} as const;
type LockedWay = keyof typeof lockedWays;

// Created when needed: it takes half as long as Node's own start.
const listOf = (words: readonly string[]) => new Intl.ListFormat('en-US').format(words);
/** Files that a sentence names at most; of more it says how many. */
const mostFiles = 6;

export const exhibitsErrors = {
  ...codes(2, {
    EXHIBIT_LABEL_INVALID:
      '“{label}” cannot be used as an exhibit label. Use at most 20 letters, digits, points and hyphens.',
    EXHIBIT_PAGES_INVALID: (d) =>
      d['range'] === undefined
        ? `Exhibit ${String(d['label'])} has no page ${String(d['page'])}: the item ends at page ${String(d['last'])}. Write pages as 3-7, 12.`
        : `Pages ${String(d['range'])} of Exhibit ${String(d['label'])} run backwards. Write pages as 3-7, 12.`,
    COURT_PROFILE_NOT_FOUND:
      'There is no profile of the court “{court}”. Name one of {known}; a build also takes the size of a volume instead.',
    BATES_RANGE_INVALID:
      '“{range}” is not a range of Bates numbers. Write it as AMZ000001-AMZ000500, or one number alone.',
    BATES_START_INVALID: '“{start}” is not a Bates number. Write a prefix and digits, such as ABC000001.',
  }),
  ...codes(3, {
    EXHIBIT_SET_EMPTY: 'This exhibit set has no exhibits yet. Add evidence to it first.',
    EXHIBIT_SET_SEALED:
      'This exhibit set is sealed, so its exhibits and numbers stay as they are. Add a late exhibit, or make a new set.',
    EXHIBIT_SET_NAME_TAKEN: 'There is an exhibit set “{name}” already. Choose another name.',
    EXHIBIT_LABEL_TAKEN: 'Exhibit {label} is already in this set. Choose another label.',
    EXHIBIT_WITHDRAWN: 'Exhibit {label} is withdrawn. Bring it back first.',
    BATES_NUMBER_TAKEN: 'Bates number {number} is already taken. Choose a higher start, or another prefix.',
    BATES_NUMBERS_USED_UP:
      'The numbers of {prefix} end at {last}, before the last page. Choose another prefix.',
    EXHIBIT_BUILD_MISSING: (d) =>
      d['isToBeChecked'] === true
        ? 'The set was not built yet. Build it first: what is checked are the files that will be filed.'
        : d['isToBePrinted'] === true
          ? 'The set was not built yet. Build it first: what is printed is what was built.'
          : d['isNeverBuilt'] === true
            ? 'The set was not built yet. Build it first, so that its numbers are those of real pages.'
            : d['isChanged'] === true
              ? 'The set changed since it was last built. Build it again, so that what is sealed is what was built.'
              : 'The built files are no longer where they were written. Build the set again.',
  }),
  ...codes(4, {
    EXHIBIT_SOURCE_UNREADABLE: (d) => {
      const refused = [
        { label: String(d['label']), reason: String(d['reason']) },
        ...((d['others'] ?? []) as readonly { readonly label: string; readonly reason: string }[]),
      ];
      const way = d['lockedWay'] === undefined ? '' : ` ${lockedWays[d['lockedWay'] as LockedWay]}`;
      if (refused.length === 1)
        return `Exhibit ${refused[0]!.label} cannot be put in the binder because its original cannot be read (${refused[0]!.reason}).${way} Put a readable copy behind its label, have it produced in native form, or remove it from the set.`;
      const labels = new Map<string, string[]>();
      for (const { label, reason } of refused) labels.set(reason, [...(labels.get(reason) ?? []), label]);
      const named = [...labels].map(([reason, which]) => `${which.join(', ')} (${reason})`).join('; ');
      return `These exhibits cannot be put in the binder because their originals cannot be read: ${named}.${way} Put readable copies behind their labels, have them produced in native form, or remove them from the set.`;
    },
    MANIFEST_UNREADABLE:
      '“{name}” is not the manifest of a build of this matter. Choose the manifest.json in the folder of a build.',
    EXHIBIT_BUILD_CHANGED: (d) => {
      const files = [...(d['files'] as Iterable<string>)];
      const named = files.slice(0, mostFiles).map((file) => `“${file}”`);
      const more = files.length - named.length;
      if (more > 0) named.push(`${more} more`);
      return files.length === 1
        ? `${named[0]} was changed after it was built. Build the set again, or put the file back as it was built.`
        : `${listOf(named)} were changed after they were built. Build the set again, or put the files back as they were built.`;
    },
  }),
};
