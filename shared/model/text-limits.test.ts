import { describe, expect, it } from 'vitest';
import { api, type OperationName } from '../contract/api.ts';
import { readerContract } from '../contract/reader.ts';
import { textLimits } from './text-limits.ts';

type Place = readonly [operation: OperationName | 'reader.find', path: string];
type Places = {
  readonly [A in keyof typeof textLimits]: { readonly [N in keyof (typeof textLimits)[A]]: Place };
};

/** Where the contract takes each text, so that no limit is left unused. */
const places: Places = {
  person: {
    name: ['settings.update', 'patch.person.name'],
    role: ['settings.update', 'patch.person.role'],
    barNumber: ['settings.update', 'patch.person.barNumber'],
  },
  docket: { text: ['docket.update', 'fields.text'], filer: ['docket.update', 'fields.filer'] },
  evidence: {
    title: ['evidence.update', 'fields.title'],
    custodian: ['evidence.update', 'fields.custodian'],
    source: ['evidence.update', 'fields.source'],
    note: ['evidence.update', 'fields.note'],
    collectedBy: ['evidence.update', 'fields.collected.by'],
    collectedWhere: ['evidence.update', 'fields.collected.where'],
    collectedHow: ['evidence.update', 'fields.collected.how'],
    tag: ['evidence.tag.add', 'fields.name'],
    list: ['evidence.view.add', 'fields.name'],
  },
  exhibits: {
    set: ['exhibits.set.update', 'fields.name'],
    declarant: ['exhibits.set.update', 'fields.declarant'],
    designation: ['exhibits.update', 'fields.designation'],
    title: ['exhibits.update', 'fields.title'],
    pageRanges: ['exhibits.update', 'fields.pageRanges'],
    treatmentNote: ['exhibits.update', 'fields.treatmentNote'],
    sponsor: ['exhibits.update', 'fields.sponsor'],
    authenticationNote: ['exhibits.update', 'fields.authenticationNote'],
    objection: ['exhibits.update', 'fields.objection'],
    rulingNote: ['exhibits.update', 'fields.rulingNote'],
    reserveNote: ['exhibits.reserve', 'note'],
    withdrawReason: ['exhibits.withdraw', 'reason'],
    numbers: ['exhibits.ledger.void', 'range'],
    numbersNote: ['exhibits.ledger.import', 'ranges.0.note'],
    voidReason: ['exhibits.ledger.void', 'reason'],
    party: ['exhibits.ledger.setParty', 'party'],
  },
  authenticity: {
    name: ['authenticity.certificate', 'certifier.name'],
    title: ['authenticity.certificate', 'certifier.title'],
    organization: ['authenticity.certificate', 'certifier.organization'],
    summaryTitle: ['authenticity.summary', 'title'],
    shows: ['authenticity.summary.describe', 'shows'],
  },
  filter: { words: ['notes.list', 'filter.words'] },
  notes: { text: ['notes.add', 'fields.text'], quote: ['notes.add', 'anchor.quote'] },
  review: {
    privilegeNote: ['review.code', 'decision.privilegeNote'],
    copyName: ['review.copy.export', 'name'],
  },
  search: {
    query: ['search.query', 'query'],
    name: ['search.saved.add', 'fields.name'],
    inDocument: ['reader.find', 'query'],
  },
  matter: {
    title: ['matter.update', 'fields.title'],
    court: ['matter.update', 'fields.court'],
    number: ['matter.update', 'fields.number'],
    judge: ['matter.update', 'fields.judge'],
  },
  deadlines: {
    title: ['deadlines.update', 'fields.title'],
    owner: ['deadlines.update', 'fields.owner'],
    note: ['deadlines.update', 'fields.note'],
    proof: ['deadlines.setStatus', 'proof.note'],
    clause: ['deadlines.update', 'fields.contract.clause'],
    reason: ['deadlines.override', 'note'],
    courtDay: ['deadlines.day.add', 'day.name'],
    courtDayNote: ['deadlines.day.add', 'day.note'],
  },
  argument: {
    claim: ['argument.element.update', 'fields.claim'],
    element: ['argument.element.update', 'fields.name'],
    standard: ['argument.element.update', 'fields.standard'],
    fact: ['argument.fact.update', 'fields.text'],
    allegation: ['argument.fact.update', 'fields.allegation'],
    note: ['argument.fact.update', 'fields.note'],
    paragraph: ['argument.pinCite.add', 'pinCite.paragraph'],
  },
  tro: {
    note: ['tro.record', 'event.note'],
    noticeWho: ['tro.notice.add', 'notice.who'],
    noticeHow: ['tro.notice.add', 'notice.how'],
    noticeBy: ['tro.notice.add', 'notice.by'],
    reasonAgainstNotice: ['tro.update', 'fields.reasonAgainstNotice'],
    attorney: ['tro.update', 'fields.attorney'],
    barNumber: ['tro.update', 'fields.barNumber'],
    firm: ['tro.update', 'fields.firm'],
    contact: ['tro.update', 'fields.contact'],
    party: ['tro.update', 'fields.party'],
    securityReason: ['tro.update', 'fields.securityReason'],
  },
};

/** Whether an operation says of a text of that length that it is too long. */
function isTooLong([operation, path]: Place, length: number): boolean {
  const { input } = operation === 'reader.find' ? readerContract[operation] : api[operation];
  const given = path
    .split('.')
    .reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), '1'.repeat(length));
  const { error } = input.safeParse(given);
  return (error?.issues ?? []).some((issue) => issue.code === 'too_big' && issue.path.join('.') === path);
}

const all = Object.entries(places).flatMap(([area, names]) =>
  Object.entries(names as Record<string, Place>).map(
    ([name, place]) =>
      [area, name, place, (textLimits[area as never] as Record<string, number>)[name]!] as const,
  ),
);

describe('characters that typed texts may have', () => {
  it.each(all)(
    '%s.%s: the contract takes as many as a field does, and no more',
    (_area, _name, place, most) => {
      expect(isTooLong(place, most)).toBe(false);
      expect(isTooLong(place, most + 1)).toBe(true);
    },
  );
});
