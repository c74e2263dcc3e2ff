import type {
  AddedDay,
  ContractTerms,
  Regime,
  ServiceKind,
  TimeResult,
  TimeUnit,
} from '../../../../model/time-counting.ts';
import { holidaysOf } from '../../holidays/index.ts';
import { countTime } from '../index.ts';

/** What a test says besides the trigger and the period. */
export interface Told {
  service?: ServiceKind;
  regime?: Regime;
  states?: string[];
  timezone?: string;
  cap?: boolean;
  closed?: string[];
  added?: string[];
  contract?: ContractTerms;
}

/** Counts "14 days after" from a trigger; in Seattle by default. */
export function count(trigger: string, words: string, told: Told = {}): TimeResult {
  const [, length, unit, direction] = /^(\d+) (\w+) (after|before)$/.exec(words)!;
  const { states = ['WA'], closed = [], added: holidays = [] } = told;
  const added: AddedDay[] = [
    ...closed.map((on): AddedDay => ({ on, kind: 'closed', name: 'Ice storm', note: '' })),
    ...holidays.map((on): AddedDay => ({
      on,
      kind: 'holiday',
      name: 'Day of mourning',
      note: 'General Order 1',
    })),
  ];
  return countTime(
    {
      trigger,
      period: {
        count: Number(length),
        unit: unit as TimeUnit,
        direction: direction as 'after' | 'before',
        isCap: told.cap ?? false,
      },
      service: told.service ?? 'none',
      regime: told.regime ?? (told.contract ? 'contract' : 'frcp'),
      place: { timezone: told.timezone ?? 'America/Los_Angeles', states },
      added,
      contract: told.contract ?? null,
    },
    holidaysOf(states, added),
  );
}

export const boston: Told = { states: ['MA'], timezone: 'America/New_York' };
export const terms: ContractTerms = {
  clause: '§ 7.2(b)',
  isFirstDayCounted: false,
  isBusinessDays: false,
  isRolled: false,
};

/** "skip count roll", runs of one kind once. */
export function kinds({ steps }: TimeResult): string {
  return steps
    .map(({ kind }) => kind)
    .filter((kind, index, all) => kind !== all[index - 1])
    .join(' ');
}

export const codes = ({ warnings }: TimeResult) => warnings.map(({ code }) => code);
export const others = ({ alternatives }: TimeResult) => alternatives.map(({ due }) => due);
