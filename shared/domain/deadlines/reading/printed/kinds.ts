/** What a printed date is for. */
export type PrintedKind =
  | 'answer'
  | 'response'
  | 'reply'
  | 'objection'
  | 'redaction_request'
  | 'redacted_transcript'
  | 'transcript_release'
  | 'hearing'
  | 'conference'
  | 'trial'
  | 'noting_date'
  | 'expiry'
  | 'discovery'
  | 'motion'
  | 'other_due';

/** Papers and acts that fall due. Where two begin at the same place the upper one counts. */
const duties: readonly (readonly [PrintedKind, string])[] = [
  [
    'transcript_release',
    String.raw`release of (?:the )?transcript(?: restriction)?|transcript (?:restriction|release)`,
  ],
  ['redacted_transcript', String.raw`redacted transcripts?(?! request)`],
  [
    'redaction_request',
    String.raw`(?:transcript )?redaction requests?|requests? for redaction|statement of redaction`,
  ],
  ['other_due', String.raw`notices? of intent(?:ion)?(?: to (?:request )?redact\p{L}*)?`],
  [
    'answer',
    String.raw`answers?\b(?!\s(?:to|s to)\s(?:[\p{L}']{1,20} ){0,3}(?:interrogator|discovery|request))|responsive pleadings?|respond(?:s|ing)? to (?:[\p{L}'’]{1,20} ){0,4}complaint|respon(?:se|sive pleading)s? to (?:[\p{L}'’]{1,20} ){0,4}complaint|(?:otherwise )?plead\b`,
  ],
  [
    'reply',
    String.raw`(?:sur-?)?repl(?:y|ies)\b|rebuttal briefs?\b|(?:briefs?|memo(?:randa|randum|s)?\.?) in (?:further support|reply)\b`,
  ],
  ['objection', String.raw`objections?\b|object\b`],
  [
    'discovery',
    String.raw`(?:fact |expert |all |written |merits )?discovery|depositions?|depos?\b|interrogator\p{L}*`,
  ],
  [
    'response',
    String.raw`(?:cross-?)?responses?\b|(?:resps?|opp(?:['’]?n)?s?)\b(?=[\s.:,])|respon(?:d|sive)\b|oppositions?\b|oppose\b|opposing\b|answering (?:papers|affidavits?|declarations?|briefs?)|(?:briefs?|memo(?:randa|randum|s)?\.?|papers) (?:contra\b|in (?:opp(?:osition|\.)?|response)(?!\p{L}))`,
  ],
  [
    'motion',
    String.raw`motions? in limine|(?:dispositive |daubert )?motions?\b(?! (?:hearing|cut))|motion cut-?offs?`,
  ],
  [
    'other_due',
    String.raw`reports?|lists?|letters?|stipulations?(?! (?:and|&) order)|briefs?|memorand\p{L}*|statements?|plans?|disclosures?|witness\p{L}*|exhibits?|proposed (?:orders?|findings|jury)|jury instructions|fees?|bonds?|documents?|notices?|pleadings?|complaints?|joinder|amend\p{L}*|schedules?\b|status|adr|mediation|designat\p{L}*|records?|productions?|declarations?|affidavits?|transcripts?|certificat\p{L}*|appearances?`,
  ],
];

/** Whether it is something that is held on a day, and not due by it. */
export const isSetting = (kind: PrintedKind): boolean => settings.some(([setting]) => setting === kind);

/** What is set for a day. */
const settings: readonly (readonly [PrintedKind, string])[] = [
  [
    'hearing',
    String.raw`trial setting|(?:motion|evidentiary|status|show cause|injunction|sentencing|competency|bond|detention)?\s?(?:hearings?|hrgs?\b\.?)(?:/trial setting)?|oral arguments?|arguments?\b|return date|motion date|presentment|(?:re-?)?arraignments?|sentenc(?:ings?|es?)|pleas?|initial appearance|appearance|appear(?= (?:on|at|before|for|in|by|via|today|tomorrow|remotely|telephonically)\b|\s?$)|show cause|submission`,
  ],
  [
    'conference',
    String.raw`(?:[\p{L}-]{1,20} )?(?:tele-?|video-?)?conferences?(?: call)?|(?:scheduling|status|telephone|conference) calls?|mediations?|settlement week|status\b`,
  ],
  ['trial', String.raw`(?:jury |bench |non-?jury )?trials?\b|jury selection|voir dire|docket call`],
];
/** Named only where nothing better is. */
const matters: readonly (readonly [PrintedKind, string])[] = [
  ['hearing', String.raw`motions?(?:\(s\))?\b|applications?\b|matter\b|meetings?(?: of creditors)?\b`],
];

const compile = (forms: readonly (readonly [PrintedKind, string])[]) =>
  new RegExp(`(?<![\\p{L}'’-])(?:${forms.map(([, form]) => `(${form})`).join('|')})`, 'giu');
const anyDuty = compile(duties);
const anySetting = compile(settings);
const anyMatter = compile(matters);

/**
 * What the words before a due date are about: the first paper or act they name, since what it answers comes behind it
 * ("Responses to the motion due by").
 *
 * @example
 * dutyOf('Redacted Transcript Deadline') // 'redacted_transcript'
 */
export function dutyOf(words: string): PrintedKind | null {
  return first(words, anyDuty, duties);
}

/**
 * What the words before a set date are about: the last event they name ("MOTION to Dismiss. Motion Hearing").
 *
 * @param withMatters whether a bare "motion" or "matter" will do
 * @example
 * settingOf('Final Pretrial Conference') // 'conference'
 */
export function settingOf(words: string, withMatters = true): { kind: PrintedKind; at: number } | null {
  const last = [...words.matchAll(anySetting)].at(-1);
  if (last) return { kind: kindOf(last, settings), at: last.index };
  if (!withMatters) return null;
  const matter = [...words.matchAll(anyMatter)].at(-1);
  return matter ? { kind: kindOf(matter, matters), at: matter.index } : null;
}

function first(
  words: string,
  form: RegExp,
  names: readonly (readonly [PrintedKind, string])[],
): PrintedKind | null {
  for (const match of words.matchAll(form)) return kindOf(match, names);
  return null;
}

function kindOf(match: RegExpExecArray, names: readonly (readonly [PrintedKind, string])[]): PrintedKind {
  return names[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]![0];
}
