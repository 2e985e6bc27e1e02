// The report as files of an office and its charts as pictures, made in a thread of their own: pages and ballots are answered meanwhile. One
// at a time, so that two readers never take twice the memory; the last ones are kept for whoever asks again.
import { createHash } from 'node:crypto';
import { pictureOf } from '#app/domain/reports/document/chart-picture.ts';
import { deckOf } from '#app/domain/reports/document/deck.ts';
import { blocksOf, type Chart, type ReportDocument } from '#app/domain/reports/document/document.ts';
import { footOf } from '#app/domain/reports/document/say.ts';
import { sharesOf } from '#app/domain/reports/document/figure-charts.ts';
import type { App } from '#app/platform/app.server.ts';
import { keptLately, type Kept } from '#app/platform/kept.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { textOf } from '#app/text/text.ts';
import type { LogoWork } from './draw-logo.server.ts';
import type { OfficeMade } from './office-worker.server.ts';
import type { OfficeLook } from './office-look.server.ts';
import { officeScripts } from './script-of.server.ts';
import type { OfficeWork } from './write-office.server.ts';

interface Desk {
  readonly kept: Kept<Uint8Array>;
  turn: Promise<unknown>;
}

const desks = new WeakMap<App['data'], Desk>();

function deskOf(app: App): Desk {
  const desk = desks.get(app.data) ?? { kept: keptLately<Uint8Array>(8), turn: Promise.resolve() };
  desks.set(app.data, desk);
  return desk;
}

/** The same document makes the same bytes, here and below. */
export const slidesOf = (app: App, document: ReportDocument): Promise<Uint8Array> => written(app, slidesWork(document));

export const textDocumentOf = (app: App, document: ReportDocument): Promise<Uint8Array> => written(app, textWork(document));

const lookOf = ({ letterhead, cover, language }: ReportDocument): OfficeLook => ({
  logo: letterhead?.logo ? { ...letterhead.logo, alt: textOf(language)('letterhead.alt', { company: cover.company }) } : null,
  colour: letterhead?.colour?.slice(1).toUpperCase() ?? null,
});

/** 8 to 12 slides. */
export const slidesWork = (document: ReportDocument): OfficeWork => ({
  kind: 'pptx',
  work: { deck: deckOf(document, sayIn(document.language, document.ofParts)), script: officeScripts[document.language], day: document.cover.closed, look: lookOf(document) },
});

export function textWork(document: ReportDocument): OfficeWork {
  const { language, cover, sections } = document;
  const text = textOf(language);
  const charts = blocksOf({ sections }).filter((block) => block.kind === 'chart');
  return {
    kind: 'docx',
    work: {
      document: { cover, sections },
      script: officeScripts[language],
      look: lookOf(document),
      labels: { contents: text('report.contents'), figure: text('report.print.figure'), table: text('report.print.table') },
      foot: footOf(sayIn(language), cover),
    },
    pictures: Object.fromEntries(charts.map((chart) => [chart.id, svgOf(chart, language)])),
  };
}

const fonts = { en: ['Noto Sans'], 'zh-Hans': ['Noto Sans', 'Noto Sans S Chinese'], 'zh-Hant': ['Noto Sans', 'Noto Sans T Chinese'] } as const;

/** One chart of a report in the words of its reader. */
export function svgOf(chart: Chart, language: ReportDocument['language']): string {
  const text = textOf(language);
  return pictureOf(chart, { lang: officeScripts[language].lang, fonts: fonts[language], number: (value) => text.number(value), day: text.day });
}

export const pngOf = (app: App, chart: Chart, language: ReportDocument['language']): Promise<Uint8Array> =>
  written(app, { kind: 'png', svg: svgOf(chart, language), lang: officeScripts[language].lang });

/** A picture that was sent, drawn anew; without bytes where nothing of it would be seen. */
export const logoDrawn = (app: App, work: LogoWork): Promise<Uint8Array> => written(app, { kind: 'logo', work });

/** By its id, also one area of the questions; null where the report of this reader has no such chart. */
export function chartIn(document: ReportDocument, id: string): Chart | null {
  const charts = blocksOf(document).filter((block) => block.kind === 'chart');
  return charts.find((chart) => chart.id === id) ?? charts.flatMap((chart) => (chart.shape === 'shares' && chart.id === 'shares' ? (sharesOf(chart, id) ?? []) : []))[0] ?? null;
}

function written(app: App, work: OfficeWork): Promise<Uint8Array> {
  const desk = deskOf(app);
  return desk.kept.once(createHash('sha256').update(JSON.stringify(work)).digest('hex'), () => {
    const made = desk.turn.then(() => inThread(work));
    desk.turn = made.catch(() => undefined);
    return made;
  });
}

function inThread(work: OfficeWork): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startThread('office', { file: './office-worker.server.ts', from: import.meta.url }, work);
    worker.once('message', (made: OfficeMade) => ('file' in made ? resolve(made.file) : reject(new Error(`the file could not be written: ${made.failed}`))));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without a file')));
  });
}
