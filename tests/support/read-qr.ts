// Reads a drawn QR as a phone's camera does: painted into pixels, then decoded.
import { decodeQR } from 'qr/decode.js';
import type { QrDrawing } from '#app/domain/kernel/qr-drawing.ts';

const scale = 4;

export function readQr({ size, path }: QrDrawing): string {
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, from, y, length] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      data.fill(0, (row * side + Number(from) * scale) * 4, (row * side + (Number(from) + Number(length)) * scale) * 4);
    }
  }
  return decodeQR({ width: side, height: side, data });
}
