import type { NoteAnchor, NoteKind } from '../../../../shared/model/notes.ts';
import type { TagColor } from '../../../../shared/model/evidence.ts';

/** A note as it goes onto a copy of a PDF. Plain data, to be sent to a thread. */
export interface NoteToDraw {
  readonly id: string;
  readonly kind: NoteKind;
  readonly anchor: NoteAnchor;
  readonly color: TagColor;
  /** What viewers show beside the mark. */
  readonly contents: string;
  readonly author: string;
  /** Instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** How a note came onto a copy: its words where they stood or elsewhere, at its old place, or not at all. */
export type NoteOutcome = 'drawn' | 'lost' | 'no page';

/** A copy of a PDF with notes. */
export interface AnnotatedCopy {
  readonly bytes: number;
  readonly sha256: string;
  /** In the order of the notes. */
  readonly outcomes: readonly NoteOutcome[];
  /** Whether a digital signature in it holds for the original only: a copy has other bytes. */
  readonly hadSignature: boolean;
}
