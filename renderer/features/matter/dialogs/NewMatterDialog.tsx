import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { MatterFields } from '../../../../shared/model/matter.ts';
import { engineClient, fieldErrors, messageOf, useFileWriting } from '../../../client/index.ts';
import {
  Banner,
  Checkbox,
  Dialog,
  ErrorLine,
  newPassphraseErrors,
  NewPassphraseFields,
  type NewPassphrase,
} from '../../../ui/index.ts';
import { guessTimeZone, MatterForm } from '../MatterForm.tsx';
import { useMatterSession } from '../MatterSessionProvider.tsx';
import { matterWords as words } from '../words.ts';

/** Makes a matter: what it is, an optional passphrase, and then where its file goes. */
export function NewMatterDialog({ onClose }: { onClose: () => void }) {
  const { enter } = useMatterSession();
  const [fields, setFields] = useState<MatterFields>(() => ({
    title: '',
    court: '',
    number: '',
    judge: '',
    timezone: guessTimeZone(),
  }));
  const [hasPassphrase, setHasPassphrase] = useState(false);
  const [typed, setTyped] = useState<NewPassphrase>({ passphrase: '', repeated: '' });
  const { isWriting, error, save } = useFileWriting();
  const [isTried, setIsTried] = useState(false);

  const titleMissing = fields.title.trim() === '' ? words.titleMissing : null;
  const problems = hasPassphrase ? newPassphraseErrors(typed) : null;
  const create = () => {
    setIsTried(true);
    if (titleMissing || problems?.passphrase || problems?.repeated) return;
    void save('matter', fields.title, async (target) => {
      const passphrase = hasPassphrase && { passphrase: typed.passphrase };
      const matter = await engineClient['matter.create']({ target, fields, ...passphrase });
      onClose();
      await enter(matter);
    });
  };

  const refused = fieldErrors(error);
  return (
    <Dialog
      title={words.newMatter}
      onClose={onClose}
      onSubmit={create}
      isBusy={isWriting}
      submitLabel={words.choosePlace}
    >
      <MatterForm
        fields={fields}
        onChange={(patch) => setFields((before) => ({ ...before, ...patch }))}
        errors={{ ...(isTried && titleMissing && { title: titleMissing }), ...refused }}
      />
      <div className="flex flex-col gap-3 border-t border-line pt-3">
        <Checkbox isSelected={hasPassphrase} onChange={setHasPassphrase} description={words.protectHelp}>
          {words.protect}
        </Checkbox>
        {hasPassphrase && (
          <>
            <div className="grid grid-cols-2 gap-3">
              <NewPassphraseFields
                value={typed}
                onChange={(patch) => setTyped((before) => ({ ...before, ...patch }))}
                errors={isTried ? problems : null}
              />
            </div>
            <Banner tone="warning">{words.passphraseWarning}</Banner>
          </>
        )}
      </div>
      {error !== null && !isAppError(error, 'INVALID_INPUT') && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
