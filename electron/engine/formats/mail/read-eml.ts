import type { ByteSource } from '../../pdf/byte-source.ts';
import { bytesSource } from '../../pdf/pdf-source.ts';
import { formatNumber } from '../../../../shared/domain/amounts.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import { readRange } from '../files/bytes.ts';
import { decodeText as decodeFile, textFormOf, unitBytes } from '../files/text/encoding.ts';
import { problemOf } from '../reading.ts';
import { htmlToText } from './html/html-text.ts';
import { escapeHtml } from './html/escape.ts';
import { withoutAppleFrame } from './apple-mail.ts';
import { mailLimits, MailPartError, type Mail, type MailAttachment } from './mail.ts';
import { maxAddresses } from './mime/addresses.ts';
import { addressing } from './mime/addressing.ts';
import { attachmentOf } from './mime/attachment.ts';
import { bodyParts, type BodyParts } from './mime/body.ts';
import { decodeText } from './mime/charset.ts';
import { statesZone } from './mime/dates.ts';
import { readStructure, type Entity, type Oddity } from './mime/entity.ts';
import { unflow } from './mime/flowed.ts';
import { findHeader, headerText } from './mime/headers.ts';
import { decodeTransfer } from './mime/transfer-encoding.ts';
import { takeOutFiles } from './mime/uuencoded.ts';
import { isMimeEntity, protectionOfText, readProtection, type Protection } from './signed/protection.ts';
import { readTnef } from './outlook/read-tnef.ts';

/** Mails within encrypted or signed wrappers within each other; real ones have three at most. */
const maxWrappers = 5;
const maxWideBytes = 64 * 1024 * 1024;
/** Bytes that tell whether a mail was saved in characters of two bytes or four. */
const wideSampleBytes = 4_096;
/** Characters of a header that are told in a problem. */
const maxHeaderShown = 100;
/** Attachments and other values of a header named in a problem. */
const maxNamed = 10;
/** Bytes of a part that are looked at to see whether it is empty: the line ends around it. */
const blankBytes = 16;
/** Bytes of a winmail.dat whose body is read. */
const maxTnefBytes = 64 * 1024 * 1024;

const oddityProblems: Readonly<Record<Oddity, () => Problem>> = {
  'boundary-missing': () => problemOf('EVIDENCE_REPAIRED_TO_READ'),
  'boundary-never-found': () => problemOf('EVIDENCE_REPAIRED_TO_READ'),
  'not-closed': () => problemOf('EVIDENCE_REPAIRED_TO_READ'),
  'broken-header': () => problemOf('EVIDENCE_REPAIRED_TO_READ'),
  'too-deep': () =>
    problemOf('EVIDENCE_PART_LEFT_OUT', { what: `parts nested more than ${mailLimits.nesting} deep` }),
  'too-many-parts': () =>
    problemOf('EVIDENCE_PART_LEFT_OUT', { what: `parts after the first ${mailLimits.parts}` }),
  'text-outside': () =>
    problemOf('EVIDENCE_PART_LEFT_OUT', {
      what: 'words before or after its parts, which mail programs skip',
    }),
  'too-many-headers': () =>
    problemOf('EVIDENCE_PART_LEFT_OUT', { what: 'more header lines than any real email has' }),
};

/**
 * Reads an internet mail (RFC 5322, MIME): any nesting, charset, transfer encoding and damage; signed wrappers are opened,
 * encrypted ones reported. Attachments are read only when asked for.
 *
 * @example readEml(bytesSource(bytes)).subject
 */
export function readEml(source: ByteSource): Mail {
  return new EmlReader().read(source);
}

class EmlReader {
  readonly #problems = new Map<string, Problem>();
  readonly #signedBy = new Set<string>();
  readonly #filesInText: MailAttachment[] = [];
  #isSigned = false;

