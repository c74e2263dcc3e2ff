import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type { Api } from '../../../shared/contract/api.ts';
import { sourceId } from '../../../shared/domain/source-id.ts';
import { engineTransport, useEngineQuery } from '../../client/index.ts';
import type { Place } from './pages/page-layout.ts';

/** An item of evidence that is read. */
export type EvidenceSource = Extract<ReaderSource, { evidenceId: string }>;
export type ReadItem = OutputOf<Api, 'evidence.get'>;

/** What is known of the item that is read; undefined until it is there. */
export function useReadItem({ matterId, evidenceId }: EvidenceSource): ReadItem | undefined {
  return useEngineQuery('evidence.get', { matterId, id: evidenceId }).data;
}

/** Where an original is served to this window. */
export function addressOf({ matterId, evidenceId }: EvidenceSource): string {
  return `matter://${matterId}/evidence/${evidenceId}`;
}

/** Notes at times of a recording that are being written; a type, as the matter remembers it as plain JSON. */
export type MomentDrafts = {
  /** A new one, with its time in milliseconds. */
  readonly added: { readonly atMs: number; readonly text: string } | null;
  /** Edited texts of existing ones, by their ids. */
  readonly edited: Readonly<Record<string, string>>;
};

/** What is known of a document for as long as its matter is open. */
interface Kept {
  /** The password that opened it before. */
  password?: string;
  /** Where it was left. */
  place?: Place;
}
const kept = new Map<string, Kept>();
let keptFor: string | null = null;

/** What this window keeps of a document until its matter closes. */
export function keptOf(source: ReaderSource): Kept {
  if (keptFor !== source.matterId) kept.clear();
  keptFor = source.matterId;
  const id = sourceId(source);
  const known = kept.get(id) ?? {};
  kept.set(id, known);
  return known;
}

// Hiding the reader does not mean leaving: its effects cannot tell the two apart.
engineTransport.onEvent(({ name }) => {
  if (name === 'matter.closed' || name === 'matter.locked') kept.clear();
});
