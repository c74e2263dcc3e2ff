import { Option, type Command } from 'commander';
import { mediaClock } from '../../../shared/domain/evidence/media-clock.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { JobResult } from '../../../shared/contract/api.ts';
import type { EvidenceId, MatterId, NoteId } from '../../../shared/model/common.ts';
import type { Tag } from '../../../shared/model/evidence.ts';
import type { NoteRow } from '../../../shared/model/notes.ts';
import { fullPath, withMatterWritableIfFree, type CliContext } from '../context.ts';
import { count, table } from '../table.ts';
import { type Options, type Run, withMatterPath } from './command.ts';
import { findItems } from './evidence/items.ts';
import { passwordFileHelp, readPasswords, unlockWith } from './evidence/passwords.ts';
import { findTags, tagNames, tagsOf } from './evidence/tags.ts';

interface FilterFlags {
  note?: string[];
  evidence?: string[];
  tag?: string[];
  words?: string;
  archived?: true;
}

interface ExportFlags extends FilterFlags {
  form: 'csv' | 'docx' | 'pdf';
  out: string;
  includeWorkProduct?: true;
  passwordFile?: string;
}

/** Problems with notes that were drawn anyway, or with a copy that was written anyway. */
const written = new Set(['NOTE_WORDS_LOST', 'NOTE_PAGE_MISSING', 'PDF_SIGNATURE_BROKEN']);

/** `notes …`. */
export function addNotesCommands(program: Command, run: Run): void {
  const notes = program.command('notes').description('highlights, marks and remarks on evidence');

  withFilter(withMatterPath(notes.command('list')))
    .description('notes by item, page and place')
    .action(
      run(async (context, path: string, options: Options<FilterFlags>) => {
        const { rows, tags } = await context.withMatter(path, options, 'read', async (matterId) => {
          const known = await tagsOf(context, matterId);
          const filter = await filterOf(context, matterId, options, known);
          return { rows: await context.client['notes.list']({ matterId, filter }), tags: known };
        });
        const shown = rows.map((row) => publicNote(row, tags));
        context.print(options, shown, () =>
          shown.length === 0
            ? 'No notes.'
            : table(
                ['Item', 'Place', 'Kind', 'Words', 'Note', 'Tags', 'By', ''],
                shown.map((note) => [
                  note.title,
                  note.atMs === null ? note.cite : mediaClock(note.atMs),
                  note.kind,
                  excerpt(note.quote),
                  excerpt(note.text),
                  [...note.issues, ...note.tags].join(', '),
                  note.author,
                  note.isWorkProduct ? 'work product' : '',
                ]),
              ),
        );
      }),
    );

  withFilter(withMatterPath(notes.command('export')))
    .description('a table, a Word report, or copies of the PDFs with the notes on them')
    .addOption(new Option('--form <form>', 'which').choices(['csv', 'docx', 'pdf']).makeOptionMandatory())
    .requiredOption('--out <path>', 'a new file, for copies a folder')
    .option('--include-work-product', 'notes marked as work product too; they are left out otherwise')
    .option('--password-file <file>', passwordFileHelp)
    .action(
      run(async (context, path: string, options: Options<ExportFlags>) => {
        const passwords = readPasswords(options.passwordFile);
        const done = await withMatterWritableIfFree(context, path, options, async (matterId) => {
          const known = await tagsOf(context, matterId);
          const filter = await filterOf(context, matterId, options, known);
          const first = await exportNotes(context, matterId, options, filter);
          const opened = await unlockAll(context, matterId, passwords, first);
          if (opened.length === 0) return first;
          return together(
            first,
            opened,
            await exportNotes(context, matterId, options, { ...filter, evidenceIds: opened }),
          );
        });
        const problems = done.problems.map(({ evidenceId, problem }) => ({ evidenceId, ...problem }));
        const failed = problems.filter(({ code }) => !written.has(code));
        context.finishBatch(done.files.length + failed.length, failed);
        context.print(options, { ...done, problems }, () =>
          [
            done.files.length === 0
              ? 'No notes, so nothing was written.'
              : table(
                  ['SHA-256', '>Notes', 'File'],
                  done.files.map(({ sha256, notes: inside, path: file }) => [sha256, inside, file ?? '']),
                ),
            ...(done.leftOut > 0 ? [`Left out as work product: ${count(done.leftOut, 'note')}.`] : []),
            ...problems.map(({ evidenceId, message }) => `${evidenceId}: ${message}`),
          ].join('\n'),
        );
      }),
    );
}

