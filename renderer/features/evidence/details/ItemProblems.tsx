import { useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { Button, WarningLine } from '../../../ui/index.ts';
import type { EvidenceActions } from '../use-evidence-actions.ts';
import { overlayWords } from '../overlay/words.ts';
import { detailWords as words, words as listWords } from '../words.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

interface ItemProblemsProps {
  readonly item: EvidenceItem;
  readonly actions: EvidenceActions;
  /** Shows which words a failed redaction left. */
  readonly onCheckRedactions: () => void;
  /** Shows what a load file corrects. */
  readonly onOverlay: () => void;
}

/** What is wrong with an item, each with what can be done about it. */
export function ItemProblems({ item, actions, onCheckRedactions, onOverlay }: ItemProblemsProps) {
  const [isUnlocking, setIsUnlocking] = useState(false);
  if (item.problems.length === 0 && !item.needsOcr) return null;
  // A password opens nothing else here.
  const isLocked = item.kind === 'pdf' && item.problems.some(({ code }) => code === 'EVIDENCE_ENCRYPTED');
  const isRedactionFailed = item.problems.some(({ code }) => code === 'PDF_REDACTION_FAILED');
  const isOverlay = item.problems.some(({ code }) => code === 'EVIDENCE_PRODUCTION_OVERLAY');
  return (
    <section aria-label={words.problems} className="flex flex-col gap-2 rounded-md bg-warning-soft px-3 py-2">
      {item.problems.map(({ code, message }) => (
        <WarningLine key={`${code} ${message}`}>{message}</WarningLine>
      ))}
      {item.needsOcr && <WarningLine>{words.needsOcrLong}</WarningLine>}
      {(isLocked || item.needsOcr || isRedactionFailed || isOverlay) && (
        <div className="flex flex-wrap gap-1.5">
          {isLocked && (
            <Button size="small" changesMatter onPress={() => setIsUnlocking(true)}>
              {words.unlock}
            </Button>
          )}
          {isRedactionFailed && (
            <Button size="small" onPress={onCheckRedactions}>
              {listWords.checkRedactions}
            </Button>
          )}
          {isOverlay && (
            <Button size="small" onPress={onOverlay}>
              {overlayWords.button}
            </Button>
          )}
          {item.needsOcr && (
            <Button size="small" changesMatter onPress={() => void actions.recognize([item.id])}>
              {words.recognize}
            </Button>
          )}
        </div>
      )}
      {isUnlocking && <UnlockDialog item={item} onClose={() => setIsUnlocking(false)} />}
    </section>
  );
}
