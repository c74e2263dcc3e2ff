import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import { mostNamed, redactWords as words } from './words.ts';

interface RedactionWarningsProps {
  readonly recognisedPages: readonly number[];
  readonly notFound: string;
  readonly hiddenOn?: readonly number[];
  readonly sameWordsOn?: readonly number[];
  readonly misplacedWordsOn?: readonly number[];
}

/** What needs a look once places were looked for, or removed. */
export function RedactionWarnings({ notFound, ...pages }: RedactionWarningsProps) {
  const { recognisedPages, hiddenOn = [], sameWordsOn = [], misplacedWordsOn = [] } = pages;
  const on = (own: readonly number[], say: (pages: string) => string) =>
    own.length === 0 ? [] : [say(pagesInWords(own, mostNamed))];
  return [
    ...on(recognisedPages, words.recognised),
    ...(notFound === '' ? [] : [words.termsNotFound(notFound)]),
    ...on(hiddenOn, words.hiddenOn),
    ...on(sameWordsOn, words.sameWords),
    ...on(misplacedWordsOn, words.misplacedWords),
  ].map((warning) => (
    <p key={warning} className="text-warning-ink">
      {warning}
    </p>
  ));
}
