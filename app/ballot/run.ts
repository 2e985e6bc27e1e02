// The page at work: draws what the flow says, keeps what the device holds, and sets going what a person asks for.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Block, Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { askedNow } from '#app/domain/surveys/serving/service-survey.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { fromBase64url } from './bytes.ts';
import { emptyDraft, type Draft, type Keeper } from './draft.ts';
import { h } from './element.ts';
import { receiptOf, type Fetch } from './drop.ts';
import { after, flowOf, type Flow, type Happening } from './flow.ts';
import { watchIdle } from './idle.ts';
import { askOffer, type Offer } from './issuance.ts';
import { languageLinks } from './language-links.ts';
import { beginAnew, leave } from './leaving.ts';
import type { Link } from './link.ts';
import { positionIn, positionOf, type Position } from './position.ts';
import { lookUpReceipt, type Counting } from './receipts.ts';
import type { Scene, Screen } from './scene.ts';
import { promiseScreen } from './screens/promise.ts';
import { listScreen, questionScreen } from './screens/question.ts';
import { reviewScreen } from './screens/review.ts';
import { sentScreen } from './screens/sent.ts';
import { stoppedScreen } from './screens/stopped.ts';
import { sendBallot } from './sending.ts';
import { show } from './show.ts';
import { sixWords } from './six-words.ts';
import { takePaper } from './taking.ts';
import { handOver, remember, rememberedPosition } from './travelling.ts';
import { unsentOf } from './unsent.ts';
import { holdsSomething, isOfSomebodyElse } from './whose.ts';
import { isStop, type Stop } from '#app/domain/responses/ballot-stop.ts';

export interface Run {
  readonly text: BallotText;
  readonly link: Link;
  readonly manifest: Manifest;
  readonly keeper: Keeper;
  readonly fetch: Fetch;
}

const start: Position = { place: 'promise', step: 0 };

