import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type {
  AssembleTools,
  OpenOriginal,
  PictureReduction,
  WrittenFile,
} from '../../../pdf/assemble/index.ts';
import type { WrittenOutput } from '../../build-repository.ts';

/** What the files of a build are made with; places are those of exhibits in the plan. */
export interface AssembleSetTools {
  readonly assetsDirectory: string;
  readonly pdfiumWasmPath: string;
  readonly elsewhere: AssembleTools['elsewhere'];
  /** What is put in for an exhibit. */
  openContent(place: number): OpenOriginal;
  /** Left out where pictures stay as they are. */
  readonly pictures?: PictureReduction | undefined;
  /** An exhibit’s original itself. */
  openOriginal(place: number): OpenOriginal;
  /** @param done pages done of all that will be written and looked at */
  progress(done: number, total: number, place: number): void;
}

/** An exhibit as it was built. */
export interface BuiltExhibit {
  /** Null for the exhibit itself of one filed under seal. */
  readonly volume: string | null;
  /** Pages of its volume, from 1: where it begins, its own first. */
  readonly startPage: number | null;
  readonly firstPage: number | null;
  /** Pages of its own file, its slip sheet counted. */
  readonly filePages: number;
  /** Whether only a password opened its original. */
  readonly isOpenedByPassword: boolean;
}

/** What the assembler made of a plan. */
export interface BuiltSet {
  /** In reading order; the manifest is not among them. */
  readonly outputs: readonly WrittenOutput[];
  /** One for each of the plan. */
  readonly exhibits: readonly BuiltExhibit[];
  readonly findings: readonly Finding[];
  /** Files that are PDF/A-2b and say so. */
  readonly archivalFiles: readonly string[];
}

/**
 * A file of a build, as its manifest and its record name it. The manifest keeps the order of the fields.
 *
 * @param file its name inside the build’s folder
 * @param about the volume, exhibit and pages it is of; left out for none
 */
export function outputOf(
  role: WrittenOutput['role'],
  file: string,
  { bytes, sha256 }: WrittenFile,
  about: Partial<Pick<WrittenOutput, 'volume' | 'label' | 'pages'>> = {},
): WrittenOutput {
  return { file, sizeBytes: bytes, sha256, role, volume: null, label: null, pages: null, ...about };
}
