import type { Caption } from '../../../shared/domain/tro/index.ts';

/** A caption's lines as sheets are given them: the court first, the number last. A side without a name is left out. */
export function captionLines({ court, plaintiffs, defendants, number }: Caption): string[] {
  return [
    court,
    ...(plaintiffs === '' ? [] : [plaintiffs, 'Plaintiff,']),
    ...(plaintiffs === '' || defendants === '' ? [] : ['v.']),
    ...(defendants === '' ? [] : [defendants, 'Defendant.']),
    number === '' ? '' : `No. ${number}`,
  ];
}
