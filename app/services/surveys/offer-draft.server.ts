// What the form about a draft offers: templates, further questions with their rest, and words to begin with.
import { day, type Day } from '#app/domain/kernel/day.ts';
import { forEachLanguage, inLanguage } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { branchesOf, type Branch } from '#app/domain/organisation/tree.ts';
import { leastInDivision } from '#app/domain/publication/cuts/admit-cuts.ts';
import { isUsualInCut, standsInCut, tableValue, wholeCompany } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import type { DraftOffer, PartOffered, TablesOffer } from '#app/domain/surveys/draft-offer.ts';
import { chosenIn } from '#app/domain/surveys/draft.ts';
import type { DraftGround } from '#app/domain/surveys/draft-wishes.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { emptyTemplate } from '#app/domain/surveys/questions/empty-template.ts';
import type { SurveyTemplate } from '#app/domain/surveys/questions/library-item.ts';
import { suggestedDays } from '#app/domain/surveys/phase.ts';
import { isLooking, partsNear, partsWith, pathOf, type FoundParts, type PlacedPart } from '#app/domain/surveys/asking/part-search.ts';
import { dimensions, furtherItems, templates } from '#app/domain/surveys/questions/question-library.ts';
import { questionOfItem, questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { lackingIn, mayBeDrafted, ownId } from '#app/domain/surveys/own/own-question.ts';
import { restsUntil } from '#app/domain/surveys/programme/rotation.ts';
import { letterHours, letterPlanOf } from '#app/domain/surveys/letters/survey-letters.ts';
import { serviceQuestions, serviceTemplate } from '#app/domain/surveys/serving/service-questions.ts';
import { mostAsked } from '#app/domain/surveys/serving/service-offers.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf, type TextKey } from '#app/text/text.ts';
import { groundOf } from './compose-draft.server.ts';

/** For a new draft of a template, or for the draft itself. An unknown template gives the core pulse. */
export async function draftOffer(app: App, wanted: { readonly template?: string | null; readonly survey?: Survey }): Promise<DraftOffer> {
  const ground = await groundOf(app, { except: wanted.survey?.id });
  const chosen = wanted.survey && chosenIn(wanted.survey);
  const offered = ground.service || chosen?.template === serviceTemplate.id ? [...templates, emptyTemplate, serviceTemplate] : [...templates, emptyTemplate];
  const template = offered.find(({ id }) => id === (chosen?.template ?? wanted.template)) ?? (templates[0] as SurveyTemplate);
  const { k, languages, today, lastAsked } = ground;
  const branches = await branchesNow(app);
  const parts = allParts(branches);
  const asked = (one: SurveyTemplate) => (one === serviceTemplate ? serviceQuestions(ground.service?.providers ?? [], k) : questionsOf(one, { k }));
  const lengthOf = (one: SurveyTemplate) => ({ questions: mostAsked(asked(one)).length, seconds: secondsFrom(mostAsked(asked(one))) });
  return {
    template: template.id,
    fromMap: template === serviceTemplate,
    templates: offered.map((one) => ({ id: one.id, label: one.label, ...lengthOf(one) })),
    languages,
    today,
    fixed: asked(template),
    areas: dimensions.map(({ id, label }) => ({ id, label })),
    most: template.further,
    further: template.further === 0 ? [] : furtherItems(template).map((item) => ({ id: item.id, text: item.text, dimension: item.dimension, restsUntil: restsUntil(item, lastAsked) })),
    own: ownOffered(ground),
    pairs: template.blocks.includes('pe-pair') ? dimensions.filter(({ id }) => id !== 'outcome').map(({ id, label }) => ({ id, label })) : [],
    tables: { backgrounds: backgroundsOf(ground), divisions: divisionsOf(branches, wanted.survey, Math.min(divisionsOffered, Math.floor(boxesOffered / ground.backgrounds.length))), items: itemsOf(template, ground) },
    parts: partsNear(parts, new Set(wanted.survey && chosenParts(wanted.survey))),
    partsInAll: parts.length,
    initial: initialOf(template, ground, wanted.survey),
    letterHours: Array.from({ length: letterHours.latest - letterHours.earliest + 1 }, (_, index) => letterHours.earliest + index),
  };
}

export function ownOffered({ own = [], k, languages }: DraftGround): DraftOffer['own'] {
  return own.filter((one) => mayBeDrafted(one) && one.words.kind !== 'background').map((one) => {
    const asked = askedAs(one, { k, languages });
    return { id: ownId(one), text: asked.text, kind: one.words.kind, seconds: secondsFrom([asked]), lacking: lackingIn(one, languages), gated: one.gates !== null, describes: one.words.describes };
  });
}

function backgroundsOf({ backgrounds, own = [], languages }: DraftGround): TablesOffer['backgrounds'] {
  return backgrounds.map(({ id, label, text }) => {
    const one = own.find((question) => ownId(question) === id);
    return { id, label, text, own: one ? { lacking: lackingIn(one, languages), gated: one.gates !== null } : null };
  });
}

const chosenParts = ({ definition: { audience } }: Survey): readonly string[] => (audience?.kind === 'parts' ? audience.departments : []);

/** Every part that can be asked by itself, as the tree reads. */
function allParts(branches: readonly Branch[]): readonly PlacedPart[] {
  const within = ({ below, name }: Branch, names: readonly string[]): PlacedPart[] =>
    below.flatMap((one) => {
      const path = [...names, one.name];
      const part = { id: one.id, name: one.name, above: names.length === 0 ? null : name, people: one.total, depth: names.length, path: pathOf(path) };
      return [...(one.total > 0 ? [part] : []), ...within(one, path)];
    });
  return branches.flatMap((top) => within(top, []));
}

/** Those near the top; `ticked`: offered in any case. */
export const partsOf = (branches: readonly Branch[], ticked: readonly string[]): readonly PartOffered[] => partsNear(allParts(branches), new Set(ticked));

const branchesNow = async (app: App) => branchesOf(await app.data.departments.open(), await app.data.people.countByDepartment());

/** Those with the words somebody looked for in the form, beside what is ticked in it. */
export async function offeredParts({ app }: { readonly app: App }, values: Readonly<Record<string, string | readonly string[]>>): Promise<FoundParts> {
  const find = isLooking(values) ? String(values['find-parts'] ?? '').slice(0, 200) : '';
  return partsWith(allParts(await branchesNow(app)), find, new Set([values['parts'] ?? []].flat()));
}

/** So many boxes for each background, and for all of them together: each further background leaves fewer to the others. */
const divisionsOffered = 40;
const boxesOffered = 260;

/** Departments below the root with enough people, of many the largest, and those that are chosen already. */
function divisionsOf(branches: readonly Branch[], survey: Survey | undefined, most: number): TablesOffer['divisions'] {
  const chosen = new Set(survey?.definition.cuts.map(({ scope }) => scope));
  const within = ({ id, name, total, below }: Branch): { id: string; name: string; people: number }[] => [{ id, name, people: total }, ...below.flatMap(within)];
  const all = branches.flatMap(({ below }) => below.flatMap(within));
  const largest = all.filter(({ people }) => people >= leastInDivision).sort((one, other) => other.people - one.people).slice(0, most);
  const offered = new Set([...largest.map(({ id }) => id), ...chosen]);
  return all.filter(({ id }) => offered.has(id));
}

function itemsOf(template: SurveyTemplate, { k, languages, own = [] }: DraftGround): TablesOffer['items'] {
  const further = template.further === 0 ? [] : furtherItems(template).map((item) => questionOfItem(item, k));
  const asked = own.filter(mayBeDrafted).map((one) => askedAs(one, { k, languages }));
  return [...questionsOf(template, { k }), ...further, ...asked].filter(standsInCut).map((question) => ({ id: question.id, text: question.text, k: question.k, usual: isUsualInCut(question, k) }));
}

function initialOf(template: SurveyTemplate, ground: DraftGround, survey: Survey | undefined): DraftOffer['initial'] {
  const { today, backgrounds, divisions } = ground;
  const usual = itemsOf(template, ground).flatMap((item) => (item.usual ? [item.id] : []));
  if (survey) {
    const { title, purpose, opens, closes } = survey;
    const { further, own, pair, cuts } = chosenIn(survey);
    // A table whose department or question is gone cannot be ticked any more.
    const standing = cuts.filter(({ question, scope }) => backgrounds.some(({ id }) => id === question) && (scope === wholeCompany || divisions.has(scope)));
    const named = cuts.find(({ items }) => items !== null)?.items ?? null;
    return { title, purpose, opens, closes, further, own, pair: pair ?? '', cuts: standing.map(({ question, scope }) => tableValue(question, scope)), shows: named ? 'chosen' : 'usual', shown: named ?? usual, letterHour: letterPlanOf(survey).hour, wordsFor: survey.definition.wordsFor ?? 'hr', whoIsAsked: survey.definition.audience?.kind ?? 'everybody', parts: chosenParts(survey).filter((id) => divisions.has(id)) };
  }
  const days = suggestedDays(today);
  return {
    title: forEachLanguage((language) => titleOf(template, language, days.opens)),
    purpose: forEachLanguage((language) => purposeOf(template, language)),
    ...days,
    further: [],
    own: [],
    pair: '',
    cuts: [],
    shows: 'usual',
    shown: usual,
    letterHour: letterHours.usual,
    wordsFor: 'heads',
    whoIsAsked: 'everybody',
    parts: [],
  };
}

/** What a survey is called where nobody wrote a name, such as «Core pulse, November 2026». */
export const titleOf = (template: SurveyTemplate, language: Tongue, opens: Day): string => textOf(language)('draft.default-title', { template: template.id === emptyTemplate.id ? textOf(language)('draft.empty.name') : inLanguage(template.label, language), month: monthOf(language, opens) });

export const purposeOf = (template: Pick<SurveyTemplate, 'id'>, language: Tongue): string => textOf(language)(`draft.purpose.${template.id}` as TextKey);

/** November 2026, 2026年11月. */
function monthOf(language: Tongue, of: Day): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day(of)}T00:00:00Z`));
}
