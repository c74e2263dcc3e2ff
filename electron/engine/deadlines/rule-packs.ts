import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assertPacks, findPackProblem } from '../../../shared/domain/deadlines/rules/pack-problem.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { RulePackSummary } from '../../../shared/model/deadlines.ts';
import type { ListedRule, RulePack } from '../../../shared/model/rule-pack.ts';
import { numberedName, safeFileName } from '../platform/file-names.ts';
import type { Platform } from '../platform/platform.ts';
import { declaredError, systemErrorCode } from '../platform/system-errors.ts';
import { toAppError } from '../platform/to-app-error.ts';
import { unwritable } from '../platform/unwritable.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { readPack } from './read-pack.ts';

/** A file of the user's own folder: a pack, or why there is none. */
interface OwnFile {
  readonly fileName: string;
  readonly pack: RulePack | null;
  readonly problem: AppError | null;
}

interface Packs {
  /** Changes when a file of the own folder does. */
  readonly stamp: string;
  readonly shipped: readonly RulePack[];
  readonly own: readonly OwnFile[];
  readonly rules: ListedRule[];
}

/** Whether a pack came with the app, or stands in the user's own folder. */
type PackOrigin = 'shipped' | 'own';

const cache = new WeakMap<Platform, Packs>();

/**
 * All packs, the shipped ones first. An own file that cannot be used is listed with its problem, under its file name.
 *
 * @throws AppError DEADLINE_RULE_PACK_INVALID where a shipped pack is damaged
 */
export function listPacks(platform: Platform): RulePackSummary[] {
  const { shipped, own } = load(platform);
  return [
    ...shipped.map((pack) => summarize(pack, 'shipped')),
    ...own.map(({ fileName, pack, problem }) => (pack ? summarize(pack, 'own') : refused(fileName, problem))),
  ];
}

/**
 * The rules of all packs with all their versions. Read once and again only when a file in the own folder changed.
 *
 * @throws AppError DEADLINE_RULE_PACK_INVALID where a shipped pack is damaged
 * @example ruleInForce(listRules(platform), 'answer', '2021-01-11', 'wawd')
 */
export function listRules(platform: Platform): readonly ListedRule[] {
  return load(platform).rules;
}

/**
 * Takes a pack over into the user's own folder, byte for byte; one of the same id is replaced.
 *
 * @throws AppError DEADLINE_RULE_PACK_INVALID with the first problem in words, also for an id of a shipped pack or rule;
 *   FILE_NOT_FOUND, FILE_UNREADABLE, FILE_UNWRITABLE
 */
export function importPack(platform: Platform, filePath: string): RulePackSummary {
  const { pack, text } = readChosen(filePath);
  const { shipped, own } = load(platform);
  const replaced = own.find((file) => file.pack?.id === pack.id);
  const others = own.filter((file) => file !== replaced).flatMap((file) => file.pack ?? []);
  const reason = findPackProblem(pack, [...shipped, ...others]);
  if (reason !== null) throw new AppError('DEADLINE_RULE_PACK_INVALID', { name: basename(filePath), reason });
  const fileName = replaced?.fileName ?? freeName(pack.id, own);
  try {
    mkdirSync(ownFolder(platform), { recursive: true });
    writeFileWhole(join(ownFolder(platform), fileName), text);
  } catch (error) {
    throw unwritable(error, fileName);
  }
  cache.delete(platform);
  return summarize(pack, 'own');
}

/**
 * Deletes an own pack. Deadlines counted by it keep what they cite.
 *
 * @param packId a pack's id, or the file name under which a refused one is listed
 * @throws AppError NOT_FOUND for an unknown or a shipped pack; FILE_UNWRITABLE
 */
export function removePack(platform: Platform, packId: string): void {
  const file = load(platform).own.find(({ pack, fileName }) => (pack ? pack.id : fileName) === packId);
  if (!file) throw new AppError('NOT_FOUND', { what: 'rule pack', where: 'among your own' });
  try {
    rmSync(join(ownFolder(platform), file.fileName), { force: true });
  } catch (error) {
    throw unwritable(error, file.fileName);
  }
  cache.delete(platform);
}

