import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseDollars } from '../../../shared/domain/tro/dollars.ts';
import { noDetails } from '../../../shared/domain/tro/index.ts';
import type { MatterId, NoticeEffortId, TroEventId } from '../../../shared/model/common.ts';
import { ServiceKind } from '../../../shared/model/time-counting.ts';
import {
  TroEventKind,
  TroSide,
  type TroEventDetails,
  type TroItem,
  type TroRequest,
} from '../../../shared/model/tro.ts';
import { fullPath, type CliContext } from '../context.ts';
import { count } from '../table.ts';
import { assertChanges, type Options, type Run, wholeNumber, withMatterPath } from './command.ts';
import { findEntryId } from './docket-entry.ts';
import { findItem } from './evidence/items.ts';
import { publicRequest, requestText } from './tro-request.ts';
import { Moment, parse } from '../input.ts';

interface EventOptions {
  readonly event: TroEventKind;
  readonly at: string;
  readonly service: ServiceKind;
  readonly serveBy?: string;
  readonly intentBy?: string;
  readonly responseBy?: string;
  readonly replyBy?: string;
  readonly hearing?: string;
  readonly piHearing?: string;
  readonly expires?: string;
  readonly withNotice?: true;
  readonly withoutNotice?: true;
  readonly security?: number;
  readonly securityBy?: string;
  readonly byConsent?: true;
  readonly noticeHours?: number;
  readonly entry?: string;
  readonly evidence?: string;
  readonly note?: string;
}

interface NoticeOptions {
  readonly who: string;
  readonly how: string;
  readonly at: string;
  readonly by?: string;
  readonly result?: string;
  readonly evidence?: string;
}

interface FieldOptions {
  readonly side?: TroSide;
  readonly reason?: string;
  readonly attorney?: string;
  readonly barNumber?: string;
  readonly firm?: string;
  readonly contact?: string;
  readonly party?: string;
  readonly security?: number;
  readonly securityReason?: string;
  readonly securityPosted?: string;
  readonly unitedStates?: boolean;
}

interface CheckOptions {
  readonly state: TroItem['state'];
  readonly note?: string;
  readonly entry?: string;
  readonly evidence?: string;
}

/** `tro show|record|delete|set|check|notice add|notice delete|certificate`. */
export function addTroCommands(program: Command, run: Run): Command {
  const tro = program.command('tro').description('the request for a temporary restraining order');

  addShow(tro, run);
  addRecord(tro, run);
  addDelete(tro, run);
  addSet(tro, run);
  addCheck(tro, run);

  const notice = tro.command('notice').description('the log of efforts to give notice');
  addNoticeAdd(notice, run);
  addNoticeDelete(notice, run);
  addCertificate(tro, run);
  return tro;
}

function addShow(tro: Command, run: Run): void {
  withMatterPath(tro.command('show'))
    .description('where the request stands, what is missing, and its clocks')
    .action(
      run((context, path: string, options: Options) =>
        showing(context, path, options, 'read', (matterId) => context.client['tro.get']({ matterId })),
      ),
    );
}

function addRecord(tro: Command, run: Run): void {
  withMatterPath(tro.command('record'))
    .description('record what happened; its clocks start, and times an order sets come before the rule’s')
    .addOption(
      new Option('--event <kind>', 'what happened').choices(TroEventKind.options).makeOptionMandatory(),
    )
    .requiredOption('--at <moment>', 'when, on the court’s clock: 2021-01-11T17:00')
    .addOption(
      new Option('--service <kind>', 'motion_served: how').choices(ServiceKind.options).default('ecf'),
    )
    .option('--serve-by <moment>', 'schedule_ordered: by when the motion papers are to be served')
    .option('--intent-by <moment>', 'schedule_ordered: notice of intent to oppose')
    .option('--response-by <moment>', 'schedule_ordered: response')
    .option('--reply-by <moment>', 'schedule_ordered: reply')
    .option('--hearing <moment>', 'schedule_ordered: hearing')
    .option('--pi-hearing <moment>', 'an order’s time for the preliminary injunction hearing')
    .option('--expires <moment>', 'granted, extended: the end that the order states')
    .option('--with-notice', 'granted: the adverse party had notice')
    .addOption(new Option('--without-notice', 'granted: it had none').conflicts('withNotice'))
    .option('--security <dollars>', 'granted: security set; 0 where none is required', dollars)
    .option('--security-by <moment>', 'granted, schedule_ordered: by when the security is to be given')
    .option('--by-consent', 'extended: with the adverse party’s consent')
    .option(
      '--notice-hours <hours>',
      'dissolution_noticed: hours of notice the court set',
      wholeNumber(0, 47),
    )
    .option('--entry <number>', 'its docket entry: 12 or 12-1')
    .option('--evidence <id>', 'its document')
    .option('--note <words>', 'anything else')
    .action(
      run((context, path: string, options: Options<EventOptions>) =>
        showing(context, path, options, 'write', async (matterId) =>
          context.client['tro.record']({
            matterId,
            event: {
              kind: options.event,
              at: parse(Moment, options.at, '--at'),
              entryId: await findEntryId(context, matterId, options.entry),
              evidenceId: await findItem(context, matterId, options.evidence),
              note: options.note ?? '',
              details: detailsOf(options),
            },
          }),
        ),
      ),
    );
}

