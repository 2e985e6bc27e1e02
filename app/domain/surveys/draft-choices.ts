// What joins the template of a draft, and who is asked: each choice judged for itself.
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import type { Audience } from './asking/audience.ts';
import type { DraftGround, DraftRefusal, DraftWishes } from './draft-wishes.ts';
import { askedAs } from './own/own-asked.ts';
import { mayBeDrafted, ownId } from './own/own-question.ts';
import { restsUntil } from './programme/rotation.ts';
import type { SurveyTemplate } from './questions/library-item.ts';
import type { Question } from './questions/question.ts';
import { dimension, furtherItems, ratedInPair } from './questions/question-library.ts';

export function ownOf({ own = [] }: DraftWishes, { own: known = [], k, languages }: DraftGround): Outcome<readonly Question[], DraftRefusal> {
  const asked: Question[] = [];
  for (const id of new Set(own)) {
    const question = known.find((one) => ownId(one) === id);
    // A background question comes with its tables, never without.
    if (!question || !mayBeDrafted(question) || question.words.kind === 'background') return refused('unknown-own', { item: id });
    asked.push(askedAs(question, { k, languages }));
  }
  return done(asked);
}

interface FurtherGround extends Pick<DraftGround, 'lastAsked'> {
  /** Own questions that take places of further ones. */
  readonly ratedOwn: number;
}

export function furtherOf(template: SurveyTemplate, { further, opens, pair }: DraftWishes, { lastAsked, ratedOwn }: FurtherGround): Outcome<readonly string[], DraftRefusal> {
  const chosen = [...new Set(further)];
  const most = Math.max(0, template.further - (pair === null ? 0 : ratedInPair));
  if (template.further > 0 && ratedOwn > 0 && chosen.length + ratedOwn > most) return refused('too-many-own', { most });
  if (chosen.length > most) return refused(pair === null ? 'too-many-further' : 'too-many-with-pair', { most });
  const offered = furtherItems(template);
  for (const id of chosen) {
    const item = offered.find((one) => one.id === id);
    if (!item) return refused('unknown-item', { item: id });
    const until = restsUntil(item, lastAsked);
    if (until !== null && until > opens) return refused('asked-too-recently', { item: id, until });
  }
  return done(chosen);
}

export function pairOf(template: SurveyTemplate, pair: string | null): Outcome<string | undefined, DraftRefusal> {
  if (pair === null || !template.blocks.includes('pe-pair')) return done(undefined);
  return pair !== 'outcome' && dimension(pair) ? done(pair) : refused('unknown-pair');
}

/** Null for everybody. `divisions`: every department below the top. */
export function audienceOf(wish: Audience | undefined, divisions: ReadonlySet<string>): Outcome<Audience | null, DraftRefusal> {
  if (!wish || wish.kind === 'half') return done(wish ?? null);
  const departments = [...new Set(wish.departments)];
  if (departments.length === 0) return refused('no-parts');
  return departments.every((id) => divisions.has(id)) ? done({ kind: 'parts', departments }) : refused('part-gone');
}
