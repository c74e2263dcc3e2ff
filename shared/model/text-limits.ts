/**
 * Characters that typed texts may have, by area: what the contract accepts, and what a field says before anything is lost. In one
 * place, so that no field takes more than can be kept.
 */
export const textLimits = {
  person: { name: 200, role: 100, barNumber: 50 },
  docket: { text: 100_000, filer: 300 },
  evidence: {
    title: 300,
    custodian: 200,
    source: 500,
    note: 10_000,
    collectedBy: 200,
    collectedWhere: 300,
    collectedHow: 500,
    tag: 80,
    /** Name of a list as somebody set it up. */
    list: 120,
  },
  exhibits: {
    set: 200,
    declarant: 120,
    designation: 80,
    title: 300,
    pageRanges: 400,
    treatmentNote: 500,
    sponsor: 120,
    authenticationNote: 500,
    objection: 500,
    rulingNote: 500,
    /** What a label is kept for. */
    reserveNote: 300,
    withdrawReason: 300,
    /** Numbers as they are written: AMZ000001-AMZ000500. */
    numbers: 80,
    numbersNote: 300,
    voidReason: 300,
    /** Whose numbers a prefix counts. */
    party: 120,
  },
  /** Of the certifier; of a summary its title, and what an item shows. */
  authenticity: { name: 200, title: 200, organization: 300, summaryTitle: 300, shows: 4_000 },
  /** Words by which a list is filtered. */
  filter: { words: 500 },
  notes: { text: 10_000, quote: 20_000 },
  review: { privilegeNote: 5_000, copyName: 200 },
  search: { query: 2_000, name: 120, inDocument: 500 },
  matter: { title: 300, court: 40, number: 60, judge: 200 },
  deadlines: {
    title: 200,
    owner: 200,
    note: 10_000,
    /** What shows that it was done. */
    proof: 2_000,
    clause: 300,
    /** Why a day is set by hand. */
    reason: 2_000,
    courtDay: 200,
    courtDayNote: 2_000,
  },
  argument: {
    claim: 200,
    element: 200,
    standard: 2_000,
    fact: 2_000,
    allegation: 200,
    note: 10_000,
    paragraph: 40,
  },
  tro: {
    /** Of an event, of a checklist's line, and what came of a notice. */
    note: 2_000,
    noticeWho: 300,
    noticeHow: 300,
    noticeBy: 200,
    reasonAgainstNotice: 10_000,
    attorney: 300,
    barNumber: 60,
    firm: 300,
    contact: 500,
    party: 300,
    securityReason: 5_000,
  },
} as const;
