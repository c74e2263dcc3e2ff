import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { courtTimezone } from '../../../../shared/model/court-time.ts';
import {
  Period,
  Regime,
  ServiceKind,
  TimeUnit,
  type AddedDay,
} from '../../../../shared/model/time-counting.ts';
import type { InputOf } from '../../../../shared/contract/define.ts';
import type { Api } from '../../../../shared/contract/api.ts';
import type { CliContext } from '../../context.ts';
import { readText } from '../../context.ts';
import { printable } from '../../io.ts';
import { table } from '../../table.ts';
import { withGlobalsAlone, type Options, type Run } from '../command.ts';
import { counselNote, publicResult, resultText } from './view.ts';
import { Day, Moment, parse, parseJson } from '../../input.ts';
import { invalid } from '../../invalid.ts';

type Computation = InputOf<Api, 'deadlines.compute'>['requests'][number];
type Refused = Pick<Answer, 'error'>;
type Answer = Awaited<ReturnType<CliContext['client']['deadlines.compute']>>[number];

/** Items counted and printed at a time, so that a long batch is never held whole. */
const atOnce = 2_000;

/** The options that define the period to be computed. */
export interface PeriodOptions {
  readonly rule?: string;
  readonly count?: string;
  readonly unit?: string;
  readonly direction?: string;
  readonly cap?: true;
}

interface ComputeOptions extends PeriodOptions {
  readonly trigger?: string;
  readonly service?: string;
  readonly regime?: string;
  readonly court?: string;
  readonly state?: string;
  readonly circuit?: string;
  readonly timezone?: string;
  readonly closed?: string;
  readonly on?: string;
  readonly batch?: string;
}

/** Adds the options that define the period to be computed. */
export function withPeriod(command: Command): Command {
  return command
    .option('--rule <id>', 'a rule, or pack.rule; see deadlines rules')
    .option('--count <n>', 'or the length of the period itself')
    .option('--unit <unit>', 'days, weeks, months, years, hours, fridays, monday_before or fixed')
    .option('--direction <way>', 'after or before')
    .option('--cap', 'a maximum on an order, which weekends do not extend')
    .option('--service <kind>', `how the paper was served: ${ServiceKind.options.join(', ')}`)
    .option('--on <date>', 'the version of the rule in force on this date');
}

const batchHelp = `
An item of a batch:
  {"id": "a", "trigger": "2021-01-11T17:00", "count": 48, "unit": "hours", "direction": "after", "state": "WA"}
and, where needed, "service", "regime", "court", "circuit", "timezone", "on", "inaccessible": ["2021-01-12"], and "policy": "no_roll_cap" for a
maximum on an order. "rule", "expected", "why", "source", "verification" and "alt" are for people: no rule is looked up. Any other field is passed over too,
and named under "passedOver". An item that cannot be counted has an "error"; where others could be, the exit code is 7.`;

/** `deadlines compute`. */
export function addComputeCommand(deadlines: Command, run: Run): void {
  withPeriod(withGlobalsAlone(deadlines.command('compute')))
    .description('compute a due date; no matter file needed')
    .option('--trigger <moment>', 'what it runs from: 2021-01-11 or 2021-01-11T17:00')
    .option('--regime <rules>', 'frcp or frap')
    .option('--court <code>', 'such as wawd; gives zone and state')
    .option('--state <code>', 'whose holidays count, such as WA')
    .option(
      '--circuit <n>',
      '1 to 11, DC or FED; its clerk’s state counts too under FRAP 26, and its clerk’s clock for what is filed there',
    )
    .option('--timezone <zone>', 'of the court, such as America/Los_Angeles')
    .option('--closed <dates>', 'days the clerk’s office was inaccessible, separated by commas')
    .option('--batch <file>', 'JSON: an array of computations, in the form below')
    .addHelpText('after', batchHelp)
    .action(
      run(async (context, options: Options<ComputeOptions>) => {
        const { batch, json: _json, passphraseFile: _passphraseFile, ...others } = options;
        if (batch !== undefined) {
          // Options beside the file would seem to apply to its items.
          if (Object.keys(others).length > 0)
            throw invalid('give no option but --json with --batch; each item says its own');
          return computeBatch(context, options, batch);
        }
        const [answer] = await context.client['deadlines.compute']({
          requests: [requestOf(options)],
        });
        const { result, rule, error } = answer!;
        if (!result) throw AppError.fromBody(error as Parameters<typeof AppError.fromBody>[0]);
        context.print(options, publicResult(result, rule), () => resultText(result, rule));
      }),
    );
}

