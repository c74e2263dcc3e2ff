import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LeavingAnswer } from '../../../shared/contract/bridge.ts';
import { leaveStored } from './leave-stored.ts';
import { LeaveQuestion, whatIsDropped, type Dropped } from './LeaveQuestion.tsx';

/** Asks about running work and what is half filled in when main asks whether the window may close; on main's order stores everything and closes it. */
export function WindowClosing({ queries }: { readonly queries: QueryClient }) {
  const [asked, setAsked] = useState<Dropped | null>(null);
  useEffect(
    () =>
      window.forthwith.onNotice('window.leaving', () => {
        const dropped = whatIsDropped();
        setAsked(dropped);
        window.forthwith.answerLeaving(dropped ? 'asks' : 'leaves');
      }),
    [],
  );
  useEffect(
    () =>
      window.forthwith.onNotice('window.closing', () => {
        void leaveStored(queries).finally(() => window.close());
      }),
    [queries],
  );
  const answer = (said: LeavingAnswer) => {
    setAsked(null);
    window.forthwith.answerLeaving(said);
  };
  return (
    asked && (
      <LeaveQuestion about={asked} onClose={() => answer('stays')} onConfirm={() => answer('leaves')} />
    )
  );
}
