import { docketOpens } from './asides.ts';
import { docketNumber } from './docket-number.ts';
import { matchAt } from './sticky.ts';

/** Whose exhibit a citation means, as the words around it say. */
export interface Belonging {
  /** As named: “Smith”, “Jane Smith”; null where no declaration, or one without a name, is named. */
  readonly declarant: string | null;
  readonly party: 'plaintiff' | 'defendant' | 'joint' | null;
  /** Another document that the exhibit belongs to, as named: “Compl.”; null where none is. */
  readonly document: string | null;
}

/** A belonging found before or after a label. Places are in the plain page. */
export interface FoundBelonging extends Belonging {
  readonly start: number;
  readonly end: number;
  /** Whether it is “id.”, or “to her declaration”, and so that of the declaration named before. */
  readonly isIdem: boolean;
  /** The paragraph of the declaration; null where none is given. */
  readonly pin: { readonly start: number; readonly end: number } | null;
}

/** Any letter case of a word. */
const ci = (word: string) => word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const particle = String.raw`(?:van|von|der|den|de|la|le|del|di|da|al|bin|ibn|ter|ten)`;
const nameWord = String.raw`(?:(?:Jr|Sr|Dr|St|Mr|Ms|Mrs|Hon)\.|\p{Lu}\.|\p{Lu}[\p{L}\p{M}'-]{0,30})`;
const name = String.raw`(?:${nameWord}|${particle})(?: (?:${nameWord}|${particle})){0,5}`;
/** “Dec.” after a name, which alone is the month; “Cert.” of a certification, as New Jersey has them. */
const shortDeclaration = String.raw`(?<=${nameWord} )(?:${ci('dec')}|${ci('cert')})\.`;
const declaration = String.raw`(?:${ci('decl')}\.?|${shortDeclaration}|${ci('declaration')}|${ci('aff')}(?:\.|'[NTnt](?![\p{L}])\.?)|${ci('affid')}\.|${ci('affidavit')}|${ci('affirm')}(?:\.|${ci('ation')})|${ci('certification')})`;
const document = [
  String.raw`(?:(?:Third[- ]Party|Cross|Counter)[- ]?)?`,
  String.raw`(?:(?:First|Second|Third|Am|Amend(?:ed)?|Verified|Suppl?|Joint)\.? ){0,3}`,
  String.raw`(?:Compl(?:\.|aint)(?: in Intervention)?|COMPL(?:\.|AINT)|MOT(?:\.|ION)|OPP(?:\.|'N\.?|OSITION)|ANS(?:\.|WER)|REPLY|RESP\.|DEP(?:O?\.|OSITION)|FAC|SAC|TAC|V\.?C\.?|Mot(?:\.|ion)|MSJ|TRO Mot\.|Opp(?:\.|'n\.?|osition)|Ans(?:\.|wer)|Reply(?: Br\.)?|`,
  String.raw`Resp(?:\.|onse)|Pet(?:\.|ition)|Br(?:\.|ief)|Mem(?:\.|orandum)|Dep(?:o?\.|osition)(?: Tr\.)?|Countercl(?:\.|aims?)|Rep(?:\.|ort)|Rpt\.|Tr\.|Indictment|`,
  String.raw`RJN|Req(?:\.|uest) for Jud(?:\.|icial) Notice|Notice of Removal|`,
  String.raw`${docketNumber})`,
].join('');
const aside = String.raw`,? ?\([^()]{1,60}\)`;
const pinSign = String.raw`(?:at |At |AT )?(?:¶{1,2}|§{1,2}|${ci('paras?')}\.|${ci('paragraphs?')}|pp?\.|at|AT) ?`;
const pin = String.raw`,? (?<pin>${pinSign}[\d:*.–-]{1,16}(?:(?:, | & | and )[\d:–-]{1,12}){0,5})`;
/** “Smith Decl. dated March 3, 2021,” */
const dated = String.raw`(?:,? (?:dated|executed(?: on)?|filed(?: on)?) (?:\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4}))?`;
const supra = String.raw`(?:,? [Ss]upra(?: note \d+| nn?\. ?\d+)?(?=,))?`;
const filed = String.raw`(?:,? (?:filed|submitted) (?:herewith|(?:concurrently|contemporaneously)(?: herewith)?))?`;
const between = String.raw`${dated}${supra}(?:${aside})?${filed}(?:,? ${docketNumber})?(?:${aside})?(?:${pin})?(?:${aside})?`;
const attached = String.raw`(?: (?:filed herewith|submitted herewith))?,? as (?:its )?`;
/** “Smith Decl. ¶ 7 (Ex. B)”: the paragraph that attaches it. “Smith Decl. (Ex. B)” may be itself Exhibit B. */
const attests = String.raw`(?<=¶ ?\d[\d,&– -]{0,24}) ?[(\[]`;
const cause = String.raw`(?: (?:(?:in|IN) (?:[Ss]upp(?:ort|\.)|SUPPORT|[Oo]pp(?:osition|\.|'n)|OPPOSITION)|ISO) [^,;()]{1,80})?`;
const title = String.raw`(?:(?:Mr|Ms|Mrs|Dr|Prof)\. )?`;

