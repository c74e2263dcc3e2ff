import type { Command } from 'commander';
import { z } from 'zod';
import { regimeOfCourt } from '../../../../shared/domain/court-zone.ts';
import { citeRule, defaultReminders } from '../../../../shared/domain/deadlines/of-rule.ts';
import { periodOf } from '../../../../shared/domain/deadlines/rules/period-of.ts';
import { ruleInForce } from '../../../../shared/domain/deadlines/rules/rules-in-force.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { DeadlineId, DocketEntryId, MatterId } from '../../../../shared/model/common.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import {
  DeadlineFields,
  type DeadlineProposal,
  type DeadlineTrigger,
} from '../../../../shared/model/deadlines.ts';
import { TriggerEvent, type ListedRule } from '../../../../shared/model/rule-pack.ts';
import { ServiceKind } from '../../../../shared/model/time-counting.ts';
import { readText, type CliContext } from '../../context.ts';
import { type Options, type Run, withMatterPath } from '../command.ts';
import { findEntry } from '../docket-entry.ts';
import { inFull, periodOfOptions, withPeriod, type PeriodOptions } from './compute.ts';
import { deadlineTable, publicDeadline } from './view.ts';
import { Day, Moment, parse, parseJson } from '../../input.ts';
import { invalid } from '../../invalid.ts';

interface AddOptions extends PeriodOptions {
  readonly title?: string;
  readonly trigger?: string;
  readonly entry?: string;
  readonly event?: string;
  readonly party?: string;
  readonly deadline?: string;
  readonly service?: string;
  readonly on?: string;
  readonly owner?: string;
  readonly note?: string;
  readonly from?: string;
  readonly proposed?: true | string[];
  readonly allProposed?: true;
}

/** Defaults for fields that a file leaves out. */
const defaults = {
  source: 'hand',
  rule: null,
  service: 'none',
  contract: null,
  printed: null,
  actor: 'any',
  owner: '',
  note: '',
  entryId: null,
  evidenceId: null,
  reminders: [],
  troClock: null,
} as const;

/** A deadline of a file, whose trigger and period may be written as an item of `deadlines compute --batch` writes them. */
function inModelForm(value: object): object {
  const { trigger, ...rest } = value as Readonly<Record<string, unknown>>;
  const at = typeof trigger === 'string' ? { kind: 'date', event: 'other', at: trigger } : trigger;
  if (typeof rest.unit !== 'string' || 'period' in rest) return { ...rest, trigger: at };
  const { count, unit: _unit, direction, isCap, ...others } = rest;
  return { ...others, trigger: at, period: inFull({ count, unit: rest.unit, direction, isCap }) };
}

/** Deadlines of a file, for a matter of a court. */
const addedDeadlines = (court: string) =>
  z
    .array(
      z.preprocess(
        (value) =>
          typeof value === 'object' && value !== null
            ? { ...defaults, regime: regimeOfCourt(court), ...inModelForm(value) }
            : value,
        DeadlineFields,
      ),
    )
    .min(1)
    .max(1_000);

const fileHelp = `
A deadline of a file:
  {"title": "Serve the motion papers", "trigger": "2021-01-11", "count": 14, "unit": "days", "direction": "after"}
and, where needed, the fields that deadlines list --json prints: "owner", "note", "service", "actor", "regime", or
  "source": "contract", "regime": "contract",
  "contract": {"clause": "§ 7.2(b)", "isFirstDayCounted": false, "isBusinessDays": false, "isRolled": false}
Events for --event are those deadlines rules --json has under "trigger".`;

/** `deadlines add`. */
export function addAddCommand(deadlines: Command, run: Run): void {
  withPeriod(withMatterPath(deadlines.command('add')))
    .description('add deadlines: one by its rule or period, those the docket proposes, or from a file')
    .option('--title <text>', 'the rule’s own if omitted')
    .option('--trigger <moment>', 'what it runs from: 2021-01-11 or 2021-01-11T17:00')
    .option('--entry <number>', 'or the docket entry it runs from, and follows')
    .option('--event <event>', 'what happened in that entry; the rule’s own if omitted')
    .option('--party <name>', 'the party served, where the entry names several')
    .option('--deadline <id>', 'or the deadline whose end it runs from, and follows')
    .option('--owner <name>', 'the person responsible')
    .option('--note <text>', 'anything else')
    .option('--from <file>', 'JSON: an array of deadlines, in the form below')
    .option('--proposed [keys...]', 'what deadlines propose stars, or those with these keys')
    .option('--all-proposed', 'all that deadlines propose lists and can be counted')
    .addHelpText('after', fileHelp)
    .action(
      run(async (context, path: string, options: Options<AddOptions>) => {
        const { added, timezone } = await context.withMatter(
          path,
          options,
          'write',
          async (matterId, matter) => {
            const { timezone, court } = matter;
            const fields = await chosenFields(context, matterId, court, options);
            if (fields.length === 0) return { added: [], timezone };
            return {
              added: await context.client['deadlines.add']({ matterId, deadlines: fields }),
              timezone,
            };
          },
        );
        context.print(options, added.map(publicDeadline), () =>
          added.length === 0
            ? 'The docket gives nothing new to add.'
            : deadlineTable(added, timezone, context.platform.now()),
        );
      }),
    );
}

