import { useState } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { engineClient, messageOf, useAttempt } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, TextField, showToast } from '../../../ui/index.ts';
import { matterWords as words } from '../words.ts';

/** Restores a backup to a matter file of its own, and opens nothing: the user says when. */
export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const [backup, setBackup] = useState<GrantedFile | null>(null);
  const [target, setTarget] = useState<GrantedFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isLocked, setIsLocked] = useState(false);
  const { isBusy, error, attempt } = useAttempt();
  // Once it is known that there is one, its field stays.
  if (isAppError(error, 'MATTER_LOCKED') && !isLocked) setIsLocked(true);
  const restore = async () => {
    if (!backup || !target) return;
    const { fileName } = await engineClient['matter.restore']({
      backup: { token: backup.token },
      target: { token: target.token },
      ...(passphrase !== '' && { passphrase }),
    });
    showToast({ message: words.restored(fileName) });
    onClose();
  };

  return (
    <Dialog
      title={words.restore}
      onClose={onClose}
      onSubmit={() => void attempt(restore)}
      isBusy={isBusy}
      submitLabel={isBusy ? words.restoring : words.restoreNow}
      canSubmit={backup !== null && target !== null}
    >
      <p className="text-ink-soft">{words.restoreHelp}</p>
      <FileChoice
        label={words.backup}
        file={backup}
        choose={async () => (await window.forthwith.openFiles('backup'))[0] ?? null}
        onChosen={setBackup}
      />
      <FileChoice
        label={words.restoreTo}
        file={target}
        choose={() =>
          window.forthwith.saveFile(
            'matter',
            backup ? words.restoredFrom(backup.name.replace(/\.matter$/i, '')) : words.restoredName,
          )
        }
        onChosen={setTarget}
      />
      {isLocked && (
        <TextField
          label={words.backupPassphrase}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          description={words.backupPassphraseHelp}
          autoFocus
        />
      )}
      {error !== null && !isAppError(error, 'MATTER_LOCKED') && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}

interface FileChoiceProps {
  readonly label: string;
  readonly file: GrantedFile | null;
  readonly choose: () => Promise<GrantedFile | null>;
  readonly onChosen: (file: GrantedFile) => void;
}

function FileChoice({ label, file, choose, onChosen }: FileChoiceProps) {
  return (
    <div className="flex items-center gap-3">
      <span className="w-24 shrink-0 font-medium">{label}</span>
      <span className={`min-w-0 grow truncate ${file ? '' : 'text-ink-soft'}`}>
        {file?.name ?? words.notChosen}
      </span>
      <Button
        aria-label={words.chooseFor(label)}
        onPress={() => void choose().then((chosen) => chosen && onChosen(chosen))}
      >
        {words.choose}
      </Button>
    </div>
  );
}
