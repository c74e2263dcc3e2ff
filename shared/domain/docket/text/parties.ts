/** Words in lower case inside names; any other ends the name. */
const insideNames = new Set(
  'of and the for de la le las los van von der den du di da del della y e et al a an in bin ibn ex rel s'.split(
    ' ',
  ),
);

/** A party's role, as printed before its name. */
const partyRole =
  /^(?:(?:counter|cross|third[- ]party|consol(?:idated)?|lead|putative|interested|amic(?:us|i)|intervenor|proposed)[\s-]{0,2}){0,2}(?:plaintiffs?|defendants?|petitioners?|respondents?|appellants?|appellees?|movants?|intervenors?|claimants?|debtors?|creditors?|trustees?|part(?:y|ies)|curiae|counter-?claimants?|(?:pltff?s?|pla|de?fts?)\.?)(?:\s?\(s\))?(?:[-\s/]{1,2}(?:appellants?|appellees?|intervenors?|petitioners?|respondents?))?\s(?!(?:of|for|de|in)\b)(?=\S)/i;

/** Who acts in a court's own entries; never a party. */
const courtPerson =
  /^(?:(?:the\s)?(?:hon(?:orable|\.)|chief|senior|u\.?s\.?|united states|district|magistrate|bankruptcy|circuit)\s){0,4}(?:judge|justice|magistrate|clerk|deputy|court|panel|special master|chambers)\b|^hon(?:orable|\.)\s/i;

const notAName =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|certified|mail|fax|video|telephone|zoom|order|rule|minute|cm\/ecf|ecf|email|e-mail|pro hac|personal|federal$|federal express|fedex|u\.?s\.? mail|phone|publication|noon|close of business|cob|eod|end of day|next (?:week|month)|\d{1,2}(?::\d\d)?\s?[ap]\.?m|only|either|stipulation|local|fed$|frcp)\b/i;

