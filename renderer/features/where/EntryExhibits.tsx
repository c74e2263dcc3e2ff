import { Stamp } from 'lucide-react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { useEngineQuery, useMatter, useRunCommand } from '../../client/index.ts';
import { Button } from '../../ui/index.ts';
import { showExhibit } from '../exhibits/index.ts';
import { words } from './words.ts';

/** The exhibits that an entry's document is, each leading to its place in its set. Nothing where it is not an exhibit. */
export function EntryExhibits({ id }: { readonly id: DocketEntry['id'] }) {
  const { id: matterId } = useMatter();
  const run = useRunCommand();
  const evidenceId = useEngineQuery('docket.list', { matterId }).data?.find(
    (entry) => entry.id === id,
  )?.evidenceId;
  const cites = useEngineQuery(
    'exhibits.pageCites',
    evidenceId ? { matterId, evidenceId, page: 1 } : null,
  ).data;
  const marked = (evidenceId ? cites : undefined)?.flatMap(({ setId, setName, label }) =>
    setId === null ? [] : [{ setId, setName, label }],
  );
  if (!marked || marked.length === 0) return null;
  return (
    <div role="group" aria-label={words.usedAs} className="flex flex-wrap gap-1.5 border-t border-line pt-3">
      {marked.map(({ setId, setName, label }) => (
        <Button
          key={`${setId} ${label}`}
          size="small"
          icon={<Stamp aria-hidden />}
          onPress={() => {
            showExhibit({ setId, label });
            run('go.exhibits');
          }}
        >
          {words.inSet(label, setName)}
        </Button>
      ))}
    </div>
  );
}