function requestOf(options: ComputeOptions): Computation {
  const { trigger, rule, service, regime, court, state, circuit, timezone, closed, on } = options;
  if (trigger === undefined) throw invalid('say what it runs from with --trigger');
  const period = periodOfOptions(options);
  return {
    trigger: parse(Moment, trigger, '--trigger'),
    ...(rule !== undefined && { rule }),
    ...(period && { period }),
    ...(service !== undefined && { service: parse(ServiceKind, service, '--service') }),
    ...(regime !== undefined && { regime: parse(Regime.exclude(['contract']), regime, '--regime') }),
    ...(on !== undefined && { on: parse(Day, on, '--on') }),
    ...definedOf({ court, state, circuit, timezone }),
    added: (closed ?? '')
      .split(',')
      .map((day) => day.trim())
      .filter((day) => day !== '')
      .map((day) => closedOn(parse(Day, day, '--closed'))),
  };
}

/**
 * The period given by --count, --unit, --direction and --cap; null if a rule gives it.
 *
 * @throws AppError INVALID_INPUT where both or neither do
 */
export function periodOfOptions({ rule, count, unit, direction, cap }: PeriodOptions): Period | null {
  if (rule !== undefined) {
    if (count ?? unit ?? direction ?? cap) throw invalid('give --rule or --count, not both');
    return null;
  }
  if (unit === undefined) throw invalid('give --rule, or --count with --unit and --direction');
  // An empty string, as from an unset variable, would be a count of 0.
  if (count !== undefined && !/^\d+$/.test(count))
    throw invalid(`--count: “${count}” is no whole number from 0 up`);
  return readPeriod({ count: count === undefined ? undefined : Number(count), unit, direction, isCap: cap });
}

/** Units that say their own direction, and those that need no count. */
const ownDirection: Readonly<Record<string, 'after' | 'before'>> = {
  fridays: 'after',
  monday_before: 'before',
  fixed: 'after',
};
const ownCount: Readonly<Record<string, number>> = { monday_before: 1, fixed: 0 };

interface WrittenPeriod {
  readonly count?: unknown;
  readonly unit: string;
  readonly direction?: unknown;
  readonly isCap?: unknown;
}

function readPeriod(period: WrittenPeriod): Period {
  return parse(Period, inFull(period), '');
}

/** A period with the count and direction that its unit implies; not checked. */
export function inFull({ count, unit, direction, isCap }: WrittenPeriod) {
  return {
    count: count ?? ownCount[unit],
    unit,
    direction: direction ?? ownDirection[unit],
    isCap: isCap ?? false,
  };
}

const BatchItem = z.object({
  id: z.union([z.string().max(200), z.number()]).nullish(),
  trigger: Moment,
  unit: TimeUnit,
  count: z.unknown().nullish(),
  direction: z.unknown().nullish(),
  policy: z.enum(['no_roll_cap']).nullish(),
  service: ServiceKind.nullish(),
  regime: Regime.exclude(['contract']).nullish(),
  // No more than one call accepts, or one item would cause the whole batch to be refused.
  court: z.string().max(40).nullish(),
  state: z.string().max(40).nullish(),
  circuit: z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().max(40))
    .nullish(),
  timezone: courtTimezone.nullish(),
  inaccessible: z.array(Day).max(1_000).nullish(),
  on: Day.nullish(),
});

