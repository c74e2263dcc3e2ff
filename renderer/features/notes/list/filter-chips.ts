import type { Tag } from '../../../../shared/model/evidence.ts';
import { toggled } from '../../evidence/index.ts';
import { kindWords, words } from '../words.ts';
import type { NotesNarrowing } from './notes-view.ts';

/** One filter of the list, with a way to remove it. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly without: Partial<NotesNarrowing>;
}

/** What narrows the list, one chip each. */
export function filterChips(filter: NotesNarrowing, tags: readonly Tag[]): readonly FilterChip[] {
  const { kinds, tagIds, authors, isWorkProduct } = filter;
  return [
    ...kinds.map((kind) => ({
      id: `kind ${kind}`,
      label: kindWords[kind],
      without: { kinds: toggled(kinds, kind) },
    })),
    ...tagIds.map((id) => ({
      id: `tag ${id}`,
      label: tags.find((tag) => tag.id === id)?.name ?? words.tags,
      without: { tagIds: toggled(tagIds, id) },
    })),
    ...authors.map((name) => ({
      id: `author ${name}`,
      label: `${words.author}: ${name === '' ? words.noAuthor : name}`,
      without: { authors: toggled(authors, name) },
    })),
    ...(isWorkProduct === null
      ? []
      : [
          {
            id: 'workProduct',
            label: isWorkProduct ? words.workProduct : words.notWorkProduct,
            without: { isWorkProduct: null },
          },
        ]),
  ];
}
