import { mediaClock } from '../../../shared/domain/evidence/media-clock.ts';
import type { Tag } from '../../../shared/model/evidence.ts';
import type { NoteKind, NoteRow } from '../../../shared/model/notes.ts';
import { kindWords, markWords, panelWords } from './words.ts';

/** What a note's name is made of. */
export interface Named {
  readonly kind: NoteKind;
  readonly author: string;
  readonly quote: string;
  readonly text: string;
  readonly tags: readonly Pick<Tag, 'name'>[];
  readonly state: 'exact' | 'moved' | 'lost';
}

/** Words that are read out before a long quote is cut. */
const quoteLength = 140;

/** Long words cut for a line, with an ellipsis. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/**
 * A note in one sentence, for screen readers.
 *
 * @example nameOf(note) // 'Highlight by A. Reyes: “thirty days” — late? Tags: Notice.'
 */
export function nameOf({ kind, author, quote, text, tags, state }: Named): string {
  const what = kind === 'redaction' ? `${kindWords[kind]} (${markWords.notApplied})` : kindWords[kind];
  const who = what + (author === '' ? '' : markWords.by(author));
  const said = [quote === '' ? '' : `“${shortened(quote, quoteLength)}”`, text].filter((part) => part !== '');
  const name = said.length === 0 ? who : `${who}: ${said.join(' — ')}`;
  return [
    tags.length > 0 || state !== 'exact' ? ended(name) : name,
    tags.length > 0 ? markWords.tags(tags.map((tag) => tag.name).join(', ')) : '',
    state === 'moved' ? markWords.movedLong : state === 'lost' ? markWords.lostLong : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** With an end to its sentence, unless it has one. */
function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Where a note is, in a word or two: its cite, its part, its moment. */
export function placeOf({ anchor, cite, evidenceKind }: NoteRow): string {
  if (anchor.atMs !== null) return mediaClock(anchor.atMs);
  if (anchor.page === null) return panelWords.whole;
  if (cite !== '') return cite;
  return evidenceKind === 'pdf' ? panelWords.page(anchor.page) : panelWords.part(anchor.page);
}
