import { rule65, type Requirement } from './requirement.ts';

/** What the adverse party does, in every federal court. */
export const opponentRequirements: readonly Requirement[] = [
  {
    key: 'oppose_injury',
    cite: 'Fed. R. Civ. P. 65(b)(1)(A); Winter, 555 U.S. at 20',
    label: 'Evidence against irreparable harm',
    stage: 'before_filing',
    side: 'opponent',
    source: rule65,
    lines: [
      {
        key: 'oppose_injury.evidence',
        cite: 'Winter, 555 U.S. at 20',
        label: 'Declarations or documents that answer the alleged irreparable harm',
        missing: 'Link the evidence that answers the alleged irreparable harm.',
        needs: 'proof',
      },
      {
        key: 'oppose_injury.factors',
        cite: 'Winter, 555 U.S. at 20',
        label: 'The other factors are answered: merits, equities, public interest',
        missing: 'Answer the merits, the equities and the public interest.',
      },
    ],
  },
  {
    key: 'response',
    cite: 'Fed. R. Civ. P. 65(b)',
    label: 'Response filed in time',
    stage: 'on_filing',
    side: 'opponent',
    source: rule65,
    lines: [
      {
        key: 'response.filed',
        cite: 'Fed. R. Civ. P. 65(b)',
        label: 'Response filed; the court may decide without waiting for it',
        missing: 'File the response before its clock ends, then record it.',
        knownBy: 'response_filed',
      },
    ],
  },
  {
    key: 'demand_security',
    cite: 'Fed. R. Civ. P. 65(c)',
    label: 'Security demanded',
    stage: 'on_filing',
    side: 'opponent',
    source: rule65,
    lines: [
      {
        key: 'demand_security.amount',
        cite: 'Fed. R. Civ. P. 65(c)',
        label: 'An amount is demanded, with evidence of the costs and damages of a wrongful restraint',
        missing: 'Demand security and note the amount and its evidence.',
        needs: 'note',
        knownBy: 'security_demandable',
      },
    ],
  },
  {
    key: 'dissolve',
    cite: 'Fed. R. Civ. P. 65(b)(4)',
    label: 'Motion to dissolve or modify',
    stage: 'after_order',
    side: 'opponent',
    source: rule65,
    lines: [
      {
        key: 'dissolve.noticed',
        cite: 'Fed. R. Civ. P. 65(b)(4)',
        label:
          'Noticed on two days’ notice to the party that obtained the order without notice, or shorter as the court set',
        missing: 'Decide whether to move to dissolve or modify; record the notice when it is given.',
        knownBy: 'dissolution_noticed',
      },
    ],
  },
];
