// What a person is asked to answer now, with the link to the ballot page.
import type { Language } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { OpenInvitation, SurveyOfOthers } from '#app/domain/responses/open-invitation.ts';
import { blockNames } from '#app/domain/surveys/asking/block-names.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import type { Block, Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isOpen } from '#app/domain/surveys/lifecycle.ts';
import type { App } from '#app/platform/app.server.ts';
import { isHeld } from './hold-paper.server.ts';
import { askedOfBlock } from './open-routes.server.ts';
import { standingOf } from './open-survey.server.ts';
import { mostAsked } from '#app/domain/surveys/serving/service-offers.ts';

/** The ballot page in a language, or in the survey's first one where it is not asked in that. */
export function ballotLink(manifest: Pick<Manifest, 'languages' | 'pages'>, hash: string, language: Tongue): string {
  const spoken = manifest.languages.includes(language) ? language : (manifest.languages[0] ?? language);
  return `/ballot/${manifest.pages[spoken]}#${hash}`;
}

/** The one that closes first comes first. */
export async function openSurveysFor(app: App, person: { readonly personId: string; readonly language: Language; readonly tongue?: Tongue }): Promise<OpenInvitation[]> {
  const sealed = (await app.data.surveys.inState('sealed')).filter((survey) => isOpen(survey, app.today()));
  const found = await Promise.all(
    sealed.map(async ({ id, definition }): Promise<OpenInvitation[]> => {
      const standing = await standingOf(app, id);
      if (standing.kind !== 'open') return [];
      const { manifest, hash, roll } = standing.survey;
      const entry = roll.entry(person.personId);
      if (!entry) return [];
      const held = await isHeld(app, person.personId, id);
      const { title, purpose, closes } = manifest.survey;
      const link = ballotLink(manifest, hash, person.language);
      const block = manifest.blocks[entry.block] as Block;
      const counted = { names: blockNames(manifest, block), people: block.invited };
      const questions = mostAsked(askedOfBlock(manifest, entry.block, roll.blocks[entry.block]!.salt));
      const asked = { questions: questions.length, seconds: secondsFrom(questions), counted };
      return [{ surveyId: id, title, purpose, closes, ...asked, link, manifestHash: hash, held, bySlip: entry.bySlip, taken: !held && entry.blinded !== null, plan: definition.consulting?.plan ?? null }];
    }),
  );
  return found.flat().sort((one, other) => (one.closes < other.closes ? -1 : 1));
}

/** Open surveys that do not ask everybody, and not this person: so that nobody wonders who decided it. */
export async function openSurveysOfOthers(app: App, personId: string): Promise<SurveyOfOthers[]> {
  const sealed = (await app.data.surveys.inState('sealed')).filter((survey) => survey.definition.audience && isOpen(survey, app.today()));
  const found = await Promise.all(
    sealed.map(async ({ id }): Promise<SurveyOfOthers[]> => {
      const standing = await standingOf(app, id);
      if (standing.kind !== 'open') return [];
      const { manifest, roll } = standing.survey;
      const said = manifest.audience?.said?.others;
      return said && !roll.entry(personId) ? [{ surveyId: id, title: manifest.survey.title, closes: manifest.survey.closes, said }] : [];
    }),
  );
  return found.flat().sort((one, other) => (one.closes < other.closes ? -1 : 1));
}
