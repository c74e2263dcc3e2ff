import type { CustodyEvent } from '../../model/evidence.ts';
import { formatCount } from '../amounts.ts';
import { batesRun } from '../exhibits/bates.ts';
import { overlayFieldWords } from './overlay-words.ts';

type Told = Pick<CustodyEvent, 'action' | 'details'>;

const actionWords: Readonly<Record<CustodyEvent['action'], string>> = {
  received: 'Received',
  received_again: 'Received again',
  described: 'Description changed',
  verified: 'Verified unaltered',
  exported: 'Original exported',
  used_in_exhibit: 'Used in a built exhibit',
  archived: 'Archived',
  unarchived: 'Taken out of the archive',
};

const fieldNames: Readonly<Record<string, string>> = {
  title: 'Title',
  custodian: 'Custodian',
  source: 'Source',
  collectedAt: 'Collected on',
  collectedBy: 'Collected by',
  collectedWhere: 'Collected where',
  collectedHow: 'Collected how',
};
/** What a load file corrects, too. */
const correctedNames: Readonly<Record<string, string>> = overlayFieldWords;

/**
 * What a custody event is called. Whoever hashed an original and found other bytes did not verify it, and a copy that is not the
 * original is not called one.
 *
 * @example custodyTitle(event) // 'Verified unaltered'
 */
export function custodyTitle({ action, details }: Told): string {
  if (action === 'verified' && details['found'] === 'altered') return 'Found altered';
  if (action === 'exported' && details['form'] === 'rendition') return 'Exported as a PDF made of it';
  if (action === 'exported' && details['form'] === 'notes') return 'Exported as a copy with notes';
  if (action === 'exported' && details['form'] === 'redacted') return 'Exported as a redacted copy';
  if (action === 'exported' && details['reviewCopy'] !== undefined) return 'Handed out in a review copy';
  return actionWords[action];
}

/**
 * What a custody event says beyond its name, in sentences: what was changed, where it went, under which label it was used.
 * Details this version has no words for are left out.
 *
 * @example custodyDetails(described) // ['Custodian: “A. Executive” (was not recorded)']
 */
export function custodyDetails({ action, details }: Told): readonly string[] {
  const turned = details['by'] === 'history.undo' ? 'Undone' : 'Done again';
  if (typeof details['step'] === 'string') return [`${turned}: ${details['step']}`];
  if (action === 'described') return describedDetails(details);
  if (action === 'verified' && details['found'] === 'altered')
    return [
      typeof details['sha256'] === 'string'
        ? `Its SHA-256 was ${details['sha256']}`
        : 'Its bytes could not be read',
    ];
  const text = (key: string) =>
    typeof details[key] === 'string' && details[key] !== '' ? details[key] : null;
  const name = text('name') ?? text('fileName');
  const folder = text('folder');
  const origin = [text('custodian'), text('source')].filter((part) => part !== null).join(' · ');
  const set = text('set');
  const exhibit = text('label') && `As Exhibit ${text('label')}${set ? ` of “${set}”` : ''}`;
  const bates = text('batesFirst') && `Bates ${batesRun(text('batesFirst'), text('batesLast'))}`;
  const production = text('production') && `From the production of ${text('production')}`;
  const pages = details['madeFrom'];
  const made = Array.isArray(pages) && `Made here of ${formatCount(pages.length, 'page image')}`;
  return [
    name && `As “${name}”${folder ? ` to the folder “${folder}”` : ''}`,
    origin,
    production,
    made,
    exhibit,
    bates,
  ].filter((sentence): sentence is string => Boolean(sentence));
}

/** A change of description comes as what its fields held before and after. */
function describedDetails(details: CustodyEvent['details']): readonly string[] {
  const before = (details['before'] ?? {}) as Readonly<Record<string, unknown>>;
  const after = (details['after'] ?? {}) as Readonly<Record<string, unknown>>;
  const by = details['overlay'];
  const changes = Object.entries(after).flatMap(([field, now]) => {
    const name = fieldNames[field] ?? correctedNames[field];
    if (name === undefined || typeof now !== 'string') return [];
    const was = before[field];
    return [`${name}: ${quoted(now)}${typeof was === 'string' ? ` (was ${quoted(was)})` : ''}`];
  });
  return typeof by === 'string' ? [`As the load file ${by}, corrects it`, ...changes] : changes;
}

function quoted(text: string): string {
  return text === '' ? 'not recorded' : `“${text}”`;
}