/** Words before a declaration, or before the name of its declarant, that tell it from others of the same. */
const mods = String.raw`(?:(?:First|Second|Third|Fourth|Fifth|1st|2n?d|3r?d|4th|5th|Suppl?\.|Supplemental|Reply|Amended|Am\.|accompanying|sworn) ){0,3}`;

/** And words and days between the name and the declaration. */
const told = String.raw`(?:(?:Suppl?|Am|SUPPL?)\. |\d{1,2}/\d{1,2}/\d{2,4} ){0,2}`;

const before = {
  named: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<told>${mods})(?<name>(?:${name} )?)${told}${declaration}(?:'s)?${cause}${between}(?<closed>[)\]])?(?:, ?(?:and |& )?| and | & |; (?:and|&) |${attached}|,? at |${attests}| |'s )$`,
    'u',
  ),
  of: new RegExp(
    String.raw`(?<![\p{L}\p{N}])${mods}${declaration} (?:of|OF|by) ${title}(?<name>${name})${cause}${between}(?:, ?(?:and |& )?| and | & |${attached}|,? at |${attests}| )$`,
    'u',
  ),
  document: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<document>${document})(?:'s)?${between}(?:, ?|(?<=\d) & |${attached}|,? at | |'s )$`,
    'u',
  ),
  alone: /(?<![\p{L}\p{N}])(?<name>\p{Lu}[\p{L}\p{M}'-]{0,30}?[\p{L}\p{M}])(?:'s)? $/u,
  idem: /(?<![\p{L}\p{N}])(?:id|ibid)\.(?:,? (?<pin>(?:at )?(?:¶{1,2}|§{1,2}|at) ?[\d:*.–-]{1,16}(?:(?:, | & )[\d–-]{1,12}){0,5}))?(?:, ?(?:and |& )?| and | & |,? at | )$/iu,
  party:
    /(?<![\p{L}\p{N}])(?<!third-party )(?<counter>(?:counter|cross)-?)?(?:(?<plaintiff>pl(?:s|f|fs|tf|tfs)?\.?|plaintiffs?|pet(?:'r|itioner)s?)|(?<defendant>def(?:s|t|ts)?\.?|dfts?\.?|defendants?|resp(?:'t|ondent)s?)|(?<joint>joint))(?:'s|s'|'|\.)? (?:(?:trial|hearing|hr'g) )?$/iu,
} as const;
/** Characters before a label that are looked at. */
const looked = 240;

