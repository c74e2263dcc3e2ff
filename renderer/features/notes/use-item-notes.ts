import type { NoteRow } from '../../../shared/model/notes.ts';
import { useEngineQuery, type OpenItem } from '../../client/index.ts';

const none: readonly NoteRow[] = [];

/** The notes of one item, in the order of its pages. All that show them share one answer. */
export function useItemNotes({ matterId, evidenceId }: OpenItem) {
  const query = useEngineQuery('notes.list', {
    matterId,
    filter: { evidenceIds: [evidenceId], includesArchived: true },
  });
  return { notes: query.data ?? none, query };
}
