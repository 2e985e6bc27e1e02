// From the codes of a pile to what is printed: the sentences of three languages and a QR for each code. Nothing is kept of it.
import { setImmediate } from 'node:timers/promises';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { onSheets, type PrintedSlip, type PrintedSlips, type SlipWords } from '#app/domain/surveys/slips/printed-slips.ts';
import type { PrintedPile } from '#app/domain/surveys/slips/slips.ts';
import { drawQr } from '#app/services/notifications/draw-qr.server.ts';
import { textOf } from '#app/text/text.ts';

/** One code after the other lets others be answered meanwhile: a large pile takes seconds. */
export async function drawSlips({ survey, origin, codes }: PrintedPile): Promise<PrintedSlips> {
  const address = `${new URL(origin).host}/code`;
  const slips: PrintedSlip[] = [];
  for (const code of codes) {
    slips.push({ code, qr: drawQr(`${origin}/code#${code}`) });
    await setImmediate();
  }
  return { said: languages.map((language) => wordsIn(language, survey)), address, sheets: onSheets(slips) };
}

function wordsIn(language: Language, { title, closesOn, fingerprintWords }: PrintedPile['survey']): SlipWords {
  const text = textOf(language);
  return {
    language,
    title: text.of(title),
    how: text('slips.how'),
    until: text('slips.until', { day: text.day(closesOn) }),
    nameless: text('slips.nameless'),
    compare: text('slips.compare'),
    words: fingerprintWords[language],
  };
}
