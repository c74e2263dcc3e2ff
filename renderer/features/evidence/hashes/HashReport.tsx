import { useState } from 'react';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { runJob, showError, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { shownItems } from './shown-items.ts';
import { LineList } from '../LineList.tsx';
import { hashWords as words } from '../intake/words.ts';

type HashReport = JobResult<'evidence.matchHashes'>;

/** Lets the user choose somebody's list of hashes and compares it with the originals. */
export function useHashReport() {
  const { id: matterId } = useMatter();
  const [report, setReport] = useState<HashReport | null>(null);
  const compare = async () => {
    try {
      const [file] = await window.forthwith.openFiles('hash-list');
      if (!file) return;
      setReport(await runJob('evidence.matchHashes', { matterId, source: { token: file.token } }));
    } catch (error) {
      showError(error);
    }
  };
  return { report, compare: () => void compare(), close: () => setReport(null) };
}

/** What a list of hashes and the matter have in common, and what only one of them has. */
export function HashReportDialog({ report, onClose }: { report: HashReport; onClose: () => void }) {
  const { id: matterId } = useMatter();
  const items = useEngineQuery('evidence.rows', { matterId, ids: [...shownItems(report)] }).data ?? [];
  const titles = new Map<string, string>(items.map(({ id, title }) => [id, title]));
  return (
    <Dialog title={words.title} width="large" onClose={onClose}>
      <p role="status">{words.summary(report.listed, report.matched.length)}</p>
      {report.unread.length > 0 && (
        <p className="text-warning-ink">{words.unread(report.unread.slice(0, 20).join(', '))}</p>
      )}
      <LineList
        title={words.missing}
        lines={report.missing.map(({ line, hash, name }) => `${words.line(line)}: ${name || hash}`)}
      />
      <LineList title={words.unlisted} lines={report.unlisted.map((id) => titles.get(id) ?? id)} />
      <LineList
        title={words.matched}
        lines={report.matched.map(
          ({ line, name, hash, evidenceId }) =>
            `${words.line(line)}: ${name || hash} → ${titles.get(evidenceId) ?? evidenceId}`,
        )}
      />
    </Dialog>
  );
}
