import { useState } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { useEngineQuery, useMatter } from '../../client/index.ts';
import { LinkField } from '../../ui/index.ts';
import { EvidencePicker } from './EvidencePicker.tsx';
import { documentWords as words } from './words.ts';

interface DocumentFieldProps {
  readonly evidenceId: EvidenceId | null;
  readonly onChange: (evidenceId: EvidenceId | null) => void;
}

/** A document of the evidence: chosen, shown by name, and unlinked again. */
export function DocumentField({ evidenceId, onChange }: DocumentFieldProps) {
  const { id: matterId } = useMatter();
  const [isPicking, setIsPicking] = useState(false);
  const { data } = useEngineQuery(
    'evidence.list',
    evidenceId === null ? null : { matterId, sort: 'title', includesArchived: true },
  );
  const item = data?.find(({ id }) => id === evidenceId);
  // An archived item is linked all the same, and is marked as archived.
  const name = item?.isArchived ? words.archived(item.title) : item?.title;
  return (
    <>
      <LinkField
        label={words.label}
        chosen={evidenceId === null ? null : (name ?? (data ? words.gone : ''))}
        none={words.none}
        choose={words.choose}
        onChoose={() => setIsPicking(true)}
        onRemove={() => onChange(null)}
      />
      {isPicking && (
        <EvidencePicker
          title={words.pick}
          onClose={() => setIsPicking(false)}
          onPick={({ id }) => {
            onChange(id);
            setIsPicking(false);
          }}
        />
      )}
    </>
  );
}
