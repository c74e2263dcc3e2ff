import type { CustodyEvent } from '../../../../shared/model/evidence.ts';

const fieldNames: Readonly<Record<string, string>> = {
  title: 'Title',
  custodian: 'Custodian',
  source: 'Source',
  collectedAt: 'Collected on',
  collectedBy: 'Collected by',
  collectedWhere: 'Collected where',
  collectedHow: 'Collected how',
};

/**
 * What a custody event tells beyond its name, in sentences: what was changed, where it went, under which label it was
 * used. Details this version has no words for are left to the custody report.
 *
 * @example custodyDetails(described) // ['Custodian: “A. Executive” (was not recorded)']
 */
export function custodyDetails({ action, details }: CustodyEvent): readonly string[] {
  const turned = details['by'] === 'history.undo' ? 'Undone' : 'Done again';
  if (typeof details['step'] === 'string') return [`${turned}: ${details['step']}`];
  if (action === 'described') return describedDetails(details);
  const text = (key: string) =>
    typeof details[key] === 'string' && details[key] !== '' ? details[key] : null;
  const name = text('name') ?? text('fileName');
  const folder = text('folder');
  const origin = [text('custodian'), text('source')].filter((part) => part !== null).join(' · ');
  const exhibit = text('label') && `As Exhibit ${text('label')}${text('set') ? ` of “${text('set')}”` : ''}`;
  const bates = text('batesFirst') && `Bates ${rangeOf(text('batesFirst'), text('batesLast'))}`;
  return [name && `As “${name}”${folder ? ` to the folder “${folder}”` : ''}`, origin, exhibit, bates].filter(
    (sentence): sentence is string => Boolean(sentence),
  );
}

function rangeOf(first: string | null, last: string | null): string {
  return last === null || last === first ? `${first}` : `${first} to ${last}`;
}

/** A change of description comes as what its fields held before and after. */
function describedDetails(details: CustodyEvent['details']): readonly string[] {
  const before = (details['before'] ?? {}) as Readonly<Record<string, unknown>>;
  const after = (details['after'] ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(after).flatMap(([field, now]) => {
    const name = fieldNames[field];
    if (name === undefined || typeof now !== 'string') return [];
    const was = before[field];
    return [`${name}: ${quoted(now)}${typeof was === 'string' ? ` (was ${quoted(was)})` : ''}`];
  });
}

function quoted(text: string): string {
  return text === '' ? 'not recorded' : `“${text}”`;
}
