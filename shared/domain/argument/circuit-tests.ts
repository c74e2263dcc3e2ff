interface CircuitFactors {
  /** Where the test has another name than its court's code. */
  readonly court?: string;
  readonly circuit: string;
  /** If it goes by more than “test”. */
  readonly called?: string;
  /** What must be shown, in the circuit's order, and how much of it, with the authority. */
  readonly factors: readonly (readonly [name: string, standard: string])[];
}

const merits = 'Likely success on the merits';
const harm = 'Irreparable harm without relief';
const equities = 'Balance of equities';
const interest = 'Public interest';

const winter = 'Winter v. NRDC, 555 U.S. 7, 20 (2008)';
const nuVasive = 'NuVasive, Inc. v. Day, 954 F.3d 439, 443 (1st Cir. 2020)';
const citigroup =
  'Citigroup Glob. Mkts., Inc. v. VCG Special Opportunities Master Fund Ltd., 598 F.3d 30, 35–38 (2d Cir. 2010)';
const reilly = 'Reilly v. City of Harrisburg, 858 F.3d 173, 179 (3d Cir. 2017)';
const realTruth =
  'Real Truth About Obama, Inc. v. FEC, 575 F.3d 342, 346–47 (4th Cir. 2009), vacated on other grounds, 559 U.S. 1089 (2010), reinstated in relevant part, 607 F.3d 355 (4th Cir. 2010)';
const canal = 'Canal Auth. of Fla. v. Callaway, 489 F.2d 567, 572 (5th Cir. 1974)';
const tenke =
  'Certified Restoration Dry Cleaning Network, L.L.C. v. Tenke Corp., 511 F.3d 535, 542 (6th Cir. 2007)';
const pritzker = 'Ill. Republican Party v. Pritzker, 973 F.3d 760, 762–63 (7th Cir. 2020)';
const turnell = 'Turnell v. CentiMark Corp., 796 F.3d 656, 661–62 (7th Cir. 2015)';
const dataphase = 'Dataphase Sys., Inc. v. C L Sys., Inc., 640 F.2d 109, 113–14 (8th Cir. 1981) (en banc)';
const wildRockies = 'All. for the Wild Rockies v. Cottrell, 632 F.3d 1127, 1131–35 (9th Cir. 2011)';
const dine = 'Diné Citizens Against Ruining Our Env’t v. Jewell, 839 F.3d 1276, 1281–82 (10th Cir. 2016)';
const freeTheNipple =
  'Free the Nipple–Fort Collins v. City of Fort Collins, 916 F.3d 792, 797 (10th Cir. 2019)';
const siegel = 'Siegel v. LePore, 234 F.3d 1163, 1176 (11th Cir. 2000) (en banc)';
const sherley = 'Sherley v. Sebelius, 644 F.3d 388, 392–93 (D.C. Cir. 2011)';
const titanTire = 'Titan Tire Corp. v. Case New Holland, Inc., 566 F.3d 1372, 1375–76 (Fed. Cir. 2009)';

const isWeighed = 'Weighed with the others once likely success and irreparable harm are shown.';
const isStrongerForSome =
  'A stronger showing where relief changes the status quo, orders an act, or gives all that a trial could.';

/**
 * What each circuit asks of a movant, in its order and nearly in its words. All take *Winter* as their floor; they differ in how much of
 * one factor makes up for another, and on which of them all depends. Counsel checks each authority before it is cited.
 */
