import { useRef } from 'react';
import { useViewState } from '../../../client/index.ts';
import type { EvidenceSource, MomentDrafts } from '../sources.ts';

const nothing: MomentDrafts = { added: null, edited: {} };

/** How drafts change: based on their latest state, because a save completes later. */
export type ChangeDrafts = (change: (drafts: MomentDrafts) => MomentDrafts) => void;

/** What is half typed on a recording, remembered in the matter until it is saved or discarded, and a way to change it. */
export function useMomentDrafts({ evidenceId }: EvidenceSource): readonly [MomentDrafts, ChangeDrafts] {
  const [drafts, change] = useViewState(`reader.drafts ${evidenceId}`, nothing);
  const latest = useRef(drafts);
  latest.current = drafts;
  return [
    drafts,
    (next) => {
      latest.current = next(latest.current);
      change(latest.current);
    },
  ];
}

/** Changes the draft of one note; each other draft stays as it is. */
export function withEdited(drafts: MomentDrafts, id: string, text: string): MomentDrafts {
  return { ...drafts, edited: { ...drafts.edited, [id]: text } };
}

/**
 * Ends the editing of one note; each other draft stays as it is.
 *
 * @param saved what was kept of it: where more was typed since, its draft stays too. Left out where it is discarded
 */
export function withoutEdited(drafts: MomentDrafts, id: string, saved?: string): MomentDrafts {
  const { [id]: text, ...edited } = drafts.edited;
  return saved === undefined || text === undefined || text.trim() === saved ? { ...drafts, edited } : drafts;
}

/** Ends a new note, as `withoutEdited` does. */
export function withoutAdded(drafts: MomentDrafts, saved?: string): MomentDrafts {
  return saved === undefined || drafts.added?.text.trim() === saved ? { ...drafts, added: null } : drafts;
}
