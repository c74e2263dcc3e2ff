import type { Caption } from '../tro/index.ts';

/** Where a person writes. */
export const blank = '______';

/** Words, or a blank in their place, which is then listed in `missing`. */
export function fill(words: string, what: string, missing: string[]): string {
  if (words.trim() !== '') return words.trim();
  missing.push(`${what} is blank.`);
  return blank;
}

/** A caption with blanks for what it lacks; the judge is no blank. */
export function fillCaption(caption: Caption, missing: string[]): Caption {
  return {
    court: fill(caption.court, 'The court’s name', missing),
    plaintiffs: fill(caption.plaintiffs, 'The plaintiff’s name', missing),
    defendants: fill(caption.defendants, 'The defendant’s name', missing),
    number: fill(caption.number, 'The docket number', missing),
    judge: caption.judge.trim(),
  };
}
