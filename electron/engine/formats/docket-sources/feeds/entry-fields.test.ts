import { expect, test } from 'vitest';
import { blankEntry } from '../../../../../shared/domain/docket/blank.ts';
import { attachmentsBehindLeads } from './entry-fields.ts';

test('attachments go behind their document, of two that have one number behind the one they were listed with', () => {
  const entry = (number: number, attachment: number | null, text: string) =>
    blankEntry({ number, attachment, text });
  const listed = [
    entry(12, 2, 'Map'),
    entry(12, null, 'Motion'),
    entry(12, 1, 'Exhibit A'),
    entry(13, null, 'Notice'),
    entry(12, null, 'Reply'),
    entry(12, 1, 'Letter'),
  ];
  expect(attachmentsBehindLeads(listed).map(({ text }) => text)).toEqual([
    'Motion',
    'Exhibit A',
    'Map',
    'Notice',
    'Reply',
    'Letter',
  ]);
});
