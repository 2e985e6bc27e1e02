// What employees propose to ask: sent under their name, answered by HR, and told to everybody without it.
import type { Actor } from '#app/domain/access/actor.ts';
import { isLanguage, type Language, type Localized } from '#app/domain/kernel/language.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { proposalView, type AskingSurvey, type ProposalView } from '#app/domain/reports/proposal-view.ts';
import { supportIn, type Support } from '#app/domain/reports/support-result.ts';
import { ownOf } from '#app/domain/surveys/own/own-question.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import { isOfSameForm, mayReadProposal, propose, waitsForHr, type Proposal, type ProposalRefusal, type ProposalWishes } from '#app/domain/surveys/proposals/proposal.ts';
import { supportId } from '#app/domain/surveys/proposals/support-question.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { factOnce, publishesAnything, waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { textOf } from '#app/text/text.ts';
import { languagesAsked } from './tongues.server.ts';

export interface Sent extends ProposalWishes {
  /** Of the form, so that one sent twice is kept once. */
  readonly request: string;
}

export async function proposeQuestion(app: App, actor: Actor, { request, ...wishes }: Sent): Promise<Outcome<null, ProposalRefusal>> {
  const earlier = await app.data.proposals.ofAuthor(actor.personId);
  const before = earlier.find(({ id }) => id === request);
  if (before && isOfSameForm(before, wishes)) return done(null);
  // With other words the same form brings another one.
  const proposal = propose(wishes, { id: before ? app.newId() : request, authorId: actor.personId, today: app.today(), earlier });
  if (!proposal.ok) return proposal;
  await app.data.proposals.add(proposal.value);
  return done(null);
}

interface Ground {
  /** Sealed, the one that opened first first. */
  readonly sealed: readonly Survey[];
  readonly released: ReadonlyMap<string, string>;
}

async function groundOf(app: App): Promise<Ground> {
  const sealed = (await app.data.surveys.all()).filter(({ state }) => state === 'sealed' || state === 'closed').sort((one, other) => (one.opens < other.opens ? -1 : 1));
  return { sealed, released: new Map((await app.data.releases.listed()).map(({ surveyId, hash }) => [surveyId, hash])) };
}

async function asking(app: App, { sealed, released }: Ground, isAsked: (id: string) => boolean): Promise<AskingSurvey | null> {
  const survey = sealed.find(({ definition }) => definition.questions.some(({ id }) => isAsked(id)));
  if (!survey) return null;
  const hash = released.get(survey.id);
  return { id: survey.id, title: survey.title, closes: lastDayOf(survey), closed: survey.state === 'closed', published: hash !== undefined && (await publishesAnything(app, hash)) };
}

async function supportOf(app: App, hash: string, proposalId: string): Promise<Support | null> {
  const found = await factOnce(app, { hash, asked: ['support', proposalId] }, async () => {
    const wave = await waveOfRelease(app, hash);
    return { support: wave && supportIn(wave, proposalId) };
  });
  return found.support;
}

async function viewOf(app: App, ground: Ground, { proposal, personId }: { readonly proposal: Proposal; readonly personId: string }): Promise<ProposalView> {
  const supporting = await asking(app, ground, (id) => id === supportId(proposal.id));
  const last = proposal.answers.at(-1);
  const became = last?.kind === 'taken-up' ? await asking(app, ground, (id) => ownOf(id)?.number === last.own) : null;
  const hash = supporting && ground.released.get(supporting.id);
  const support = hash ? await supportOf(app, hash, proposal.id) : null;
  return proposalView(proposal, { personId, today: app.today(), supporting, asking: became, support });
}

async function viewsOf(app: App, proposals: readonly Proposal[], personId: string): Promise<readonly ProposalView[]> {
  const ground = proposals.length === 0 ? { sealed: [], released: new Map<string, string>() } : await groundOf(app);
  return Promise.all(proposals.map((proposal) => viewOf(app, ground, { proposal, personId })));
}

/** A page stays small however much is proposed. */
const mostTold = 20;
const mostListed = 60;

export async function ownProposals(app: App, { personId }: Pick<Actor, 'personId'>): Promise<readonly ProposalView[]> {
  return viewsOf(app, (await app.data.proposals.ofAuthor(personId)).slice(0, mostListed), personId);
}

/** How many answers of HR this person has not looked at. */
export async function answersUnseen(app: App, { personId }: Pick<Actor, 'personId'>): Promise<number> {
  return (await app.data.proposals.unseenBy(personId)).length;
}

