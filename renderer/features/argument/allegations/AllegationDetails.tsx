import { BookOpen, Plus } from 'lucide-react';
import { allegationCite } from '../../../../shared/domain/argument/allegations/trace-allegations.ts';
import { wantingText } from '../../../../shared/domain/argument/tables.ts';
import type { Pleading, PinCite, PinCiteFinding } from '../../../../shared/model/argument.ts';
import { useMatter } from '../../../client/index.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { showFact } from '../argument-target.ts';
import { FactList } from '../matrix/FactList.tsx';
import { allegationWords as words } from '../words.ts';
import type { AllegationRow } from './use-allegations.ts';

interface AllegationDetailsProps {
  readonly row: AllegationRow;
  readonly pleading: Pleading;
  readonly findings: ReadonlyMap<string, PinCiteFinding>;
  readonly onOpen: () => void;
  readonly onOpenCite: (pinCite: PinCite) => void;
  readonly onAddFact: () => void;
}

const noFacts: ReadonlySet<string> = new Set();

/** All of one allegation: its words, and the facts pleaded there with the way to each page. */
export function AllegationDetails(props: AllegationDetailsProps) {
  const { row, pleading, findings, onOpen, onOpenCite, onAddFact } = props;
  const { isReadOnly } = useMatter();
  const { allegation, support } = row;
  const gap = wantingText(row);
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 grow font-semibold wrap-anywhere">
          {allegationCite(pleading.cite, allegation)}
        </h2>
        <Button size="small" icon={<BookOpen aria-hidden />} onPress={onOpen}>
          {words.page(allegation.page)}
        </Button>
      </div>
      <p data-selectable dir="auto" className="wrap-anywhere">
        {allegation.text}
      </p>
      <section aria-label={words.factsThere} className="flex flex-col gap-1.5">
        <h3 className="border-b border-line pb-0.5 text-sm font-semibold">{words.factsThere}</h3>
        {gap !== '' && (
          <span>
            <Badge tone={support.state === 'empty' || row.oath === 'sworn' ? 'neutral' : 'warning'}>
              {gap}
            </Badge>
          </span>
        )}
        <FactList
          facts={support.facts}
          findings={findings}
          selectedIds={noFacts}
          onSelect={(id) => {
            const fact = support.facts.find((each) => each.id === id);
            if (fact) showFact(fact.id);
          }}
          onOpen={onOpenCite}
        />
        {!isReadOnly && (
          <span>
            <Button size="small" icon={<Plus aria-hidden />} onPress={onAddFact}>
              {words.addFact}
            </Button>
          </span>
        )}
      </section>
    </div>
  );
}
