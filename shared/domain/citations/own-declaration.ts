import { plainPage } from './reading/plain-page.ts';

const heading =
  /(?:DECLARATION|AFFIDAVIT|AFFIRMATION) OF (?:(?:MR|MS|MRS|DR)\. )?(?<name>\p{Lu}(?:\.|[\p{Lu}\p{M}'-]{0,30})(?: \p{Lu}(?:\.|[\p{Lu}\p{M}'-]{1,30})){0,4}?)(?=,| I[ ,]| IN | ISO | RE | REGARDING | SUPPORTING |[^\p{Lu} ]| \P{Lu}|$| \p{Lu}\p{Ll})/u;
const otherPaper = /MOTION|MEMORANDUM|BRIEF|OPPOSITION|COMPLAINT|REPLY|RESPONSE/;
/** Characters of the first page in which its caption ends. */
const captionLength = 6_000;

/**
 * Whose declaration a paper itself is, as its caption says in capitals.
 *
 * @returns null where it is not a declaration
 * @example ownDeclarant('DECLARATION OF JANE SMITH IN SUPPORT OF MOTION') // 'JANE SMITH'
 */
export function ownDeclarant(firstPage: string): string | null {
  const { text } = plainPage(firstPage.slice(0, captionLength));
  const match = heading.exec(text);
  // A motion's caption may name the declarations that are filed with it, after its own name.
  if (!match || otherPaper.test(text.slice(0, match.index))) return null;
  return match.groups!['name']!;
}
