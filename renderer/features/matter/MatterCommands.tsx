import { useEffect, useRef, useState } from 'react';
import type { Verification } from '../../../shared/model/matter.ts';
import { runJob, showError, useCommand, useJobs, useOpenMatter } from '../../client/index.ts';
import { ConfirmDialog, showToast, Unasked } from '../../ui/index.ts';
import { DetailsDialog } from './dialogs/DetailsDialog.tsx';
import { NewMatterDialog } from './dialogs/NewMatterDialog.tsx';
import { OpenQuestionDialog } from './dialogs/OpenQuestionDialog.tsx';
import { PassphraseDialog } from './dialogs/PassphraseDialog.tsx';
import { RestoreDialog } from './dialogs/RestoreDialog.tsx';
import { VerificationDialog } from './dialogs/VerificationDialog.tsx';
import { LeaveQuestion, useWorkAskedAbout, whatIsDropped, type Dropped } from './LeaveQuestion.tsx';
import { useMatterSession } from './MatterSessionProvider.tsx';
import type { MatterSource } from './session.ts';
import { matterWords as words } from './words.ts';

type Shown = 'new' | 'details' | 'passphrase' | 'restore' | 'reset-sample';

/** Answers the File menu: opening, making, locking and caring for matters, with the dialogs each needs. */
export function MatterCommands() {
  const session = useMatterSession();
  const matter = useOpenMatter();
  useWorkAskedAbout(useJobs().running);
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  // Of its own: it must not take the place of a dialog that is filled in when the verification ends.
  const [verified, setVerified] = useState<Verification | null>(null);
  const [asked, setAsked] = useState<{ readonly about: Dropped; readonly go: () => void } | null>(null);

  /** Goes on at once, or after the person agreed that running work is cancelled and what is typed in a dialog is dropped, here or in a document's own window. */
  const leaving = (go: () => Promise<void> | void) => {
    const goOn = async () => {
      if (await window.forthwith.mayCloseReaderWindows()) await go();
    };
    const act = () => void goOn().catch(showError);
    const about = whatIsDropped();
    if (about) setAsked({ about, go: act });
    else act();
  };
  const openSource = (source: MatterSource, name: string) => leaving(() => session.open(source, name));

  // A matter asked for from outside: a double click in the file manager.
  const latest = useRef(openSource);
  useEffect(() => {
    latest.current = openSource;
  });
  const isFree = !session.isStarting && session.preparing === null;
  useEffect(() => {
    if (!isFree) return undefined;
    return window.forthwith.onNotice('matter.requested', ({ file: { token, name } }) =>
      latest.current({ token }, name),
    );
  }, [isFree]);
  useCommand('matter.new', () => leaving(() => setShown('new')), { isEnabled: isFree });
  useCommand('matter.open', () => void chooseMatter(openSource), { isEnabled: isFree });
  useCommand('matter.sample', () => leaving(() => session.openSample(false)), { isEnabled: isFree });
  useCommand('matter.resetSample', () => setShown('reset-sample'), { isEnabled: isFree });
  useCommand('matter.edit', () => setShown('details'));
  useCommand('matter.passphrase', () => setShown('passphrase'));
  useCommand('matter.lock', () => leaving(session.lock), { isEnabled: matter?.isEncrypted ?? false });
  useCommand('matter.close', () => leaving(session.close));
  useCommand('matter.restore', () => leaving(() => setShown('restore')));
  useCommand('matter.backup', () => void backUp(matter?.id ?? '', matter?.title ?? '').catch(showError));
  useCommand('matter.verify', () => {
    runJob('matter.verify', { matterId: matter?.id ?? '' })
      .then(setVerified)
      .catch(showError);
  });

  if (session.question) return <OpenQuestionDialog question={session.question} />;
  return (
    <>
      {dialog()}
      {verified && (
        <Unasked>
          <VerificationDialog result={verified} onClose={() => setVerified(null)} />
        </Unasked>
      )}
      {asked && (
        <LeaveQuestion
          about={asked.about}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            close();
            asked.go();
          }}
        />
      )}
    </>
  );

  function dialog() {
    switch (shown) {
      case 'new':
        return <NewMatterDialog onClose={close} />;
      case 'restore':
        return <RestoreDialog onClose={close} />;
      case 'details':
        return matter && <DetailsDialog onClose={close} />;
      case 'passphrase':
        return matter && <PassphraseDialog onClose={close} />;
      case 'reset-sample':
        return (
          <ConfirmDialog
            title={words.resetQuestion}
            confirmLabel={words.reset}
            isDanger
            onClose={close}
            onConfirm={() => {
              close();
              leaving(() => session.openSample(true));
            }}
          >
            <p>{words.resetWarning}</p>
          </ConfirmDialog>
        );
      default:
        return null;
    }
  }
}

async function chooseMatter(open: (source: MatterSource, name: string) => void): Promise<void> {
  const [file] = await window.forthwith.openFiles('matter');
  if (file) open({ token: file.token }, file.name.replace(/\.matter$/i, ''));
}

async function backUp(matterId: string, title: string): Promise<void> {
  const today = new Date().toLocaleDateString('sv');
  const target = await window.forthwith.saveFile('backup', words.backupName(title, today));
  if (!target) return;
  const { fileName } = await runJob('matter.backup', { matterId, target: { token: target.token } });
  showToast({ message: words.backedUp(fileName) });
}
