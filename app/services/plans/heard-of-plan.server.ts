// Reads what people chose and noticed out of releases. Where the question was not asked, or too few answered it, nothing is said.
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Chosen, Heard, Noticed } from '#app/domain/plans/heard.ts';
import { followsChoice } from '#app/domain/plans/remedies.ts';
import type { ReleasedItem } from '#app/domain/publication/release/release.ts';
import { noticedId, otherRemedy, remedyId } from '#app/domain/surveys/questions/extra-questions.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';

interface Found {
  readonly survey: Survey;
  readonly closed: Chosen['closed'];
  readonly item: ReleasedItem;
  /** Added up over the cells of the plan's department. */
  readonly counts: readonly number[];
}

/** The latest of each. */
export async function heardOf(app: App, plan: ActionPlan): Promise<Heard> {
  const asked = (await app.data.surveys.all()).filter(({ state, definition }) => state === 'closed' && definition.extras !== undefined);
  const remedies = asked.filter(({ definition }) => definition.extras?.taken.some(({ questions, of }) => questions.includes(remedyId(plan.dimension)) && (of === null || of.includes(plan.departmentId))));
  const changes = asked.filter(({ opens, definition }) => opens >= (plan.days.implemented ?? opens) && definition.extras?.taken.some(({ kind, plans }) => kind === 'noticed' && plans.includes(plan.id)));
  const [remedy, change] = [await latest(app, remedies, remedyId(plan.dimension), plan), await latest(app, changes, noticedId(plan.dimension), plan)];
  return { chosen: remedy && chosenIn(remedy, plan), noticed: change && noticedIn(change) };
}

async function latest(app: App, surveys: readonly Survey[], id: string, { departmentId }: ActionPlan): Promise<Found | null> {
  for (const survey of [...surveys].sort((one, other) => (one.opens < other.opens ? 1 : -1))) {
    const stored = await app.data.releases.ofSurvey(survey.id);
    const wave = stored && (await waveOfRelease(app, stored.hash));
    const item = wave?.release.items[id];
    const group = item && wave.group(item.partition, departmentId);
    if (!wave || !item || !group) continue;
    const cells = group.atoms.flatMap((atom) => (item.cells[atom] ? [item.cells[atom]] : []));
    const counts = (cells[0] ?? []).map((_, at) => cells.reduce((sum, cell) => sum + (cell[at] ?? 0), 0));
    return { survey, closed: wave.release.survey.closed, item, counts };
  }
  return null;
}

function chosenIn({ survey, closed, item, counts }: Found, plan: ActionPlan): Chosen | null {
  const question = survey.definition.questions.find(({ id }) => id === remedyId(plan.dimension));
  if (item.kind !== 'several' || question?.kind !== 'several') return null;
  const { k } = survey.definition;
  const options = question.options.map(({ id, label }) => ({ id, label, people: counts[item.options.indexOf(id)] ?? 0 })).sort((one, other) => other.people - one.people);
  const followed = followsChoice(plan.measures, options.filter(({ id, people }) => id !== otherRemedy && people >= k));
  return { closed, n: counts.at(-1) ?? 0, k, options: options.map((one) => ({ ...one, people: one.people < k ? null : one.people })), followed };
}

/** In thirds: each of five points would be a few people in most groups. */
function noticedIn({ closed, counts }: Found): Noticed {
  const sum = (from: number, to: number) => counts.slice(from, to).reduce((all, one) => all + one, 0);
  return { closed, n: sum(0, counts.length), worse: sum(0, 2), same: sum(2, 3), better: sum(3, counts.length) };
}
