import { CircleStop, TriangleAlert } from 'lucide-react';
import { useJobs, useRunCommand } from '../../client/index.ts';
import { Button, IconButton, ProgressBar } from '../../ui/index.ts';
import { jobProgress, jobSentence, jobsWords as words } from './words.ts';

/** The status bar's word on long work: what runs and how far it is, with Cancel; or what needs a look. */
export function JobStatus() {
  const { jobs, running, cancel } = useJobs();
  const run = useRunCommand();
  const [first] = running;
  if (!first) {
    const troubled = jobs.filter(({ state }) => state === 'failed' || state === 'interrupted').length;
    if (troubled === 0) return <span>{words.ready}</span>;
    return (
      <Button size="small" variant="quiet" icon={<TriangleAlert />} onPress={() => run('view.jobs')}>
        {words.unfinished(troubled)}
      </Button>
    );
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      <Button size="small" variant="quiet" onPress={() => run('view.jobs')}>
        {words.withMore(first.title, running.length - 1)}
      </Button>
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
    </div>
  );
}
