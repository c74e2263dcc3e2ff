import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/build/parts.mjs';
import { makeFilings, makeJpegScans, makeScans, makeStamps } from './inputs.mjs';
import { median, time } from './measure.mjs';

const forthwith = [process.execPath, join(root, 'scripts/forthwith.mjs')];
const pagesPerFile = 50;
const scanPages = 4;
const letterPages = 20;
const everything = '--bates BENCH000001 --labels A --slip-sheets --stickers --index --outline --json'.split(
  ' ',
);
/** Reports a command's peak memory; memory is measured only where it is installed. */
const clock = '/usr/bin/time';

/**
 * The assembler alone beside other programs on the same work, all in one run: full and merging only, of filed
 * documents and of scans, with copying and syncing the same bytes as the baseline. Commands take turns, and each has one round that does not
 * count.
 *
 * @param {string} folder to work in
 * @param {{ pages: readonly number[], megabytes: readonly number[], letterMegabytes: number, lookedAtMegabytes: number }} sizes
 */
export async function benchAssemble(
  folder,
  { pages, megabytes, letterMegabytes, lookedAtMegabytes },
  rounds,
) {
  const rows = [];
  for (const count of pages) {
    const inputs = join(folder, `filings-${count}`);
    mkdirSync(inputs, { recursive: true });
    const files = makeFilings(inputs, { files: count / pagesPerFile, pagesPerFile });
    const stamps = join(folder, 'stamps.pdf');
    makeStamps(stamps, count);
    rows.push({ what: `${count} pages, full`, ...measure(fullCommands(folder, files, stamps), rounds) });
    rows.push({ what: `${count} pages, merged only`, ...measure(mergeCommands(folder, files), rounds) });
    rmSync(inputs, { recursive: true });
  }
  const addScans = (what, inputs, files, pagesPerFile, more = []) => {
    const stamps = join(folder, 'stamps.pdf');
    makeStamps(stamps, files.length * pagesPerFile);
    const commands = { ...fullCommands(folder, files, stamps, more), 'cat + sync': copy(folder, files) };
    rows.push({ what, ...measure(commands, Math.min(rounds, 3)) });
    rmSync(inputs, { recursive: true });
  };
  for (const size of megabytes) {
    const inputs = join(folder, `scans-${size}`);
    mkdirSync(inputs, { recursive: true });
    const files = makeScans(inputs, { megabytes: size, pagesPerFile: scanPages });
    addScans(`${size} MB of scans, full`, inputs, files, scanPages);
  }
  const addLetters = async (size, what, more) => {
    const inputs = join(folder, 'letters');
    mkdirSync(inputs, { recursive: true });
    const files = await makeJpegScans(inputs, { megabytes: size, pagesPerFile: letterPages });
    addScans(`${size} MB of JPEG scans, ${what}`, inputs, files, letterPages, more);
  };
  await addLetters(letterMegabytes, 'full');
  await addLetters(lookedAtMegabytes, 'full, every page looked at', ['--look-at-every-page']);
  return rows;
}

const shell = (script, ...parameters) => ['sh', '-c', script, 'sh', ...parameters];
const isThere = (program) => spawnSync(program, ['--version']).error === undefined;

function fullCommands(folder, files, stamps, more = []) {
  const out = join(folder, 'full.pdf');
  return {
    forthwith: [...forthwith, 'assemble', ...files, '--out', out, ...everything, ...more],
    'qpdf merge and overlay': shell(
      'merged="$1"; stamps="$2"; out="$3"; shift 3; qpdf --empty --pages "$@" -- "$merged" && qpdf "$merged" --overlay "$stamps" -- "$out"',
      join(folder, 'merged.pdf'),
      stamps,
      out,
      ...files,
    ),
  };
}

function mergeCommands(folder, files) {
  const out = join(folder, 'merged.pdf');
  const commands = {
    forthwith: [...forthwith, 'assemble', ...files, '--out', out, '--json'],
    qpdf: ['qpdf', '--empty', '--pages', ...files, '--', out],
  };
  const others = {
    mutool: ['mutool', 'merge', '-o', out, ...files],
    pdfunite: ['pdfunite', ...files, out],
    pdftk: ['pdftk', ...files, 'cat', 'output', out],
    pdfcpu: ['pdfcpu', 'merge', out, ...files],
  };
  for (const [name, command] of Object.entries(others)) if (isThere(name)) commands[name] = command;
  return commands;
}

const copy = (folder, files) =>
  shell('out="$1"; shift; cat "$@" > "$out" && sync "$out"', join(folder, 'copied.pdf'), ...files);

/** Seconds (median) and MiB of each command; the ratio is the median of ours over theirs, round by round. */
function measure(commands, rounds) {
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, command] of Object.entries(commands)) {
      const measured = runOnce(command);
      if (round > 0) runs[name].push(measured);
    }
  const ours = runs.forthwith;
  const programs = Object.entries(runs).map(([name, measured]) => ({
    name,
    seconds: median(measured.map(({ seconds }) => seconds)),
    mebibytes: measured[0].mebibytes && Math.max(...measured.map(({ mebibytes }) => mebibytes)),
    ratio: median(measured.map(({ seconds }, i) => ours[i].seconds / seconds)),
  }));
  return { programs };
}

function runOnce(command) {
  const out = command[command.indexOf('--out') + 1];
  if (command.includes('--out')) rmSync(out, { force: true });
  if (!existsSync(clock)) return { seconds: time(command), mebibytes: null };
  const report = join(root, `out/memory-${process.pid}.txt`);
  const seconds = time([clock, '-o', report, '-f', '%M', ...command]);
  const mebibytes = Math.round(Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024);
  rmSync(report);
  return { seconds, mebibytes };
}
