import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { decisionFieldWords } from '../../../shared/domain/review/decision-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { MatterId, TagId } from '../../../shared/model/common.ts';
import { count, table } from '../table.ts';
import { onMatter, type Options, type Run, wholeNumber, withMatterPath } from './command.ts';
import { findItems, itemsHelp } from './evidence/items.ts';
import { addReviewCopyCommands } from './review-copies.ts';
import { fullPath, type CliContext } from '../context.ts';
import { invalid } from '../invalid.ts';

interface CodeFlags {
  responsive?: boolean;
  relevance?: number;
  privilege?: 'none' | 'attorney_client' | 'work_product' | 'common_interest' | 'other';
  privilegeNote?: string;
  issue?: string[];
  removeIssue?: string[];
  reviewed?: true;
  keepUnreviewed?: true;
  preview?: true;
}

/** `review …`. */
export function addReviewCommands(program: Command, run: Run): void {
  const review = program.command('review').description('coding by reviewers, and copies to review elsewhere');
  addReviewCopyCommands(review, run);
  addQueues(review, run);
  addCode(review, run);
  addConflicts(review, run);
  addLog(review, run);
}

function addQueues(review: Command, run: Run): void {
  onMatter(
    withMatterPath(review.command('queues')).description(
      'what is unread, flagged, not coded, hot, privileged, in conflict, and by issue',
    ),
    run,
    'read',
    ({ client, matterId }) => client['review.queues']({ matterId }),
    (queues) =>
      table(
        ['Queue', '>Items', '>Reviewed'],
        queues.map(({ kind, name, total, done }) => [
          kind === 'issue' ? `Issue: ${name}` : kind,
          total,
          done,
        ]),
      ),
  );
}

function addCode(review: Command, run: Run): void {
  withMatterPath(review.command('code'))
    .argument('<ids...>', itemsHelp)
    .description('code items under your name')
    .option('--responsive <yes|no>', 'whether they respond to what was requested', yesOrNo)
    .option('--relevance <0-3>', '0 not relevant, 3 hot', wholeNumber(0, 3))
    .addOption(
      new Option('--privilege <claim>', 'why they may be withheld').choices([
        'none',
        'attorney_client',
        'work_product',
        'common_interest',
        'other',
      ]),
    )
    .option('--privilege-note <text>', 'how the privilege log describes them')
    .option('--issue <name...>', 'issue codes to add to them')
    .option('--remove-issue <name...>', 'issue codes to remove from them')
    .option('--reviewed', 'mark them reviewed, even if nothing else is decided')
    .addOption(new Option('--keep-unreviewed', 'do not mark them reviewed').conflicts('reviewed'))
    .option('--preview', 'only say what would change')
    .action(
      run(async (context, path: string, ids: string[], options: Options<CodeFlags>) => {
        if (!decidesAnything(options))
          throw invalid(
            'nothing is decided; give --responsive, --relevance, --privilege, --privilege-note, --issue or --remove-issue, or --reviewed to mark the items reviewed and no more',
          );
        const access = options.preview ? 'read' : 'write';
        await context.withMatter(path, options, access, async (matterId) => {
          const input = {
            matterId,
            ids: await findItems(context, matterId, ids),
            decision: await decisionOf(context, matterId, options),
          };
          if (options.preview) {
            const preview = await context.client['review.preview'](input);
            context.print(options, preview, () =>
              [
                `${formatNumber(preview.changed)} of ${count(preview.items, 'item')} would change.`,
                ...preview.fields.map(
                  ({ field, filled, replaced }) =>
                    `  ${decisionFieldWords[field]}: ${filled} filled, ${replaced} replaced`,
                ),
              ].join('\n'),
            );
            return;
          }
          const coded = await context.client['review.code'](input);
          context.print(options, coded, () => `${count(coded.updated, 'item')} coded.`);
        });
      }),
    );
}

function addConflicts(review: Command, run: Run): void {
  withMatterPath(review.command('conflicts'))
    .description('what reviewers decided differently, and notes changed on both sides')
    .action(
      run(async (context, path: string, options: Options) => {
        const conflicts = await context.withMatter(path, options, 'read', (matterId) =>
          context.client['review.conflicts']({ matterId }),
        );
        const { codings, notes } = conflicts;
        context.print(options, conflicts, () =>
          codings.length + notes.length === 0
            ? 'No conflicts.'
            : table(
                ['Item', 'Differs in', 'Between'],
                [
                  ...codings.map((conflict) => [
                    conflict.title,
                    conflict.fields.map((field) => decisionFieldWords[field]).join(', '),
                    conflict.codings.map(({ reviewer }) => reviewer.name || 'somebody').join(', '),
                  ]),
                  ...notes.map(({ title, ours, theirs }) => [
                    title,
                    'note',
                    `${ours?.text ?? 'deleted here'} / ${theirs?.text ?? 'deleted there'}`,
                  ]),
                ],
              ),
        );
      }),
    );
}

function addLog(review: Command, run: Run): void {
  onMatter(
    withMatterPath(review.command('log'))
      .description('the privilege log of what is withheld')
      .addOption(new Option('--form <form>', 'CSV or Word').choices(['csv', 'docx']).makeOptionMandatory())
      .requiredOption('--out <file>', 'the new file'),
    run,
    'read',
    ({ context, matterId }, options: { form: 'csv' | 'docx'; out: string }) =>
      context.runJob('review.privilegeLog', {
        matterId,
        form: options.form,
        target: { path: fullPath(options.out) },
      }),
    (log) =>
      [
        `${count(log.entries, 'entry', 'entries')} in ${log.path ?? log.fileName}`,
        ...log.incomplete.map(({ evidenceId, missing }) => `  ${evidenceId} lacks: ${missing.join(', ')}`),
      ].join('\n'),
  );
}

function decidesAnything(options: CodeFlags): boolean {
  const { responsive, relevance, privilege, privilegeNote, issue, removeIssue, reviewed } = options;
  const decided = [responsive, relevance, privilege, privilegeNote, issue, removeIssue, reviewed];
  return decided.some((value) => value !== undefined);
}

async function decisionOf(context: CliContext, matterId: MatterId, options: CodeFlags) {
  const tags = await context.client['evidence.tag.list']({ matterId });
  const idsOf = (names: readonly string[] = []): TagId[] =>
    names.map((name) => {
      const issue = tags.find((tag) => tag.kind === 'issue' && tag.name.toLowerCase() === name.toLowerCase());
      if (!issue) throw new AppError('NOT_FOUND', { what: `issue code “${name}”` });
      return issue.id;
    });
  return {
    isResponsive: options.responsive,
    relevance: options.relevance,
    privilege: options.privilege,
    privilegeNote: options.privilegeNote,
    addIssueIds: idsOf(options.issue),
    removeIssueIds: idsOf(options.removeIssue),
    isReviewed: options.keepUnreviewed !== true,
  };
}

function yesOrNo(text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new InvalidArgumentError('Write yes or no.');
}
