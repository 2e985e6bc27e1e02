// Whether a draft's own questions can be asked: through their checks, active, there in every language, and about nobody by name.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { lackingIn, latestOf, ownId, ownOf } from '#app/domain/surveys/own/own-question.ts';
import type { Colleagues } from '#app/domain/surveys/own/named-colleague.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { Stores } from '#db/index.server.ts';
import { colleagues, naming } from './names-nobody.server.ts';

export async function ownReady({ data }: { readonly data: Pick<Stores, 'ownQuestions' | 'people'> }, { definition }: Pick<Survey, 'definition'>, colleaguesKnown?: Colleagues): Promise<Outcome<null, 'own-retired' | 'own-parked' | 'own-not-through' | 'own-untranslated' | 'own-names'>> {
  const asked = definition.questions.filter(({ id }) => ownOf(id) !== null);
  if (asked.length === 0) return done(null);
  const all = await data.ownQuestions.all();
  const known = colleaguesKnown ?? (await colleagues({ data }));
  for (const { id } of asked) {
    const own = all.find((one) => ownId(one) === id);
    const latest = latestOf(all).find((one) => one.number === own?.number);
    const question = own?.words.text[definition.languages[0] ?? 'en'] ?? id;
    if (!own || latest?.standing !== 'active') return refused('own-retired', { question });
    if (latest.parked) return refused('own-parked', { question, day: latest.parked.review });
    if (!latest.gates) return refused('own-not-through', { question });
    const lacking = lackingIn(own, definition.languages);
    if (lacking !== null) return refused('own-untranslated', { question, language: nameOfTongue(lacking) });
    const apart = naming(own.words, known);
    if (!apart.ok) return apart;
  }
  return done(null);
}
