// Where a plan can begin that no figure asks for: departments the reader answers for, and every area there is.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { mayAnswer } from '#app/domain/plans/issue.ts';
import { dimensions } from '#app/domain/surveys/questions/question-library.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf } from './place-of-actor.server.ts';

export interface OtherPlanPage {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly dimensions: readonly { readonly id: string; readonly name: string }[];
  /** The department that stands chosen. */
  readonly own: string;
}

export async function otherPlanPage(app: App, actor: Actor, language: Language): Promise<OtherPlanPage> {
  const { who, departments } = await placeOf(app, actor);
  const mine = departments.filter(({ id }) => mayAnswer({ departmentId: id }, who)).map(({ id, name }) => ({ id, name }));
  return {
    departments: mine,
    dimensions: dimensions.map(({ id, label }) => ({ id, name: inLanguage(label, language) ?? id })),
    own: actor.heads[0] ?? mine[0]?.id ?? '',
  };
}
