import { createContext, use, type ComponentType, type ReactNode } from 'react';
import type { Rect } from '../../shared/contract/reader.ts';
import type { EvidenceId, MatterId } from '../../shared/model/common.ts';

/** An item of evidence that is open in the reader. */
export interface OpenItem {
  readonly matterId: MatterId;
  readonly evidenceId: EvidenceId;
}

/** A place in a page's text: a run as `reader.text` gives it, and how far into it in UTF-16 units. */
export interface RunPlace {
  readonly run: number;
  readonly offset: number;
}

/** Words selected in a document with pages. */
export interface SelectedWords {
  readonly text: string;
  /** One for each page the selection runs over; pages from 0. */
  readonly parts: readonly { readonly page: number; readonly from: RunPlace; readonly to: RunPlace }[];
  /** Where the selection ends, in CSS pixels of the window, for what is offered beside it. */
  readonly at: { readonly x: number; readonly y: number };
}

/** What notes add to the reader, without either knowing the other. */
export interface ReaderNotes {
  /** Over a page's picture and under its text; laid out in points and scaled with the page. */
  readonly PageLayer: ComponentType<{
    readonly item: OpenItem;
    readonly documentId: string;
    /** From 0. */
    readonly page: number;
    readonly shape: { readonly width: number; readonly height: number };
    /** Increases when the page's text may have been recognized again. */
    readonly textVersion: number;
  }>;
  /** For a text that is read part by part (`[data-part]`): placed directly in the element that holds the parts. */
  readonly PartNotes: ComponentType<{ readonly item: OpenItem }>;
  /** In place of `PartNotes` below words in a sealed frame, which the window cannot read: says where they can be marked. */
  readonly SealedNotes: ComponentType<{
    readonly item: OpenItem;
    /** Whether commands are for this document. */
    readonly isOffered: boolean;
    /** Shows the words as text, in which they can be marked. */
    readonly onPlain: () => void;
  }>;
  /** What can be done with selected words. */
  readonly SelectionTools: ComponentType<{
    readonly item: OpenItem;
    readonly documentId: string;
    readonly selection: SelectedWords;
    /** What is selected at this moment, not a moment ago. */
    readonly readNow: () => SelectedWords | null;
    readonly onDone: () => void;
  }>;
  /** What can be done with all places that words were found at: marking them for redaction. */
  readonly FindTools: ComponentType<{
    readonly item: OpenItem;
    /** The words as they were typed; empty where several were looked for. */
    readonly query: string;
    /** Complete; pages from 0. */
    readonly hits: readonly { readonly page: number; readonly rects: readonly Rect[] }[];
  }>;
  /** What can be done with the moment a recording is at, besides a note: making a fact of it. */
  readonly MomentTools: ComponentType<{
    readonly item: OpenItem;
    /** In milliseconds. */
    readonly atMs: number;
    /** Stops there and returns what to cite: the start, and the words said from then on, empty where none are known. */
    readonly onTake: () => { readonly atMs: number; readonly quote: string };
  }>;
  /** Buttons for the reader's toolbar: drawing a box, a note on the page, a bookmark. */
  readonly Tools: ComponentType<{
    readonly item: OpenItem;
    readonly documentId: string;
    readonly page: number;
  }>;
  /** The item's notes, beside its pages; also for what has no pages. */
  readonly SidePanel: ComponentType<{
    readonly item: OpenItem;
    readonly documentId: string | null;
    /** From 0; null where there are none. */
    readonly page: number | null;
    /** Shows a place: a page from 0 and points from its top, or a moment in milliseconds. */
    readonly onGo: (
      place: { readonly page: number; readonly y: number | null } | { readonly atMs: number },
    ) => void;
    /** While the words are in a sealed frame: shows them as text. */
    readonly onPlain?: () => void;
  }>;
}

const ReaderNotesContext = createContext<ReaderNotes | null>(null);

/** Gives the reader its notes. */
export function ReaderNotesProvider(props: { readonly notes: ReaderNotes; readonly children: ReactNode }) {
  return <ReaderNotesContext value={props.notes}>{props.children}</ReaderNotesContext>;
}

/** What notes add to the reader; null where there are none. */
export function useReaderNotes(): ReaderNotes | null {
  return use(ReaderNotesContext);
}
