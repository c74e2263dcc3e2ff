import { gapText } from '../../../../shared/domain/argument/tables.ts';
import { lostIds, matrixOf, type MatrixRow } from '../../../../shared/domain/argument/matrix.ts';
import { useEngineQuery, useMatter, useRunCommand } from '../../../client/index.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { showMatrix } from '../../argument/index.ts';
import { Section } from '../Section.tsx';
import { argumentWords as words } from '../words.ts';

/** What must be shown for the request and on each claim, how many facts show it, and what is missing. */
export function ArgumentSection() {
  const { id: matterId } = useMatter();
  const run = useRunCommand();
  const argument = useEngineQuery('argument.get', { matterId }).data;
  const findings = useEngineQuery('argument.check', { matterId }).data;
  if (!argument || !findings) return null;
  const { claims } = matrixOf(argument, lostIds(findings));
  return (
    <Section
      title={words.title}
      aside={
        <Button
          size="small"
          onPress={() => {
            showMatrix();
            run('go.argument');
          }}
        >
          {words.open}
        </Button>
      }
    >
      {claims.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      {claims.map(({ claim, rows }) => (
        <div key={claim} className="flex flex-col">
          <h3 className="py-1 text-sm font-semibold wrap-anywhere text-ink-soft">{claim}</h3>
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <Standing key={row.element.id} row={row} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Standing({ row }: { row: MatrixRow }) {
  const gap = gapText(row.for);
  return (
    <li className="flex items-start gap-3 py-1.5">
      <span className="min-w-0 grow">
        <span className="block wrap-anywhere">{row.element.name}</span>
        <span className="block text-sm text-ink-soft tabular-nums">
          {words.facts(row.for.facts.length, row.against.facts.length)}
        </span>
      </span>
      {gap !== '' && <Badge tone="warning">{gap}</Badge>}
    </li>
  );
}
