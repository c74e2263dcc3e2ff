import { rule65, type Requirement } from './requirement.ts';

/** What the party that asks for the order must show, in every federal court. */
export const movantRequirements: readonly Requirement[] = [
  {
    key: 'sworn_facts',
    cite: 'Fed. R. Civ. P. 65(b)(1)(A)',
    label: 'Specific facts under oath',
    stage: 'before_filing',
    side: 'movant',
    source: rule65,
    lines: [
      {
        key: 'sworn_facts.paper',
        cite: 'Fed. R. Civ. P. 65(b)(1)(A)',
        label: 'Affidavit, declaration or verified complaint',
        missing: 'Link the affidavit, declaration or verified complaint that states the facts.',
        needs: 'proof',
      },
      {
        key: 'sworn_facts.injury',
        cite: 'Fed. R. Civ. P. 65(b)(1)(A)',
        label:
          'Specific facts clearly show immediate and irreparable injury before the other side can be heard',
        missing: 'Note the pin cites of the facts that show immediate and irreparable injury.',
        needs: 'note',
      },
      {
        key: 'sworn_facts.signed',
        cite: '28 U.S.C. § 1746',
        label: 'Declarations are in writing, signed, dated, and true under penalty of perjury',
        missing:
          'Check that each declaration is signed, dated, and says that it is true under penalty of perjury; one signed abroad adds “under the laws of the United States of America”.',
      },
    ],
  },
  {
    key: 'notice_certificate',
    cite: 'Fed. R. Civ. P. 65(b)(1)(B)',
    label: 'Attorney’s certificate of the efforts to give notice',
    stage: 'before_filing',
    side: 'movant',
    source: rule65,
    lines: [
      {
        key: 'notice_certificate.efforts',
        cite: 'Fed. R. Civ. P. 65(b)(1)(B)',
        label: 'Efforts to give notice are logged, or reasons for none are given',
        missing: 'Log each effort to give notice, or give the reasons why notice should not be required.',
        knownBy: 'efforts_logged',
      },
      {
        key: 'notice_certificate.reasons',
        cite: 'Fed. R. Civ. P. 65(b)(1)(B)',
        label: 'Reasons why notice should not be required',
        missing: 'Write the reasons why notice should not be required, unless the motion is served.',
        knownBy: 'reason_given',
      },
      {
        key: 'notice_certificate.signed',
        cite: 'Fed. R. Civ. P. 65(b)(1)(B)',
        label: 'The attorney has certified them in writing',
        missing: 'Draft the certificate, have the attorney read, correct and sign it, then link it.',
        needs: 'proof',
      },
    ],
  },
  {
    key: 'security_proposed',
    cite: 'Fed. R. Civ. P. 65(c)',
    label: 'Security proposed',
    stage: 'before_filing',
    side: 'movant',
    source: rule65,
    lines: [
      {
        key: 'security_proposed.amount',
        cite: 'Fed. R. Civ. P. 65(c)',
        label: 'An amount is proposed for the costs and damages of a party wrongfully restrained',
        missing: 'Propose an amount of security, zero included, and say why it is proper.',
        knownBy: 'security_proposed',
      },
    ],
  },
  {
    key: 'winter',
    cite: 'Winter v. NRDC, 555 U.S. 7, 20 (2008)',
    label: 'The four factors are addressed',
    stage: 'before_filing',
    side: 'movant',
    source: 'E.D. Wash. 2023, Washington v. FDA, which states both tests (en.wikisource.org)',
    lines: [
      {
        key: 'winter.merits',
        cite: 'Winter, 555 U.S. at 20',
        label: 'Likely success on the merits',
        missing: 'Address the likelihood of success on the merits of each claim.',
      },
      {
        key: 'winter.harm',
        cite: 'Winter, 555 U.S. at 20',
        label: 'Irreparable harm is likely, not merely possible',
        missing: 'Address why irreparable harm is likely without the order.',
      },
      {
        key: 'winter.equities',
        cite: 'Winter, 555 U.S. at 20',
        label: 'The balance of equities tips to the movant',
        missing: 'Address the balance of equities.',
      },
      {
        key: 'winter.public',
        cite: 'Winter, 555 U.S. at 20',
        label: 'The order is in the public interest',
        missing: 'Address the public interest.',
      },
      {
        key: 'winter.sliding',
        cite: 'All. for the Wild Rockies v. Cottrell, 632 F.3d 1127, 1131–35 (9th Cir. 2011)',
        label:
          'Ninth Circuit: serious questions going to the merits and hardships tipping sharply to the movant may stand for likely success, if the other two factors are met',
        missing: 'Consider the Ninth Circuit’s sliding scale.',
        isOptional: true,
        circuit: 'ca9',
      },
    ],
  },
  {
    key: 'disclosure_statement',
    cite: 'Fed. R. Civ. P. 7.1',
    label: 'Disclosure statement with the first paper filed',
    stage: 'on_filing',
    side: 'both',
    source: 'Fed. R. Civ. P. 7.1(b): transcription of the rules as of October 2025, read 2026-11-26',
    lines: [
      {
        key: 'disclosure_statement.filed',
        cite: 'Fed. R. Civ. P. 7.1(b)(1)',
        label:
          'Disclosure statement of a nongovernmental corporate party; of citizenship in a diversity case',
        missing:
          'File the disclosure statement with the first appearance, pleading or motion, or note why none is needed.',
      },
    ],
  },
  {
    key: 'proposed_order',
    cite: 'Fed. R. Civ. P. 65(d)',
    label: 'What the order must contain',
    stage: 'order',
    side: 'both',
    source: rule65,
    lines: [
      {
        key: 'proposed_order.reasons',
        cite: 'Fed. R. Civ. P. 65(d)(1)(A)',
        label: 'States the reasons why it issued',
        missing: 'Put the reasons into the order.',
      },
      {
        key: 'proposed_order.terms',
        cite: 'Fed. R. Civ. P. 65(d)(1)(B)',
        label: 'States its terms specifically',
        missing: 'Make the order’s terms specific.',
      },
      {
        key: 'proposed_order.acts',
        cite: 'Fed. R. Civ. P. 65(d)(1)(C)',
        label:
          'Describes the acts restrained or required in reasonable detail, without reference to the complaint or another document',
        missing: 'Describe the acts in the order itself, not by reference to another document.',
      },
      {
        key: 'proposed_order.bound',
        cite: 'Fed. R. Civ. P. 65(d)(2)',
        label: 'Names who is bound',
        missing:
          'Name the parties; their officers, agents, servants, employees and attorneys; and those in active concert with them who get actual notice.',
      },
    ],
  },
  {
    key: 'order_without_notice',
    cite: 'Fed. R. Civ. P. 65(b)(2)',
    label: 'What an order without notice must also contain',
    stage: 'order',
    side: 'both',
    source: rule65,
    lines: [
      {
        key: 'order_without_notice.hour',
        cite: 'Fed. R. Civ. P. 65(b)(2)',
        label: 'States the date and hour it was issued',
        missing:
          'Leave room for the date and the hour in the order, and read there that the court filled in both: the hour on the docket is that of its entry.',
        knownBy: 'issued_without_notice',
      },
      {
        key: 'order_without_notice.injury',
        cite: 'Fed. R. Civ. P. 65(b)(2)',
        label: 'Describes the injury and states why it is irreparable',
        missing: 'Describe the injury in the order and state why it is irreparable.',
        knownBy: 'issued_without_notice',
      },
      {
        key: 'order_without_notice.why',
        cite: 'Fed. R. Civ. P. 65(b)(2)',
        label: 'States why it was issued without notice',
        missing: 'State in the order why it issues without notice.',
        knownBy: 'issued_without_notice',
      },
      {
        key: 'order_without_notice.entered',
        cite: 'Fed. R. Civ. P. 65(b)(2)',
        label: 'Promptly filed in the clerk’s office and entered in the record',
        missing: 'Link the docket entry of the order once it is entered.',
        knownBy: 'order_on_docket',
      },
    ],
  },
  {
    key: 'security_set',
    cite: 'Fed. R. Civ. P. 65(c)',
    label: 'Security set by the court',
    stage: 'order',
    side: 'both',
    source: rule65,
    lines: [
      {
        key: 'security_set.amount',
        cite: 'Fed. R. Civ. P. 65(c)',
        label: 'The order sets security in an amount the court finds proper',
        missing: 'Record the security that the order sets, zero included.',
        knownBy: 'security_set',
      },
    ],
  },
  {
    key: 'security_posted',
    cite: 'Fed. R. Civ. P. 65(c)',
    label: 'Security given',
    stage: 'after_order',
    side: 'movant',
    source: rule65,
    lines: [
      {
        key: 'security_posted.given',
        cite: 'Fed. R. Civ. P. 65(c)',
        label: 'Security is given as the order says',
        missing: 'Give the security, then record when: an order that asks for it may have no force before.',
        knownBy: 'security_posted',
      },
    ],
  },
  {
    key: 'actual_notice',
    cite: 'Fed. R. Civ. P. 65(d)(2)',
    label: 'Those bound have actual notice',
    stage: 'after_order',
    side: 'movant',
    source: rule65,
    lines: [
      {
        key: 'actual_notice.given',
        cite: 'Fed. R. Civ. P. 65(d)(2)',
        label: 'The order was brought to the notice of everyone it is to bind',
        missing:
          'Serve the order on those it is to bind, and link the proof: it binds who gets actual notice.',
        needs: 'proof',
      },
    ],
  },
  {
    key: 'extension',
    cite: 'Fed. R. Civ. P. 65(b)(2)',
    label: 'What an extension must have',
    stage: 'after_order',
    side: 'both',
    onceRecorded: 'extended',
    source: rule65,
    lines: [
      {
        key: 'extension.ground',
        cite: 'Fed. R. Civ. P. 65(b)(2)',
        label: 'Good cause for a like period, or the adverse party’s consent, before the order ended',
        missing: 'Note the good cause that the extension states, or where the adverse party consented.',
        needs: 'note',
      },
      {
        key: 'extension.reasons',
        cite: 'Fed. R. Civ. P. 65(b)(2)',
        label: 'The reasons for the extension are entered in the record',
        missing:
          'Link the entry that gives the reasons for the extension; ask the court to enter them where none does.',
        needs: 'proof',
      },
    ],
  },
  {
    key: 'pi_hearing',
    cite: 'Fed. R. Civ. P. 65(b)(3)',
    label: 'Preliminary injunction hearing at the earliest possible time',
    stage: 'after_order',
    side: 'movant',
    source: rule65,
    lines: [
      {
        key: 'pi_hearing.set',
        cite: 'Fed. R. Civ. P. 65(b)(3)',
        label: 'The hearing is set, ahead of all but older matters of the same kind',
        missing: 'Ask for the earliest hearing, before the order ends, and record the time the court sets.',
        knownBy: 'pi_hearing_set',
      },
      {
        key: 'pi_hearing.ready',
        cite: 'Fed. R. Civ. P. 65(b)(3)',
        label: 'Ready to go forward; otherwise the court must dissolve the order',
        missing: 'Make ready to go forward with the motion at the hearing.',
      },
    ],
  },
];
