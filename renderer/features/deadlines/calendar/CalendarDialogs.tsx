import { useEffect, useState } from 'react';
import { showError, useCommand, useMatter } from '../../../client/index.ts';
import { Unasked } from '../../../ui/index.ts';
import { CourtDaysDialog } from './CourtDaysDialog.tsx';
import { exportCalendar, exportControlSheet, printControlSheet } from './output.ts';
import { RemindersDialog } from './RemindersDialog.tsx';
import { RulePacksDialog } from './RulePacksDialog.tsx';
import { useReminders } from './use-reminders.ts';

type Shown = 'days' | 'rules' | 'reminders' | 'away' | null;

/** Court days, rule packs, reminders and what leaves the program, from whichever area is looked at. */
export function CalendarDialogs() {
  const matter = useMatter();
  const [shown, setShown] = useState<Shown>(null);
  const { reminders, wereAway, refresh } = useReminders();
  useCommand('deadlines.days', () => setShown('days'));
  useCommand('deadlines.rules', () => setShown('rules'));
  useCommand('deadlines.reminders', () => {
    refresh();
    setShown('reminders');
  });
  useCommand('deadlines.exportCalendar', () => void exportCalendar(matter).catch(showError));
  useCommand('deadlines.controlSheet', () => void exportControlSheet(matter).catch(showError));
  useCommand('deadlines.printSheet', () => void printControlSheet(matter).catch(showError));
  useEffect(() => {
    if (wereAway) setShown((current) => current ?? 'away');
  }, [wereAway]);
  const close = () => setShown(null);
  switch (shown) {
    case 'days':
      return <CourtDaysDialog onClose={close} />;
    case 'rules':
      return <RulePacksDialog onClose={close} />;
    case 'reminders':
      return <RemindersDialog reminders={reminders} isAway={false} onClose={close} />;
    case 'away':
      return (
        <Unasked>
          <RemindersDialog reminders={reminders} isAway onClose={close} />
        </Unasked>
      );
    case null:
      return null;
  }
}
