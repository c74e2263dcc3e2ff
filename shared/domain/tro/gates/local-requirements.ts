import type { Requirement, RequirementLine } from './requirement.ts';

const readText =
  'Local Civil Rules, W.D. Wash.: copy of the rules as revised on December 4, 2018, read 2026-11-26';
const notRead =
  'The present Local Civil Rules, W.D. Wash., were not read; carried over from the text in force in January 2021';

const notReadBefore =
  'The Local Civil Rules, W.D. Wash., of before December 4, 2018, were not read; assumed from the later text';

/** The first day on which the text that was read is known to have been in force, and the last before length was counted in words. */
const [readFrom, readTo, amendedFrom] = ['2018-12-04', '2023-04-25', '2023-04-26'];

type Duty = Omit<Requirement, 'court' | 'source' | 'effectiveFrom' | 'effectiveTo' | 'isUnconfirmed'>;

/** A duty of the text that was read, and the same duty before and since, to be confirmed. */
function wawd(duty: Duty): Requirement[] {
  const own = { ...duty, court: 'wawd' };
  return [
    { ...own, effectiveTo: dayBefore, isUnconfirmed: true, source: notReadBefore },
    { ...own, effectiveFrom: readFrom, effectiveTo: readTo, source: readText },
    { ...own, effectiveFrom: amendedFrom, isUnconfirmed: true, source: notRead },
  ];
}

const dayBefore = '2018-12-03';

/** A limit of length, in pages before and in words after the amendment. */
function length(duty: Omit<Duty, 'lines'>, line: Omit<RequirementLine, 'label' | 'missing'>): Requirement[] {
  return wawd({ ...duty, lines: [{ ...line, label: '', missing: '' }] }).map((version) => {
    const limit = version.effectiveFrom === amendedFrom ? '8,400 words' : '24 pages';
    return {
      ...version,
      lines: [{ ...line, label: `At most ${limit}`, missing: `Check the length: at most ${limit}.` }],
    };
  });
}

