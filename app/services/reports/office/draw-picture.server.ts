// A chart as SVG in the reader's words, and as PNG without a browser, with the fonts that are brought along.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Picture } from './write-text.server.ts';

const from = createRequire(import.meta.url);
const fontIn = (name: string, file: string) => join(dirname(from.resolve(name)), '..', 'fonts', file);

/** What one script has not is taken from the next. */
const filesOf = (lang: string): string[] => {
  const latin = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'].map((file) => fontIn('@embedpdf/fonts-latin', file));
  const simplified = ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((file) => fontIn('@embedpdf/fonts-sc', file));
  const traditional = ['NotoSansHant-Regular.otf', 'NotoSansHant-Bold.otf'].map((file) => fontIn('@embedpdf/fonts-tc', file));
  return lang === 'zh-TW' ? [...latin, ...traditional, ...simplified] : [...latin, ...simplified];
};

/** Twice as fine as on the screen: sharp on a wall. */
export function drawPicture(svg: string, lang: string): Picture {
  const drawn = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, background: '#ffffff', font: { fontFiles: filesOf(lang), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' } }).render();
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height };
}