async function chosenFields(
  context: CliContext,
  matterId: MatterId,
  court: string,
  options: AddOptions,
): Promise<DeadlineFields[]> {
  const { from, proposed, allProposed } = options;
  refuseTogether({ '--from': from, '--proposed': proposed, '--all-proposed': allProposed });
  if (from !== undefined) return parse(addedDeadlines(court), parseJson(readText(from), '--from'), '');
  if (proposed === undefined && !allProposed)
    return [await fieldsOfOptions(context, matterId, court, options)];
  const proposals = await context.client['deadlines.propose']({ matterId });
  return chosenProposals(proposals, allProposed ? 'all' : proposed!).map(({ deadline }) => deadline);
}

function chosenProposals(
  proposals: readonly DeadlineProposal[],
  chosen: 'all' | true | readonly string[],
): DeadlineProposal[] {
  if (chosen === 'all')
    return proposals.filter(
      (one) => !one.isAdded && (one.computed !== null || one.deadline.printed !== null),
    );
  if (chosen === true) return proposals.filter(({ isSuggested }) => isSuggested);
  return chosen.map((key) => {
    const found = proposals.find((one) => one.key === key);
    if (!found) throw new AppError('NOT_FOUND', { what: 'proposal' });
    return found;
  });
}

async function fieldsOfOptions(
  context: CliContext,
  matterId: MatterId,
  court: string,
  options: AddOptions,
): Promise<DeadlineFields> {
  const { owner = '', note = '' } = options;
  const own = periodOfOptions(options);
  const start = await startOf(context, matterId, options);
  const rule = own ? null : await findRule(context, options, court, start.at);
  const title = options.title ?? rule?.title;
  if (title === undefined) throw invalid('give the deadline a --title');
  const period = own ?? periodOf(rule!);
  const service = options.service === undefined ? 'none' : parse(ServiceKind, options.service, '--service');
  const event =
    options.event === undefined ? (rule?.trigger ?? 'other') : parse(TriggerEvent, options.event, '--event');
  return {
    ...defaults,
    title,
    source: rule ? 'rule' : 'hand',
    rule: rule && citeRule(rule),
    trigger: start.trigger(event),
    period,
    // The manner of service extends only a period that runs from service.
    service: rule && !rule.isFromService ? 'none' : service,
    regime: rule?.regime ?? regimeOfCourt(court),
    actor: rule?.actor ?? 'any',
    owner,
    note,
    entryId: start.entryId,
    reminders: defaultReminders(period),
  };
}

interface Start {
  readonly at: CourtMoment;
  readonly entryId: DocketEntryId | null;
  trigger(event: TriggerEvent): DeadlineTrigger;
}

/** What the deadline is to run from. */
async function startOf(context: CliContext, matterId: MatterId, options: AddOptions): Promise<Start> {
  const { client } = context;
  refuseTogether({ '--entry': options.entry, '--deadline': options.deadline });
  const given = options.trigger === undefined ? null : parse(Moment, options.trigger, '--trigger');
  if (options.entry !== undefined) {
    const entry = await findEntry(context, matterId, options.entry);
    const at = given ?? entry.filedOn ?? entry.enteredOn;
    if (at === null) throw invalid('that entry has no date; give it with --trigger');
    const { id: entryId } = entry;
    const party = options.party ?? '';
    return { at, entryId, trigger: (event) => ({ kind: 'entry', entryId, event, party, at }) };
  }
  if (options.deadline !== undefined) {
    const listed = await client['deadlines.list']({ matterId });
    const before = listed.find(({ id }) => id === options.deadline);
    if (!before) throw new AppError('NOT_FOUND', { what: 'deadline' });
    const at = before.dueAt ?? before.due;
    const deadlineId: DeadlineId = before.id;
    return { at, entryId: null, trigger: (event) => ({ kind: 'deadline', deadlineId, event, at }) };
  }
  if (given === null) throw invalid('say what it runs from: --trigger, --entry or --deadline');
  return { at: given, entryId: null, trigger: (event) => ({ kind: 'date', event, at: given }) };
}

async function findRule(
  context: CliContext,
  { rule: id, on }: AddOptions,
  court: string,
  at: CourtMoment,
): Promise<ListedRule> {
  const day = on === undefined ? at.slice(0, 10) : parse(Day, on, '--on');
  const { rules } = await context.client['deadlines.rules']({});
  const rule =
    ruleInForce(rules, id!, day, court.toLowerCase() || null) ?? ruleInForce(rules, id!, day, null);
  if (!rule) throw new AppError('DEADLINE_RULE_NOT_FOUND', { rule: id, on: day });
  return rule;
}

/** Refuses two options for the same value, one of which would be ignored. */
function refuseTogether(options: Readonly<Record<string, unknown>>): void {
  const given = Object.keys(options).filter((name) => options[name] !== undefined);
  if (given.length > 1) throw invalid(`give ${given.join(' or ')}, not both`);
}
