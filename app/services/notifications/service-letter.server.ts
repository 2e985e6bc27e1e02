// «What others say of a provider is there»: to those who may read it and to nobody else. The letter holds no figure: the page asks who reads.
import { newLetter } from '#app/domain/notifications/letter.ts';
import { wayUp } from '#app/domain/organisation/service-map.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import { resultsOf } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { departmentsWithPresentHeads } from '#app/services/plans/present-heads.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import { textOf } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

/** Ids of people with an address: the heads of providers, of departments above them in the tree that was sealed, and HR. */
export async function toldOfService(app: App, surveyId: string): Promise<readonly string[]> {
  // Nobody lives at the addresses of the demonstration.
  const sealed = app.config.demo ? null : await app.data.manifests.ofSurvey(surveyId);
  if (!sealed) return [];
  const { departments, service } = manifestIn(sealed.text, sealed.hash);
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const read = new Set((service?.providers ?? []).flatMap((provider) => provider.departments.flatMap((id) => wayUp(parents, id))));
  const heads = (await departmentsWithPresentHeads(app)).flatMap(({ id, headId }) => (headId !== null && read.has(id) ? [headId] : []));
  const readers = new Set([...heads, ...(await app.data.roles.holders('hr'))]);
  return (await app.data.people.all()).filter(({ id, leftOn, email }) => leftOn === null && email !== null && readers.has(id)).map(({ id }) => id);
}

export async function serviceLetters(app: App, survey: Survey): Promise<Writer> {
  const organisation = await app.data.organisation.get();
  const link = app.config.publicUrl + resultsOf(survey);
  return (person) => {
    if (person.email === null) return null;
    const text = textOf(languageOf(person, organisation));
    const values = { name: person.name, title: text.of(survey.title), day: text.day(lastDayOf(survey)), link };
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject: text('service-letter.subject', values), text: text('service-letter.text', values), dueOn: app.today() }) };
  };
}
