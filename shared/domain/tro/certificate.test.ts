import { expect, test } from 'vitest';
import type { NoticeEffortId } from '../../model/common.ts';
import { draftCertificate, letterOf, type CertificateSource } from './certificate.ts';
import { emptyFields } from './empty-fields.ts';
import { events } from './testing/request.ts';

const source: CertificateSource = {
  caption: {
    court: 'Court',
    plaintiffs: 'Fairwater LLC',
    defendants: 'Northgate',
    number: '2:26-cv-1',
    judge: '',
  },
  fields: {
    ...emptyFields,
    attorney: 'David Vale',
    barNumber: '99999',
    firm: 'Vale PLLC',
    contact: '1 Harbor Way\n206-555-0199',
    party: 'Fairwater LLC',
    reasonAgainstNotice: 'The data would be deleted.\n\nThe host does not answer.',
  },
  notices: [
    {
      id: 'n1' as NoticeEffortId,
      who: 'Jane Roe',
      how: 'e-mail',
      at: '2026-07-03T23:59',
      by: 'David Vale',
      result: 'No answer.',
      evidenceId: null,
    },
  ],
  proofs: new Map([['n1', 'E-mail of July 3']]),
  served: null,
  timezone: 'America/Los_Angeles',
};

test('a full log leaves only the signature to counsel', () => {
  const { paragraphs, missing, signature } = draftCertificate(source);
  expect(missing).toEqual(['The date, the place and the signature are left for counsel.']);
  expect(paragraphs[1]!.parts).toEqual([
    'On Fri, Jul 3, 2026, 11:59 PM PDT, David Vale tried to give notice to Jane Roe: e-mail. Result: No answer. Proof: E-mail of July 3.',
  ]);
  expect(paragraphs[2]!.parts).toEqual(['The data would be deleted.', 'The host does not answer.']);
  expect(signature).toEqual([
    'David Vale',
    'Bar No. 99999',
    'Vale PLLC',
    '1 Harbor Way',
    '206-555-0199',
    'Attorney for Fairwater LLC',
  ]);
});

test('no effort is never passed over in silence', () => {
  const { paragraphs, missing } = draftCertificate({ ...source, notices: [] });
  expect(paragraphs[1]!.text).toContain('No effort was made');
  expect(missing.join(' ')).toContain('No effort to give notice is logged');
});

test('each blank is told', () => {
  const empty = { court: '', plaintiffs: '', defendants: '', number: '', judge: '' };
  const { caption, missing } = draftCertificate({ ...source, caption: empty, fields: emptyFields });
  expect(caption.number).toBe('______');
  expect(missing).toHaveLength(4 + 6 + 1);
  expect(missing.every((sentence) => sentence.endsWith('.'))).toBe(true);
});

test('service is stated, and reasons against notice are then not asked for', () => {
  const [served] = events(['motion_served', '2026-07-03T17:00', { service: 'rule4_personal' }]);
  const { paragraphs, missing } = draftCertificate({
    ...source,
    fields: { ...source.fields, reasonAgainstNotice: '' },
    served: served!,
  });
  expect(paragraphs.at(-1)!.text).toBe(
    'The motion papers were served together with the summons on Fri, Jul 3, 2026, 5:00 PM PDT.',
  );
  expect(missing).toHaveLength(1);
  // A draft that an attorney is to swear to does not deny the service that it states.
  const alone = draftCertificate({ ...source, notices: [], served: served! });
  expect(JSON.stringify(alone.paragraphs)).not.toContain('No effort');
  expect(alone.missing.join(' ')).toContain('besides the service');
});

test('parts are lettered past z', () => {
  expect([0, 25, 26, 53].map(letterOf)).toEqual(['a', 'z', 'aa', 'bbb']);
});
