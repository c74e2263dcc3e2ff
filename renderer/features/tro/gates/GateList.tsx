import { Check, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import type { TroGate, TroRequest } from '../../../../shared/model/tro.ts';
import { Badge, Button } from '../../../ui/index.ts';
import { Section } from '../Section.tsx';
import { gateStageWords, gateWords as words } from '../words.ts';
import { GateItem } from './GateItem.tsx';

const stages: readonly TroGate['stage'][] = ['before_filing', 'on_filing', 'order', 'after_order'];

/** What rules and local rules ask of this side, by stage, with what is still missing. */
export function GateList({ request }: { request: TroRequest }) {
  const [showsMet, setShowsMet] = useState(true);
  const gates = request.gates.filter(({ side }) => side === 'both' || side === request.fields.side);
  const met = gates.filter((gate) => gate.met).length;
  return (
    <Section
      title={words.title}
      aside={
        <>
          <span className="text-sm text-ink-soft tabular-nums">{words.count(met, gates.length)}</span>
          {met > 0 && (
            <Button size="small" variant="quiet" onPress={() => setShowsMet(!showsMet)}>
              {showsMet ? words.hideMet : words.showMet(met)}
            </Button>
          )}
        </>
      }
    >
      {gates.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      {stages.map((stage) => {
        const all = gates.filter((gate) => gate.stage === stage);
        const shown = all.filter((gate) => showsMet || !gate.met);
        if (shown.length === 0) return null;
        return (
          <div key={stage} className="flex flex-col">
            <h3 className="flex items-baseline gap-2 py-1 text-sm font-semibold text-ink-soft">
              {gateStageWords[stage]}
              <span className="font-normal tabular-nums">
                {words.count(all.filter((gate) => gate.met).length, all.length)}
              </span>
            </h3>
            <ul className="flex flex-col divide-y divide-line border-y border-line">
              {shown.map((gate) => (
                <Gate key={gate.key} gate={gate} />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

function Gate({ gate }: { gate: TroGate }) {
  return (
    <li className="flex gap-2.5 py-2">
      {gate.met ? (
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
      ) : (
        <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-ink" />
      )}
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <h4 className="min-w-0 font-medium">
            {gate.label}
            <span className="sr-only">: {gate.met ? words.met : words.missing}</span>
          </h4>
          <span className="text-sm text-ink-soft">{gate.cite}</span>
          {gate.isUnconfirmed && <Badge tone="warning">{words.unconfirmed}</Badge>}
        </div>
        {gate.missing.length > 0 && (
          <ul className="flex flex-col text-sm text-ink-soft">
            {gate.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {gate.items.length > 0 && (
          <ul className="mt-0.5 flex flex-col">
            {gate.items.map((item) => (
              <GateItem key={item.key} item={item} gate={gate} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