function addDelete(tro: Command, run: Run): void {
  withMatterPath(tro.command('delete'))
    .argument('<id>', 'of an event; see tro show --json')
    .description('delete an event that was recorded by mistake; its clocks go with it')
    .action(
      run((context, path: string, id: TroEventId, options: Options) =>
        showing(context, path, options, 'write', (matterId) =>
          context.client['tro.event.delete']({ matterId, id }),
        ),
      ),
    );
}

function addSet(tro: Command, run: Run): void {
  withMatterPath(tro.command('set'))
    .description('facts about the request as a whole, and who signs the certificate')
    .addOption(new Option('--side <side>', 'whose desk it is').choices(TroSide.options))
    .option('--reason <words>', 'why notice should not be required')
    .option('--attorney <name>', 'who signs')
    .option('--bar-number <number>', 'as the signature block has it')
    .option('--firm <name>', 'the attorney’s firm')
    .option('--contact <words>', 'address and telephone')
    .option('--party <name>', 'whom the attorney represents')
    .option('--security <dollars>', 'security proposed; 0 for none', dollars)
    .option('--security-reason <words>', 'why that amount')
    .option('--security-posted <moment>', 'when it was given')
    .option('--united-states', 'the movant is the United States, an officer or an agency')
    .option('--no-united-states', 'the movant is none of these')
    .action(
      run(async (context, path: string, options: Options<FieldOptions>) => {
        const fields = {
          side: options.side,
          reasonAgainstNotice: options.reason,
          attorney: options.attorney,
          barNumber: options.barNumber,
          firm: options.firm,
          contact: options.contact,
          party: options.party,
          securityProposedUsd: options.security,
          securityReason: options.securityReason,
          securityPostedAt: momentOf(options.securityPosted, '--security-posted') ?? undefined,
          isUnitedStates: options.unitedStates,
        };
        assertChanges(fields);
        await showing(context, path, options, 'write', (matterId) =>
          context.client['tro.update']({ matterId, fields }),
        );
      }),
    );
}

function addCheck(tro: Command, run: Run): void {
  withMatterPath(tro.command('check'))
    .argument('<line>', 'key of a line of a checklist, as `tro show --json` lists it')
    .description('tick a line of a checklist, with its proof')
    .addOption(
      new Option('--state <state>', 'whether it is met')
        .choices(['met', 'not_needed', 'open'])
        .default('met'),
    )
    .option('--note <words>', 'pin cites, or why it is not needed')
    .option('--entry <number>', 'the docket entry that shows it: 12 or 12-1')
    .option('--evidence <id>', 'the document that shows it')
    .action(
      run((context, path: string, key: string, options: Options<CheckOptions>) =>
        showing(context, path, options, 'write', async (matterId) => {
          const { state, note = '', entry, evidence } = options;
          const entryId = await findEntryId(context, matterId, entry);
          const evidenceId = await findItem(context, matterId, evidence);
          return context.client['tro.check']({ matterId, item: { key, state, note, entryId, evidenceId } });
        }),
      ),
    );
}

