import { bytesSource } from '../../../pdf/pdf-source.ts';
import { problemOf } from '../../reading.ts';
import { MailPartError, type Mail } from '../mail.ts';
import { readEml } from '../read-eml.ts';
import { isMimeEntity, protectionOf, protectionOfText } from '../signed/protection.ts';

/**
 * The mail with the body and the files of its signed wrapper: S/MIME mail in a .msg has the whole signed or encrypted entity as
 * its one attachment ([MS-OXOSMIME]). PGP has the parts of its encrypted entity as attachments, or stands in the text.
 *
 * @param messageClass such as IPM.Note.SMIME.MultipartSigned
 */
export function withProtectedBody(mail: Mail, messageClass: string): Mail {
  if (!/^IPM\.Note\.SMIME/i.test(messageClass)) return withPgp(mail);
  const [wrapped] = mail.attachments;
  let bytes: Uint8Array;
  try {
    if (!wrapped) return mail;
    bytes = wrapped.bytes();
  } catch (error) {
    if (error instanceof MailPartError) return mail;
    throw error;
  }
  const protection = protectionOf(bytes);
  if (protection?.kind === 'encrypted')
    return { ...mail, problems: [...mail.problems, problemOf('EVIDENCE_ENCRYPTED', { what: 'mail' })] };
  const inside = protection?.inner ?? (isMimeEntity(bytes) ? bytes : null);
  if (inside === null) return mail;
  const inner = readEml(bytesSource(inside));
  const signedBy = [
    ...new Set([...(protection?.kind === 'signed' ? protection.signedBy : []), ...inner.signedBy]),
  ];
  const by = signedBy.join(', ');
  return {
    ...mail,
    text: inner.text || mail.text,
    html: inner.html ?? mail.html,
    signedBy,
    attachments: [...mail.attachments.slice(1), ...inner.attachments],
    problems: [
      ...mail.problems,
      ...(protection?.kind === 'signed' ? [problemOf('EVIDENCE_SIGNED', by === '' ? {} : { by })] : []),
      ...inner.problems,
    ],
  };
}

function withPgp(mail: Mail): Mail {
  const isPart = mail.attachments.some(({ contentType }) => contentType === 'application/pgp-encrypted');
  const protection = isPart ? 'encrypted' : protectionOfText(mail.text);
  if (protection === null) return mail;
  const problem =
    protection === 'encrypted'
      ? problemOf('EVIDENCE_ENCRYPTED', { what: 'mail' })
      : problemOf('EVIDENCE_SIGNED', {});
  return { ...mail, problems: [...mail.problems, problem] };
}
