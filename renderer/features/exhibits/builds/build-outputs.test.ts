import { describe, expect, it } from 'vitest';
import type { Build } from '../../../../shared/model/exhibits.ts';
import { disturbance, firstVolume, inOrder, isReadable, type Output } from './build-outputs.ts';

const output = (role: Output['role'], more: Partial<Output> = {}): Output => ({
  id: role as Output['id'],
  role,
  volume: null,
  label: null,
  file: `${role}.pdf`,
  pages: 1,
  sizeBytes: 1,
  sha256: 'a'.repeat(64),
  ...more,
});

describe('files of a build', () => {
  it('that only bear a later time are not said to be changed', () => {
    const missing = { file: 'a.pdf', change: 'missing' } as const;
    const redated = { file: 'b.pdf', change: 'redated' } as const;
    const resized = { file: 'c.pdf', change: 'resized' } as const;
    expect(disturbance({ disturbedFiles: [missing, redated, resized] })).toEqual({
      changed: [missing, resized],
      redated: [redated],
    });
  });

  it('stand with the volumes first, exhibits by label, the manifest last', () => {
    const outputs = [
      output('manifest'),
      output('exhibit', { label: 'B' }),
      output('exhibit', { label: 'A-1' }),
      output('exhibit', { label: 'A' }),
      output('index'),
      output('volume', { volume: '10' }),
      output('volume', { volume: '2' }),
    ];
    expect(inOrder(outputs, 'A').map(({ role, label, volume }) => label ?? volume ?? role)).toEqual([
      '2',
      '10',
      'index',
      'A',
      'A-1',
      'B',
      'manifest',
    ]);
    expect(firstVolume({ outputs } as unknown as Build)?.volume).toBe('2');
    expect(firstVolume(undefined)).toBeUndefined();
  });

  it('are opened in the reader only where they are PDFs', () => {
    expect(isReadable(output('volume'))).toBe(true);
    expect(isReadable(output('indexDocx', { file: 'Index.docx', pages: 2 }))).toBe(false);
    expect(isReadable(output('manifest', { pages: null }))).toBe(false);
  });
});
