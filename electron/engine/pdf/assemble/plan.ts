import type { NumberPosition, StickerColour, StickerCorner } from '../../../../shared/model/exhibits.ts';

/** What an assembly is made from: plain data, to be sent to a thread. Pages and places are from 0 here. */

export type ItemKind = 'pdf' | 'png' | 'jpeg';

/** Words of the sheet before an exhibit, top to bottom; empty ones are left out. */
export interface SlipSheetText {
  /** The court’s name first, the number last, the parties’ lines between, where the template has a caption; else none. */
  readonly caption: readonly string[];
  /** “EXHIBIT A”, or the like. */
  readonly heading: string;
  /** “to Declaration of Jane Smith”; empty where the exhibit belongs to no declaration. */
  readonly belonging: string;
  readonly title: string;
  /** Where it comes from, which pages of it (“pp. 3–7 of 40”), and the like. */
  readonly lines: readonly string[];
  /** CONFIDENTIAL, RESERVED, WITHDRAWN; empty for none. */
  readonly notice: string;
}

/** The one page that stands for an exhibit that is withheld, filed under seal, or produced in native form. */
export interface StandInText {
  /** “EXHIBIT C FILED UNDER SEAL”. */
  readonly heading: string;
  /** Title, reason, file name, hash. */
  readonly lines: readonly string[];
}

/** A citation in an exhibit's own text that becomes a link. */
export interface CiteLink {
  /** Page of the whole original, and the area on it in points of its own space: left, bottom, right, top. */
  readonly sourcePage: number;
  readonly area: readonly [number, number, number, number];
  /** Place of the exhibit it leads to, and which of that exhibit's carried pages. */
  readonly exhibit: number;
  readonly exhibitPage: number;
}

export interface AssembleItem {
  /** Empty where exhibits have none. */
  readonly label: string;
  readonly title: string;
  /** Place of the exhibit it is a part of; null for one by itself. Its bookmark and index row stand under that. */
  readonly parent: number | null;
  /** Null for one without pages: reserved, withdrawn, or one whose `standIn` is all there is. */
  readonly original: {
    readonly kind: ItemKind;
    /** Pages of the original. */
    readonly pageCount: number;
    /** Those that are carried, in this order; null for all. */
    readonly selected: readonly number[] | null;
  } | null;
  readonly standIn: StandInText | null;
  /** Pages it brings, without its slip sheet: those carried, or 1 for a stand-in. */
  readonly pages: number;
  /** Null for no slip sheet. */
  readonly sheet: SlipSheetText | null;
  /** Whether its first page has the sticker. */
  readonly hasSticker: boolean;
  /** What is printed on each page: its Bates number, or its place in the exhibit; null where pages have neither. */
  readonly numbers: readonly string[] | null;
  /** Its range as printed in the index. */
  readonly numberRange: string;
  /** Printed on every page beside the number, such as CONFIDENTIAL; empty for none. */
  readonly designation: string;
  /** Printed on its first page above all else, such as FILED UNDER SEAL; empty for none. */
  readonly banner: string;
  readonly citeLinks: readonly CiteLink[];
  /** File to write the exhibit alone into; null for none. */
  readonly filePath: string | null;
}

/** Where marks stand and how they look, for the whole assembly. */
export interface MarkStyle {
  readonly numberPosition: NumberPosition;
  readonly stickerCorner: StickerCorner;
  /** The color itself, `party` already resolved. */
  readonly stickerColour: Exclude<StickerColour, 'party'>;
  /** Words over the label on stickers, such as PLAINTIFF’S EXHIBIT. */
  readonly stickerWords: string;
  /** Whether every page that is a picture is looked at; left out for some of each exhibit. */
  readonly looksAtEveryPage?: boolean;
}

/** Marks where most courts have them, without colors. */
export const usualMarks: MarkStyle = {
  numberPosition: 'bottomRight',
  stickerCorner: 'bottomRight',
  stickerColour: 'white',
  stickerWords: '',
};

/** A file of consecutive exhibits: the binder, or a part of it. */
export interface AssembleVolume {
  /** “Exhibits to TRO Motion — Volume 2”: title of the document. */
  readonly title: string;
  /** Places of the first exhibit and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly path: string;
}
