/** How a text disposes of one kind of request. */
export interface Ruling {
  readonly isGranted: boolean;
  readonly isDenied: boolean;
  /** The words; empty where it decides nothing of the kind. */
  readonly quote: string;
}

/** Periods of abbreviations do not end a sentence. */
const abbreviated =
  /\b(?:dkt|doc|docs|nos?|inc|corp|co|ltd|fed|civ|r|p|v|vs|hon|mr|ms|dr|jr|l\.l\.c|u\.s)\./gi;

/** Words that can be between "granting" or "denying" and what is granted or denied. */
const between = String.raw`(?:[\s,:]{1,2}(?:(?:in|with|without)\s(?:part|prejudice)|and|or|grant(?:s|ing)|allow(?:s|ing)|den(?:ies|ying)|as|moot|the|a|an|of|for|to|entry|issuance|its|his|her|their|no|ecf|dkt|doc|docket|re|on|first|second|third|amended|renewed|corrected|emergency|expedited|urgent|verified|oral|cross|partial|ex|parte|unopposed|stipulated|joint|sealed|temporary|restraining|order|tro|preliminary|injunction|motions?|applications?|requests?|petitions?|letter|plaintiffs?|defendants?|(?:\d{1,3}|\p{L}{2,9})[-\s](?:day|week|month)|[\p{L}.&-]{1,25}['’]s?|[[(]?#?\d{1,5}(?:-\d{1,3})?[\])]?)){0,16}?[\s,:(]{1,3}`;

const verbs = 'grant(?:s|ing)|allow(?:s|ing)|den(?:ies|ying)';
const active = String.raw`\b(${verbs})\b${between}`;
/** Minutes tell what the court did: "Court GRANTED the motion for TRO"; in an order that is an earlier ruling. */
const ofMinutes = /^\W{0,6}(?:[\p{L}'’-]{1,12}\s){0,2}(?:minute entry|minutes|proceedings?)\b/iu;
const activeInMinutes = String.raw`\b(${verbs}|(?<=\bcourt,?\s(?:\p{L}{1,12}\s)?)(?:granted|allowed|denied))\b${between}`;
/** A motion is also “allowed” (D. Mass.); what else is, like an extension or an appearance, is no motion. */
const passive = String.raw`(?:\s?[[(]?#?\d{0,5}[\])]?\s(?:(?:is|are)\s)?(?:hereby\s)?(allowed)\b|(?:(?!\bmotions?\b)[^;.]){0,90}?(?:\s(?:is|are|be|was|were|should be)\b(?:\s[\p{L},]{1,15}){0,4}?|\s?[:–-])?\s(granted|denied)\b(\sas (?:being )?moot)?)`;

/** Another request that only names the one looked for. */
const otherRelief =
  /\b(?:extension|extend|time|leave|stay|continue|continuance|enlarge\w*|pages?|expedite|supplement|withdraw|respond|response|reply|hearing|strike|seal|dissolve|modify|vacate|clarify|reconsider\w*)\b[^,]{0,80}$/i;

/** Longest text that is looked at: what an order decides is at its head. */
const reach = 4_000;

/**
 * Which way a text decides a kind of request: granted, denied, or both in part. A denial as moot decides nothing, and neither
 * do words about another request that only mention this one ("denying extension of time to oppose the motion to dismiss").
 *
 * @example
 * rulingOn('ORDER granting in part and denying in part 12 Motion to Dismiss', 'to dismiss')
 * // { isGranted: true, isDenied: true, quote: 'granting in part and denying in part 12 Motion to Dismiss' }
 * @param text the order's words
 * @param request a pattern for what is asked, as it follows "motion" or "granting"
 */
export function rulingOn(text: string, request: string): Ruling {
  const words = text.slice(0, reach).replaceAll(abbreviated, (one) => `${one.slice(0, -1)} `);
  const forms = formsOf(request);
  const rules = ofMinutes.test(words) ? forms.inMinutes : forms.active;
  let isGranted = false;
  let isDenied = false;
  let quote = '';
  const take = (verb: string, all: string) => {
    if (/\bmoot\b/i.test(all)) return;
    if (/^(?:grant|allow)/i.test(verb)) isGranted = true;
    else isDenied = true;
    quote ||= all.trim();
  };
  for (const match of words.matchAll(rules)) {
    const [all, verb] = [match[0], match[1]!];
    take(verb, all);
    // "granting in part and denying in part": the second verb is inside the first one's words.
    const other = all.slice(verb.length).match(/\b(?:grant(?:s|ing)|allow(?:s|ing)|den(?:ies|ying))\b/i);
    if (other) take(other[0], all);
  }
  for (const clause of words.split(/;|\.\s/)) {
    const match = forms.passive.exec(clause);
    if (!match || otherRelief.test(clause.slice(0, match.index))) continue;
    if (/\b(?:if|should|recommend\w*|request\w*|whether)\b/i.test(match[0])) continue;
    take(match[1] ?? match[2]!, match[0]);
    if (
      /\bgranted in part\b.{0,20}\bdenied in part\b|\bdenied in part\b.{0,20}\bgranted in part\b/i.test(
        clause,
      )
    ) {
      isGranted = true;
      isDenied = true;
    }
  }
  return { isGranted, isDenied, quote: quote.slice(0, 200) };
}

interface Forms {
  readonly active: RegExp;
  readonly inMinutes: RegExp;
  readonly passive: RegExp;
}

const compiled = new Map<string, Forms>();

function formsOf(request: string): Forms {
  const known = compiled.get(request);
  if (known) return known;
  const forms = {
    active: new RegExp(`${active}(?:${request})`, 'giu'),
    inMinutes: new RegExp(`${activeInMinutes}(?:${request})`, 'giu'),
    passive: new RegExp(`(?:${request})${passive}`, 'iu'),
  };
  compiled.set(request, forms);
  return forms;
}