/** An entry the court itself makes: nobody files it. */
const courtAct =
  /^[\s*([]{0,6}(?:(?:sealed|text|text[- ]only|paperless|electronic|amended|corrected|oral|stipulated|interim|preliminary|final|consent|agreed|scheduling|pretrial|docket|conditional|endorsed|memo|standing|temporary|restraining|show|cause|to|show|opinion|and|memorandum|clerk'?s|in chambers|civil|\(in chambers\)|\[in chambers\])[\s*)\]:-]{1,4}){0,8}(?:orders?\b|minutes?\b|judgment\b|opinion\b|decree\b|verdict\b|ruling\b|entry of default\b|default\b|mandate\b|notice of (?:hearing|assignment|case|reassignment|conference|correction|deficien|electronic|judge|to (?:filer|counsel|attorney))|(?:re)?set\b|set\/reset|case\b|judge\b|clerk|summons(?:es)? issued|deadline|hearing|jury trial|bench trial|report and recommendation|findings|writ|warrant|utility|remark|modification of docket|court'?s\b|usca\b|acknowledg|arrest|proceedings|telephone conference|status conference|attorney\b.{0,60}\b(?:added|terminated)|added attorney|courtesy|initial (?:appearance|case)|magistrate|terminate|update|refund|\W{0,3}(?:redacted\W{1,3})?(?:official )?transcripts?\b(?! order))/i;

/**
 * The same in words of a court's own: a name that ends with what only a court makes ("NUNC PRO TUNC ORDER", "RULE 16 ORDER"), and what
 * clerks and judges write about what others filed ("MEMO ENDORSEMENT", "DEFICIENCY NOTICE", "DOCKET ANNOTATION").
 */
const courtsOwn = new RegExp(
  String.raw`^[\s*([]{0,6}(?:` +
    String.raw`(?:(?!(?:joint|proposed|motions?|notice|response|reply|objections?|applications?|request|petition|stipulation|brief|declaration|affidavit|certificate|appeal|bill|exhibits?|summary|to|for|re|regarding|in|of|from|by|with|on|as)\b)[\p{L}\d&'’./()-]{1,20}[\s\]*:-]{1,4}){0,5}` +
    String.raw`(?:orders?|judgments?|opinion|decision|rulings?|endorsement|endorsed|minutes|verdict|recommendations?|decree|injunction|ordered|mandate)\b` +
    String.raw`(?!\s(?:motions?|briefs?|memorand|response|reply|bond|exhibits?|appendix|record|evidence|creditor|debtor|form|binder)|['’]s\b)` +
    String.raw`|(?:motions?|applications?|requests?)\s(?:granted|denied|terminated|submitted|referred|no longer referred|taken under|rulings?)\b` +
    String.raw`|(?:granted|denied|correction|certified cop(?:y|ies) of (?:order|judgment|mandate))\b|it is (?:hereby )?(?:so )?ordered|so ordered` +
    String.raw`|(?:docket|clerk'?s?|court) annotation|(?:(?:journal|marginal|court|docket|clerk'?s) ){0,2}entry\b(?! of appearance)` +
    String.raw`|(?:deficiency|qc|quality control|correction) (?:notice|memo)|not(?:ic)?e to (?:attorney|counsel|filer|part)|notice of (?:docket|impending|error)` +
    String.raw`|reasons for)`,
  'iu',
);

/** What courts print of another entry, who filed that one among it: "(related document: 12 Motion filed by Debtor Fairwater LLC)". */
const relatedDocument = /\((?:related doc|re:)[^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,1000}){0,20}\)/gi;

/** What parties draw up and a judge signs. */
const signed =
  /^[\s*([]{0,6}(?:stipulat|letter|proposed).*\b(?:signed|so ordered|ordered|approved|endorsed) by (?:the )?(?:(?:chief|senior|district|magistrate|u\.?s\.?) ){0,3}judge\b/is;

function isOfCourt(text: string): boolean {
  return courtAct.test(text) || courtsOwn.test(text) || signed.test(text);
}

/**
 * The party on whose behalf an entry was filed, as its text says it; empty where the text does not say it plainly.
 *
 * @example
 * readFiler('RESPONSE re 12 MOTION to Dismiss filed by Plaintiff Fairwater LLC.') // 'Fairwater LLC'
 * readFiler('ORDER granting 12 MOTION to Dismiss filed by Fairwater LLC') // ''
 * @param text an entry's text without its lists of attachments
 */
export function readFiler(text: string): string {
  if (isOfCourt(text)) return '';
  return filerIn(text.replaceAll(relatedDocument, ''));
}

function filerIn(text: string): string {
  // A name can be found in the last words only: what comes before is about other documents.
  const onBehalf = lastName(text, /\bon behalf of\s/gi);
  if (onBehalf) return onBehalf;
  const filed = lastName(text, /\b(?:filed|submitted) by:?\s?(?=[\p{L}\d"“])/giu);
  if (filed) return filed;
  // "AFFIDAVIT OF SERVICE … as to X by Y": Y served it.
  if (/^.{0,40}\b(?:of service|served)\b/i.test(text)) return '';
  return lastName(
    text,
    /(?<!\b\p{L}{1,30}ed|\b(?:held|set|heard|made|given|sent|taken|sold|due|than|so))\sby:?\s(?=[\p{Lu}\d"“]|(?:pltff?s?|de?fts?)\.?\s)/gu,
  );
}

function lastName(text: string, introduction: RegExp): string {
  const names = [...text.matchAll(introduction)].flatMap((match) => {
    const from = match.index + match[0].length;
    const name = nameAt(text.slice(from, from + 400));
    return name === '' ? [] : [name];
  });
  return names.at(-1) ?? '';
}

/** The party's name at the beginning of `printed`. */
function nameAt(printed: string): string {
  // First, because "Debtor(s)" and "Dft." hold what ends a name.
  const text = withoutRole(printed);
  const until =
    /[([;*]|\.(?=\s|$|\p{Lu}\p{Ll})|,\s(?=(?:filed|re|to|against|opposing|regarding|concerning|seeking|in|for)\b|(?:FILED|RE|TO|AGAINST|OPPOSING|REGARDING|CONCERNING|SEEKING|IN|FOR)\b|(?:To|Against)\s(?:Response|Reply|Motion|Order|Complaint|\d))|\s(?=(?:TO|AGAINST|OPPOSING|RE|REGARDING)\s(?:\d|[A-Z]{1,12}\s\d|(?:STRIKE|DISMISS|COMPEL|EXTEND|AMEND|CONTINUE|SEAL|QUASH|STAY|REMAND|VACATE|WITHDRAW|RESPONSE|REPLY|MOTION|COMPLAINT|ORDER)\b))|\sIN (?:(?:FURTHER |PARTIAL )?(?:SUPPORT|OPPOSITION|RESPONSE|REPLY))\b|\s(?=(?:Hearing|Objections?|Responses?|Trial|Last day)\s(?:scheduled|to be held|held|set|due|to)\b)|\s(?:RE:|Re:|re:|Document filed|Filing [Ff]ee|Fee [Aa]mount|Receipt|Date of|Filed|FILED|Attachments?:|Signed|SIGNED|Modified|in (?=\d[\d:]{1,4}-)|[Ii]n (?:[Ff]urther |[Pp]artial )?(?:[Ss]upport|[Oo]pposition|[Rr]esponse|[Rr]eply)\b)/gu;
  let end = text.length;
  for (const match of text.matchAll(until)) {
    if (match[0] === '.' && isAbbreviated(text.slice(0, match.index))) continue;
    end = match.index;
    break;
  }
  const words = text.slice(0, end).split(/\s+/);
  const stop = words.findIndex((word) => {
    const plain = word.replaceAll(/[^\p{L}\p{N}]/gu, '');
    return /^\p{Ll}/u.test(plain) && !insideNames.has(plain) && !/^[a-z]\/[a-z]\/[a-z]$/.test(word);
  });
  let kept = stop === -1 ? words : words.slice(0, stop);
  while (kept.length > 0 && insideNames.has(kept.at(-1)!.replaceAll(/[^\p{L}]/gu, '')))
    kept = kept.slice(0, -1);
  const whole = kept
    .join(' ')
    .replace(/^[:,\s]+/, '')
    .replace(/[\s,:.–-]{1,10}$/, (tail) =>
      tail.startsWith('.') && isAbbreviated(kept.join(' ').slice(0, -tail.length)) ? '.' : '',
    );
  const name = whole
    .split(/,\s(?=\S)/)
    .map(withoutRole)
    .join(', ');
  const isName =
    name.length <= 300 && /\p{L}{2}/u.test(name) && !courtPerson.test(name) && !notAName.test(name);
  return isName ? name : '';
}

/** Whether the full stop behind `text` belongs to its last word. */
function isAbbreviated(text: string): boolean {
  return /(?:^|[\s,.&(])(?:inc|co|corp|ltd|cos|bros|jr|sr|st|ste|dr|mr|mrs|ms|no|dept|dist|assn|ass'n|int'l|mfg|esq|s\.a|l\.p|p\.c|n\.a|u\.s|l\.l\.c|l\.l\.p|\p{L})$/iu.test(
    text,
  );
}

function withoutRole(name: string): string {
  return name.replace(partyRole, '');
}

/** "Rees, Ann", "Rees, Ann B.", "Rees, III, Owen"; initials of clerks ("jpp", "LMR, LOA") do not count. */
const surnameFirst =
  /^(\p{Lu}[\p{L}'’.-]{1,30}(?:\s\p{L}[\p{L}'’.-]{0,30}){0,3})(?:,?\s(?:Jr|Sr|II|III|IV|Esq)\.?)?,\s(\p{Lu}[\p{L}'’.-]{0,30}(?:\s\p{L}[\p{L}'’.-]{0,30}){0,3})(?:,?\s(?:Jr|Sr|II|III|IV|Esq)\.?)?$/u;

const notAnAttorney =
  /\b(?:court|staff|sealed|restricted|exhibit|part|deputy|clerk|order|only|attached|pdf|document|inc|llc|corp|county|state)\b/i;

/**
 * The attorney who filed an entry, as printed in the parentheses that close its text; empty where they name a clerk or nobody.
 *
 * @example
 * readAttorney('ANSWER by Northgate Hosting, Inc..(Rees, Ann) (Entered: 02/03/2026)') // 'Rees, Ann'
 * readAttorney('ORDER denying 3 Motion. (jpp)') // ''
 * @param text an entry's text without its lists of attachments
 */
export function readAttorney(text: string): string {
  if (isOfCourt(text)) return '';
  const modified = text.search(/\bmodified (?:on|by|to|text)\b/i);
  const own = modified === -1 ? text : text.slice(0, modified);
  const appellate =
    /(?:\]\s?\(ECF: |\[\d{6,}\] \[[\d-]{4,12}\]\s)(\p{Lu}[\p{L}.'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}){1,4})\)?\s?$/u.exec(
      own,
    );
  if (appellate) return appellate[1]!;
  let attorney = '';
  for (const match of own.matchAll(
    /\(([^()]{5,80})\)(?=\s*(?:[.,]{1,2}\s?)?(?:$|[([*]|filed by|proposed order|modified|associated|text modified|service on|\(?entered))/gi,
  )) {
    const name = match[1]!.trim().replaceAll(/\s+/g, ' ');
    if (isNameOfPerson(name)) attorney = name;
  }
  return isJudgeIn(own, attorney) ? '' : attorney;
}

function isNameOfPerson(name: string): boolean {
  const match = surnameFirst.exec(name);
  if (!match || notAnAttorney.test(name)) return false;
  const isInitials = match[1]!.length <= 4 && match[2]!.length <= 4 && name === name.toUpperCase();
  return !isInitials;
}

/** A judge's own entry closes with the judge's name. */
function isJudgeIn(text: string, name: string): boolean {
  const surname = name.split(',')[0]!.toLowerCase();
  return Array.from(text.slice(0, 5000).matchAll(/\bjudge ([^.;()]{0,50})/gi)).some(
    ([, person]) => surname !== '' && person!.toLowerCase().includes(surname),
  );
}
