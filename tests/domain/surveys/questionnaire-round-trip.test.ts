// Whatever a draft holds, its file gives the same draft in a company whose departments and own questions have other ids.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { mayBeRouted, mayBeScreened, isScreener, routeIn, type Asking, type Routing } from '#app/domain/surveys/asking/routing.ts';
import { composeDraft, type DraftContent } from '#app/domain/surveys/draft.ts';
import type { DraftGround } from '#app/domain/surveys/draft-wishes.ts';
import { ownBackgrounds } from '#app/domain/surveys/backgrounds/background.ts';
import { furtherItems, template } from '#app/domain/surveys/questions/question-library.ts';
import { moved } from '#app/domain/surveys/questions/question-order.ts';
import { questionnaireOf, readQuestionnaire } from '#app/domain/surveys/questionnaire/questionnaire-file.ts';
import { placedHere, routesStand, wishesHere } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';
import { ownKinds } from '#app/domain/surveys/own/own-kind.ts';
import { ownId, type OwnQuestion } from '#app/domain/surveys/own/own-question.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { times } from '#tests/support/repetitions.ts';

const names = ['Made', 'Line A', 'Line B', 'Law', '仓库'] as const;
const parents = [null, 0, 0, null, null] as const;
/** The same departments under ids of this company. */
const treeOf = (company: string) => [{ id: `${company}-top`, parentId: null, name: 'Top' }, ...names.map((name, at) => ({ id: `${company}-${at}`, parentId: parents[at] === null ? `${company}-top` : `${company}-${parents[at] ?? ''}`, name }))];

const own: readonly OwnQuestion[] = ownKinds.map((kind, at) => anOwnQuestion(at + 1, { kind, text: { en: `How is number ${at + 1} for you?` } }));

function groundOf(company: string, questions: readonly OwnQuestion[]): DraftGround {
  const asked = { k: 5, languages: ['en'] };
  return { today: day('2026-12-01'), ...asked, lastAsked: new Map(), own: questions, backgrounds: ownBackgrounds(questions, asked), divisions: new Set(treeOf(company).slice(1).map(({ id }) => id)) };
}

const part = fc.nat({ max: names.length - 1 });
const anyDraft = fc.record({
  template: fc.constantFrom('empty', 'pulse-core', 'pulse-pay-benefits', 'annual'),
  own: fc.subarray(own.filter(({ words }) => words.kind !== 'background').map(ownId), { maxLength: 6 }),
  further: fc.shuffledSubarray(furtherItems(template('pulse-core')!).slice(0, 6).map(({ id }) => id), { maxLength: 2 }),
  pair: fc.constantFrom(null, 'pay'),
  days: fc.integer({ min: 1, max: 59 }),
  cuts: fc.boolean(),
  scope: fc.option(part),
  audience: fc.constantFrom('everybody', 'parts', 'half'),
  parts: fc.uniqueArray(part, { minLength: 1 }),
  routes: fc.array(fc.record({ at: fc.nat(), parts: fc.uniqueArray(part, { minLength: 1 }), screened: fc.boolean() }), { maxLength: 4 }),
  moves: fc.array(fc.record({ at: fc.nat(), by: fc.constantFrom(-1 as const, 1 as const) }), { maxLength: 12 }),
  letterHour: fc.option(fc.integer({ min: 7, max: 17 })),
  wordsFor: fc.constantFrom('hr' as const, 'heads' as const),
});

type Chosen = typeof anyDraft extends fc.Arbitrary<infer T> ? T : never;

