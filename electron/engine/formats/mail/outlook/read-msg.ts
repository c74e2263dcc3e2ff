import type { ByteSource } from '../../../pdf/index.ts';
import { openCompoundFile, type CompoundFile } from '../../files/office/compound-file.ts';
import { problemOf } from '../../reading.ts';
import { mailLimits, type Mail } from '../mail.ts';
import { ansiCodePage } from './ansi-code-page.ts';
import { writeCompoundFile } from './compound-writer.ts';
import { mailOf } from './mail-of-mapi.ts';
import {
  ids,
  textOf,
  type MapiAttachment,
  type MapiMessage,
  type MapiProperties,
  type MapiProperty,
} from './mapi.ts';
import { withProtectedBody } from './protected-body.ts';
import { copyOfStorage, storageTree, type Storage } from './storage.ts';

const propertiesStream = '__properties_version1.0';
const namesStorage = '__nameid_version1.0';
/** Read only when asked for: it may be large. */
const dataStream = '__substg1.0_37010102';
const embedded = '__substg1.0_3701000D';
const maxValues = 5_000;
/** Bytes before the properties of a message ([MS-OXMSG] §2.4): more at the top, where counts of recipients stand. */
const topHeader = 32;
const embeddedHeader = 24;
const otherHeader = 8;

/**
 * Reads a mail or another item that Outlook saved as .msg ([MS-OXMSG]). Attached mails become files of their own.
 *
 * @returns null when the file is no compound file or has no message in it
 */
export function readMsg(source: ByteSource): Mail | null {
  const file = openCompoundFile(source);
  const root = file && storageTree(file);
  if (!file || !root?.streams.has(propertiesStream)) return null;
  const reader = new MsgReader(file, root);
  const message = reader.message();
  const mail = withProtectedBody(
    mailOf(message),
    textOf(message.properties, ids.messageClass, message.codePage),
  );
  return reader.isDamaged
    ? { ...mail, problems: [...mail.problems, problemOf('EVIDENCE_REPAIRED_TO_READ')] }
    : mail;
}

class MsgReader {
  readonly #file: CompoundFile;
  readonly #root: Storage;
  isDamaged = false;

  constructor(file: CompoundFile, root: Storage) {
    this.#file = file;
    this.#root = root;
  }

  message(): MapiMessage {
    const properties = this.#properties(this.#root, topHeader);
    const parts = [...this.#root.storages.values()];
    const recipients = ofKind(parts, '__recip_version1.0_').map((each) =>
      this.#properties(each, otherHeader),
    );
    const { codePage, isGuessed } = ansiCodePage(properties, recipients);
    return {
      properties,
      recipients,
      attachments: ofKind(parts, '__attach_version1.0_').map((each) => this.#attachment(each)),
      named: this.#named(properties),
      codePage,
      isCodePageGuessed: isGuessed,
    };
  }

  #attachment(storage: Storage): MapiAttachment {
    const properties = this.#properties(storage, otherHeader);
    const inner = storage.storages.get(embedded);
    if (inner) {
      const isMessage = inner.streams.has(propertiesStream);
      return { properties, kind: isMessage ? 'msg' : 'object', data: () => this.#object(inner, isMessage) };
    }
    const hasData = storage.streams.has(dataStream);
    return { properties, kind: hasData ? 'file' : null, data: () => this.#stream(storage, dataStream) };
  }

  #object(inner: Storage, isMessage: boolean): Buffer {
    const copy = copyOfStorage(this.#file, inner);
    if (isMessage) {
      const properties = copy.streams.get(propertiesStream)!;
      // On its own, a message has eight more reserved bytes before its properties.
      copy.streams.set(
        propertiesStream,
        Buffer.concat([
          properties.subarray(0, embeddedHeader),
          Buffer.alloc(topHeader - embeddedHeader),
          properties.subarray(embeddedHeader),
        ]),
      );
      const names = this.#root.storages.get(namesStorage);
      if (names && !copy.storages.has(namesStorage))
        copy.storages.set(namesStorage, copyOfStorage(this.#file, names));
    }
    return writeCompoundFile(copy);
  }

  #properties(storage: Storage, headerBytes: number): Map<number, MapiProperty> {
    const found = new Map<number, MapiProperty>();
    const table = this.#stream(storage, propertiesStream);
    for (let at = headerBytes; table && at + 16 <= table.length; at += 16) {
      const type = table.readUInt16LE(at);
      const id = table.readUInt16LE(at + 2);
      if (isFixed(type)) found.set(id, { type, bytes: table.subarray(at + 8, at + 16) });
    }
    const several = new Map<number, Buffer[]>();
    for (const [name, entry] of [...storage.streams].toSorted(byName)) {
      const value = /^__substg1\.0_([0-9A-F]{4})1102-[0-9A-F]{8}$/i.exec(name);
      if (value) {
        const id = Number.parseInt(value[1]!, 16);
        const values = several.get(id) ?? [];
        several.set(id, values);
        if (values.length < maxValues) values.push(this.#file.read(entry, mailLimits.attachmentBytes));
      }
      const tag = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$/i.exec(name);
      if (!tag || name === dataStream) continue;
      const bytes = this.#file.read(entry, mailLimits.attachmentBytes);
      if (bytes.length < Math.min(entry.sizeBytes, mailLimits.attachmentBytes)) this.isDamaged = true;
      found.set(Number.parseInt(tag[1]!, 16), { type: Number.parseInt(tag[2]!, 16), bytes });
    }
    for (const [id, values] of several) found.set(id, { type: 0x1102, bytes: Buffer.alloc(0), values });
    return found;
  }

  /** Properties of Outlook's own sets, by the numbers they have there ([MS-OXMSG] §2.2.3). */
  #named(properties: MapiProperties): Map<number, MapiProperty> {
    const named = new Map<number, MapiProperty>();
    const names = this.#root.storages.get(namesStorage);
    const entries = names ? this.#stream(names, '__substg1.0_00030102') : null;
    for (let at = 0; entries && at + 8 <= entries.length; at += 8) {
      const isString = (entries.readUInt16LE(at + 4) & 1) === 1;
      const property = properties.get(0x8000 + entries.readUInt16LE(at + 6));
      if (!isString && property) named.set(entries.readUInt32LE(at), property);
    }
    return named;
  }

  #stream(storage: Storage, name: string): Buffer | null {
    const entry = storage.streams.get(name);
    return entry ? this.#file.read(entry, mailLimits.attachmentBytes) : null;
  }
}

/** Types whose value stands in the table itself. */
function isFixed(type: number): boolean {
  return [0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007, 0x000a, 0x000b, 0x0014, 0x0040].includes(type);
}

function ofKind(storages: readonly Storage[], prefix: string): Storage[] {
  return storages
    .filter(({ name }) => name.startsWith(prefix))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