  read(source: ByteSource): Mail {
    const { root, oddities } = readStructure(inBytes(withoutAppleFrame(source)));
    for (const oddity of oddities) this.#tell(oddityProblems[oddity]());
    const { headers } = root;
    const parts = this.#open(root, 0);
    const texts = new Map<Entity, { text: string; isHtml: boolean }>();
    for (const part of new Set([...parts.text, ...parts.html])) texts.set(part, this.#textOf(part));
    const attachments = [...this.#withoutThoseApart(parts.attachments), ...this.#filesInText];
    const body = bodyOf(parts, texts);
    const mail = {
      ...body,
      ...(body.text.trim() === '' && body.html === null ? this.#tnefBody(attachments) : {}),
    };
    this.#tellPieces(root);
    const { repeated, ...said } = addressing(headers);
    for (const { name, counts, others } of repeated) this.#tellRepeated(name, counts, others);
    if ([said.to, said.cc, said.bcc].some(({ length }) => length >= maxAddresses))
      this.#tell(
        problemOf('EVIDENCE_PART_LEFT_OUT', {
          what: `addresses beyond ${formatNumber(maxAddresses)} in one header`,
        }),
      );
    const date = said.dateAsWritten;
    if (said.sentAt === null && date !== '')
      this.#tell(problemOf('EVIDENCE_DATE_UNREAD', { date: date.slice(0, maxHeaderShown) }));
    else if (said.sentAt !== null && !statesZone(date))
      this.#tell(problemOf('EVIDENCE_TIME_ZONE_UNKNOWN', { date }));
    const by = [...this.#signedBy].join(', ');
    if (this.#isSigned) this.#tell(problemOf('EVIDENCE_SIGNED', by === '' ? {} : { by }));
    return {
      ...said,
      ...mail,
      headers: headers.map(({ name, raw }) => ({ name, value: headerText(raw) })),
      signedBy: [...this.#signedBy],
      attachments,
      problems: [...this.#problems.values()],
    };
  }

  #tellRepeated(name: string, counts: string, others: readonly string[]): void {
    const quoted = (value: string) => `“${value.slice(0, maxHeaderShown)}”`;
    const shown = others.slice(0, maxNamed).map(quoted).join(', ');
    this.#tell(problemOf('EVIDENCE_HEADER_REPEATED', { name, counts: quoted(counts), others: shown }));
  }

  /** Attachments that came in the file. Of those that Apple Mail keeps in a folder of its own (.partial.emlx), only the headers did. */
  #withoutThoseApart(parts: readonly Entity[]): MailAttachment[] {
    const names: string[] = [];
    const attachments: MailAttachment[] = [];
    for (const [at, part] of parts.entries()) {
      const attachment = attachmentOf(part, at);
      const isApart = findHeader(part.headers, 'x-apple-content-length') !== null && isBlank(part);
      if (isApart) names.push(attachment.name);
      else attachments.push(attachment);
    }
    if (names.length > 0) {
      const shown = names.slice(0, maxNamed).join(', ');
      this.#tell(
        problemOf('EVIDENCE_ATTACHMENTS_APART', { names: names.length > maxNamed ? `${shown}, …` : shown }),
      );
    }
    return attachments;
  }

  /** Body and files of a mail. In place of a wrapper that is only signed or compressed stands what is inside. */
  #open(root: Entity, depth: number): BodyParts {
    const parts = bodyParts(root);
    const found = { text: [...parts.text], html: [...parts.html], attachments: [] as Entity[] };
    for (const part of parts.attachments) {
      const protection = depth < maxWrappers ? readProtection(part) : null;
      // A file that was signed for itself, a contract for one, is a file that came with the mail: it says so, and has it inside.
      const isFile = protection?.inner && part !== root && !isMimeEntity(protection.inner);
      if (protection !== null && !isFile) this.#tellProtection(protection);
      if (!protection?.inner || isFile) {
        found.attachments.push(part);
        continue;
      }
      const { root: inner, oddities } = readStructure(bytesSource(protection.inner));
      for (const oddity of oddities) this.#tell(oddityProblems[oddity]());
      const within = this.#open(inner, depth + 1);
      found.text.push(...within.text);
      found.html.push(...within.html);
      found.attachments.push(...within.attachments);
    }
    return found;
  }

  #tellProtection(protection: Protection): void {
    if (protection.kind === 'encrypted') this.#tell(problemOf('EVIDENCE_ENCRYPTED', { what: 'mail' }));
    else if (protection.kind === 'signed') {
      this.#isSigned = true;
      for (const name of protection.signedBy) this.#signedBy.add(name);
    }
  }

  #textOf(part: Entity): { text: string; isHtml: boolean } {
    const { source, start, end, headers, type } = part;
    const encoding = findHeader(headers, 'content-transfer-encoding') ?? '';
    const { bytes, isCut, isDamaged } = decodeTransfer(
      source,
      { start, end },
      encoding,
      mailLimits.textBytes,
    );
    if (isCut) this.#tell(problemOf('EVIDENCE_TEXT_CUT'));
    if (isDamaged) this.#tell(problemOf('EVIDENCE_REPAIRED_TO_READ'));
    const isHtml = type.value === 'text/html';
    const declared = type.parameters.get('charset') ?? '';
    const { text, isGuessed } = decodeText(bytes, declared || (isHtml ? charsetOfHtml(bytes) : ''));
    if (isGuessed) this.#tell(problemOf('EVIDENCE_CHARSET_GUESSED'));
    const isFlowed = type.value === 'text/plain' && /^flowed$/i.test(type.parameters.get('format') ?? '');
    const marked = text.replace(/^\ufeff/, '').replaceAll('\0', '');
    if (isHtml) return { isHtml, text: marked };
    this.#tellPgp(marked);
    const { text: bare, files } = takeOutFiles(marked);
    this.#filesInText.push(...files);
    return {
      isHtml,
      text: isFlowed ? unflow(bare, /^yes$/i.test(type.parameters.get('delsp') ?? '')) : bare,
    };
  }

