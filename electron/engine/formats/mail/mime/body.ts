import type { Entity } from './entity.ts';
import { findHeader, parseStructured } from './headers.ts';

/** Which parts are the body, as plain text and as HTML, and which are files (the algorithm of RFC 8621 §4.1.4). */
export interface BodyParts {
  readonly text: readonly Entity[];
  readonly html: readonly Entity[];
  readonly attachments: readonly Entity[];
}

/** What a part says of itself as a file. */
export function dispositionOf(entity: Entity): { readonly isAttachment: boolean; readonly name: string } {
  const disposition = parseStructured(findHeader(entity.headers, 'content-disposition') ?? '');
  return {
    isAttachment: disposition.value === 'attachment',
    name: disposition.parameters.get('filename') || entity.type.parameters.get('name') || '',
  };
}

/**
 * Tells body from files. Every leaf is in at least one of the three lists, and what is no text is always a file, even where the
 * body shows it.
 */
export function bodyParts(root: Entity): BodyParts {
  const sorter = new Sorter();
  sorter.sort([root], 'mixed', false);
  return sorter;
}

/** Which of the two forms of the body a part may go into. */
interface Wanted {
  readonly text: boolean;
  readonly html: boolean;
}

class Sorter implements BodyParts {
  readonly text: Entity[] = [];
  readonly html: Entity[] = [];
  readonly attachments: Entity[] = [];

  sort(
    parts: readonly Entity[],
    multipart: string,
    isInAlternative: boolean,
    wanted: Wanted = { text: true, html: true },
  ): void {
    const before = { text: this.text.length, html: this.html.length };
    let wants = wanted;
    for (const [at, part] of parts.entries()) {
      const { value } = part.type;
      if (part.children.length > 0) {
        const kind = value.slice('multipart/'.length);
        this.sort(part.children, kind, isInAlternative || kind === 'alternative', wants);
        continue;
      }
      const { isAttachment, name } = dispositionOf(part);
      const isHtml = value === 'text/html';
      const isText = isHtml || value === 'text/plain' || isBare(part);
      const isBody = isText && !isAttachment && (at === 0 || (multipart !== 'related' && name === ''));
      if (!isBody) {
        this.attachments.push(part);
        if (isReport(part)) this.#push(part, wants);
      } else if (multipart === 'alternative') this.#push(part, { text: !isHtml, html: isHtml });
      else {
        // What follows in the same branch of an alternative stays in that branch's form.
        if (isInAlternative) wants = isHtml ? { ...wants, text: false } : { ...wants, html: false };
        this.#push(part, wants);
      }
    }
    if (multipart === 'alternative' && wanted.text && wanted.html) this.#fill(before);
  }

  #push(part: Entity, wants: Wanted): void {
    if (wants.text) this.text.push(part);
    if (wants.html) this.html.push(part);
  }

  /** An alternative that has only one form has it for both. */
  #fill(before: { text: number; html: number }): void {
    if (this.text.length === before.text) this.text.push(...this.html.slice(before.html));
    else if (this.html.length === before.html) this.html.push(...this.text.slice(before.text));
  }
}

/** A multipart in which no part was found, and a piece of a mail: all their bytes are text. */
function isBare({ type }: Entity): boolean {
  return type.value.startsWith('multipart/') || type.value === 'message/partial';
}

/** Delivery reports and such are text for people that travels as a file. */
function isReport(part: Entity): boolean {
  return /^(?:message\/(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers)$/.test(
    part.type.value,
  );
}
