// In which form bytes leave: the smallest that whoever asked says it takes.
import type { IncomingMessage } from 'node:http';

export type Encoding = 'br' | 'gzip';

/** How much somebody wants it, from 0 to 1, by a line of `Accept-Encoding`. */
function wish(accepted: readonly string[], encoding: string): number {
  const part = accepted.find((one) => one.split(';')[0]?.trim() === encoding);
  if (part === undefined) return 0;
  const weight = Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1);
  return Number.isFinite(weight) ? weight : 0;
}

/** Null: as they are. */
export function encodingFor({ headers }: Pick<IncomingMessage, 'headers'>): Encoding | null {
  const accepted = String(headers['accept-encoding'] ?? '').toLowerCase().split(',');
  const [brotli, gzip] = [wish(accepted, 'br'), wish(accepted, 'gzip')];
  if (brotli === 0 && gzip === 0) return null;
  return brotli >= gzip ? 'br' : 'gzip';
}
