export { inspectMail, mailMembers, mailText } from './inspect.ts';
export { MailPartError, type Mail, type MailAddress, type MailAttachment, type MailHeader } from './mail.ts';
export { mboxMembers } from './mbox/mbox.ts';
export { readMail } from './read-mail.ts';
export { safeMailHtml, type SafeMailHtml } from './html/safe-mail-html.ts';
export { inspectSignedFile, signedMembers } from './signed/signed-file.ts';
export { renderMail } from './rendition/render-mail.ts';
export { webArchiveOf } from './web-archive.ts';
