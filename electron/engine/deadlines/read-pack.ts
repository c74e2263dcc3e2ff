import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { core } from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { RulePack } from '../../../shared/model/rule-pack.ts';

/** A thousand rules with full notes take less. */
const maxBytes = 5 * 1024 * 1024;

/**
 * A rule pack and its file's text.
 *
 * @throws AppError DEADLINE_RULE_PACK_INVALID with the first problem in words; the system's error where it cannot be read
 */
export function readPack(filePath: string): { pack: RulePack; text: string } {
  const invalid = (reason: string) =>
    new AppError('DEADLINE_RULE_PACK_INVALID', { name: basename(filePath), reason });
  const stat = statSync(filePath);
  if (!stat.isFile()) throw invalid('it is not a file');
  if (stat.size > maxBytes) throw invalid('it is larger than 5 MB');
  const text = readFileSync(filePath, 'utf8');
  const json = parseJson(text);
  if (json === undefined) throw invalid('it is not valid JSON');
  const result = RulePack.safeParse(json.value);
  if (!result.success) throw invalid(describeIssue(result.error.issues[0]!, json.value));
  return { pack: result.data, text };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

/** What is wrong and where, for a person with the file open in an editor. */
function describeIssue(issue: core.$ZodIssue, json: unknown): string {
  const [first, index, ...rest] = issue.path;
  if (first !== 'rules' || typeof index !== 'number') {
    return `${quotePath(issue.path)}${describeFault(issue)}`;
  }
  return `in ${describeRule(json, index)} ${quotePath(rest)}${describeFault(issue)}`;
}

function quotePath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `“${path.map(String).join('.')}”: `;
}

/** By its id where it has one, because editors do not number rules. */
function describeRule(json: unknown, index: number): string {
  const id = (json as { rules: { id?: unknown }[] }).rules[index]?.id;
  return typeof id === 'string' ? `the rule “${id.slice(0, 60)}”` : `rule number ${index + 1}`;
}

function describeFault(issue: core.$ZodIssue): string {
  // The list of every event is no help in a sentence.
  if (issue.code === 'invalid_value' && issue.values.length > 10)
    return 'this value is not among those known';
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}
