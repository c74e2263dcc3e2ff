import { useState } from 'react';
import { keptOf, type EvidenceSource, type MomentDrafts } from '../sources.ts';

const nothing: MomentDrafts = { added: null, edited: new Map() };

/** What is half typed on a recording, kept when the reader is hidden or another document opened, and a way to change it. */
export function useMomentDrafts(
  source: EvidenceSource,
): readonly [MomentDrafts, (patch: Partial<MomentDrafts>) => void] {
  const kept = keptOf(source);
  const [, show] = useState<MomentDrafts | undefined>(kept.drafts);
  const change = (patch: Partial<MomentDrafts>) => {
    kept.drafts = { ...nothing, ...kept.drafts, ...patch };
    show(kept.drafts);
  };
  return [kept.drafts ?? nothing, change];
}
