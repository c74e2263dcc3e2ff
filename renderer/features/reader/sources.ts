import type { ReaderSource } from '../../../shared/contract/reader.ts';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type { Api } from '../../../shared/contract/api.ts';
import { useEngineQuery } from '../../client/index.ts';

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
