import { expect, test } from 'vitest';
import { withNetwork } from './language-model.ts';

/** Language data of components by kind, as Tesseract lays it out. */
function languageOf(components: Readonly<Record<number, string>>): Uint8Array {
  const kinds = 24;
  const head = Buffer.alloc(4 + kinds * 8);
  head.writeInt32LE(kinds);
  const parts = [head];
  let offset = head.length;
  for (let kind = 0; kind < kinds; kind++) {
    const part = Buffer.from(components[kind] ?? '');
    head.writeBigInt64LE(part.length > 0 ? BigInt(offset) : -1n, 4 + kind * 8);
    parts.push(part);
    offset += part.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}

test('the network is replaced by a shorter or a longer one, and what stands around it stays', () => {
  const language = languageOf({ 0: 'settings', 17: 'network', 19: 'words', 21: 'signs' });
  for (const network of ['net', 'a longer network', 'network'])
    expect(withNetwork(language, Buffer.from(network))).toEqual(
      languageOf({ 0: 'settings', 17: network, 19: 'words', 21: 'signs' }),
    );
});

test('a network that stands last is replaced too', () => {
  expect(withNetwork(languageOf({ 17: 'network' }), Buffer.from('other'))).toEqual(
    languageOf({ 17: 'other' }),
  );
});

test('language data without a network is refused', () => {
  expect(() => withNetwork(languageOf({ 19: 'words' }), Buffer.from('net'))).toThrow('no network');
});
