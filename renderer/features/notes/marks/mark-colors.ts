import type { TagColor } from '../../../../shared/model/evidence.ts';

interface MarkColor {
  /** Over words. */
  readonly fill: string;
  /** Of lines: under words, around boxes. */
  readonly line: string;
  /** Ground of a pin or ribbon. */
  readonly solid: string;
}

/** The classes of each color that a mark can have. Its shape and its words say what it is; the color only helps. */
export const markColors: Readonly<Record<TagColor, MarkColor>> = {
  yellow: { fill: 'bg-mark-yellow', line: 'border-mark-line-yellow', solid: 'bg-mark-line-yellow' },
  green: { fill: 'bg-mark-green', line: 'border-mark-line-green', solid: 'bg-mark-line-green' },
  blue: { fill: 'bg-mark-blue', line: 'border-mark-line-blue', solid: 'bg-mark-line-blue' },
  red: { fill: 'bg-mark-red', line: 'border-mark-line-red', solid: 'bg-mark-line-red' },
  orange: { fill: 'bg-mark-orange', line: 'border-mark-line-orange', solid: 'bg-mark-line-orange' },
  purple: { fill: 'bg-mark-purple', line: 'border-mark-line-purple', solid: 'bg-mark-line-purple' },
  grey: { fill: 'bg-mark-grey', line: 'border-mark-line-grey', solid: 'bg-mark-line-grey' },
};

/** In the order they are offered. */
export const colorChoices = Object.keys(markColors) as readonly TagColor[];
