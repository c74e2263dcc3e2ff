import { formatCount } from '../../client/index.ts';

/** What this feature says. */
export const matterWords = {
  appName: 'Forthwith',
  welcome: 'Docket, evidence and exhibits for one matter at a time. Everything stays on this computer.',
  recent: 'Recent matters',
  noRecent: 'Matters you open are listed here.',
  missing: 'Not found where it was',
  newMatter: 'New matter',
  open: 'Open a matter',
  restore: 'Restore from a backup',
  sample: 'Open the sample matter',
  resetSample: 'Reset the sample matter',
  preparing: 'Preparing the sample matter',
  preparingHelp:
    'A motion for a temporary restraining order with its docket, evidence and exhibits, to look around in.',
  passphraseWarning:
    'Write the passphrase down and keep it safe. It is not stored anywhere: if it is lost, nobody can open this matter again.',
  passphrasesDiffer: 'The two passphrases differ. Type them again.',
  unlock: (title: string) => `Unlock “${title}”`,
  inUse: 'Open to read only?',
  readOnly: 'This matter is open to read only. It can be read, verified and backed up, but not changed.',
  resetQuestion: 'Reset the sample matter?',
  resetWarning:
    'The sample matter is made anew. What you added or changed in it is gone for good; your own matters are not touched.',
  leaveQuestion: 'Work is still in progress',
  leaveWarning: 'Leaving this matter cancels it. What was already finished stays; nothing is left half done.',
  verifiedOk: (items: number) => `All is in order: ${formatCount(items, 'original')} unchanged since intake.`,
  backedUp: (name: string) => `Backed up and verified: ${name}`,
  restored: (name: string) => `Restored and verified: ${name}`,
} as const;

/** Courts' zones first, then every other zone the system knows. */
export const usTimeZones: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'America/St_Thomas',
  'Pacific/Guam',
  'Pacific/Saipan',
];