type Filter = Awaited<ReturnType<typeof filterOf>>;
type Exported = JobResult<'notes.export'>;

function exportNotes(
  context: CliContext,
  matterId: MatterId,
  { form, out, includeWorkProduct }: ExportFlags,
  filter: Filter,
): Promise<Exported> {
  const target = { path: fullPath(out) };
  const includesWorkProduct = includeWorkProduct === true;
  return context.runJob('notes.export', { matterId, filter, form, target, includesWorkProduct });
}

/** Tries passwords on the items that could not be copied without one. @returns those that were unlocked */
async function unlockAll(
  context: CliContext,
  matterId: MatterId,
  passwords: readonly string[],
  { problems }: Exported,
): Promise<EvidenceId[]> {
  const opened: EvidenceId[] = [];
  if (passwords.length === 0) return opened;
  for (const { evidenceId, problem } of problems)
    if (problem.code === 'PDF_ENCRYPTED' && (await unlockWith(passwords, context, matterId, evidenceId)))
      opened.push(evidenceId);
  return opened;
}

/** An export, in which what was written after unlocking replaces what could not be written. */
function together(first: Exported, opened: readonly EvidenceId[], then: Exported): Exported {
  const problems = first.problems.filter(({ evidenceId }) => !opened.includes(evidenceId));
  return {
    ...first,
    files: [...first.files, ...then.files],
    problems: [...problems, ...then.problems],
  };
}

function withFilter(command: Command): Command {
  return command
    .option('--note <id...>', 'only these notes')
    .option('--evidence <id...>', 'only notes on these items')
    .option('--tag <name...>', 'only notes with any of these tags or issue codes')
    .option('--words <words>', 'only notes with all these words')
    .option('--archived', 'notes on archived items too');
}

async function filterOf(
  context: CliContext,
  matterId: MatterId,
  { note, evidence, tag, words, archived }: FilterFlags,
  tags: readonly Tag[],
) {
  return {
    ids: note ? await findNotes(context, matterId, note) : [],
    evidenceIds: evidence ? await findItems(context, matterId, evidence) : [],
    tagIds: (tag ?? []).flatMap((name) => findTags(tags, name)),
    words: words ?? '',
    includesArchived: archived === true || note !== undefined,
  };
}

/** @throws AppError NOT_FOUND for the first that is missing */
async function findNotes(
  context: CliContext,
  matterId: MatterId,
  wanted: readonly string[],
): Promise<NoteId[]> {
  const filter = { includesArchived: true };
  const known = await context.client['notes.list']({ matterId, filter });
  const byName = new Map<string, NoteId>(known.map(({ id }) => [id, id]));
  return [...new Set(wanted)].map((name) => {
    const id = byName.get(name);
    if (id === undefined) throw new AppError('NOT_FOUND', { what: `note ${name}` });
    return id;
  });
}

/** A note as the command line shows it: the anchor's fields beside the others, tags by name. */
function publicNote({ anchor, tagIds, author, ...note }: NoteRow, tags: readonly Tag[]) {
  return {
    ...note,
    page: anchor.page,
    atMs: anchor.atMs,
    quote: anchor.quote,
    rects: anchor.rects,
    ...tagNames({ tagIds }, tags),
    author: author.name,
  };
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
