import type { Finding } from '../../../../shared/model/exhibits.ts';
import type { Assembled, AssembleItem } from '../../pdf/assemble/index.ts';
import type { ExhibitRow, SetRow } from '../exhibit-repository.ts';
import type { ExhibitSource } from './sources.ts';

export interface ManifestInput {
  readonly set: SetRow;
  readonly exhibits: readonly ExhibitRow[];
  readonly sources: readonly ExhibitSource[];
  readonly items: readonly AssembleItem[];
  readonly fileNames: readonly string[];
  readonly binderName: string;
  readonly indexName: string;
  readonly assembled: Assembled;
  readonly findings: readonly Finding[];
  readonly toolVersion: string;
}

/**
 * What a build was made from and what came of it, for anyone to check with any hash tool. It names no clock, no path and no
 * person, so that the same inputs give the same bytes.
 */
export function writeManifest(input: ManifestInput): string {
  const { set, exhibits, sources, items, fileNames, assembled, findings } = input;
  const manifest = {
    format: 'forthwith-exhibit-manifest',
    formatVersion: 1,
    tool: { name: 'Forthwith', version: input.toolVersion },
    set: {
      name: set.name,
      scheme: set.scheme,
      bates: set.bates && { prefix: set.bates.prefix, digits: set.bates.digits },
      hasSlipSheets: set.hasSlipSheets,
      hasStickers: set.hasStickers,
    },
    binder: {
      file: input.binderName,
      pages: assembled.pages,
      indexPages: assembled.indexPages,
      bytes: assembled.binder.bytes,
      sha256: assembled.binder.sha256,
    },
    index: assembled.index && {
      file: input.indexName,
      pages: assembled.indexPages,
      bytes: assembled.index.bytes,
      sha256: assembled.index.sha256,
    },
    exhibits: exhibits.map((exhibit, i) => {
      const part = assembled.items[i]!;
      const numbers = items[i]!.numbers;
      const { rendition } = sources[i]!;
      return {
        label: exhibit.label,
        title: exhibit.title,
        source: { name: exhibit.originalName, kind: exhibit.kind, sha256: exhibit.sha256 },
        // The PDF that stands in the binder for an original that is none.
        rendition: rendition && { pages: rendition.pages, sha256: rendition.sha256 },
        slipSheetPage: part.startPage === part.firstPage ? null : part.startPage,
        pages: Array.from({ length: items[i]!.pages }, (_, page) => ({
          binderPage: part.firstPage + page,
          sourcePage: page + 1,
          bates: numbers?.[page] ?? null,
        })),
        output: part.file && {
          file: fileNames[i]!,
          pages: part.filePages,
          bytes: part.file.bytes,
          sha256: part.file.sha256,
        },
      };
    }),
    findings,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
