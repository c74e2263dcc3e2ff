import type { Claim } from '../../model/evidence.ts';

/** What is said of a file, by what it is. */
export const claimWords: Readonly<Record<Claim['field'], string>> = {
  title: 'Title',
  subject: 'Subject',
  author: 'Author',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  replyTo: 'Reply to',
  sentAt: 'Sent',
  receivedAt: 'Received',
  createdAt: 'Created',
  modifiedAt: 'Last saved',
  takenAt: 'Taken',
  messageId: 'Message ID',
  inReplyTo: 'In reply to',
  references: 'References',
  device: 'Device',
  software: 'Software',
  location: 'Location',
  durationMs: 'Length',
  dimensions: 'Dimensions',
  signedBy: 'Signed by',
  confidentiality: 'Confidentiality',
};
