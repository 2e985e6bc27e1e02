// Themes of what people wrote that were answered in public: told to the people of the group, to who leads one of them, and to HR.
import type { Actor } from '#app/domain/access/actor.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { FeedEntry } from '#app/domain/plans/feed-page.ts';
import type { Standing } from '#app/domain/plans/standing.ts';
import { themeLabel } from '#app/domain/reports/comments-page.ts';
import type { WordReply } from '#app/domain/reports/word-reply.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { namesOf } from './plan-page.server.ts';

interface Reader {
  readonly actor: Pick<Actor, 'departmentId'>;
  readonly who: Standing;
}

const mayKnow = ({ actor, who }: Reader, { whole, departments }: WordReply): boolean =>
  who.hr || whole || departments.some((id) => id === actor.departmentId) || departments.every((id) => who.leads.has(id));

export async function answeredThemes(app: App, reader: Reader, language: Language): Promise<FeedEntry[]> {
  const replies = (await app.data.wordReplies.all()).filter((reply) => reply.about.kind === 'theme' && mayKnow(reader, reply));
  const names = await namesOf(app, replies.map(({ byId }) => byId));
  const entries = await Promise.all(replies.map(async (reply): Promise<FeedEntry[]> => {
    const wave = await waveOfRelease(app, reply.hash);
    if (!wave || reply.about.kind !== 'theme') return [];
    const { survey, k } = wave.release;
    const departmentName = (reply.whole ? [wave.root] : reply.departments).map((id) => wave.departments.get(id)?.name ?? id).join(' · ');
    const own = !reply.whole && reply.departments.some((id) => id === reader.actor.departmentId);
    return [{ kind: 'words', id: reply.id, theme: themeLabel(reply.about.theme, language), survey: inLanguage(survey.title, language), k, text: reply.text, by: names[reply.byId] ?? null, on: reply.on, departmentName, own }];
  }));
  return entries.flat();
}
