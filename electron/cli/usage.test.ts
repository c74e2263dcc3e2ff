import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, terminalPlatform } from './index.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, runWith } = createTerminal();

test('the help says which options are required, and offers no passphrase where there is no matter', async () => {
  const help = async (...command: string[]) =>
    (await run(...command, '--help')).stdout.replaceAll(/\s+/g, ' ');
  expect(await help('matter', 'create')).toContain('--title <title> what the matter is called (required)');
  expect(await help('matter', 'info')).toContain('--passphrase-file <file>');
  for (const command of [['assemble'], ['pdf', 'text'], ['docket', 'parse'], ['deadlines', 'compute']])
    expect(await help(...command)).not.toContain('--passphrase-file');
});

test('of a PDF that cannot be opened only the reason is shown', async () => {
  writeFileSync(at('torn.pdf'), '%PDF-1.7 torn');
  const { code, stdout } = await run('pdf', 'inspect', at('torn.pdf'));
  expect(code).toBe(4);
  expect(stdout).toBe(
    `${at('torn.pdf')}: not read\n  Problem: “torn.pdf” is damaged and cannot be opened. Ask for a good copy.\n`,
  );
});

test('every option of every command says what it is, and every argument but a lone matter', async () => {
  const silent: string[] = [];
  const walk = async (path: readonly string[]): Promise<void> => {
    const { stdout } = await run(...path, '--help');
    const [options = '', below] = stdout.split('\nCommands:\n');
    for (const [line] of options.matchAll(/^ {2}--?\S+(?: <[^>]+>| \[[^\]]+\])?(?: +\(required\))?$/gm))
      silent.push(`${path.join(' ')} ${line.trim()}`);
    const usage = /^Usage: (.*?)\n\n/s.exec(stdout)![1]!.replaceAll(/\s+/g, ' ');
    const names = [...usage.matchAll(/[<[]([^\]>.]+)(?:\.{3})?[\]>]/g)].map(([, name]) => name!);
    for (const name of names.filter((each) => each !== 'options' && each !== 'command'))
      if (!stdout.includes(`\n  ${name} `) && names.filter((each) => each !== 'options').join() !== 'matter')
        silent.push(`${path.join(' ')} ${name}`);
    for (const [, name] of below?.matchAll(/^ {2}(\S+)/gm) ?? [])
      if (name !== 'help') await walk([...path, name!]);
  };
  await walk([]);
  expect(silent).toEqual([]);
});

test('an option that is empty where it is left out does not say so, and one by its first name is still taken', async () => {
  const help = (await run('evidence', 'add', '--help')).stdout + (await run('search', '--help')).stdout;
  expect(help).not.toContain('(default: "")');
  expect(help).toContain('(default: 50)');
  const set = ['exhibits', 'set', 'create', 'none.matter', '--name', 'x'];
  expect((await run(...set, '--sticker-colour', 'pink')).code).toBe(3);
  expect((await run(...set, '--sticker-colour', 'pink', '--colour', 'x')).code).toBe(2);
  expect((await run('exhibits', 'set', 'create', '--help')).stdout).not.toContain('colour');
});

test('help takes the words of a command', async () => {
  for (const command of [['matter', 'create'], ['exhibits', 'set', 'create'], ['search']]) {
    const asked = await run('help', ...command);
    expect(asked).toEqual(await run(...command, '--help'));
    expect(asked.stdout).toContain(`Usage: forthwith ${command.join(' ')} `);
  }
});

test('a passphrase file is taken by commands without a matter too', async () => {
  expect((await run('deadlines', 'rules', '--passphrase-file', 'none')).code).toBe(0);
});