function readChosen(filePath: string): ReturnType<typeof readPack> {
  try {
    return readPack(filePath);
  } catch (error) {
    throw declaredError(error) ?? error;
  }
}

function ownFolder(platform: Platform): string {
  return join(platform.appDirectory, 'rules');
}

function load(platform: Platform): Packs {
  const fileNames = listOwnFiles(platform);
  const stamp = fileNames.map((name) => stampOf(join(ownFolder(platform), name))).join('\n');
  const known = cache.get(platform);
  if (known?.stamp === stamp) return known;
  const shipped = known?.shipped ?? readShipped(platform);
  const own = readOwn(platform, fileNames, shipped);
  const rules = [
    ...shipped.flatMap((pack) => rulesOf(pack, 'shipped')),
    ...own.flatMap(({ pack }) => (pack ? rulesOf(pack, 'own') : [])),
  ];
  const packs = { stamp, shipped, own, rules };
  cache.set(platform, packs);
  return packs;
}

/** In order of name, so that of two packs in each other's way the same one is refused each time. */
function listOwnFiles(platform: Platform): string[] {
  try {
    return readdirSync(ownFolder(platform))
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch (error) {
    // No folder: nobody wrote a pack. One that may not be read must not take the shipped rules away.
    const code = systemErrorCode(error);
    if (code !== 'ENOENT') platform.log.warn('own rule packs could not be listed', { code });
    return [];
  }
}

function stampOf(filePath: string): string {
  const stat = statSync(filePath, { throwIfNoEntry: false });
  return `${filePath} ${stat?.size} ${stat?.mtimeMs}`;
}

function readShipped(platform: Platform): RulePack[] {
  const folder = join(platform.assetsDirectory, 'rules');
  const packs = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readPack(join(folder, name)).pack)
    // What holds in every court comes first.
    .toSorted((a, b) => a.courts.length - b.courts.length || (a.id < b.id ? -1 : 1));
  assertPacks(packs);
  return packs;
}

function readOwn(platform: Platform, fileNames: readonly string[], shipped: readonly RulePack[]): OwnFile[] {
  const accepted = [...shipped];
  return fileNames.map((fileName) => {
    try {
      const { pack } = readPack(join(ownFolder(platform), fileName));
      const reason = findPackProblem(pack, accepted);
      if (reason !== null) throw new AppError('DEADLINE_RULE_PACK_INVALID', { name: fileName, reason });
      accepted.push(pack);
      return { fileName, pack, problem: null };
    } catch (error) {
      const problem = isAppError(error) ? error : toAppError(error, 'read a rule pack', platform);
      return { fileName, pack: null, problem };
    }
  });
}

/** A file someone put into the folder may have any name, also that of another pack's id. */
function freeName(packId: string, own: readonly OwnFile[]): string {
  const taken = new Set(own.map(({ fileName }) => fileName.toLowerCase()));
  const name = safeFileName(`${packId}.json`);
  let number = 1;
  while (taken.has(numberedName(name, number).toLowerCase())) number++;
  return numberedName(name, number);
}

function rulesOf(pack: RulePack, origin: PackOrigin): ListedRule[] {
  const { id, regime, courts } = pack;
  const isOwn = origin === 'own';
  return pack.rules.map((rule) => ({ ...rule, pack: id, regime, courts, isOwn }));
}

function summarize(pack: RulePack, origin: PackOrigin): RulePackSummary {
  const { id, title, version, description, courts, regime, rules } = pack;
  const unverified = rules.filter((rule) => rule.confidence === 'unverified').length;
  return {
    id,
    title,
    version,
    description,
    courts,
    regime,
    rules: rules.length,
    unverified,
    isOwn: origin === 'own',
    problem: null,
  };
}

function refused(fileName: string, problem: AppError | null): RulePackSummary {
  return {
    id: fileName,
    title: fileName,
    version: '',
    description: '',
    courts: [],
    regime: 'frcp',
    rules: 0,
    unverified: 0,
    isOwn: true,
    problem: problem && { code: problem.code, message: problem.message },
  };
}
