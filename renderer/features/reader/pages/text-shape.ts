import type { CSSProperties } from 'react';
import type { Rect, TextRun } from '../../../../shared/contract/reader.ts';

/** The family the text layer is set in; never seen, only measured. */
const family = 'sans-serif';

let context: CanvasRenderingContext2D | null = null;

/** Width of a text at one pixel of size. */
function unitWidth(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length / 2;
  context.font = `100px ${family}`;
  return context.measureText(text).width / 100;
}

/**
 * How long and how tall a run is along its own line, from the upright box around it.
 *
 * @returns points
 */
export function runExtent({ rect, angle, fontSize }: Pick<TextRun, 'rect' | 'angle' | 'fontSize'>): {
  length: number;
  thickness: number;
} {
  if (angle % 180 === 0) return { length: rect.width, thickness: rect.height };
  if (angle % 180 === 90) return { length: rect.height, thickness: rect.width };
  const cos = Math.abs(Math.cos((angle * Math.PI) / 180));
  const sin = Math.abs(Math.sin((angle * Math.PI) / 180));
  const thickness = fontSize;
  const length = cos > sin ? (rect.width - thickness * sin) / cos : (rect.height - thickness * cos) / sin;
  return { length: Math.max(length, thickness / 2), thickness };
}

/** Lays a run of text over its glyphs: as long, as tall and as turned as they are. Lengths in points. */
export function runStyle(run: TextRun): CSSProperties {
  const { length, thickness } = runExtent(run);
  const fontSize = Math.max(thickness * 0.9, 0.5);
  const natural = unitWidth(run.text.trimEnd()) * fontSize;
  const stretch = natural > 0 ? length / natural : 1;
  const center = { x: run.rect.x + run.rect.width / 2, y: run.rect.y + run.rect.height / 2 };
  return {
    // Turned and stretched about the middle of its left edge, which is put where the line begins.
    left: `${center.x - (length / 2) * Math.cos((run.angle * Math.PI) / 180)}px`,
    top: `${center.y - (length / 2) * Math.sin((run.angle * Math.PI) / 180) - thickness / 2}px`,
    height: `${thickness}px`,
    lineHeight: `${thickness}px`,
    fontSize: `${fontSize}px`,
    fontFamily: family,
    transform: `${run.angle === 0 ? '' : `rotate(${run.angle}deg) `}scaleX(${stretch})`,
  };
}

/** A rectangle of the page as a style. Lengths in points. */
export function rectStyle({ x, y, width, height }: Rect): CSSProperties {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