/** The own proposals, read by their writer: what HR had answered by then is news no more. */
export async function readOwnProposals(app: App, actor: Pick<Actor, 'personId'>): Promise<readonly ProposalView[]> {
  const looked = await app.data.proposals.unseenBy(actor.personId);
  const shown = await ownProposals(app, actor);
  await app.data.proposals.see(actor.personId, looked);
  return shown;
}

/** What came of proposals: of the reader's own, and of those whose words everybody may read. */
export async function proposalsTold(app: App, { personId }: Pick<Actor, 'personId'>): Promise<readonly ProposalView[]> {
  const readable = (await app.data.proposals.all()).filter((proposal) => mayReadProposal(proposal, personId));
  const lately = ({ day, answers }: Proposal) => answers.at(-1)?.on ?? day;
  const latest = [...readable].sort((one, other) => (lately(one) < lately(other) ? 1 : -1)).slice(0, mostTold);
  return viewsOf(app, latest, personId);
}

/** As HR reads it: with the name, as long as whoever wrote it works here. */
export interface ProposalForHr {
  readonly view: ProposalView;
  readonly by: string | null;
  /** Title of the survey of whose open texts it is; null where somebody signed it. */
  readonly from: Localized | null;
  readonly why: string;
  readonly mayShow: boolean;
  readonly keptBack: boolean;
  /** Number of the own question that it became. */
  readonly own: number | null;
  readonly waits: boolean;
}

async function forHr(app: App, proposals: readonly Proposal[]): Promise<readonly ProposalForHr[]> {
  const writers = new Map((await app.data.people.byIds([...new Set(proposals.flatMap(({ authorId }) => authorId ?? []))])).map((person) => [person.id, person]));
  const views = await viewsOf(app, proposals, '');
  const titles = new Map((await app.data.surveys.all()).map(({ id, title }) => [id, title]));
  return proposals.map(({ authorId, fromText, why, mayShow, keptBack, answers }, at) => {
    const writer = authorId === null ? undefined : writers.get(authorId);
    const last = answers.at(-1);
    const view = views[at]!;
    const from = fromText ? (titles.get(fromText.surveyId) ?? { en: '' }) : null;
    return { view, by: writer && writer.leftOn === null ? writer.name : null, from, why, mayShow, keptBack, own: last?.kind === 'taken-up' ? last.own : null, waits: waitsForHr(view.standing) };
  });
}

/** What waits for a word of HR first; `more`: how many are not listed. */
export async function proposalRegister(app: App): Promise<{ readonly proposals: readonly ProposalForHr[]; readonly more: number }> {
  const all = await app.data.proposals.all();
  const fresh = all.filter(({ answers }) => answers.length === 0);
  const listed = [...fresh, ...all.filter(({ answers }) => answers.length > 0)].slice(0, mostListed);
  const shown = await forHr(app, listed);
  return { proposals: [...shown.filter(({ waits }) => waits), ...shown.filter(({ waits }) => !waits)], more: all.length - listed.length };
}

export async function proposalForHr(app: App, id: string): Promise<ProposalForHr | null> {
  const proposal = await app.data.proposals.get(id);
  return proposal ? ((await forHr(app, [proposal]))[0] ?? null) : null;
}

/** Of one that an own question begins with; null where there is none. */
export async function proposalWords(app: App, id: string | null): Promise<Pick<Proposal, 'id' | 'words'> | null> {
  const proposal = id === null ? null : await app.data.proposals.get(id);
  return proposal && { id: proposal.id, words: proposal.words };
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The question of a pulse to begin with, in the languages of the product that the words may be in; empty where nobody else may read them. */
export async function beginningsOf(app: App, { view, mayShow }: Pick<ProposalForHr, 'view' | 'mayShow'>): Promise<{ readonly languages: readonly Tongue[]; readonly beginning: Readonly<Record<Tongue, string>> }> {
  const languages = await languagesAsked(app);
  const { words, asked } = view;
  const begun = (tongue: Tongue) => (mayShow && isLanguage(tongue) && isChinese(words) === tongue.startsWith('zh') ? textOf(tongue)('proposal.ask.beginning', { words: words.replace(/[.?!。？！]+$/, '') }) : '');
  return { languages, beginning: Object.fromEntries(languages.map((tongue) => [tongue, asked?.[tongue as Language] ?? begun(tongue)])) };
}

/** How many HR has not answered yet. */
export async function proposalsWaiting(app: App): Promise<number> {
  return (await app.data.proposals.all()).filter(({ answers }) => answers.length === 0).length;
}
