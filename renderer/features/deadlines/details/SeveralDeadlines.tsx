import { isDoubted } from '../../../../shared/domain/deadlines/doubted.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { formatCount } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { actionWords, detailWords as words } from '../words.ts';

/** What can be done with several deadlines at once. */
export function SeveralDeadlines(props: { deadlines: readonly Deadline[]; actions: DeadlineActions }) {
  const { deadlines, actions } = props;
  const moved = deadlines.filter((each) => each.moved !== null && !isDoubted(each));
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <h2 className="text-lg font-semibold">{words.chosen(deadlines.length)}</h2>
      <div role="group" aria-label={words.actions} className="flex flex-wrap gap-1.5">
        {moved.length > 0 && (
          <Button size="small" changesMatter onPress={() => actions.acknowledge(moved)}>
            {actionWords.acknowledgeSeveral(formatCount(moved.length, 'new date'))}
          </Button>
        )}
        <Button size="small" changesMatter onPress={() => actions.remove(deadlines)}>
          {actionWords.deleteSeveral(formatCount(deadlines.length, 'deadline'))}
        </Button>
      </div>
    </div>
  );
}