/** Words at the head of a name that are not part of it. */
const notName = new Set(
  `see also cf accord but compare with in the and as both from to of per under contra id e.g eg first second third fourth fifth
  supplemental supp suppl reply amended am opening expert mr ms mrs dr prof hon declaration decl sworn accompanying exhibit
  ex exs attached his her their its plaintiff plaintiffs defendant defendants plaintiff's defendant's plaintiffs' defendants'`.split(
    /\s+/,
  ),
);
/** Words at which a name has ended. */
const afterName = new Set(
  'ex exs exh exhibit exhibits in iso the dkt ecf filed para and at dated esq'.split(' '),
);

/**
 * What comes before a label's “Ex.”: `Smith Decl. ¶ 7, `, `Declaration of Jane Smith, `, `Pls.' `, `Compl. `, `id., `.
 *
 * @param at where “Ex.” begins in the plain text
 * @param from where the text before it that is already read ends
 * @param isDeclarant whether a name is that of somebody whose exhibits are a set, so that it may stand without “Decl.”: “Smith Ex. B”
 * @example belongingBefore('Smith Decl. ¶ 7, Ex. B', 17, 0, () => false)?.declarant // 'Smith'
 */
export function belongingBefore(
  text: string,
  at: number,
  from: number,
  isDeclarant: (name: string) => boolean,
): FoundBelonging | null {
  const begin = Math.max(from, at - looked);
  const window = text.slice(begin, at);
  const found = (match: RegExpExecArray, belonging: Partial<Belonging>, lead = 0): FoundBelonging => {
    const cited = match.groups?.['pin'];
    const pinStart = cited === undefined ? -1 : begin + match.index + match[0].lastIndexOf(cited);
    return {
      declarant: null,
      party: null,
      document: null,
      ...belonging,
      isIdem: false,
      start: begin + match.index + lead,
      end: at,
      pin: cited === undefined ? null : { start: pinStart, end: pinStart + cited.length },
    };
  };
  const of = before.of.exec(window);
  if (of) return found(of, { declarant: nameIn(of.groups!['name']!).name });
  const named = before.named.exec(window);
  // “Dkt. 22 (Smith Decl.), Ex. B”; any other bracket that closes before “Ex.” is an aside.
  if (named && (!named.groups!['closed'] || docketOpens.test(window.slice(0, named.index)))) {
    const { name: declarant, lead } = nameIn(named.groups!['name']!);
    return found(named, { declarant }, lead === 0 ? 0 : named.groups!['told']!.length + lead);
  }
  const other = before.document.exec(window);
  if (other) return found(other, { document: other.groups!['document']! });
  const idem = before.idem.exec(window);
  if (idem) return { ...found(idem, {}), isIdem: true };
  const alone = /^Exhs?\.|^Exs?\./.test(text.slice(at, at + 5)) ? before.alone.exec(window) : null;
  const { name: declarant = '' } = alone?.groups ?? {};
  if (alone && isDeclarant(declarant)) return found(alone, { declarant });
  const party = before.party.exec(window);
  if (!party) return null;
  const { counter, plaintiff, defendant } = party.groups!;
  // The counter-plaintiff is the defendant.
  const isPlaintiff = Boolean(plaintiff) !== (counter !== undefined);
  return found(party, {
    party: plaintiff || defendant ? (isPlaintiff ? 'plaintiff' : 'defendant') : 'joint',
  });
}