/** Fields of an item that are for people; any other that is not read may be a misspelled one, and is named. */
const remarks = ['rule', 'expected', 'expected_instant_exclusive', 'why', 'source', 'verification', 'alt'];
const readFields: ReadonlySet<string> = new Set([...Object.keys(BatchItem.shape), ...remarks]);

type Row = ReturnType<typeof rowOf>;

/** Computes each item of a file on its own: a bad one is reported, and the rest are still computed. */
async function computeBatch(context: CliContext, options: Options, file: string): Promise<void> {
  const items = parseArray(readText(file));
  const { stdout } = context.io;
  const failed: { code: string }[] = [];
  const shown: (readonly (string | null)[])[] = [];
  let isFirst = true;
  for (let start = 0; start < items.length; start += atOnce) {
    // Counting in this process lets no signal in by itself.
    await setImmediate();
    context.io.signal.throwIfAborted();
    const answers = await computeItems(context, items.slice(start, start + atOnce));
    const rows = answers.map((answer, index) => rowOf(answer, items[start + index], start + index));
    for (const row of rows) if ('error' in row) failed.push({ code: row.error.code });
    if (options.json) stdout(`${isFirst ? '[' : ','}\n${rows.map(rowJson).join(',\n')}`);
    else shown.push(...rows.map(rowCells));
    isFirst = false;
  }
  if (options.json) stdout(isFirst ? '[]\n' : '\n]\n');
  else stdout(`${printable(table(['Id', 'Due', 'Notes'], shown))}\n\n${counselNote}\n`);
  context.finishBatch(items.length, failed);
}

function rowOf(answer: Answer | Refused, item: unknown, index: number) {
  const id = idOf(item, index);
  if (!('result' in answer) || !answer.result) return { id, error: answer.error! };
  const passedOver = Object.keys(item as object).filter((field) => !readFields.has(field));
  return { id, ...publicResult(answer.result), ...(passedOver.length > 0 && { passedOver }) };
}

/** As printed inside an array. */
function rowJson(row: Row): string {
  return JSON.stringify(row, null, 2).replaceAll(/^/gm, '  ');
}

function rowCells(row: Row): readonly (string | null)[] {
  if ('error' in row) return [String(row.id), null, row.error.message];
  const unread = (row.passedOver ?? []).map((field) => `“${field}” was passed over.`);
  const notes = [...unread, ...row.warnings.map(({ message }) => message)];
  return [String(row.id), row.dueAt ?? row.due, notes.join(' ')];
}

async function computeItems(context: CliContext, items: readonly unknown[]): Promise<(Answer | Refused)[]> {
  const read = items.map(readItem);
  const requests = read.flatMap((one) => ('request' in one ? [one.request] : []));
  const results = requests.length === 0 ? [] : await context.client['deadlines.compute']({ requests });
  const inOrder = results.values();
  return read.map((one) => ('request' in one ? inOrder.next().value! : one));
}

function readItem(item: unknown): { request: Computation } | Refused {
  try {
    const parsed = parse(BatchItem, item, '');
    const { trigger, unit, count, direction, policy, service, regime, inaccessible, on } = parsed;
    const { court, state, circuit, timezone } = parsed;
    const isCap = policy === 'no_roll_cap';
    return {
      request: {
        trigger,
        period: readPeriod({ count, unit, direction, isCap }),
        added: (inaccessible ?? []).map(closedOn),
        ...definedOf({ service, regime, on, court, state, circuit, timezone }),
      },
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { error: error.toBody() };
  }
}

function idOf(item: unknown, index: number): string | number {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : `item ${index + 1}`;
}

function parseArray(text: string): unknown[] {
  const json = parseJson(text, '--batch');
  if (!Array.isArray(json)) throw invalid('the --batch file is not a JSON array');
  return json;
}

function closedOn(on: string): AddedDay {
  return { on, kind: 'closed', name: 'clerk’s office inaccessible', note: '' };
}

/** Only the options that were given. */
function definedOf<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
