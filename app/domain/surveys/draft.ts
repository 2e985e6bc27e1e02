// What HR decides before sealing. The template's own items are fixed, because a trend lives from asking the same; further items
// rotate and rest between two uses, because people who are asked the same too often stop reading.
import { done, refused, saidTogether, type Outcome } from '../kernel/outcome.ts';
import { audienceOf, furtherOf, ownOf, pairOf } from './draft-choices.ts';
import { daysOf, wordsOf } from './draft-frame.ts';
import type { DraftGround, DraftRefusal, DraftWishes } from './draft-wishes.ts';
import { withinBudget } from './questions/budget.ts';
import { declareCuts, withBackgrounds, wishedCuts, type CutWish } from './backgrounds/declared-cuts.ts';
import { emptyTemplate } from './questions/empty-template.ts';
import { ratedAmong } from './questions/extras.ts';
import { isOwn } from './own/own-question.ts';
import { inOrderOf } from './questions/question-order.ts';
import type { SurveyTemplate } from './questions/library-item.ts';
import { furtherItems, template as templateOf } from './questions/question-library.ts';
import { questionsOf } from './questions/questions-of.ts';
import { isLetterHour, letterHours } from './letters/survey-letters.ts';
import { isRoutedIn, stillRouted } from './asking/routing.ts';
import { serviceQuestions, serviceTemplate } from './serving/service-questions.ts';
import type { Survey } from './survey.ts';

const templateNamed = (id: string): SurveyTemplate | undefined => [serviceTemplate, emptyTemplate].find((one) => one.id === id) ?? templateOf(id);

export type DraftContent = Pick<Survey, 'title' | 'purpose' | 'opens' | 'closes' | 'programme' | 'definition'>;

/** The content of a draft. Details of a refusal name the language, the item or the day it is about. */
export function composeDraft(wishes: DraftWishes, ground: DraftGround): Outcome<DraftContent, DraftRefusal> {
  const template = templateNamed(wishes.template);
  if (!template) return refused('unknown-template');
  const frame = frameOf(wishes, ground);
  if (template === serviceTemplate) return frame.ok ? serviceContent(wishes, ground, frame.value) : frame;
  const own = ownOf(wishes, ground);
  const further = furtherOf(template, wishes, { lastAsked: ground.lastAsked, ratedOwn: own.ok ? ratedAmong(own.value) : 0 });
  const pair = pairOf(template, wishes.pair);
  const audience = audienceOf(wishes.audience, ground.divisions);
  if (!frame.ok || !own.ok || !further.ok || !pair.ok || !audience.ok) return saidTogether<DraftRefusal>([frame, own, further, pair, audience]);
  const { letterHour, wordsFor } = wishes;
  const { k, languages } = ground;
  const asked = questionsOf(template, { k, further: further.value, pair: pair.value, own: own.value });
  if (asked.length === 0) return refused('nothing-asked');
  const fits = withinBudget(template, asked);
  if (!fits.ok) return fits;
  const routing = stillRouted(wishes.routing ?? [], asked);
  // A table counts everybody's answers: what only some are asked stands in none.
  const declared = declareCuts(wishes.cuts ?? [], asked.filter(({ id }) => !isRoutedIn(routing, id)), ground);
  if (!declared.ok) return declared;
  if (audience.value?.kind === 'half' && declared.value.cuts.length > 0) return refused('half-with-tables');
  const questions = inOrderOf(withBackgrounds(asked, declared.value.asked), wishes.order ?? [], k);
  // Groups that were joined stay joined within a calendar year and may part in the next.
  const programme = wishes.opens.slice(0, 4);
  const who = { ...(audience.value && { audience: audience.value }), ...(routing.length > 0 && { routing }) };
  const definition = { template: template.id, k, languages, questions, cuts: declared.value.cuts, ...(letterHour === undefined ? {} : { letterHour }), ...(wordsFor === undefined ? {} : { wordsFor }), ...who };
  return done({ ...frame.value, programme, definition });
}

/** What every draft has, whatever it asks. */
function frameOf(wishes: DraftWishes, { languages, today }: DraftGround): Outcome<Pick<DraftContent, 'title' | 'purpose' | 'opens' | 'closes'>, DraftRefusal> {
  const { letterHour } = wishes;
  const worded = wordsOf(wishes, languages);
  const days = daysOf(wishes, today);
  const hour = letterHour === undefined || isLetterHour(letterHour) ? done(null) : refused('letter-hour', { least: letterHours.earliest, most: letterHours.latest });
  return worded.ok && days.ok && hour.ok ? done({ ...worded.value, ...days.value }) : saidTogether<DraftRefusal>([worded, days, hour]);
}

/** Everything follows from the map: nothing joins it, and no table by background divides who rated whom. */
function serviceContent({ letterHour, closes, opens }: DraftWishes, { service, k, languages }: DraftGround, content: Pick<DraftContent, 'title' | 'purpose' | 'opens' | 'closes'>): Outcome<DraftContent, DraftRefusal> {
  if (!service) return refused('no-providers');
  const providers = service.providers.map(({ id, departments, customers, name }) => ({ id, departments, customers, name }));
  const definition = { template: serviceTemplate.id, k, languages, questions: serviceQuestions(service.providers, k), cuts: [], wordsFor: 'hr' as const, service: { providers, readers: service.readers(closes) }, ...(letterHour === undefined ? {} : { letterHour }) };
  return done({ ...content, programme: opens.slice(0, 4), definition });
}

/** The further items among a draft's questions, and its pair: what a form about it shows as chosen. */
export function chosenIn({ definition }: Pick<Survey, 'definition'>): { template: string; further: readonly string[]; own: readonly string[]; pair: string | null; cuts: readonly CutWish[] } {
  const template = templateNamed(definition.template ?? 'pulse-core') as SurveyTemplate;
  const ids = definition.questions.map((question) => question.id);
  const further = furtherItems(template).map((item) => item.id);
  const pair = definition.questions.find((question) => question.kind === 'pair' && !isOwn(question.id));
  return {
    template: template.id,
    further: ids.filter((id) => further.includes(id)),
    own: definition.questions.filter(({ id, kind }) => isOwn(id) && kind !== 'background').map(({ id }) => id),
    pair: pair ? pair.id.replace(/^pe-pair-/, '') : null,
    cuts: wishedCuts(definition.questions.filter(({ id }) => !isRoutedIn(definition.routing, id)), definition.cuts, definition.k),
  };
}
