import { LockKeyhole } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReaderSource } from '../../../shared/contract/reader.ts';
import { UnlockForm } from './card/UnlockForm.tsx';
import { useReadItem, type EvidenceSource } from './sources.ts';
import { cardWords as words } from './words.ts';

interface PasswordFormProps {
  readonly title: string;
  readonly source: ReaderSource;
  /** Whether a password was tried and did not open it. */
  readonly wasWrong: boolean;
  readonly onSubmit: (password: string) => void;
  /** Called when the original was unlocked elsewhere in the window. */
  readonly onUnlocked: () => void;
}

/** Asks for the password of a protected PDF: one of evidence is unlocked for the whole matter, a built one for reading alone. */
export function PasswordForm({ title, source, wasWrong, onSubmit, onUnlocked }: PasswordFormProps) {
  return (
    <div className="mx-auto flex h-full max-w-80 flex-col justify-center gap-3 p-6">
      <LockKeyhole aria-hidden className="size-8 shrink-0 stroke-[1.25] text-ink-soft" />
      <h2 className="text-lg font-semibold wrap-anywhere">{words.locked(title)}</h2>
      <p className="text-ink-soft">{words.lockedHelp}</p>
      <UnlockForm
        id={'evidenceId' in source ? source.evidenceId : null}
        wasWrong={wasWrong}
        onUnlocked={onSubmit}
      />
      {'evidenceId' in source && <UnlockedElsewhere source={source} onUnlocked={onUnlocked} />}
    </div>
  );
}

/** Notices that a locked original was unlocked: its password was given where the item is described. */
function UnlockedElsewhere({ source, onUnlocked }: { source: EvidenceSource; onUnlocked: () => void }) {
  const problems = useReadItem(source)?.problems;
  const isLocked = problems?.some(({ code }) => code === 'EVIDENCE_ENCRYPTED');
  const wasLocked = useRef(isLocked);
  const heard = useRef(onUnlocked);
  useEffect(() => {
    heard.current = onUnlocked;
  });
  useEffect(() => {
    if (wasLocked.current && isLocked === false) heard.current();
    wasLocked.current = isLocked;
  }, [isLocked]);
  return null;
}
