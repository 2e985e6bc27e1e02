// Before the first question: what is promised, what is not, and to whom it applies. Nothing was taken or sent yet.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import { blockNames } from '#app/domain/surveys/asking/block-names.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { longestWay } from '#app/domain/surveys/serving/service-survey.ts';
import type { Block } from '#app/domain/surveys/sealed/manifest.ts';
import { button, fold, h, heading, notice } from '../element.ts';
import { hasBoxes } from '../follow-ups.ts';
import { dayIn, endIn, readersIn, type Scene } from '../scene.ts';
import { isStop } from '#app/domain/responses/ballot-stop.ts';
import { paperStopped } from './stopped.ts';

export function promiseScreen(scene: Scene, block: Block): HTMLElement {
  const { text, manifest, flow } = scene;
  const { promise } = text;
  const { title, purpose } = manifest.survey;
  const closes = dayIn(scene, manifest.survey.closes);
  const { offered, draft, paper } = flow();
  const longest = longestWay(offered);
  const begun = Object.keys(draft.answers).length > 0;
  return h(
    'section',
    {},
    heading(inLanguage(title, text.language)),
    h('p', { class: 'lead' }, inLanguage(purpose, text.language)),
    h('p', { class: 'quiet num' }, promise.facts(longest.length, secondsFrom(longest, 0), endIn(scene))),
    manifest.audience?.said && h('p', {}, inLanguage(manifest.audience.said.asked, text.language)),
    draft.pending && !draft.sent && notice('warn', promise.unsent),
    keeping(scene, begun),
    isStop(paper) && paperStopped(scene, paper),
    promiseCard(scene, block, closes),
    h('h2', {}, promise.limitsHeading),
    h('p', {}, promise.limits),
    h('h2', {}, promise.fingerprintHeading),
    h('p', { class: 'words' }, ...scene.fingerprint.map((word) => h('span', {}, word))),
    h('p', { class: 'quiet' }, promise.fingerprint),
    !isStop(paper) && h('p', {}, button(promise.startList, () => start(scene, true), { class: 'plain' })),
    !isStop(paper) && h('div', { class: 'bar' }, button(begun ? promise.resume : promise.start, () => start(scene, false), { class: 'primary' })),
  );
}

/** Where a language ends its sentences with a full stop of full width, no space stands between two. */
const sentences = (first: string, second: string | false | undefined): readonly string[] => (second ? [first, first.endsWith('。') ? second : ` ${second}`] : [first]);

function promiseCard(scene: Scene, block: Block, closes: string): HTMLElement {
  const { text, manifest, names } = scene;
  const { promise } = text;
  const { answersBy } = manifest.survey;
  const group = promise.block(text.together(blockNames(manifest, block)), block.invited);
  return h(
    'div',
    { class: 'card' },
    h('h2', {}, promise.heading),
    h('p', {}, ...sentences(promise.untraceable, manifest.slips?.listed ? promise.bySlip : undefined)),
    h('p', { class: 'counted' }, `${promise.countedIn} `, h('strong', {}, group)),
    h('p', {}, promise.groups(manifest.k)),
    hasBoxes(manifest.questions) && !manifest.survey.readers && h('p', {}, promise.ownWords(fewestBesideText(manifest.k), manifest.wordsFor === 'heads')),
    h('p', {}, ...sentences(readersIn(scene, promise.results(closes)), answersBy !== undefined && promise.answers(dayIn(scene, answersBy)))),
    names.length > 0 && fold(promise.who(block.invited), h('p', { class: 'quiet' }, promise.whoChecked), nameList(names)),
  );
}

function start(scene: Scene, list: boolean): void {
  scene.take(false);
  scene.on({ kind: list ? 'listed' : 'started' });
}

function keeping({ text, kiosk, lasting, restart }: Scene, begun: boolean): HTMLElement | null {
  if (kiosk) return notice('warn', h('p', {}, text.promise.kiosk), button(text.sent.kioskEnd, restart));
  if (!lasting) return notice('warn', text.promise.nothingKept);
  return begun ? notice('quiet', text.promise.resumed) : null;
}

function nameList(names: readonly string[]): HTMLElement {
  return h('ul', { class: 'names' }, ...names.map((name) => h('li', {}, name)));
}
