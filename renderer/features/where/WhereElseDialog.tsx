import { useState } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { useCommand, useReaderTarget } from '../../client/index.ts';
import { Dialog } from '../../ui/index.ts';
import { WhereElse } from './WhereElse.tsx';
import { words } from './words.ts';

/** Asked from the reader: where else the document in front is. */
export function WhereElseDialog() {
  const { target } = useReaderTarget();
  const source = target?.source;
  const inFront = source && 'evidenceId' in source ? source.evidenceId : null;
  const [asked, setAsked] = useState<{ readonly id: EvidenceId; readonly title: string } | null>(null);
  useCommand('reader.whereElse', () => setAsked(inFront && { id: inFront, title: target?.title ?? '' }), {
    isEnabled: inFront !== null,
  });
  if (asked === null) return null;
  const close = () => setAsked(null);
  return (
    <Dialog title={words.title} onClose={close}>
      <p className="font-medium wrap-anywhere">{asked.title}</p>
      <WhereElse id={asked.id} onGone={close} hasHeading={false} tellsNone />
    </Dialog>
  );
}
