import type { AssembleItem, MarkStyle } from '../../../pdf/assemble/index.ts';

/**
 * The item of evidence behind an exhibit, as anyone can check it. For one withheld or filed under seal, name and custodian
 * are empty, and the hash is for the manifest only, which does not leave the office.
 */
export interface PlannedSource {
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly custodian: string;
}

/** An exhibit as it is built. */
export interface PlannedExhibit {
  /** What the assembler is given, without the place of its file. */
  readonly item: Omit<AssembleItem, 'filePath'>;
  /** Its own file inside the build’s folder; null for one without pages. */
  readonly file: string | null;
  /** Whether it is the exhibit itself of one filed under seal: it stands in no volume and no index. */
  readonly isUnderSealCopy: boolean;
  /** The volume it must stay in, because its set was sealed with it there; null where it is free. */
  readonly sealedVolume: string | null;
  readonly source: PlannedSource | null;
  /** The PDF that stands for an original that is not a PDF. */
  readonly rendition: { readonly pages: number; readonly sha256: string } | null;
  /**
   * Where the untouched original is put: always for one produced in native form; for another when its signature is found to
   * be broken by any change.
   */
  readonly originalFile: string | null;
  readonly isNative: boolean;
  /** What stands for its pages, for the index: Withdrawn, Filed under seal. */
  readonly note: string;
  readonly sponsor: string;
  readonly authentication: string;
  readonly objection: string;
  readonly ruling: string;
}

/**
 * All that a build is made from but the originals: plain data without clocks, ids and full paths, so that the same plan gives
 * the same bytes anywhere. A manifest keeps it.
 */
export interface SetPlan {
  readonly name: string;
  /** Words that lead the names of the set’s common files. */
  readonly fileStem: string;
  readonly marks: MarkStyle;
  /** Null where pages have no numbers. */
  readonly batesPrefix: string | null;
  /** Whether pages show their place in the exhibit, and no Bates number. */
  readonly numbersPages: boolean;
  readonly flattensForms: boolean;
  /** Whether files are made PDF/A-2b where they can be. */
  readonly isArchival: boolean;
  /** Null for one volume, however large. */
  readonly volumeLimitBytes: number | null;
  readonly volumeLimitSource: string;
  /** Null where pictures stay as they are. */
  readonly downsampleDpi: number | null;
  readonly index: { readonly title: string; readonly caption: readonly string[] };
  /** “Exhibits to Declaration of Jane Smith”: over the table of exhibits for the brief. */
  readonly tableTitle: string;
  /** In order; exhibits themselves of those filed under seal after all others. */
  readonly exhibits: readonly PlannedExhibit[];
}