const respectively = String.raw`(?:,? (?:respectively|inclusive))?`;
const to = String.raw`${respectively},? ?\(?(?:attached to|annexed to|to|of|in|TO|OF) (?:the |THE |(?<whose>his |her |their )|my )?`;
/** “to Harbor Trust's verified complaint”, “to the Emergency Motion”, “to Smith's Expert Report”, “to the 2019 Lease”. */
const owner = String.raw`(?:(?:\p{Lu}[\p{L}.&'-]{0,30}|\d{4}) ){0,5}?(?:(?:original|verified|amended|first|second) ){0,2}`;
const smallDocument = String.raw`(?:(?:third[- ]party |cross-?|counter-?)?complaint(?: in intervention)?|petition|motion|opposition|answer|reply|response|counterclaims?|deposition|report|lease|agreement|contract|subpoena)(?![\p{L}])`;
const after = {
  of: new RegExp(
    String.raw`${to}${mods}${declaration} (?:of|OF|by) ${title}(?<name>${name})(?: ?\([^()]{1,60}\))?`,
    'uy',
  ),
  named: new RegExp(
    String.raw`${to}${mods}(?<name>(?:${name} )?)${told}${declaration}(?![\p{L}])(?: ?\([^()]{1,60}\))?`,
    'uy',
  ),
  document: new RegExp(
    String.raw`${respectively},? ?\(?(?:attached to|annexed to|to|of|TO|OF) (?:the |THE |that |its |his |her |their )?${owner}(?<document>${document}|${smallDocument}|(?:\p{Lu}[\p{L}'.-]{0,30} ){0,4}(?:Agreement|Contract|Lease|Policy|Plan|Subpoena|Order|Stipulation|Terms)|(?:Exhibit|EXHIBIT|E[Xx][Hh]?\.) \w{1,4})`,
    'uy',
  ),
};

/**
 * What comes after a label: ` to the Declaration of Jane Smith`, ` of the Smith Declaration`, ` to Compl.`
 *
 * @param at where the label, or its pin, ends in the plain text
 */
export function belongingAfter(text: string, at: number): FoundBelonging | null {
  const found = (length: number, belonging: Partial<Belonging>): FoundBelonging => ({
    declarant: null,
    party: null,
    document: null,
    ...belonging,
    isIdem: false,
    start: at,
    end: at + length,
    pin: null,
  });
  const of = matchAt(after.of, text, at);
  if (of) {
    const { name: declarant, tail } = nameIn(of.groups!['name']!);
    return found(of[0].endsWith(')') ? of[0].length : of[0].length - tail, { declarant });
  }
  const named = matchAt(after.named, text, at);
  if (named) {
    const { name: declarant } = nameIn(named.groups!['name']!);
    return {
      ...found(named[0].length, { declarant }),
      isIdem: declarant === null && named.groups!['whose'] !== undefined,
    };
  }
  const other = matchAt(after.document, text, at);
  return other && found(other[0].length, { document: other.groups!['document']! });
}

const mentioned = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<name>(?:${name} ))${told}$`, 'u');

/** Whose declaration “Decl.” means at a place: the name before it; null where there is none. */
export function declarantBefore(text: string, at: number): string | null {
  const match = mentioned.exec(text.slice(Math.max(0, at - 120), at));
  return match && nameIn(match.groups!['name']!).name;
}

const ordinal = /^(?:first|second|third|fourth|fifth|supplemental|suppl?\.|reply|amended|am\.)$/i;

/** A name without the signals before it and what follows it, and how many characters those are. */
function nameIn(written: string): { name: string | null; lead: number; tail: number } {
  const words = written.split(' ').filter((word) => word !== '');
  const key = (word: string) => word.toLowerCase().replace(/[.,]+$/, '');
  let last = words.findIndex((word, at) => at > 0 && afterName.has(key(word)));
  if (last < 0) last = words.length;
  // Words between a name and “Decl.”, as in Smith Suppl. Decl.
  while (last > 0 && notName.has(key(words[last - 1]!))) last--;
  const first = 1 + words.slice(0, last).findLastIndex((word) => notName.has(key(word)));
  // “Second Smith Decl.” is told apart from the first by its word.
  const told = words.slice(0, first).findLastIndex((word) => !ordinal.test(word));
  const lead = words.slice(0, told + 1).reduce((sum, word) => sum + word.length + 1, 0);
  const tail = words.slice(last).reduce((sum, word) => sum + word.length + 1, 0);
  return { name: last > first ? words.slice(first, last).join(' ').replace(/'s$/, '') : null, lead, tail };
}
