import type { Command } from 'commander';
import type { Api } from '../../../shared/contract/api.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { loadTextReader } from '../../engine/host.ts';
import { fullPath } from '../context.ts';
import { exitCodes } from '../io.ts';
import { count } from '../table.ts';
import { addRedactCommand } from './redact.ts';
import { withGlobalsAlone, type Options, type Run, type RunPlain } from './command.ts';

/** `pdf inspect|check-redactions|redact|text`: PDFs without a matter. */
export function addPdfCommands(program: Command, run: Run, runPlain: RunPlain): Command {
  const pdf = program.command('pdf').description('inspect and redact PDFs');

  withGlobalsAlone(pdf.command('inspect'))
    .argument('<in...>', 'PDFs')
    .description('problems that a clerk or a paralegal would run into')
    .action(
      run(async (context, inputs: string[], options: Options) => {
        const inspected = await context.client['pdf.inspect']({
          sources: inputs.map((path) => ({ path: fullPath(path) })),
        });
        context.finishBatch(
          inspected.length,
          inspected.flatMap(({ ok, problems }) => (ok ? [] : [{ code: problems[0]?.code ?? 'PDF_DAMAGED' }])),
        );
        context.print(options, inspected, () => inspected.flatMap(inspectedLines).join('\n'));
      }),
    );

  withGlobalsAlone(pdf.command('check-redactions'))
    .argument('<in...>', 'PDFs')
    .description('words that look redacted but can still be read')
    .action(
      run(async (context, inputs: string[], options: Options) => {
        const checked = await context.client['pdf.checkRedactions']({
          sources: inputs.map((path) => ({ path: fullPath(path) })),
        });
        if (checked.some(({ findings }) => findings.length > 0)) context.exitCode = exitCodes.problemsFound;
        context.finishBatch(
          checked.length,
          checked.flatMap(({ problems: [problem] }) => problem ?? []),
        );
        context.print(options, checked, () => checked.flatMap(checkedLines).join('\n'));
      }),
    );

  addRedactCommand(pdf, run);

  withGlobalsAlone(pdf.command('text'))
    .argument('<in>', 'a PDF')
    .description('page texts')
    .option('--pages <pages>', 'such as 1-3,7')
    .action(
      runPlain(async (context, input: string, options: Options<{ pages?: string }>) => {
        const { readTextAlone } = await loadTextReader();
        const pages = await readTextAlone(
          fullPath(input),
          options.pages,
          context.platform,
          context.io.signal,
        );
        context.print(options, pages, () => pages.map(({ text }) => text).join('\n\f\n'));
      }),
    );

  return pdf;
}

type Checked = ResultOf<Api, 'pdf.checkRedactions'>[number];

function checkedLines({ path, pages, findings, problems }: Checked): string[] {
  const found =
    findings.length === 0 ? 'no failed redactions found' : count(findings.length, 'failed redaction');
  const outcome = problems.length === 0 ? found : `${found}, not all pages were checked`;
  return [
    `${path}: ${pages === null ? 'not read' : outcome}`,
    ...findings.map(({ page, kind, text }) => `  page ${page}, ${kindWords[kind]}: ${text}`),
    ...problems.map(({ message }) => `  Problem: ${message}`),
  ];
}

const kindWords = {
  covered: 'covered, or in the color of its box',
  recognised: 'recognized in a scan that was blacked out or covered',
  marked: 'marked for redaction, not removed',
} as const;

type Inspected = ResultOf<Api, 'pdf.inspect'>[number];

/** What was found in a file; for one that could not be opened only the reason. */
function inspectedLines(found: Inspected): string[] {
  const { path, pages, encrypted, hasText, rotatedPages, forms, scripts, embeddedFiles } = found;
  const problems = found.problems.map(({ message }) => `  Problem: ${message}`);
  if (!pages) return [`${path}: ${pages === 0 ? 'no pages' : 'not read'}`, ...problems];
  const facts = [
    rotatedPages.length > 0 && count(rotatedPages.length, 'rotated page'),
    forms && 'form fields',
    scripts && 'scripts',
    embeddedFiles > 0 && count(embeddedFiles, 'embedded file'),
    count(found.outline, 'bookmark'),
    count(found.links, 'link'),
  ].filter((fact) => fact !== false);
  return [
    `${path}: ${count(pages, 'page')}${encrypted ? ', encrypted' : ''}${hasText ? '' : ', no text'}`,
    ...facts.map((fact) => `  ${fact}`),
    ...problems,
  ];
}
