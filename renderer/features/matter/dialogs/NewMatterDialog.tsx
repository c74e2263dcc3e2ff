import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { MatterFields } from '../../../../shared/model/matter.ts';
import { engineClient, fieldErrors, messageOf } from '../../../client/index.ts';
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
  const [error, setError] = useState<unknown>(null);
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  const titleMissing = fields.title.trim() === '' ? words.titleMissing : null;
  const problems = hasPassphrase ? newPassphraseErrors(typed) : null;
  const create = async () => {
    setIsTried(true);
    if (titleMissing || problems?.passphrase || problems?.repeated) return;
    setError(null);
    const target = await window.forthwith.saveFile('matter', fields.title);
    if (!target) return;
    setIsBusy(true);
    try {
      const matter = await engineClient['matter.create']({
        target: { token: target.token },
        fields,
        ...(hasPassphrase && { passphrase: typed.passphrase }),
      });
      onClose();
      await enter(matter);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsBusy(false);
    }
  };

  const refused = fieldErrors(error);
  return (
    <Dialog
      title={words.newMatter}
      onClose={onClose}
      onSubmit={() => void create()}
      isBusy={isBusy}
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
