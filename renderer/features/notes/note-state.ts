import type { EvidenceId, NoteId } from '../../../shared/model/common.ts';
import type { TagColor } from '../../../shared/model/evidence.ts';
import type { NoteAnchor, NoteKind, NoteRow } from '../../../shared/model/notes.ts';
import { createStore } from '../../ui/index.ts';

/** A mark that is shown before the matter has it: being stored, or a remark that is still being written. */
export interface Provisional {
  readonly id: string;
  readonly evidenceId: EvidenceId;
  readonly kind: NoteKind;
  readonly anchor: NoteAnchor;
  readonly color: TagColor;
  /** The document, as the reader has it open, on whose page it is still being written; null once it is on its way. */
  readonly draftIn: string | null;
  /** The note it became, and when. The mark is removed once that note is listed. */
  readonly kept?: { readonly as: NoteId; readonly at: number };
}

/** A box, or a mark for redaction, that is being drawn on a document, or put elsewhere on its page. */
export interface BoxTool {
  readonly documentId: string;
  readonly kind: 'box' | 'redaction';
  /** Page on which the keyboard draws, from 0. */
  readonly page: number;
  /** The box that is there already; null for a new one. */
  readonly placed: NoteRow | null;
}

interface NoteState {
  readonly provisional: readonly Provisional[];
  /** The note whose editor is open, and on the pages of which open document. */
  readonly edited: { readonly id: string; readonly documentId: string } | null;
  readonly boxTool: BoxTool | null;
  /** The note that was chosen last, in a list or on its page. */
  readonly chosen: string | null;
  /** A note to bring into sight once its page is there. */
  readonly sought: { readonly id: string; readonly takesFocus: boolean } | null;
}

const state = createStore<NoteState>({
  provisional: [],
  edited: null,
  boxTool: null,
  chosen: null,
  sought: null,
});

function change(patch: Partial<NoteState>): void {
  state.set({ ...state.get(), ...patch });
}

/** The present state of notes in this window, on every page that shows them. */
export const useNoteState = state.use;

/** Shows a mark at once; a draft opens its editor. Returns the mark's own id. */
export function showProvisional(mark: Omit<Provisional, 'id' | 'kept'>): string {
  const id = crypto.randomUUID();
  const { draftIn } = mark;
  // A remark that was not finished makes way for the next.
  const others = state.get().provisional.filter((each) => draftIn === null || each.draftIn === null);
  change({
    provisional: [...others, { ...mark, id }],
    ...(draftIn !== null && { edited: { id, documentId: draftIn } }),
  });
  return id;
}

function patchProvisional(id: string, patch: Partial<Provisional>): void {
  change({
    provisional: state.get().provisional.map((each) => (each.id === id ? { ...each, ...patch } : each)),
  });
}

/** Moves a mark that is shown already to exactly where its words are. */
export function placeProvisional(id: string, anchor: NoteAnchor): void {
  patchProvisional(id, { anchor });
}

/** The draft is finished, and on its way to the matter. */
export function sendDraft(id: string, color: TagColor): void {
  patchProvisional(id, { draftIn: null, color });
  if (state.get().edited?.id === id) change({ edited: null });
}

/** The matter has it, as this note. */
export function settleProvisional(id: string, as: NoteId): void {
  patchProvisional(id, { kept: { as, at: Date.now() } });
}

/** Removes a mark: it is listed now, or was discarded. */
export function dropProvisional(id: string): void {
  change({
    provisional: state.get().provisional.filter((each) => each.id !== id),
    ...(state.get().edited?.id === id && { edited: null }),
  });
}

/** Opens the editor of a note on its page. */
export function editOnPage(id: string, documentId: string): void {
  change({ edited: { id, documentId }, chosen: id });
}

/** Closes the editor of the note that is open on its page. */
export function closeEditor(): void {
  if (state.get().edited) change({ edited: null });
}

/** Marks a note as selected on every page that shows it; null for none. */
export function chooseNote(id: string | null): void {
  if (state.get().chosen !== id) change({ chosen: id });
}

/** Brings a note into sight on its page as soon as that is shown. */
export function seekNote(id: NoteId, takesFocus: boolean): void {
  change({ chosen: id, sought: { id, takesFocus } });
}

/** It was brought into sight. */
export function endSeeking(id: string): void {
  if (state.get().sought?.id === id) change({ sought: null });
}

/** Whether a mark may have the keyboard: not while a box is being drawn with it. */
export function mayTakeFocus(): boolean {
  return state.get().boxTool === null;
}

/** Starts drawing or moving a box, or ends it. */
export function takeBoxTool(tool: BoxTool | null): void {
  change({ boxTool: tool });
}
