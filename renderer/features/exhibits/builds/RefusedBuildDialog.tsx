import { useState } from 'react';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { engineClient, formatCount, messageOf, useEngineQuery } from '../../../client/index.ts';
import { Button, Dialog, TextField, buttonWords } from '../../../ui/index.ts';
import { buildWords, refusedWords as words } from './words.ts';
import type { EndedProps } from '../jobs/ended-jobs.ts';
import { buildSet } from '../jobs/start-jobs.ts';
import { Findings } from './Findings.tsx';

interface RefusedBuildDialogProps extends EndedProps<'refused'> {
  /** Shows the exhibit whose original cannot be read. */
  readonly onGoToLabel: (label: string) => void;
}

/** All exhibits a build was refused for, each with the reason; takes passwords for those that are locked. */
export function RefusedBuildDialog(props: RefusedBuildDialogProps) {
  const { matterId, set, exhibits, choices, onClose, onGoToLabel } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const refused = exhibits.filter(({ label }) => !opened.has(label));
  const locked = refused.filter(({ isLocked }) => isLocked).map(({ label }) => label);
  const buildAgain = () => {
    onClose();
    void buildSet(matterId, set, choices);
  };
  return (
    <Dialog
      title={words.title(set.name)}
      width="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.close}</Button>
          <Button variant="primary" autoFocus={locked.length === 0} onPress={buildAgain}>
            {words.buildAgain}
          </Button>
        </>
      }
    >
      {refused.length > 0 && <p>{words.what(refused.length)}</p>}
      {(locked.length > 0 || opened.size > 0) && (
        <PasswordForAll
          matterId={matterId as MatterId}
          setId={set.id}
          locked={locked}
          openedCount={opened.size}
          onOpened={(labels) => setOpened(new Set([...opened, ...labels]))}
        />
      )}
      {refused.length > 0 && (
        <section aria-label={buildWords.findings}>
          <h3 className="sr-only">{buildWords.findings}</h3>
          <Findings
            findings={refused.map(({ label, reason }) => ({
              code: 'EXHIBIT_SOURCE_UNREADABLE',
              severity: 'error',
              message: words.reason(reason),
              label,
            }))}
            onGoToLabel={onGoToLabel}
          />
        </section>
      )}
    </Dialog>
  );
}

interface PasswordForAllProps {
  readonly matterId: MatterId;
  readonly setId: ExhibitSet['id'];
  /** Labels of those that are still locked. */
  readonly locked: readonly string[];
  readonly openedCount: number;
  readonly onOpened: (labels: readonly string[]) => void;
}

/** Tries a password on all that are locked; it works for as long as the matter is open. */
function PasswordForAll({ matterId, setId, locked, openedCount, onOpened }: PasswordForAllProps) {
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { data: exhibits } = useEngineQuery('exhibits.list', { matterId, setId });
  const canTry = password !== '' && exhibits !== undefined && !isBusy;
  const tryAll = async () => {
    setIsBusy(true);
    setError(null);
    const opening: string[] = [];
    try {
      for (const { label, evidenceId } of exhibits ?? [])
        if (evidenceId !== null && locked.includes(label) && (await isOpenedBy(evidenceId)))
          opening.push(label);
      if (opening.length === 0) setError(words.opensNone);
      else setPassword('');
    } catch (failure) {
      setError(messageOf(failure));
    }
    setIsBusy(false);
    onOpened(opening);
  };
  const isOpenedBy = async (id: EvidenceId) => {
    try {
      await engineClient['evidence.unlock']({ matterId, id, password, isKept: false });
      return true;
    } catch (failure) {
      if (isAppError(failure, 'EVIDENCE_WRONG_PASSWORD')) return false;
      // One item in several places was opened with the first of them.
      if (isAppError(failure, 'EVIDENCE_NOT_LOCKED')) return true;
      throw failure;
    }
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (canTry) void tryAll();
      }}
    >
      {locked.length > 0 && (
        <div className="flex items-start gap-2">
          <TextField
            label={words.password}
            description={words.passwordHelp}
            type="password"
            autoComplete="off"
            autoFocus
            value={password}
            onChange={(next) => {
              setPassword(next);
              setError(null);
            }}
            error={error}
          />
          <div className="mt-6">
            <Button type="submit" isDisabled={!canTry}>
              {words.tryPassword}
            </Button>
          </div>
        </div>
      )}
      <p role="status" className="text-ink-soft">
        {openedCount > 0 && words.opened(formatCount(openedCount, 'exhibit'), locked.length)}
      </p>
    </form>
  );
}
