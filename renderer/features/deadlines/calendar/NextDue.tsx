import { AlarmClock, Clock } from 'lucide-react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import {
  formatCountdown,
  formatMoment,
  useEngineQuery,
  useMatter,
  useNow,
  useRunCommand,
} from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import { isPastDue, nextDeadline } from '../agenda/groups.ts';
import { showDeadline } from '../deadline-target.ts';
import { nextDueWords as words } from './words.ts';

/** What is due next, and what is past due, in sight from every area. Nothing where the matter has no open deadline. */
export function NextDue() {
  const { id: matterId, timezone } = useMatter();
  const run = useRunCommand();
  const now = useNow();
  const { data = [] } = useEngineQuery('deadlines.list', { matterId });
  const past = data.filter((each) => isPastDue(each, now)).length;
  const next = nextDeadline(data, now);
  const isNextAhead = next !== null && !isPastDue(next, now);
  return (
    <div className="flex min-w-0 items-center gap-1">
      {past > 0 && (
        <Button
          variant="quiet"
          size="small"
          icon={<AlarmClock />}
          aria-label={words.pastLabel(past)}
          onPress={() => run('go.deadlines')}
        >
          <span className="font-semibold whitespace-nowrap text-danger-ink max-sm:hidden">
            {words.pastDue(past)}
          </span>
          <span className="font-semibold text-danger-ink tabular-nums sm:hidden">{past}</span>
        </Button>
      )}
      {isNextAhead && (
        <Button
          variant="quiet"
          size="small"
          icon={<Clock className="max-sm:hidden" />}
          aria-label={words.label(
            next.title,
            formatMoment(effectiveDue(next), timezone),
            formatCountdown(next.endsAt, now, timezone),
          )}
          onPress={() => {
            run('go.deadlines');
            showDeadline(next.id);
          }}
        >
          <span dir="auto" className="hidden max-w-52 truncate text-left text-ink-soft xl:inline">
            {next.title}
          </span>{' '}
          <span className="font-semibold whitespace-nowrap tabular-nums">
            {formatCountdown(next.endsAt, now, timezone)}
          </span>
        </Button>
      )}
    </div>
  );
}