export async function runBallot({ text, link, manifest, keeper, fetch }: Run): Promise<void> {
  let flow = flowOf(manifest.questions, keeper.read());
  let screen: Screen | null = null;
  let stopped: Stop | null = null;
  let offer: Offer | null = null;
  let counting: Counting | null = null;
  let replaced: string | null = null;
  let leaving = false;
  let words: readonly string[] = [];
  const { survey } = manifest;

  const scene = (): Scene => ({
    text,
    manifest,
    hash: link.hash,
    fingerprint: words,
    kiosk: link.kiosk,
    lasting: keeper.lasting,
    names: offer?.names ?? [],
    flow: () => flow,
    on,
    take,
    send,
    counting,
    replaced,
    forget: () => (keeper.replace(emptyDraft), location.reload()),
    restart: end,
  });

  function draw(): void {
    const drawn = scene();
    screen = stopped ? { node: stoppedScreen(text, stopped, drawn) } : screenOf(drawn);
    show(screen.node, titleOf(drawn, stopped));
    document.querySelector('nav')?.replaceChildren(...languageLinks(text, manifest, { at: positionIn(flow), leaving: handsOver }));
  }

  function handsOver(): void {
    leaving = true;
    if (!keeper.lasting) handOver(link.hash, flow.draft);
  }

  /** For the next person: nothing of this one is left on the screen while the server is told. */
  function end(): void {
    keeper.replace(emptyDraft);
    leaving = true;
    show(h('p', { class: 'quiet', role: 'status' }, text.loading), text.pageTitle);
    void leave(fetch).then(() => beginAnew(link));
  }

  function on(happening: Happening): void {
    const before = flow;
    flow = after(flow, happening);
    if (happening.kind === 'cleared') keeper.replace(flow.draft);
    else if (flow.draft !== before.draft) flow = { ...flow, draft: keeper.write(flow.draft) };
    if (happening.kind === 'taken' && link.kiosk) void leave(fetch);
    if (happening.kind === 'dropped') replaced = null;
    const moved = flow.place !== before.place || flow.step !== before.step || happening.kind === 'cleared';
    // Whoever goes back from the receipt comes to the questions, not to a record that says it was not sent.
    if (moved || happening.kind === 'returned') remember(positionIn(flow), happening.kind === 'dropped' || happening.kind === 'returned');
    if (moved || happening.kind === 'kept-as-sent' || (flow.place === 'promise' && flow.paper !== before.paper)) draw();
    else screen?.refresh?.();
  }

  function take(reissue: boolean): void {
    if (flow.paper === 'ready' || flow.paper === 'taking') return;
    on({ kind: 'taking' });
    void takePaper({ fetch, manifest, keeper, flow: () => flow, reissue, on });
  }

  function send(): void {
    if (flow.drop === 'sending' || flow.paper !== 'ready') return;
    on({ kind: 'sending' });
    void sendBallot({ fetch, manifest, hash: link.hash, flow: () => flow, on });
  }

  /** After closing a ballot sent from here is looked up, which needs no sign-in; before, whoever is signed in may be somebody else. */
  async function reopen(receipt: string): Promise<void> {
    const looked = await lookUpReceipt(fetch, { survey: survey.id, receipt });
    counting = looked.ok ? looked.value : null;
    const asked = counting ? null : await askOffer(fetch, { manifest, hash: link.hash });
    if (asked?.ok && isOfSomebodyElse(flow.draft, asked.value)) stopped = 'other-person';
  }

  /** A ballot that was never acknowledged may have arrived all the same: after closing the list says so. */
  async function settle({ body, record }: NonNullable<Draft['pending']>): Promise<void> {
    const receipt = await receiptOf(fromBase64url(body) ?? new Uint8Array());
    const looked = await lookUpReceipt(fetch, { survey: survey.id, receipt });
    if (looked.ok && looked.value.counted) on({ kind: 'dropped', receipt, record });
  }

  function offered(made: Offer): void {
    if (isOfSomebodyElse(flow.draft, made)) {
      if (holdsSomething(flow.draft)) return void (stopped = 'other-person');
      keeper.replace(emptyDraft);
      flow = flowOf(manifest.questions, emptyDraft);
    }
    offer = made;
    on({ kind: 'placed', block: made.block, key: made.key, asked: made.asked });
    const { questions, offered } = flowOf(manifest.questions, flow.draft);
    flow = { ...flow, questions, offered };
    if (made.taken && !flow.draft.draw) on({ kind: 'not-taken', because: made.reissued ? 'no-reissue' : 'other-paper' });
  }

  async function open(): Promise<void> {
    if (flow.draft.pending) await settle(flow.draft.pending);
    if (flow.draft.sent) return reopen(flow.draft.sent.receipt);
    const asking = askOffer(fetch, { manifest, hash: link.hash });
    // Slow on purpose: computed while the answer is on its way.
    words = await sixWords(link.hash, text.words);
    const asked = await asking;
    if (asked.ok) offered(asked.value);
    else if (!(flow.draft.paper && (asked.because === 'sign-in' || asked.because === 'connection'))) stopped = asked.because;
  }

  function goOn(): void {
    if (was && !stopped && !counting && !isStop(flow.paper)) {
      flow = after(flow, { kind: 'returned', ...was });
      if (flow.place !== 'promise') take(false);
    }
    remember(positionIn(flow), true);
    draw();
  }

  function follow(): void {
    const before = flow;
    flow = followed(flow, keeper.read());
    if (before.draft.sent && !flow.draft.sent) return location.reload();
    if (before.place === 'sent' && flow.draft.sent?.receipt !== before.draft.sent?.receipt) replaced = before.draft.sent?.receipt ?? null;
    const shown = ({ draft, place, questions }: Flow): string => [place, place === 'sent' && [draft.sent?.receipt, !draft.paper, unsentOf({ draft, questions })]].join();
    if (shown(flow) !== shown(before)) draw();
    else screen?.refresh?.();
  }

  const was = rememberedPosition(link.at);
  await open();
  if (link.slip && stopped === 'sign-in') return beginAnew(link);
  goOn();
  if (link.kiosk && (stopped !== 'sign-in')) watchIdle(text, { sent: () => flow.draft.sent !== null, busy: () => flow.drop === 'sending', end });
  addEventListener('online', () => flow.drop === 'connection' && send());
  // On a shared device nobody goes back from the receipt into somebody's answers.
  addEventListener('popstate', ({ state }) => on({ kind: 'returned', ...(link.kiosk && flow.draft.sent ? positionIn(flow) : (positionOf(state) ?? start)) }));
  addEventListener('storage', follow);
  // A tab that slept, or that was gone back to, was told of nothing.
  addEventListener('pageshow', ({ persisted }) => ((leaving = false), persisted && follow()));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && follow());
  addEventListener('beforeunload', (event) => {
    if (!leaving && !keeper.lasting && !flow.draft.sent && Object.keys(flow.draft.answers).length > 0) event.preventDefault();
  });
}

/** The paper and the ballot of another tab are this one's too; answers that stand on this screen stay, for they are what it sends. */
function followed(flow: Flow, kept: Draft): Flow {
  const { answers, unsaid, pending, sent } = flow.draft;
  const place = kept.sent && !sent ? 'sent' : flow.place;
  const draft = place === 'promise' || place === 'sent' ? kept : { ...kept, answers, unsaid, pending };
  return { ...flow, draft, questions: askedNow(flow.offered, draft.answers), place, paper: kept.paper ? 'ready' : flow.paper };
}

function screenOf(scene: Scene): Screen {
  const { place, draft } = scene.flow();
  switch (place) {
    case 'promise':
      return { node: promiseScreen(scene, scene.manifest.blocks[draft.block ?? 0] as Block) };
    case 'question':
      return questionScreen(scene);
    case 'list':
      return listScreen(scene);
    case 'review':
      return reviewScreen(scene);
    case 'sent':
      return { node: sentScreen(scene) };
  }
}

function titleOf({ text, manifest, flow }: Scene, stopped: Stop | null): string {
  const { place, step, questions } = flow();
  const survey = inLanguage(manifest.survey.title, text.language);
  if (stopped) return `${text.stops[stopped].title} · ${survey}`;
  const part = { promise: '', list: '', question: text.question.position(step + 1, questions.length), review: text.review.title, sent: { nothing: text.sent.title, changes: text.unsent.title, unsure: text.unsent.unsureTitle }[unsentOf(flow())] };
  return part[place] ? `${part[place]} · ${survey}` : survey;
}
