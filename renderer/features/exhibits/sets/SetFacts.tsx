import { formatBates } from '../../../../shared/domain/bates.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, formatInstant, formatTimeZone, useMatter } from '../../../client/index.ts';
import { words, setWords } from '../words.ts';
import { schemeExample } from './scheme-example.ts';

/** What a set is set up to do and how far it has come, in a line under its name. */
export function SetFacts({ set }: { set: ExhibitSet }) {
  const { timezone } = useMatter();
  const { bates, sealedAt, lastBuiltAt } = set;
  const at = (instant: string) => `${formatInstant(instant, timezone)}, ${formatTimeZone(timezone)}`;
  const facts = [
    `${formatCount(set.exhibits, 'exhibit')}, ${formatCount(set.pages, 'page')}`,
    `${setWords.labels} ${schemeExample(set.scheme)}`,
    bates === null ? setWords.noBates : `${setWords.bates} ${formatBates(bates, bates.start)}…`,
    set.hasSlipSheets ? setWords.withSlipSheets : setWords.noSlipSheets,
    set.hasStickers ? setWords.withStickers : setWords.noStickers,
    ...(lastBuiltAt === null ? [] : [`${setWords.builtAt} ${at(lastBuiltAt)}`]),
  ];
  return (
    <div className="flex shrink-0 flex-col gap-1 border-b border-line px-3.5 py-2 text-sm text-ink-soft">
      <ul aria-label={setWords.facts} className="flex flex-wrap gap-x-4 gap-y-0.5">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {sealedAt !== null && (
        <p className="text-success-ink">
          {words.sealedNote} {setWords.sealedAt(at(sealedAt))}
        </p>
      )}
    </div>
  );
}
