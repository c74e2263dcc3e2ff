import { Stamp } from 'lucide-react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Badge } from '../../../ui/index.ts';
import { splitExhibitLabel } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { markWords as words } from '../words.ts';

type Labels = ReadonlyMap<EvidenceId, readonly string[]>;
const byAnswer = new WeakMap<object, Labels>();

/** The exhibits that an entry's document is: a mark for its first label, which names all of them. */
export function EntryExhibits({ entry: { evidenceId } }: { entry: DocketEntry }) {
  const { id: matterId } = useMatter();
  const { data } = useEngineQuery('evidence.labels', { matterId });
  const labels = evidenceId === null || !data ? undefined : labelsOf(data).get(evidenceId);
  const [first] = labels ?? [];
  if (!labels || first === undefined) return null;
  return (
    <span className="mr-1.5 inline-flex align-[-2px]">
      <Badge tone="info" icon={<Stamp aria-hidden />} title={labels.join('\n')}>
        {words.exhibit(splitExhibitLabel(first).label, labels.length - 1)}
      </Badge>
    </span>
  );
}

/** One map for all rows that are shown. */
function labelsOf(
  answer: readonly { readonly evidenceId: EvidenceId; readonly labels: readonly string[] }[],
): Labels {
  let labels = byAnswer.get(answer);
  if (!labels) {
    labels = new Map(answer.map(({ evidenceId, labels: own }) => [evidenceId, own]));
    byAnswer.set(answer, labels);
  }
  return labels;
}
