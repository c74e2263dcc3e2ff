// node scripts/make-icon.mjs: draws the app's icon (a page with an exhibit sticker) at every size into assets/icons.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { root } from './build/parts.mjs';

/** Shapes from back to front, on a square of side 1: rounded rectangles as [left, top, right, bottom, radius, color]. */
const shapes = [
  [0.04, 0.04, 0.96, 0.96, 0.2, [23, 43, 77]],
  [0.27, 0.17, 0.73, 0.83, 0.035, [250, 250, 247]],
  [0.34, 0.27, 0.66, 0.3, 0.015, [150, 160, 178]],
  [0.34, 0.36, 0.66, 0.39, 0.015, [190, 197, 209]],
  [0.34, 0.45, 0.66, 0.48, 0.015, [190, 197, 209]],
  [0.34, 0.54, 0.52, 0.57, 0.015, [190, 197, 209]],
  [0.5, 0.62, 0.82, 0.78, 0.03, [244, 183, 64]],
  [0.55, 0.675, 0.77, 0.695, 0.01, [23, 43, 77]],
  [0.59, 0.715, 0.73, 0.735, 0.01, [23, 43, 77]],
];

/** Samples a pixel's side is cut into, for smooth edges. */
const samples = 4;

for (const size of [16, 32, 48, 64, 128, 256, 512]) {
  mkdirSync(join(root, 'assets/icons'), { recursive: true });
  writeFileSync(join(root, `assets/icons/${size}x${size}.png`), encodePng(draw(size), size));
}

function draw(size) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) pixels.set(pixelAt(x, y, size), (y * size + x) * 4);
  }
  return pixels;
}

function pixelAt(x, y, size) {
  let sum = [0, 0, 0, 0];
  for (let index = 0; index < samples * samples; index++) {
    const px = (x + ((index % samples) + 0.5) / samples) / size;
    const py = (y + (Math.floor(index / samples) + 0.5) / samples) / size;
    const shape = shapes.findLast((each) => isInside(px, py, each));
    if (shape) sum = sum.map((value, channel) => value + (shape[5][channel] ?? 255));
  }
  const covered = sum[3] / 255;
  const [red, green, blue] = sum.map((value) => (covered ? Math.round(value / covered) : 0));
  return [red, green, blue, Math.round((covered / samples ** 2) * 255)];
}

/** Distance to a rounded rectangle: that to the rectangle shrunk by the radius, less the radius. */
function isInside(x, y, [left, top, right, bottom, radius]) {
  const dx = Math.max(left + radius - x, 0, x - right + radius);
  const dy = Math.max(top + radius - y, 0, y - bottom + radius);
  return Math.hypot(dx, dy) <= radius;
}

/** PNG (ISO/IEC 15948): signature, header, one stream of unfiltered rows, end. */
function encodePng(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: size }, (_, y) => [
      Buffer.from([0]),
      pixels.subarray(y * size * 4, (y + 1) * size * 4),
    ]).flat(),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type, body) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}
