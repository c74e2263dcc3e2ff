import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { CertificateRule } from '../../../shared/model/authenticity.ts';
import { exitCodes } from '../io.ts';
import { count } from '../table.ts';
import { withGlobals, type Options, type Run } from './command.ts';
import { findItems } from './evidence/items.ts';

interface CertificateOptions {
  readonly rule: CertificateRule;
  readonly out: string;
  readonly certifier: string;
  readonly title: string;
  readonly organization: string;
  readonly outsideUs?: true;
}

const rules = ['902(11)', '902(13)', '902(14)'] satisfies CertificateRule[];

/** `authenticity custody|certificate`. */
export function addAuthenticityCommands(program: Command, run: Run): Command {
  const authenticity = program
    .command('authenticity')
    .description('papers that show where evidence came from, and that it is unaltered');

  withGlobals(authenticity.command('custody'))
    .argument('<matter>')
    .argument('<ids...>', 'of items; beginnings of ids or hashes will do')
    .description('write the custody report of items, with their originals hashed anew')
    .requiredOption('--out <file>', 'a new PDF')
    .action(
      run(async (context, path: string, names: string[], options: Options<{ out: string }>) => {
        const written = await context.withMatter(path, options, 'read', async (matterId) =>
          context.runJob('authenticity.custody', {
            matterId,
            ids: await findItems(context, matterId, names),
            target: { path: resolve(options.out) },
          }),
        );
        const { fileName, pages, altered, isCustodyWhole } = written;
        if (altered.length > 0 || !isCustodyWhole) context.exitCode = exitCodes.problemsFound;
        context.print(options, written, () =>
          [
            `Wrote ${fileName}, ${count(pages, 'page')}.`,
            ...altered.map(({ id, title }) => `ALTERED  ${id}  ${title}`),
            ...(isCustodyWhole ? [] : ['The custody record is broken; matter verify names each event.']),
          ].join('\n'),
        );
      }),
    );

  withGlobals(authenticity.command('certificate'))
    .argument('<matter>')
    .argument('<ids...>', 'of items; beginnings of ids or hashes will do')
    .description('draft the certification of a qualified person, to be reviewed and signed')
    .addOption(
      new Option('--rule <rule>', 'of the Federal Rules of Evidence').choices(rules).makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'a new PDF')
    .option('--certifier <name>', 'who is to sign; left blank where not given, as all that follows', '')
    .option('--title <title>', 'the title or role of who signs', '')
    .option('--organization <name>', 'where who signs works', '')
    .option('--outside-us', 'the declaration is signed outside the United States (28 U.S.C. § 1746(1))')
    .action(
      run(async (context, path: string, names: string[], options: Options<CertificateOptions>) => {
        const written = await context.withMatter(path, options, 'read', async (matterId) =>
          context.runJob('authenticity.certificate', {
            matterId,
            ids: await findItems(context, matterId, names),
            rule: options.rule,
            certifier: {
              name: options.certifier,
              title: options.title,
              organization: options.organization,
              isAbroad: options.outsideUs ?? false,
            },
            target: { path: resolve(options.out) },
          }),
        );
        context.print(options, written, () =>
          [
            `Wrote ${written.fileName}, ${count(written.pages, 'page')}. A qualified person must review and sign it.`,
            ...written.missing.map((line) => `- ${line}`),
          ].join('\n'),
        );
      }),
    );

  return authenticity;
}