/** What local rules also ask for, by court and by date. */
export const localRequirements: readonly Requirement[] = [
  ...wawd({
    key: 'wawd_service',
    cite: 'LCR 65(b)(1)',
    label: 'Motion papers served before or with the filing',
    stage: 'on_filing',
    side: 'movant',
    lines: [
      {
        key: 'wawd_service.served',
        cite: 'LCR 65(b)(1)',
        label:
          'All motion papers served before or together with the filing, unless 65(b) is met without notice',
        missing: 'Serve all motion papers before or with the filing, and record when and how.',
        knownBy: 'served_with_filing',
      },
      {
        key: 'wawd_service.certificate',
        cite: 'LCR 65(b)(1)',
        label: 'Certificate of service in the motion',
        missing: 'Include a certificate of service with the motion.',
      },
      {
        key: 'wawd_service.contacts',
        cite: 'LCR 65(b)(1)',
        label: 'Contact details of opposing counsel or of the unrepresented party in the motion',
        missing: 'Give the contact details of opposing counsel or of the unrepresented party in the motion.',
      },
    ],
  }),
  ...length(
    {
      key: 'wawd_length',
      cite: 'LCR 65(b)(2), LCR 7(e)',
      label: 'Length of the motion',
      stage: 'before_filing',
      side: 'movant',
    },
    { key: 'wawd_length.motion', cite: 'LCR 65(b)(2), LCR 7(e)' },
  ),
  ...wawd({
    key: 'wawd_noting',
    cite: 'LCR 65(b)(2), LCR 7(d)(1)',
    label: 'Noted for the day it is filed',
    stage: 'on_filing',
    side: 'movant',
    lines: [
      {
        key: 'wawd_noting.caption',
        cite: 'LCR 7(b)(1)',
        label: 'The caption has the noting date; a TRO motion may be noted for the same day',
        missing: 'Put “NOTE ON MOTION CALENDAR” with the date under the title.',
      },
    ],
  }),
  ...wawd({
    key: 'wawd_proposed_order',
    cite: 'LCR 65(b)(4)',
    label: 'Proposed order with the motion',
    stage: 'on_filing',
    side: 'movant',
    lines: [
      {
        key: 'wawd_proposed_order.included',
        cite: 'LCR 65(b)(4)',
        label: 'States the relief and describes the acts to be restrained or required in reasonable detail',
        missing:
          'Include a proposed order that states the relief and describes the acts in reasonable detail.',
      },
    ],
  }),
  ...wawd({
    key: 'wawd_clerk_call',
    cite: 'LCR 65(b)(3)',
    label: 'Filed electronically, then the clerk called',
    stage: 'on_filing',
    side: 'movant',
    lines: [
      {
        key: 'wawd_clerk_call.filed',
        cite: 'LCR 65(b)(3)',
        label: 'Filed electronically, unless the whole case is sealed',
        missing: 'File the motion electronically.',
      },
      {
        key: 'wawd_clerk_call.called',
        cite: 'LCR 65(b)(3)',
        label: 'Clerk’s office notified by telephone: Seattle (206) 370-8400, Tacoma (253) 882-3800',
        missing:
          'Call the clerk’s office promptly after filing: Seattle (206) 370-8400, Tacoma (253) 882-3800. Note when and with whom you spoke.',
      },
    ],
  }),
  ...wawd({
    key: 'wawd_courtesy_copy',
    cite: 'LCR 65(b)(6), LCR 10(e)(9)',
    label: 'Courtesy copy the same day',
    stage: 'on_filing',
    side: 'both',
    lines: [
      {
        key: 'wawd_courtesy_copy.delivered',
        cite: 'LCR 65(b)(6)',
        label: 'Delivered for chambers the same day where the paper with its support exceeds 50 pages',
        missing:
          'Deliver a courtesy copy the same day if the papers exceed 50 pages; otherwise mark it not needed.',
      },
    ],
  }),
  ...wawd({
    key: 'wawd_cover_sheet',
    cite: 'LCR 3(a)',
    label: 'Civil cover sheet with a new action',
    stage: 'on_filing',
    side: 'movant',
    lines: [
      {
        key: 'wawd_cover_sheet.filed',
        cite: 'LCR 3(a)',
        label: 'Form JS 44 accompanies the complaint',
        missing: 'File the civil cover sheet with the complaint, or note that the action was filed before.',
      },
    ],
  }),
  ...wawd({
    key: 'wawd_no_reply',
    cite: 'LCR 65(b)(5)',
    label: 'No reply is permitted',
    stage: 'on_filing',
    side: 'movant',
    lines: [
      {
        key: 'wawd_no_reply.known',
        cite: 'LCR 65(b)(5)',
        label: 'The motion says all that is to be said: no reply unless the court orders one',
        missing: 'Put everything into the motion: no reply is permitted unless the court orders one.',
      },
    ],
  }),
  ...wawd({
    key: 'wawd_intent',
    cite: 'LCR 65(b)(5)',
    label: 'Notice whether the motion will be opposed',
    stage: 'on_filing',
    side: 'opponent',
    lines: [
      {
        key: 'wawd_intent.filed',
        cite: 'LCR 65(b)(5)',
        label: 'Filed within its clock, unless the court orders otherwise',
        missing: 'File the notice whether the motion will be opposed before its clock ends, then record it.',
        knownBy: 'intent_filed',
      },
    ],
  }),
  ...length(
    {
      key: 'wawd_response_length',
      cite: 'LCR 65(b)(5), LCR 7(e)',
      label: 'Length of the response',
      stage: 'on_filing',
      side: 'opponent',
    },
    { key: 'wawd_response_length.response', cite: 'LCR 65(b)(5), LCR 7(e)' },
  ),
  ...wawd({
    key: 'wawd_reply_not_expected',
    cite: 'LCR 65(b)(5)',
    label: 'No reply to expect',
    stage: 'on_filing',
    side: 'opponent',
    lines: [
      {
        key: 'wawd_reply_not_expected.watched',
        cite: 'LCR 65(b)(5)',
        label: 'A reply filed without leave is met: none is permitted unless the court orders one',
        missing: 'Watch the docket: no reply is permitted unless the court orders one.',
      },
    ],
  }),
  {
    key: 'cand_notice',
    court: 'cand',
    cite: 'Civil L.R. 65-1(b)',
    label: 'Notice on or before the day of the motion',
    stage: 'on_filing',
    side: 'movant',
    isUnconfirmed: true,
    source:
      'The rule as quoted in an order of 2007 (N.D. Cal. 3:07-cv-00120, Dkt. 19); the present text was not read',
    lines: [
      {
        key: 'cand_notice.given',
        cite: 'Civil L.R. 65-1(b)',
        label:
          'Notice delivered to opposing counsel or party, unless a judge relieved counsel for good cause',
        missing: 'Deliver notice of the motion on or before the day it is made, and link the proof.',
        needs: 'proof',
      },
    ],
  },
  {
    key: 'cand_papers',
    court: 'cand',
    cite: 'Civil L.R. 65-1(a)',
    label: 'Papers of the motion',
    stage: 'before_filing',
    side: 'movant',
    isUnconfirmed: true,
    source: 'Not read; known at second hand only',
    lines: [
      {
        key: 'cand_papers.complaint',
        cite: 'Civil L.R. 65-1(a)',
        label: 'Complaint',
        missing: 'Include the complaint.',
      },
      {
        key: 'cand_papers.memorandum',
        cite: 'Civil L.R. 65-1(a)',
        label: 'Separate memorandum of points and authorities',
        missing: 'Include a separate memorandum.',
      },
      {
        key: 'cand_papers.order',
        cite: 'Civil L.R. 65-1(a)',
        label: 'Proposed temporary restraining order',
        missing: 'Include the proposed order.',
      },
      {
        key: 'cand_papers.support',
        cite: 'Civil L.R. 65-1(a)',
        label: 'Documents that support the order',
        missing: 'Include the documents that support the order.',
      },
    ],
  },
];
