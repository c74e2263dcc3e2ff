import type { Tag } from '../../../../shared/model/evidence.ts';
import { chipsOf, yesNoChip, type FilterChip } from '../../../ui/index.ts';
import { kindWords, words } from '../words.ts';
import type { NotesNarrowing } from './notes-view.ts';

/** What narrows the list, one chip each. */
export function filterChips(
  filter: NotesNarrowing,
  tags: readonly Tag[],
): readonly FilterChip<NotesNarrowing>[] {
  return [
    ...chipsOf('kinds', filter, (kind) => kindWords[kind]),
    ...chipsOf('tagIds', filter, (id) => tags.find((tag) => tag.id === id)?.name ?? words.tags),
    ...chipsOf('authors', filter, (name) => `${words.author}: ${name === '' ? words.noAuthor : name}`),
    ...yesNoChip('isWorkProduct', filter, { yes: words.workProduct, no: words.notWorkProduct }),
  ];
}
