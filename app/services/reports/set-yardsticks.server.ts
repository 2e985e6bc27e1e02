// HR sets what figures are held against: a target per dimension, and values from outside, typed or from a small file of the same lines.
import { may, type Actor } from '#app/domain/access/actor.ts';
import type { Yardsticks } from '#app/domain/analysis/priorities/yardsticks.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isHead, outsideIn, type AskedSubject, type OutsideRefusal } from '#app/domain/reports/outside-lines.ts';
import type { YardsticksPage } from '#app/domain/reports/yardsticks-page.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { dimension, dimensions } from '#app/domain/surveys/questions/question-library.ts';
import { lineOf, rowsIn } from '#app/services/analysis/typed-lines.server.ts';
import { linesOfFile } from '#app/services/tables/lines-of-file.server.ts';
import type { App } from '#app/platform/app.server.ts';

export async function yardsticksPage(app: App, language: Language): Promise<YardsticksPage> {
  const { revision, targets, outside } = await app.data.yardsticks.get();
  const asked = await askedSubjects(app, language);
  const labelOf = ({ subject }: Yardsticks['outside'][number]) => asked.find((one) => one.subject.kind === subject.kind && one.subject.id === subject.id)?.label ?? subject.id;
  return {
    revision,
    targets: dimensions.map(({ id, label }) => ({ dimension: id, label: inLanguage(label, language), target: targets[id] ?? null })),
    outside: outside.map((value) => lineOf([labelOf(value), String(value.index), value.source, String(value.year)])).join('\n'),
    asked: asked.map(({ subject, label }) => ({ id: subject.id, label })),
  };
}

export interface YardsticksWish {
  readonly revision: number;
  readonly targets: Readonly<Record<string, number>>;
  /** As it was typed, or as a file held it. */
  readonly outside: string;
}

/** All of it or nothing. */
export async function setYardsticks(app: App, actor: Actor, { revision, targets, outside }: YardsticksWish): Promise<Outcome<null, OutsideRefusal | 'outside-unreadable' | 'yardsticks-changed' | 'forbidden'>> {
  if (!may(actor, 'read-results')) return refused('forbidden');
  const rows = rowsIn(outside);
  if (!rows.ok) return rows;
  const read = outsideIn(rows.value, { asked: await askedSubjects(app, actor.language), year: Number(app.today().slice(0, 4)) });
  if (!read.ok) return read;
  return (await app.data.yardsticks.replace({ targets, outside: read.value }, revision)) ? done(null) : refused('yardsticks-changed');
}

/** The lines that are kept with those of a file below them, for the field: nothing is saved before somebody has looked at it. */
export async function withLinesOfFile(app: App, language: Language, path: string): Promise<Outcome<YardsticksPage, 'outside-unreadable' | 'outside-encoding'>> {
  const words = new Set((await askedSubjects(app, language)).flatMap(({ label, names }) => [label, ...names]));
  const rows = await linesOfFile(path, (cell) => words.has(cell));
  if (!rows.ok) return rows;
  const kept = await yardsticksPage(app, language);
  const lines = rows.value.filter(({ cells }, at) => !(at === 0 && isHead(cells))).map(({ cells }) => lineOf(cells));
  return done({ ...kept, outside: [...(kept.outside === '' ? [] : [kept.outside]), ...lines].join('\n') });
}

/** Dimensions and questions of every survey there is, dimensions first. */
async function askedSubjects(app: App, language: Language): Promise<AskedSubject[]> {
  const questions = new Map<string, Question>();
  const past = await app.data.pastSurveys.listed();
  for (const { hash } of past) for (const one of (await app.data.pastSurveys.byHash(hash))?.words.questions ?? []) questions.set(one.id, one);
  for (const { definition } of await app.data.surveys.all()) for (const one of definition.questions) questions.set(one.id, one);
  const scored = [...questions.values()].filter(({ kind }) => kind === 'scale' || kind === 'recommend');
  const ids = dimensions.map(({ id }) => id).filter((id) => scored.some((one) => one.dimension === id));
  return [
    ...ids.map((id): AskedSubject => {
      const label = dimension(id)?.label;
      return { subject: { kind: 'dimension', id }, label: inLanguage(label, language) ?? id, names: [id, ...Object.values(label ?? {})] };
    }),
    ...scored.map(({ id, text }): AskedSubject => ({ subject: { kind: 'item', id }, label: inLanguage(text, language), names: [id, ...Object.values(text)] })),
  ];
}
