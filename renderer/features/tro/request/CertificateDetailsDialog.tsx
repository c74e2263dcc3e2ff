import { useState } from 'react';
import type { TroFields } from '../../../../shared/model/tro.ts';
import { fieldErrors, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, ErrorLine, TextArea, TextField, buttonWords } from '../../../ui/index.ts';
import { certificateWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

type Detail = 'attorney' | 'barNumber' | 'firm' | 'contact' | 'party' | 'reasonAgainstNotice';

/** Who signs the certificate, and why notice should not be required. */
export function CertificateDetailsDialog({ fields, onClose }: { fields: TroFields; onClose: () => void }) {
  const [draft, setDraft] = useState<Pick<TroFields, Detail>>(() => ({
    attorney: fields.attorney,
    barNumber: fields.barNumber,
    firm: fields.firm,
    contact: fields.contact,
    party: fields.party,
    reasonAgainstNotice: fields.reasonAgainstNotice,
  }));
  const update = useEngineMutation('tro.update', {
    errors: 'inline',
    undoMessage: () => words.saved,
    onSuccess: onClose,
  });
  const refused = fieldErrors(update.error);
  const of = (key: Detail) => ({
    value: draft[key],
    onChange: (value: string) => setDraft((last) => ({ ...last, [key]: value })),
    error: refused[key],
  });
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => update.mutate({ fields: draft })}
      isBusy={update.isPending}
      submitLabel={buttonWords.save}
    >
      <p className="text-ink-soft">{words.intro}</p>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <TextField label={words.attorney} {...of('attorney')} maxLength={textLimits.tro.attorney} autoFocus />
        <TextField label={words.barNumber} {...of('barNumber')} maxLength={textLimits.tro.barNumber} />
        <TextField label={words.firm} {...of('firm')} maxLength={textLimits.tro.firm} />
        <TextField label={words.party} {...of('party')} maxLength={textLimits.tro.party} />
      </div>
      <TextArea label={words.contact} {...of('contact')} rows={2} maxLength={textLimits.tro.contact} />
      <TextArea
        label={words.reason}
        {...of('reasonAgainstNotice')}
        rows={4}
        maxLength={textLimits.tro.reasonAgainstNotice}
        description={words.reasonHelp}
      />
      {update.error && Object.keys(refused).length === 0 && <ErrorLine>{messageOf(update.error)}</ErrorLine>}
    </Dialog>
  );
}
