import type { CustodyEvent } from '../../../../shared/model/evidence.ts';
import { custodyWords as words } from './words.ts';

/**
 * What a custody event tells beyond its name, in sentences: what was changed, where it went, under which label it was
 * used. Details this version has no words for are left to the custody report.
 *
 * @example custodyDetails(described) // ['Custodian: “A. Executive” (was not recorded)']
 */
export function custodyDetails({ action, details }: CustodyEvent): readonly string[] {
  const turned = details['by'] === 'history.undo' ? words.undone : words.doneAgain;
  if (typeof details['step'] === 'string') return [`${turned}: ${details['step']}`];
  if (action === 'described') return describedDetails(details);
  const text = (key: string) =>
    typeof details[key] === 'string' && details[key] !== '' ? details[key] : null;
  const name = text('name') ?? text('fileName');
  const folder = text('folder');
  const origin = [text('custodian'), text('source')].filter((part) => part !== null).join(' · ');
  const exhibit = text('label') && words.asExhibit(text('label')!, text('set'));
  const bates = text('batesFirst') && words.bates(text('batesFirst')!, text('batesLast'));
  return [name && words.asFile(name, folder), origin, exhibit, bates].filter((sentence): sentence is string =>
    Boolean(sentence),
  );
}

/** A change of description comes as what its fields held before and after. */
function describedDetails(details: CustodyEvent['details']): readonly string[] {
  const before = (details['before'] ?? {}) as Readonly<Record<string, unknown>>;
  const after = (details['after'] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([field, now]) => {
    const name = words.fields[field];
    if (name === undefined || typeof now !== 'string') return [];
    const was = before[field];
    return [words.described(name, quoted(now), typeof was === 'string' ? quoted(was) : null)];
  });
}

function quoted(text: string): string {
  return text === '' ? words.notRecorded : `“${text}”`;
}