  /** Outlook may send the whole body in a winmail.dat only. */
  #tnefBody(attachments: readonly MailAttachment[]): { text?: string; html?: string | null } {
    const wrapped = attachments.find(
      ({ contentType, name }) =>
        contentType === 'application/ms-tnef' ||
        contentType === 'application/vnd.ms-tnef' ||
        /^winmail\.dat$/i.test(name),
    );
    if (!wrapped) return {};
    try {
      const bytes = wrapped.bytes();
      if (bytes.length > maxTnefBytes) return {};
      const { text, html } = readTnef(bytesSource(bytes));
      return { text, html };
    } catch (error) {
      if (error instanceof MailPartError) this.#tell(error.problem);
      else throw error;
      return {};
    }
  }

  #tellPgp(text: string): void {
    const protection = protectionOfText(text);
    if (protection === 'encrypted') this.#tell(problemOf('EVIDENCE_ENCRYPTED', { what: 'mail' }));
    if (protection === 'signed') this.#isSigned = true;
  }

  /** RFC 2046 §5.2.2: message/partial. */
  #tellPieces(root: Entity): void {
    if (root.type.value !== 'message/partial') return;
    const { parameters } = root.type;
    const total = parameters.get('total');
    this.#tell(
      problemOf('EVIDENCE_MAIL_IN_PIECES', {
        number: parameters.get('number') ?? '?',
        ...(total !== undefined && { total }),
      }),
    );
  }

  #tell(problem: Problem): void {
    this.#problems.set(problem.code + problem.message, problem);
  }
}

function isBlank({ source, start, end }: Entity): boolean {
  return (
    end - start <= blankBytes &&
    readRange(source, start, end - start)
      .toString('latin1')
      .trim() === ''
  );
}

function bodyOf(
  parts: BodyParts,
  texts: ReadonlyMap<Entity, { text: string; isHtml: boolean }>,
): { text: string; html: string | null } {
  const shown = (part: Entity) => texts.get(part) ?? { text: '', isHtml: false };
  const text = parts.text
    .map(shown)
    .map((each) => (each.isHtml ? htmlToText(each.text) : each.text.replaceAll(/\r\n?/g, '\n').trimEnd()))
    .filter((each) => each.trim() !== '')
    .join('\n\n');
  const pieces = parts.html.map(shown);
  const hasHtml = pieces.some(({ isHtml, text: html }) => isHtml && html.trim() !== '');
  const html = hasHtml
    ? pieces
        .map((piece) => (piece.isHtml ? piece.text : `<pre>${escapeHtml(piece.text)}</pre>`))
        .join('\n<hr>\n')
    : null;
  return { text: text === '' && html !== null ? htmlToText(html) : text, html };
}

/** The charset a page names in its first bytes (HTML §13.2.3.2). */
function charsetOfHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1] ?? '';
}

/** A mail saved as UTF-16 or UTF-32 is read as UTF-8; every other one as it stands. */
function inBytes(source: ByteSource): ByteSource {
  const head = readRange(source, 0, wideSampleBytes);
  const form =
    /^(?:fffe|feff)/.test(head.toString('hex', 0, 2)) || head.includes(0) ? textFormOf(head) : null;
  if (form === null || unitBytes(form.encoding) === 1 || source.sizeBytes > maxWideBytes) return source;
  return bytesSource(Buffer.from(decodeFile(readRange(source, 0, source.sizeBytes)), 'utf8'));
}
