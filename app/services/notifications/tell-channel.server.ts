// What happened is told to the channel in working hours, once, and tried again as letters are.
import { localTime } from '#app/domain/kernel/local-time.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ChatOccasion, ChatPost, ChatRefusal, ChatSetting, ChatTrouble } from '#app/domain/notifications/chat.ts';
import { minutesUntilRetry } from '#app/domain/notifications/retry.ts';
import { areLetterHours } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { textOf, type TextKey, type Values } from '#app/text/text.ts';
import { postToChat } from './post-to-chat.server.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';

interface Happened {
  readonly occasion: ChatOccasion;
  readonly subject: string;
  readonly text: TextKey;
  readonly values: (text: ReturnType<typeof textOf>) => Values;
  /** Path in the portal. */
  readonly path: string;
}

const about = (survey: Survey, { occasion, text, path }: Pick<Happened, 'occasion' | 'text' | 'path'>): Happened => ({ occasion, subject: survey.id, text, path, values: (speak) => ({ title: speak.of(survey.title), closes: speak.day(survey.closes) }) });

/** Since the day on which the channel was chosen. Of a promise only that it was kept: which one may be read by some departments alone. */
async function happened(app: App, { since }: ChatSetting): Promise<Happened[]> {
  const found: Happened[] = [];
  for (const survey of await app.data.surveys.all()) {
    const sent = survey.state === 'sealed' ? await app.data.surveyLetters.ofSurvey(survey.id) : [];
    const after = (day: string | null) => day !== null && day >= since;
    if (sent.some(({ kind, day }) => kind === 'opening' && after(day))) found.push(about(survey, { occasion: 'opened', text: 'chat.post.opened', path: '/' }));
    if (sent.some(({ kind, day }) => (kind === 'first-reminder' || kind === 'last-reminder') && after(day))) found.push(about(survey, { occasion: 'reminder', text: 'chat.post.reminder', path: '/' }));
    if (survey.state === 'closed' && !isServiceSurvey(survey) && after(survey.closedAt?.slice(0, 10) ?? null) && (await app.data.releases.ofSurvey(survey.id))) found.push(about(survey, { occasion: 'results', text: 'chat.post.results', path: `/results/${survey.id}` }));
  }
  for (const plan of await app.data.plans.all()) {
    for (const { id, keptOn } of plan.promises) {
      if (keptOn !== null && keptOn >= since) found.push({ occasion: 'kept', subject: `${plan.id}:${id}`, text: 'chat.post.kept', values: () => ({}), path: '/feed' });
    }
  }
  return found;
}

/** To be called often. */
export async function tellChannel(app: App): Promise<void> {
  const kept = await app.data.chat.get();
  if (!kept || kept.setting.kind === 'off' || !areLetterHours(localTime(app.now(), app.timeZone()))) return;
  const { setting } = kept;
  await writePosts(app, setting);
  while (await postNext(app, setting));
}

/** Of what has happened and was not written yet. */
async function writePosts(app: App, setting: ChatSetting): Promise<void> {
  const told = (await happened(app, setting)).filter(({ occasion }) => setting.occasions.includes(occasion));
  const idOf = ({ occasion, subject }: Happened) => `${occasion}:${subject}`;
  const known = await app.data.chat.known(told.map(idOf));
  for (const one of told) if (!known.has(idOf(one))) await app.data.chat.add(postOf(app, one, setting.language), app.now().toISOString());
}

function postOf(app: App, { occasion, subject, text, values, path }: Happened, language: string): ChatPost {
  const speak = textOf(language);
  return { id: `${occasion}:${subject}`, text: speak(text, values(speak)), link: `${app.config.publicUrl}${path}`, label: speak('chat.post.open') };
}

const inMinutes = (app: App, minutes: number): string => `${new Date(app.now().getTime() + minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`;

/** False where none is due, or the channel could not be reached: the others would wait for it too. */
async function postNext(app: App, setting: ChatSetting): Promise<boolean> {
  const post = await app.data.chat.claim(app.now().toISOString(), inMinutes(app, 5));
  if (!post) return false;
  const posted = await postToChat(app, setting, post);
  const minutes = posted.ok ? null : minutesUntilRetry(post.attempts);
  await app.data.transaction(async ({ chat }) => {
    await chat.later(post.id, minutes === null ? null : inMinutes(app, minutes));
    await chat.told(posted.ok ? null : troubleOf(app, posted, minutes === null));
  });
  return posted.ok;
}

const troubleOf = (app: App, { because, details }: { readonly because: ChatRefusal; readonly details: Readonly<Record<string, unknown>> }, givenUp: boolean): ChatTrouble => ({ day: app.today(), because, said: String(details['said'] ?? ''), givenUp });

/** An empty address or secret means the one that is there: neither is ever shown again. */
export async function setChannel(app: App, actor: Actor, wish: Omit<ChatSetting, 'since'>): Promise<Outcome<null, 'chat-address'>> {
  const before = (await app.data.chat.get())?.setting;
  const same = before?.kind === wish.kind;
  const address = wish.address || (same ? (before?.address ?? '') : '');
  // A secret belongs to its address: whoever changes the address does not take the old secret there.
  const secret = wish.secret || (same && wish.address === '' ? (before?.secret ?? '') : '');
  if (wish.kind !== 'off' && (!URL.canParse(address) || new URL(address).protocol !== 'https:' || new URL(address).username !== '')) return refused('chat-address');
  // What waits for the morning, or for the next round, is told all the same: from now on only what happens from today on is looked for.
  if (before && before.kind !== 'off' && wish.kind !== 'off') await writePosts(app, before);
  await app.data.transaction(async (stores) => {
    const chosen = { ...wish, address: wish.kind === 'off' ? '' : address, secret: wish.kind === 'off' ? '' : secret, since: app.today() };
    await stores.chat.save(chosen, app.now().toISOString());
    await noteDown(app, stores, [{ kind: 'channel-set', by: actor, what: wish.kind }]);
  });
  return done(null);
}

export interface ChannelView {
  readonly kind: ChatSetting['kind'];
  readonly occasions: readonly ChatOccasion[];
  readonly language: string;
  /** The host alone: the rest of the address opens the channel. */
  readonly host: string;
  readonly signs: boolean;
  readonly trouble: ChatTrouble | null;
}

export async function channelView(app: App): Promise<ChannelView> {
  const kept = await app.data.chat.get();
  const organisation = await app.data.organisation.get();
  if (!kept) return { kind: 'off', occasions: ['opened', 'reminder', 'results', 'kept'], language: organisation?.language ?? 'en', host: '', signs: false, trouble: null };
  const { kind, occasions, language, address, secret } = kept.setting;
  return { kind, occasions, language, host: URL.canParse(address) ? new URL(address).host : '', signs: secret !== '', trouble: kept.trouble };
}

/** Says only that posts arrive. */
export async function testChannel(app: App): Promise<Outcome<null, ChatRefusal | 'chat-off'>> {
  const kept = await app.data.chat.get();
  if (!kept || kept.setting.kind === 'off') return refused('chat-off');
  const speak = textOf(kept.setting.language);
  const posted = await postToChat(app, kept.setting, { text: speak('chat.post.test'), link: app.config.publicUrl, label: speak('chat.post.open') });
  await app.data.chat.told(posted.ok ? null : troubleOf(app, posted, true));
  return posted;
}
