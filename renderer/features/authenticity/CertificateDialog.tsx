import { useState } from 'react';
import type { JobResult } from '../../../shared/contract/api.ts';
import type { CertificateRule } from '../../../shared/model/authenticity.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';
import { messageOf, runJob, useFileWriting, useMatter, useViewState } from '../../client/index.ts';
import { Checkbox, Dialog, ErrorLine, RadioGroup, TextField } from '../../ui/index.ts';
import { JobProgress } from '../jobs/index.ts';
import { DraftedDialog } from './DraftedDialog.tsx';
import { certificateWords as words } from './words.ts';

type Drafted = JobResult<'authenticity.certificate'>;

/** Kept in the matter: mostly one person signs for all of it. */
interface Asked {
  readonly rule: CertificateRule;
  readonly name: string;
  readonly title: string;
  readonly organization: string;
  readonly isAbroad: boolean;
}
const askedFirst: Asked = { rule: '902(14)', name: '', title: '', organization: '', isAbroad: false };

const rules: readonly CertificateRule[] = ['902(14)', '902(13)', '902(11)'];

interface CertificateDialogProps {
  readonly ids: readonly EvidenceId[];
  readonly onClose: () => void;
}

/** Drafts the certification of a qualified person about items, and says what the draft leaves blank. */
export function CertificateDialog({ ids, onClose }: CertificateDialogProps) {
  const { id: matterId, title: matterTitle } = useMatter();
  const [asked, change] = useViewState('authenticity.certificate', askedFirst);
  const { isWriting, error, save } = useFileWriting();
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const { rule, ...certifier } = asked;
  const draft = () =>
    save('authenticity-certificate', words.fileName(matterTitle, rule), async (target) =>
      setDrafted(
        await runJob('authenticity.certificate', { matterId, ids: [...ids], rule, certifier, target }),
      ),
    );
  if (drafted)
    return (
      <DraftedDialog
        title={words.draftedTitle}
        said={words.drafted(drafted.fileName, drafted.pages)}
        left={words.blank}
        missing={drafted.missing}
        onClose={onClose}
      />
    );
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => void draft()}
      losesEntries={false}
      isBusy={isWriting}
      submitLabel={words.save}
    >
      <p className="text-ink-soft">{words.body(ids.length)}</p>
      <RadioGroup<CertificateRule>
        label={words.rule}
        value={rule}
        onChange={(next) => change({ rule: next })}
        options={rules.map((value) => ({ value, ...words.rules[value] }))}
        autoFocus
      />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 text-sm font-medium">{words.certifier}</legend>
        <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
          <TextField
            label={words.name}
            value={asked.name}
            onChange={(name) => change({ name })}
            maxLength={textLimits.authenticity.name}
          />
          <TextField
            label={words.position}
            value={asked.title}
            onChange={(title) => change({ title })}
            maxLength={textLimits.authenticity.title}
          />
        </div>
        <TextField
          label={words.organization}
          value={asked.organization}
          onChange={(organization) => change({ organization })}
          maxLength={textLimits.authenticity.organization}
        />
        <Checkbox
          isSelected={asked.isAbroad}
          onChange={(isAbroad) => change({ isAbroad })}
          description={words.abroadHelp}
        >
          {words.abroad}
        </Checkbox>
      </fieldset>
      {isWriting && <JobProgress operation="authenticity.certificate" label={words.working} />}
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
