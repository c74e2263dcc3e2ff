import { foldSpace } from '../printed/html-text.ts';

/** What mail servers put into subjects of mail from outside. */
const marks = /\[(?:ext|external|external e?-?mail|caution|outside)\]/gi;
const replies = /^(?:(?:re|fw|fwd|re-send|aw|wg|tr)\s*:\s*)+/i;

/**
 * The court's short name of an entry, from a notice's subject line: what is left of it once the case number and the case's title
 * are taken away. Empty where the subject cannot be told apart.
 *
 * @param subject "Activity in Case 3:21-cv-00437-ECM-SRW Stapler v. Automatic Food Service, Inc. Notice (Other)"
 * @param number as the notice prints it
 * @param title as the notice prints it; courts cut it short in some subjects
 * @example shortNameOf('6:22-bk-13768-MH Corrected Amendment', '6:22-bk-13768-MH', 'Ana Prado') // 'Corrected Amendment'
 */
export function shortNameOf(subject: string, number: string, title: string): string {
  const text = foldSpace(subject.slice(0, 1_000).replaceAll(marks, ' ')).replace(replies, '');
  const isActivity = /\bActivity in\b/i.test(text);
  // "21-16499 A v. B "Notice of Appeal"": what stands in quotation marks is the event.
  const quoted = isActivity ? null : /"([^"]{2,300})"(?:\s*\([^()]{0,80}\))?$/.exec(text);
  if (quoted) return foldSpace(quoted[1]!);
  const place = number === '' ? -1 : text.indexOf(number);
  if (place < 0 || /\bDocket Entry #\d+ has been (?:updated|edited)/i.test(text)) return '';
  const before = text
    .slice(0, place)
    .replace(/^.*\bActivity in (?:[A-Z]{2,6} )?Case\b/i, '')
    .replace(new RegExp(`\\bCh[- ]?${chapters}\\b`, 'i'), ' ');
  const after = text
    .slice(place + number.length)
    .replace(/^[A-Za-z0-9-]{0,12}(?=\s)/, '')
    .replace(new RegExp(`^\\s*Ch[- ]?${chapters}\\b`, 'i'), ' ');
  const rest = foldSpace(`${before} ${after}`);
  const { left, isTitleFound } = withoutTitle(rest, foldSpace(title));
  // Subjects of district courts always give the title: where it was not found, the two cannot be told apart.
  if (isActivity && !isTitleFound) return '';
  return left
    .replace(/^[\s-]*\d{1,5} - (?=\S)/, '')
    .replace(/\s-\s\d{5,}$/, '')
    .replace(/^[\s\-–:;,]+|[\s\-–:;,]+$/g, '');
}

/** The number of the entry where a subject gives it: "25-2120 - 049 - Motion for Judicial Notice". */
export function entryNumberOf(subject: string): number | null {
  const found = /\b\d{2}-\d{1,6} - (\d{1,5}) - \S/.exec(foldSpace(subject));
  return found ? Number(found[1]) || null : null;
}

/** Chapters of the Bankruptcy Code, which bankruptcy courts print beside the number. */
const chapters = '(?:7|9|11|12|13|15)';

/** Shorter beginnings of a title are words anyone may use. */
const leastOfTitle = 8;

/** "21-10245-BAH Chapter 13 Ana Prado  Affidavit": the chapter is the case's, where the title follows it. */
const chapterBeforeTitle = new RegExp(`\\bChapter ${chapters}\\s*$`, 'i');

function withoutTitle(text: string, title: string): { left: string; isTitleFound: boolean } {
  if (title === '') return { left: text, isTitleFound: false };
  const place = text.toLowerCase().indexOf(title.toLowerCase());
  if (place >= 0)
    return {
      left: foldSpace(
        `${text.slice(0, place).replace(chapterBeforeTitle, '')} ${text.slice(place + title.length)}`,
      ),
      isTitleFound: true,
    };
  // At the end, cut short: "Close Adversary Case - Ana Prado", of "Ana Prado and Luis Prado".
  for (let at = 0; at + leastOfTitle <= text.length; at += 1)
    if (/[\s\-;:]/.test(text[at - 1] ?? ' ') && startsWith(title, text.slice(at)))
      return { left: text.slice(0, at), isTitleFound: true };
  const trimmed = text.replace(/^[\s\-–:;]+/, '');
  let common = 0;
  while (common < title.length && trimmed[common]?.toLowerCase() === title[common]!.toLowerCase())
    common += 1;
  // Cut short by the court: all of it is the title's beginning, up to a space in the subject.
  const cut = trimmed[common] === ' ' ? common : trimmed.lastIndexOf(' ', common);
  if (cut >= leastOfTitle && common - cut <= 1) return { left: trimmed.slice(cut), isTitleFound: true };
  return { left: text, isTitleFound: false };
}

const startsWith = (text: string, beginning: string): boolean =>
  text.slice(0, beginning.length).toLowerCase() === beginning.toLowerCase();
