import { useState } from 'react';
import type { DocketEntryId, EvidenceId } from '../../../../shared/model/common.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { LinkField } from '../../../ui/index.ts';
import { EntryPicker, lineOfEntry } from '../../docket/index.ts';
import { EvidencePicker } from '../../pick/index.ts';
import { proofWords, recordWords as words } from '../words.ts';

/** A docket entry, a document of the evidence, or both. */
export interface Proof {
  readonly entryId: DocketEntryId | null;
  readonly evidenceId: EvidenceId | null;
}

export interface ProofFieldProps {
  readonly label: string;
  readonly value: Proof;
  readonly onChange: (value: Proof) => void;
  /** Whether a docket entry can be linked, or a document alone. */
  readonly hasEntry?: boolean;
}

/** What shows that something happened: linked, shown by name, and unlinked again. */
export function ProofField({ label, value, onChange, hasEntry = true }: ProofFieldProps) {
  const { id: matterId } = useMatter();
  const [picking, setPicking] = useState<'entry' | 'document' | null>(null);
  const entries = useEngineQuery('docket.list', value.entryId === null ? null : { matterId });
  const evidence = useEngineQuery(
    'evidence.list',
    value.evidenceId === null ? null : { matterId, sort: 'title', includesArchived: true },
  );
  const entry = entries.data?.find(({ id }) => id === value.entryId);
  const item = evidence.data?.find(({ id }) => id === value.evidenceId);
  const done = (next: Proof) => {
    onChange(next);
    setPicking(null);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5 border-t border-line pt-3">
      <legend className="sr-only">{label}</legend>
      {hasEntry && (
        <LinkField
          label={words.entry}
          chosen={linkedText(value.entryId, entries.data, entry && lineOfEntry(entry))}
          none={words.none}
          choose={words.chooseEntry}
          onChoose={() => setPicking('entry')}
          onRemove={() => onChange({ ...value, entryId: null })}
        />
      )}
      <LinkField
        label={words.document}
        chosen={linkedText(value.evidenceId, evidence.data, item && nameOfItem(item))}
        none={words.none}
        choose={words.chooseDocument}
        onChoose={() => setPicking('document')}
        onRemove={() => onChange({ ...value, evidenceId: null })}
      />
      {picking === 'entry' && (
        <EntryPicker
          title={words.pickEntry}
          onClose={() => setPicking(null)}
          onPick={(picked) => done({ entryId: picked.id, evidenceId: value.evidenceId ?? picked.evidenceId })}
        />
      )}
      {picking === 'document' && (
        <EvidencePicker
          title={words.pickDocument}
          onClose={() => setPicking(null)}
          onPick={(picked) => done({ ...value, evidenceId: picked.id })}
        />
      )}
    </fieldset>
  );
}

/** An archived item is still the proof, and is marked as archived. */
function nameOfItem({ title, isArchived }: { title: string; isArchived: boolean }): string {
  return isArchived ? proofWords.archived(title) : title;
}

/** What is linked; null where nothing is. */
function linkedText(
  id: string | null,
  list: readonly unknown[] | undefined,
  name: string | undefined,
): string | null {
  if (id === null) return null;
  return name ?? (list ? words.gone : '');
}
