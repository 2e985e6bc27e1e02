// QR codes are drawn on the server: a page that is printed needs no library in the browser.
import encodeQR from 'qr';
import { drawingOf, type QrDrawing } from '#app/domain/kernel/qr-drawing.ts';

/** `address` is what a phone opens. Fifteen per cent of the code may be dirty or creased. */
export function drawQr(address: string): QrDrawing {
  return drawingOf(encodeQR(address, 'raw', { ecc: 'medium', border: 4 }));
}
