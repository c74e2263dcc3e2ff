import { useState } from 'react';
import { errorCodes } from '../../../../shared/errors/error-codes.ts';
import { messageOf } from '../../../client/index.ts';
import { ConfirmDialog, Dialog, ErrorLine, TextField } from '../../../ui/index.ts';
import { useMatterSession } from '../MatterSessionProvider.tsx';
import type { OpenQuestion } from '../session.ts';
import { matterWords as words } from '../words.ts';

/** What opening a matter must ask first: its passphrase, or whether reading is enough while it is open elsewhere. */
export function OpenQuestionDialog({ question }: { question: OpenQuestion }) {
  return question.kind === 'unlock' ? <Unlock question={question} /> : <InUse question={question} />;
}

function Unlock({ question }: { question: Extract<OpenQuestion, { kind: 'unlock' }> }) {
  const { open, dismissQuestion } = useMatterSession();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  const [isStale, setIsStale] = useState(false);

  const unlock = async () => {
    setIsBusy(true);
    setOther(null);
    setIsStale(false);
    try {
      await open(question.source, question.name, { passphrase });
    } catch (error) {
      setOther(messageOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  // Told once the field can be typed in again.
  const wrong =
    question.isWrong && !isStale && !isBusy ? errorCodes.MATTER_WRONG_PASSPHRASE.message({}) : null;
  return (
    <Dialog
      title={words.unlock(question.name)}
      width="small"
      onClose={dismissQuestion}
      onSubmit={() => void unlock()}
      isBusy={isBusy}
      submitLabel={words.unlockNow}
      canSubmit={passphrase !== ''}
    >
      <TextField
        label={words.passphrase}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value);
          setIsStale(true);
        }}
        error={other ?? wrong}
        autoFocus
      />
    </Dialog>
  );
}

function InUse({ question }: { question: Extract<OpenQuestion, { kind: 'in-use' }> }) {
  const { open, dismissQuestion } = useMatterSession();
  const [problem, setProblem] = useState<string | null>(null);
  const { passphrase } = question;
  return (
    <ConfirmDialog
      title={words.inUse}
      confirmLabel={words.openReadOnly}
      onClose={dismissQuestion}
      onConfirm={() =>
        void open(question.source, question.name, {
          isReadOnly: true,
          ...(passphrase !== undefined && { passphrase }),
        }).catch((error: unknown) => setProblem(messageOf(error)))
      }
    >
      <p>{question.message}</p>
      {problem && <ErrorLine>{problem}</ErrorLine>}
    </ConfirmDialog>
  );
}
