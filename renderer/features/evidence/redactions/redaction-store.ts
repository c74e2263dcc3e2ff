import type { JobResult } from '../../../../shared/contract/api.ts';
import { isSaying, namesOf, termsOf } from '../../../../shared/domain/redaction/index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { NoteAnchor } from '../../../../shared/model/notes.ts';
import { messageOf, runJob, showError } from '../../../client/index.ts';
import { createStore } from '../../../ui/index.ts';
import { askOrigin } from '../intake/intake-store.ts';
import { basisOf, redactWords as words } from './words.ts';

/** What is to be redacted. */
export type ItemToRedact = Pick<EvidenceItem, 'id' | 'title' | 'kind' | 'custodian'>;

/** What is asked for in the dialog. */
export interface Wishes {
  /** One a line. */
  readonly words: string;
  readonly hasIdentifiers: boolean;
  /** What is marked for redaction is removed. */
  readonly hasMarks: boolean;
}

/** The result of looking for places to mark. */
interface Marked {
  readonly added: number;
  /** Marked already. */
  readonly known: number;
  /** Pages, from 1, whose words were recognized. */
  readonly recognisedPages: readonly number[];
  /** Pages, from 1, with pictures that say it where nobody sees it: they cannot be marked. */
  readonly hiddenOn: readonly number[];
  /** Words that were found nowhere; empty where all were found. */
  readonly notFound: string;
}

/** A copy that is being asked for. */
export interface AskedRedaction {
  readonly matterId: MatterId;
  readonly item: ItemToRedact;
  readonly wishes: Wishes;
  /** It came back by itself, as the copy could not be made. */
  readonly isBack: boolean;
  /** Why the copy that was asked for last was not made, or nothing was marked. */
  readonly error: string | null;
  readonly isMarking: boolean;
  readonly marked: Marked | null;
}

/** A copy that was saved. */
export interface SavedRedaction {
  readonly matterId: MatterId;
  readonly name: string;
  /** Whose the original is, and what the copy is called in the matter. */
  readonly custodian: string;
  readonly source: string;
  readonly copy: JobResult<'evidence.redact'>;
  /** Words that were found nowhere; empty where all were found. */
  readonly notFound: string;
}

/** Redacting copies, from the request to the result. It waits here while the user is in another area. */
interface RedactionState {
  /** What the dialog asks about; null while none does. */
  readonly asked: AskedRedaction | null;
  readonly saved: SavedRedaction | null;
}

const noWishes: Wishes = { words: '', hasIdentifiers: false, hasMarks: true };
const state = createStore<RedactionState>({ asked: null, saved: null });
/** What was asked for when the user went to look at a mark, or canceled the copy, to be found again afterwards. */
let left: AskedRedaction | null = null;

export const useRedaction = state.use;

/** Asks what is removed from a copy of an item. */
export function askToRedact(matterId: MatterId, item: ItemToRedact): void {
  const wishes = left?.matterId === matterId && left.item.id === item.id ? left.wishes : noWishes;
  left = null;
  showAsked({ matterId, item, wishes, isBack: false, error: null, isMarking: false, marked: null });
}

export function changeWishes(changed: Partial<Wishes>): void {
  patchAsked((asked) => ({ ...asked, wishes: { ...asked.wishes, ...changed } }));
}

export function closeAsked(): void {
  showAsked(null);
}

/** Closes the dialog while a mark is looked at; opened for the same item again, it is as it was. */
export function leaveAsked(): void {
  left = state.get().asked;
  showAsked(null);
}

/** Asks, in place of the report, where a copy that is added as evidence came from; that is known. */
export function addSaved({ matterId, name, custodian, source }: SavedRedaction, token: string): void {
  closeSaved();
  askOrigin(matterId, [{ name, token }], { known: { custodian, source } });
}

export function closeSaved(): void {
  state.set({ ...state.get(), saved: null });
}

/**
 * Asks where, and has the copy made while the dialog is away. What was entered is restored if that fails.
 *
 * @param wishes as they are in the dialog, `hasMarks` only where there are marks
 */
export async function saveRedacted(asked: AskedRedaction, wishes: Wishes): Promise<void> {
  const { matterId, item } = asked;
  try {
    const { words: lines, ...others } = wishes;
    const terms = termsOf(lines);
    const saysIt = isSaying(item.title, { ...wishes, terms });
    const target = await window.forthwith.saveFile('redacted-pdf', words.copyName(item.title, saysIt));
    if (!target) return;
    showAsked(null);
    const copy = await runJob('evidence.redact', {
      matterId,
      id: item.id,
      target: { token: target.token },
      terms,
      ...others,
    });
    state.set({
      ...state.get(),
      saved: {
        matterId,
        name: target.name,
        custodian: item.custodian,
        source: words.copySource(item.title, saysIt),
        copy,
        notFound: namesOf(terms, copy.termsNotFound),
      },
    });
  } catch (error) {
    if (isAppError(error, 'CANCELLED') || isAppError(error, 'INTERRUPTED') || state.get().asked) {
      left = asked;
      return showError(error);
    }
    showAsked({ ...asked, isBack: true, error: messageOf(error) });
  }
}

/** Marks places of an item. */
type Mark = (places: {
  evidenceId: EvidenceId;
  places: { anchor: NoteAnchor; text: string }[];
}) => Promise<{ added: number; known: number }>;

/** Looks for what is asked for, and marks it for redaction. The dialog stays; its words have done their work. */
export async function markFound({ matterId, item, wishes }: AskedRedaction, mark: Mark): Promise<void> {
  const patch = (change: Partial<AskedRedaction>) =>
    patchAsked((asked) => (asked.item.id === item.id ? { ...asked, ...change } : asked));
  patch({ isMarking: true, error: null, marked: null });
  try {
    const terms = termsOf(wishes.words);
    const { proposals, recognisedPages, hiddenOn, termsNotFound } = await runJob(
      'evidence.proposeRedactions',
      {
        matterId,
        id: item.id,
        terms,
        hasIdentifiers: wishes.hasIdentifiers,
      },
    );
    const places = proposals.map(({ page, kind, text, rects }) => ({
      anchor: { ...noAnchor, page, quote: oneLine(text), rects },
      text: basisOf(kind),
    }));
    const done = places.length > 0 ? await mark({ evidenceId: item.id, places }) : { added: 0, known: 0 };
    patch({
      isMarking: false,
      marked: { ...done, recognisedPages, hiddenOn, notFound: namesOf(terms, termsNotFound) },
      // What cannot be marked is removed by its words alone.
      wishes: hiddenOn.length > 0 ? { ...wishes, hasMarks: true } : noWishes,
    });
  } catch (error) {
    const isTold = isAppError(error, 'CANCELLED') || isAppError(error, 'INTERRUPTED');
    patch({ isMarking: false, error: isTold ? null : messageOf(error) });
  }
}

const noAnchor = { prefix: '', suffix: '', atMs: null } as const;
const longestQuote = 20_000;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, longestQuote);
}

function showAsked(asked: AskedRedaction | null): void {
  state.set({ ...state.get(), asked });
}

function patchAsked(change: (asked: AskedRedaction) => AskedRedaction): void {
  const { asked } = state.get();
  if (asked) showAsked(change(asked));
}
