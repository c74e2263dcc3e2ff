import { citedBasisOf } from '../../../../shared/domain/deadlines/reason.ts';
import { formatMoment, useMatter } from '../../../client/index.ts';
import { clocksWords as words } from '../words.ts';
import type { ClockReading, ClockTime } from './clock-state.ts';

/** Every time a clock may be said to have: the one to go by first, what it replaced or what else may be argued after it. */
export function ClockTimes(props: { reading: ClockReading; orderName: string }) {
  const { orderName } = props;
  const { clock, times } = props.reading;
  const { timezone } = useMatter();
  const isOverridden = clock.overrides.length > 0;
  return (
    <ul className="flex flex-col gap-0.5 pt-1 text-sm">
      {times.map((time) => {
        const isReplaced = isOverridden && !time.isHolding && time.kind !== 'alternative';
        const why =
          time.kind === 'rule' && clock.period.unit !== 'fixed'
            ? citedBasisOf(clock, timezone)
            : [time.why, time.cite].filter(Boolean).join(' ');
        return (
          <li key={`${time.kind} ${time.at}`} className="flex flex-wrap gap-x-2">
            <span className={`font-medium ${time.kind === 'alternative' ? 'text-warning-ink' : ''}`}>
              {nameOf(time, orderName)}
            </span>
            <span className={`tabular-nums ${isReplaced ? 'text-ink-soft line-through decoration-1' : ''}`}>
              {formatMoment(time.at, timezone)}
            </span>
            {isReplaced && <span className="text-ink-soft">{words.replaced}</span>}
            {why !== '' && <span className="text-ink-soft">{why}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** @param orderName the entry of the order that applies; empty where none is linked */
function nameOf({ kind, isSafe, isHolding }: ClockTime, orderName: string): string {
  const name = {
    order: orderName === '' ? words.order : words.orderIn(orderName),
    earlier_order: words.earlierOrder,
    printed: words.printed,
    rule: words.rule,
    hand: words.byHand,
    alternative: words.other,
  }[kind];
  if (isSafe) return `${words.safe} (${name.toLowerCase()})`;
  if (kind === 'alternative') return `${name}, ${words.otherHelp.toLowerCase()}`;
  return isHolding ? `${name}, ${words.holds}` : name;
}
