import { CircleStop, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useJobs, useRunCommand } from '../../client/index.ts';
import { Button, IconButton, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { useShownNearby } from './shown-jobs.ts';
import { jobProgress, jobSentence, jobsWords as words } from './words.ts';

/** Long work in the status bar: what is running, its progress where nothing nearby shows it, with Cancel; or what needs a look. */
export function JobStatus() {
  const { jobs, running, cancel } = useJobs();
  const run = useRunCommand();
  const nearby = useShownNearby();
  const first = running.find(({ id }) => !nearby.includes(id)) ?? running[0];
  if (!first) {
    const [last, ...others] = jobs.filter(({ state }) => state === 'failed' || state === 'interrupted');
    if (!last) return <span>{words.ready}</span>;
    return (
      <Button size="small" variant="quiet" icon={<TriangleAlert />} onPress={() => run('view.jobs')}>
        {words.unfinished(words.withMore(last.title, others.length))}
      </Button>
    );
  }
  const title = (
    <Button size="small" variant="quiet" onPress={() => run('view.jobs')}>
      {words.withMore(first.title, running.length - 1)}
    </Button>
  );
  if (nearby.includes(first.id)) return title;
  return (
    <Running>
      {title}
      <div className="w-32 shrink-0">
        <ProgressBar label={first.title} done={first.done} total={first.total} />
      </div>
      <span className="w-9 shrink-0 tabular-nums">{jobProgress(first)}</span>
      <IconButton
        label={words.cancel(first.title)}
        icon={<CircleStop />}
        size="small"
        onPress={() => cancel(first)}
      />
      <span className="hidden min-w-0 truncate lg:inline">{jobSentence(first)}</span>
    </Running>
  );
}

/** Goes when the work has ended, and its button with it, which may have been pressed by keyboard. */
function Running({ children }: { children: ReactNode }) {
  useFocusKept();
  return <div className="flex min-w-0 items-center gap-2">{children}</div>;
}
