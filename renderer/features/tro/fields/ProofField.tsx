import type { DocketEntryId, EvidenceId } from '../../../../shared/model/common.ts';
import { EntryField } from '../../docket/index.ts';
import { DocumentField } from '../../pick/index.ts';

/** A docket entry, a document of the evidence, or both. */
export interface Proof {
  readonly entryId: DocketEntryId | null;
  readonly evidenceId: EvidenceId | null;
}

interface ProofFieldProps {
  readonly label: string;
  readonly value: Proof;
  readonly onChange: (value: Proof) => void;
}

/** What shows that something happened. */
export function ProofField({ label, value, onChange }: ProofFieldProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5 border-t border-line pt-3">
      <legend className="sr-only">{label}</legend>
      <EntryField
        entryId={value.entryId}
        onChoose={({ id, evidenceId }) =>
          onChange({ entryId: id, evidenceId: value.evidenceId ?? evidenceId })
        }
        onRemove={() => onChange({ ...value, entryId: null })}
      />
      <DocumentField
        evidenceId={value.evidenceId}
        onChange={(evidenceId) => onChange({ ...value, evidenceId })}
      />
    </fieldset>
  );
}