/** As HR would make it by hand: composed, moved, and routed where it may be. */
function madeByHand(chosen: Chosen): DraftContent | null {
  const id = (at: number) => `here-${at}`;
  const { letterHour, audience } = chosen;
  const background = own.find(({ words }) => words.kind === 'background')!;
  const wishes = {
    ...chosen, title: { en: 'A', 'zh-Hans': 'A', 'zh-Hant': 'A' }, purpose: { en: 'B', 'zh-Hans': 'B', 'zh-Hant': 'B' }, opens: day('2026-12-07'), closes: addDays(day('2026-12-07'), chosen.days - 1),
    cuts: chosen.cuts && audience !== 'half' ? [{ question: ownId(background), scope: chosen.scope === null ? 'company' : id(chosen.scope), items: null }] : [],
    audience: audience === 'parts' ? { kind: 'parts' as const, departments: chosen.parts.map(id) } : { kind: 'half' as const },
  };
  const { audience: asked, ...others } = wishes;
  const made = composeDraft({ ...others, letterHour: letterHour ?? 9, ...(audience !== 'everybody' && { audience: asked }) }, groundOf('here', own));
  if (!made.ok) return null;
  let { definition } = made.value;
  for (const { at, parts, screened } of chosen.routes) {
    const { questions, routing = [] } = definition;
    const screener = questions.find(isScreener);
    const question = questions.filter(mayBeRouted)[at % Math.max(1, questions.filter(mayBeRouted).length)];
    if (!question) continue;
    const asking: Asking = screened && screener && mayBeScreened(question) ? { screener: screener.id } : { departments: parts.map(id) };
    const routed = routeIn({ ...definition, routing: routing.filter((one: Routing) => one.question !== question.id) }, question.id, asking);
    if (routed.ok) definition = routed.value;
  }
  for (const { at, by } of chosen.moves) {
    const next = moved(definition.questions, { id: definition.questions[at % definition.questions.length]!.id, by }, 5);
    if (next.ok) definition = { ...definition, questions: next.value };
  }
  return { ...made.value, definition };
}

/** Other ids throughout: of departments by their company, of own questions by three that were there before. */
function translated(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/"here-(\d|top)"/g, '"there-$1"').replace(/"OWN-(\d+)"/g, (_whole, number: string) => `"OWN-${Number(number) + 3}"`));
}

/** In which order a table has its questions means nothing. */
const sorted = ({ definition, ...content }: DraftContent) => ({ ...content, definition: { ...definition, cuts: definition.cuts.map((cut) => ({ ...cut, items: [...cut.items].sort() })) } });

test('its file gives the same draft elsewhere', () => {
  let [made, routed] = [0, 0];
  fc.assert(
    fc.property(anyDraft, (chosen) => {
      const draft = madeByHand(chosen);
      if (!draft) return;
      made += 1;
      routed += draft.definition.routing ? 1 : 0;
      const read = readQuestionnaire(questionnaireOf(draft, { own, departments: treeOf('here') }));
      if (!read.ok) throw new Error(JSON.stringify(read));
      // The draft asks what it asks: all its own questions come, under numbers after those that are there.
      const before = [1, 2, 3].map((number) => anOwnQuestion(number, { text: { en: `Another one, ${number}?` } }));
      const { ids, added } = placedHere(read.value, before);
      const renumbered = added.map((one) => ({ ...one, number: own.find(({ words }) => words.text['en'] === one.words.text['en'])!.number + 3 }));
      const names = new Map([...ids].map(([from]) => [from, ownId({ number: Number(from.slice(4)) + 3, version: 1 })]));
      const ground = groundOf('there', [...before, ...renumbered]);
      const { wishes, routes, left } = wishesHere(read.value, { ids: names, backgrounds: ground.backgrounds.map(({ id }) => id), departments: treeOf('there'), initial: draft });
      expect(left).toEqual({ tables: 0, parts: [], everybody: [] });
      const there = composeDraft(wishes, ground);
      if (!there.ok) throw new Error(JSON.stringify(there));
      expect(sorted(there.value)).toEqual(sorted(translated(draft) as DraftContent));
      expect(routesStand(there.value.definition.questions, routes)).toEqual({ ok: true, value: null });
    }),
    { numRuns: times(400, 10_000) },
  );
  expect([made > 100, routed > 30]).toEqual([true, true]);
});