const tests = {
  ca1: {
    circuit: 'First Circuit',
    factors: [
      [
        merits,
        `Weighs most of the four. Ross-Simons of Warwick, Inc. v. Baccarat, Inc., 102 F.3d 12, 16 (1st Cir. 1996)`,
      ],
      [harm, `Likely, not merely possible. ${nuVasive}`],
      [equities, nuVasive],
      [interest, nuVasive],
    ],
  },
  ca2: {
    circuit: 'Second Circuit',
    factors: [
      [
        harm,
        'Counts most of all. Faiveley Transp. Malmo AB v. Wabtec Corp., 559 F.3d 110, 118 (2d Cir. 2009)',
      ],
      [
        'Likely success, or serious questions going to the merits',
        `Serious questions are enough where hardships tip decidedly to the movant. ${citigroup}`,
      ],
      [
        'Balance of hardships',
        `Must tip decidedly to the movant where success is not shown to be likely. ${citigroup}`,
      ],
      [interest, 'Not disserved. Salinger v. Colting, 607 F.3d 68, 79–80 (2d Cir. 2010)'],
    ],
  },
  ca3: {
    circuit: 'Third Circuit',
    factors: [
      [
        'Reasonable probability of success on the merits',
        `A threshold: significantly better than negligible, not necessarily more likely than not. ${reilly}`,
      ],
      [harm, `A threshold: more likely than not. ${reilly}`],
      ['Harm to others', `${isWeighed} ${reilly}`],
      [interest, `${isWeighed} ${reilly}`],
    ],
  },
  ca4: {
    circuit: 'Fourth Circuit',
    factors: [
      [merits, `Each of the four must be shown; none makes up for another. ${realTruth}`],
      [harm, `Likely, not merely possible. ${realTruth}`],
      [equities, `Tips to the movant. ${realTruth}`],
      [interest, realTruth],
    ],
  },
  ca5: {
    circuit: 'Fifth Circuit',
    factors: [
      ['Substantial likelihood of success on the merits', canal],
      ['Substantial threat of irreparable injury', canal],
      ['Threatened injury outweighs harm to the opponent', canal],
      ['Public interest not disserved', canal],
    ],
  },
  ca6: {
    circuit: 'Sixth Circuit',
    factors: [
      ['Strong likelihood of success on the merits', `Balanced with the others. ${tenke}`],
      [
        'Irreparable injury without relief',
        'Indispensable. D.T. v. Sumner Cnty. Schs., 942 F.3d 324, 326–27 (6th Cir. 2019)',
      ],
      ['Substantial harm to others', `Balanced with the others. ${tenke}`],
      [interest, `Balanced with the others. ${tenke}`],
    ],
  },
  ca7: {
    circuit: 'Seventh Circuit',
    factors: [
      [
        'Likelihood of success on the merits',
        `A threshold: a strong showing, which says how the claim will be proved. ${pritzker}`,
      ],
      [harm, `A threshold. ${turnell}`],
      ['No adequate remedy at law', `A threshold. ${turnell}`],
      [
        'Balance of harms, with the public interest',
        `On a sliding scale: the likelier success, the less it need favor the movant. ${turnell}`,
      ],
    ],
  },
  ca8: {
    circuit: 'Eighth Circuit',
    factors: [
      ['Threat of irreparable harm', dataphase],
      ['Balance of harms', `Between that harm and the injury that relief would do to others. ${dataphase}`],
      [
        'Probability of success on the merits',
        `A fair chance; likely success where a statute is to be enjoined. ${dataphase}; Planned Parenthood Minn. v. Rounds, 530 F.3d 724, 731–33 (8th Cir. 2008) (en banc)`,
      ],
      [interest, dataphase],
    ],
  },
  slidingScale: {
    court: 'ca9',
    circuit: 'Ninth Circuit',
    called: 'sliding scale',
    factors: [
      [
        'Serious questions going to the merits',
        `Enough if hardships tip sharply to the movant and the other two factors are met. ${wildRockies}`,
      ],
      [harm, `Likely, not merely possible. ${winter}`],
      ['Balance of hardships', `Tips sharply to the movant. ${wildRockies}`],
      [interest, winter],
    ],
  },
  ca10: {
    circuit: 'Tenth Circuit',
    factors: [
      [
        'Substantial likelihood of success on the merits',
        `No relaxed test. ${dine}. ${isStrongerForSome} ${freeTheNipple}`,
      ],
      ['Irreparable injury without relief', `Likely, not merely possible. ${dine}`],
      ['Threatened injury outweighs harm to the opponent', `${dine}. ${isStrongerForSome} ${freeTheNipple}`],
      ['Public interest not harmed', dine],
    ],
  },
  ca11: {
    circuit: 'Eleventh Circuit',
    factors: [
      ['Substantial likelihood of success on the merits', siegel],
      ['Irreparable injury without relief', siegel],
      ['Threatened injury outweighs harm to the opponent', siegel],
      ['Public interest not disserved', siegel],
    ],
  },
  cadc: {
    circuit: 'D.C. Circuit',
    factors: [
      [
        merits,
        `Whether a strong showing on another factor still makes up for a weak one was left open after Winter. ${sherley}`,
      ],
      [harm, sherley],
      [equities, sherley],
      [interest, sherley],
    ],
  },
  cafc: {
    circuit: 'Federal Circuit',
    called: 'test in patent cases',
    factors: [
      [
        'Likely success: infringement and validity',
        `A claim is likely infringed and likely withstands the challenges to its validity. ${titanTire}`,
      ],
      [harm, titanTire],
      [equities, titanTire],
      [interest, titanTire],
    ],
  },
} as const satisfies Readonly<Record<string, CircuitFactors>>;

/** The courts of appeals' own tests, by the court's code; the Ninth's by its name. */
export type CircuitTest = keyof typeof tests;

/** @see CircuitTest */
export const circuitTests: Readonly<Record<CircuitTest, CircuitFactors>> = tests;
