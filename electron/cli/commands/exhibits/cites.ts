import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { CitationReport } from '../../../../shared/model/exhibits.ts';
import { fullPath } from '../../context.ts';
import { exitCodes } from '../../io.ts';
import { count, table } from '../../table.ts';
import type { Run } from '../command.ts';
import { findItems } from '../evidence/items.ts';
import { onSet } from './set.ts';

const statusWords = {
  found: '',
  absent: 'not in the set',
  outOfRange: 'page out of range',
  ambiguous: 'could be of several sets',
} as const;
const absenceWords = {
  withdrawn: 'withdrawn: leads to nothing',
  reserved: 'only reserved: leads to nothing yet',
  void: 'void number: leads to nothing',
} as const;

/**
 * `exhibits cites MATTER --set S BRIEF`: checks a brief's citations against the set; exits 6 where one is absent, out of range or
 * ambiguous.
 *
 * @param command `cites`, with the options that name the matter and the set
 */
export function addCitesAction(command: Command, run: Run): void {
  onSet(
    command
      .argument('<brief>', 'a PDF, or the id of an item of evidence')
      .description('check the citations of exhibits in a brief'),
    run,
    'write',
    async ({ context, where }, _options, brief: string) => {
      const isFile = existsSync(brief) || /\.pdf$/i.test(brief);
      const report = await context.runJob('exhibits.citations.check', {
        ...where,
        brief: isFile
          ? { file: { path: fullPath(brief) } }
          : { evidenceId: (await findItems(context, where.matterId, [brief]))[0]! },
      });
      if (report.citations.some(({ status }) => status !== 'found'))
        context.exitCode = exitCodes.problemsFound;
      return report;
    },
    readable,
  );
}

function readable({ citations, neverCited, ofOthers, pagesWithoutText }: CitationReport): string {
  return [
    table(
      ['>Page', 'Citation', 'Exhibit', 'Problem'],
      citations.map(({ page, next, further, text, label, status, absence }) => [
        next ? `${page}–${(further?.at(-1) ?? next).page}` : page,
        text.replaceAll(/\s+/gu, ' '),
        label,
        absence ? absenceWords[absence] : statusWords[status],
      ]),
    ),
    `${count(citations.length, 'citation')}.`,
    ...neverCited.map(({ label, title }) => `Never cited: Exhibit ${label} (${title})`),
    ...(ofOthers.length > 0
      ? [`${count(ofOthers.length, 'citation')} of other documents or sets, not checked.`]
      : []),
    ...(pagesWithoutText.length > 0
      ? [`No text on pages ${pagesWithoutText.join(', ')}: nothing could be looked for there.`]
      : []),
  ].join('\n');
}