test('an empty path is refused, and not taken for the folder one is in', async () => {
  const matter = at('x.matter');
  await run('matter', 'create', matter, '--title', 'T');
  for (const words of [
    ['evidence', 'add', matter, '', '--recursive'],
    ['matter', 'info', ''],
    ['assemble', 'a.pdf', '--out', ''],
  ]) {
    const { code, stdout, stderr } = await run(...words, '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr).error.details.summary).toMatch(/^a path is empty/);
  }
});

test('a change that names nothing is refused', async () => {
  const matter = at('x.matter');
  for (const words of [
    ['matter', 'update', matter],
    ['tro', 'set', matter],
    ['argument', 'fact', 'edit', matter, 'id'],
    ['argument', 'element', 'edit', matter, 'Harm'],
    ['evidence', 'update', matter, 'id'],
  ]) {
    const { code, stderr } = await run(...words);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'Some of the values cannot be used: name at least one thing to change.\n',
    });
  }
});

test('what stands behind -- is no option', async () => {
  const { code, stderr } = await run('search', 'none.matter', '--', '--json');
  expect(code).toBe(3);
  expect(stderr).toMatch(/^There is no matter/);
});

test('output that cannot be written is an error, after the work is done', async () => {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const { code, stderr } = await runWith({ settled: async () => full }, 'deadlines', 'rules', '--json');
  expect(code).toBe(4);
  expect(JSON.parse(stderr).error).toMatchObject({
    code: 'FILE_UNWRITABLE',
    message:
      '“the output” could not be written (the disk is full). What was asked for may have been done: look before you run it again.',
  });
});

test('where no command is named, --json says that, and not that there is no --json', async () => {
  for (const words of [[], ['matter'], ['exhibits', 'set']]) {
    const { code, stdout, stderr } = await run(...words, '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { details: { summary: 'name a command' } } });
  }
});

test('of a matter whose set is not named, filing asks for it', async () => {
  for (const words of [
    ['check', 'x.matter', '--court', 'wawd'],
    ['as-filed', 'x.matter', 'a.pdf'],
  ]) {
    const { code, stderr } = await run('filing', ...words);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('with --set') });
  }
});

test('--json may stand before the command', async () => {
  for (const words of [
    ['--json', 'matter', 'info', 'none.matter'],
    ['matter', '--json', 'info', 'none.matter'],
    ['--json', 'matter', 'info', '--', 'none.matter'],
  ])
    expect(JSON.parse((await run(...words)).stderr).error.code).toBe('MATTER_NOT_FOUND');
  const { code, stderr } = await run('matter', 'info', '--json', 'none.matter', '--passphrase-file');
  expect(code).toBe(2);
  expect(JSON.parse(stderr).error.details.summary).toMatch(/argument missing/);
});

test('an option does not take the next one for its value, unless that is written to it', async () => {
  const matter = at('x.matter');
  const { code, stderr } = await run('matter', 'create', matter, '--title', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stderr).error.details.summary).toBe("option '--title <title>' argument missing");
  expect((await run('matter', 'create', matter, '--title=--json')).code).toBe(0);
});

test('what is said of wrong usage has no control characters in it', async () => {
  const { code, stderr } = await run('search', 'x.matter', 'word', '--limit', '\u001b[2J');
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("'\ufffd[2J' is invalid") });
});

test('a fault of the program is logged among the app’s own files, and its reference told', async () => {
  const platform = terminalPlatform({
    appDirectory: at('app'),
    assetsDirectory: join(import.meta.dirname, '../../assets'),
    workerUrl: new URL('file:///none.js'),
    appVersion: '0.0.0-test',
  });
  let told = '';
  const io = {
    stdout: () => {
      throw new TypeError('no stream');
    },
    stderr: (text: string) => void (told += text),
    isTerminal: false,
    settled: async () => null,
    signal: new AbortController().signal,
  };
  expect(await runCli(['deadlines', 'rules', '--json'], io, platform)).toBe(1);
  const { reference } = JSON.parse(told).error.details;
  const logged = readFileSync(at('app/logs/forthwith.log'), 'utf8');
  expect(JSON.parse(logged)).toMatchObject({ reference, operation: 'cli deadlines', host: 'cli' });
});
