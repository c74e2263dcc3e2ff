export { inspectMail, mailMembers, mailText } from './inspect.ts';
export type { Mail, MailAddress, MailAttachment, MailHeader } from './mail.ts';
export { MailPartError } from './mail.ts';
export { readMail } from './read-mail.ts';
export { shownHeaders } from './shown-headers.ts';