function addNoticeAdd(notice: Command, run: Run): void {
  withMatterPath(notice.command('add'))
    .description('log an effort to give notice, for the certificate of Rule 65(b)(1)(B)')
    .requiredOption('--who <name>', 'whom: “Jane Roe, counsel for Northgate”')
    .requiredOption('--how <means>', 'how: “telephone, 206-555-0100”')
    .requiredOption('--at <minute>', 'when, on the court’s clock: 2021-01-11T09:30')
    .option('--by <name>', 'who made the effort')
    .option('--result <words>', 'what came of it')
    .option('--evidence <id>', 'the document that proves it')
    .action(
      run((context, path: string, options: Options<NoticeOptions>) =>
        showing(context, path, options, 'write', async (matterId) => {
          const { who, how, at, by = '', result = '', evidence } = options;
          const evidenceId = await findItem(context, matterId, evidence);
          const notice = { who, how, at, by, result, evidenceId };
          return context.client['tro.notice.add']({ matterId, notice });
        }),
      ),
    );
}

function addNoticeDelete(notice: Command, run: Run): void {
  withMatterPath(notice.command('delete'))
    .argument('<id>', 'of an effort; see tro show --json')
    .description('delete an effort that was logged by mistake')
    .action(
      run((context, path: string, id: NoticeEffortId, options: Options) =>
        showing(context, path, options, 'write', (matterId) =>
          context.client['tro.notice.delete']({ matterId, id }),
        ),
      ),
    );
}

function addCertificate(tro: Command, run: Run): void {
  withMatterPath(tro.command('certificate'))
    .description('draft the attorney’s certificate of the efforts to give notice, from the log')
    .requiredOption('--out <file>', 'a new PDF')
    .action(
      run(async (context, path: string, options: Options<{ out: string }>) => {
        const written = await context.withMatter(path, options, 'read', (matterId) =>
          context.runJob('tro.certificate', { matterId, target: { path: fullPath(options.out) } }),
        );
        context.print(options, written, () =>
          [
            `Wrote ${written.fileName}, ${count(written.pages, 'page')}. Counsel must read, correct and sign it.`,
            ...written.missing.map((line) => `- ${line}`),
          ].join('\n'),
        );
      }),
    );
}

/** Reads or changes the request, and prints it as it then is. */
async function showing(
  context: CliContext,
  path: string,
  options: Options,
  access: 'read' | 'write',
  act: (matterId: MatterId) => Promise<TroRequest>,
): Promise<void> {
  const { request, timezone } = await context.withMatter(path, options, access, async (matterId, matter) => ({
    request: await act(matterId),
    timezone: matter.timezone,
  }));
  const now = context.platform.now();
  context.print(options, publicRequest(request, timezone, now), () => requestText(request, timezone, now));
}

/** The options' values; the engine refuses those that do not belong to the kind. */
function detailsOf(options: EventOptions): TroEventDetails {
  const isKnown = options.withNotice === true || options.withoutNotice === true;
  return {
    ...noDetails,
    service: options.event === 'motion_served' ? options.service : null,
    serveBy: momentOf(options.serveBy, '--serve-by'),
    intentBy: momentOf(options.intentBy, '--intent-by'),
    responseBy: momentOf(options.responseBy, '--response-by'),
    replyBy: momentOf(options.replyBy, '--reply-by'),
    hearingAt: momentOf(options.hearing, '--hearing'),
    piHearingAt: momentOf(options.piHearing, '--pi-hearing'),
    expiresAt: momentOf(options.expires, '--expires'),
    isWithNotice: isKnown ? options.withNotice === true : null,
    securityUsd: options.security ?? null,
    securityBy: momentOf(options.securityBy, '--security-by'),
    isByConsent: options.byConsent ?? null,
    noticeHours: options.noticeHours ?? null,
  };
}

function momentOf(text: string | undefined, option: string): string | null {
  return text === undefined ? null : parse(Moment, text, option);
}

function dollars(text: string): number {
  const amount = parseDollars(text);
  // An unset variable in a script leaves nothing, which is not 0.
  if (amount === undefined || amount === null)
    throw new InvalidArgumentError('Write an amount in dollars, such as 5,000 or 1250.50.');
  return amount;
}
