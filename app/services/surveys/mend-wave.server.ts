// What mends each thing that can be in the way of a wave: where HR goes for it. A code that is new does not compile before it has its place.
import type { HeldView, Mend } from '#app/domain/surveys/programme/held-view.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { HeldWave, InTheWay } from '#app/domain/surveys/programme/held-wave.ts';
import { withDays } from '#app/text/refused-days.ts';
import type { ErrorCode, Text } from '#app/text/text.ts';
import type { HeldCode } from './held-wave.server.ts';

/** `operator`: only whoever runs the portal can mend it. */
export const mends: Readonly<Record<HeldCode, Mend>> = {
  'programme-cadence': 'rule', 'programme-from': 'rule', 'programme-weekday': 'rule', 'programme-number': 'rule', 'programme-draft-late': 'rule', 'programme-no-weekdays': 'rule', 'programme-range': 'rule', 'programme-ranges': 'rule',
  'programme-no-day': 'rule', 'programme-past': 'rule', 'programme-not-all': 'rule', 'programme-budget': 'rule', 'letter-hour': 'rule', 'unknown-item': 'rule', 'repeated-question': 'rule', 'asked-too-recently': 'rule', 'too-many-further': 'rule', 'too-many-with-pair': 'rule', 'unknown-own': 'rule', 'unknown-template': 'rule', 'unknown-pair': 'rule',
  'programme-two-at-once': 'surveys', 'programme-too-soon': 'surveys', 'asked-meanwhile': 'surveys', 'audience-meanwhile': 'surveys', 'not-a-draft': 'surveys', 'not-found': 'surveys',
  'programme-audience': 'people', 'audience-too-small': 'people', 'half-too-small': 'people',
  tree: 'departments',
  'no-title': 'draft', 'no-purpose': 'draft', 'no-questions': 'draft', 'nothing-asked': 'draft', 'too-many-own': 'draft', 'too-many-boxes': 'draft', 'too-long-to-answer': 'draft', 'too-many-rated': 'draft', 'no-parts': 'draft', 'part-gone': 'draft', 'part-empty': 'draft', 'audience-differs-by-few': 'draft',
  'unknown-background': 'draft', 'repeated-cut': 'draft', 'too-many-cuts': 'draft', 'cut-item': 'draft',
  'half-with-tables': 'draft', 'unknown-cut': 'draft', 'background-without-table': 'draft', 'too-many-backgrounds': 'draft', 'unknown-division': 'draft', 'division-not-asked': 'draft', 'opens-in-the-past': 'draft', 'closes-before-opening': 'draft', 'closes-in-the-past': 'draft', 'open-too-long': 'draft',
  'routed-fixed': 'routing', 'routed-no-parts': 'routing', 'routed-part-gone': 'routing', 'routed-nobody': 'routing', 'routed-too-few': 'routing', 'cut-without-items': 'draft', 'screened-kind': 'routing', 'screener-unfit': 'routing', 'screener-gone': 'routing', 'screener-idle': 'routing', 'screened-too-few': 'routing', 'screened-half': 'routing',
  'own-retired': 'own', 'own-parked': 'own', 'own-not-through': 'own', 'own-untranslated': 'own', 'own-names': 'own',
  'tongue-gone': 'languages',
  'no-providers': 'services', 'service-map-changed': 'services',
  'slips-undecided': 'slips', 'slips-two': 'slips', 'slips-outside': 'slips', 'slips-unknown': 'slips',
  'answers-missing': 'board', 'quotes-a-comment': 'seal', 'changed-meanwhile': 'seal', 'being-sealed': 'seal', 'held-up': 'seal', 'full': 'operator', 'disk': 'operator', 'database': 'operator', 'fault': 'operator',
  'set-aside': 'kept',
  'insecure-address': 'operator', 'no-ballot-page': 'operator', 'no-mail-server': 'operator',
};

const machine: ReadonlySet<string> = new Set(['full', 'disk', 'database', 'fault']);

/** Null where nobody can go anywhere for it; a page about a draft that is not there yet is the rule's. */
function placeOfMend(mend: Mend, surveyId: string | null): string | null {
  const draft = (page: string) => (surveyId === null ? '/surveys/programme/rule' : `/surveys/${surveyId}${page}`);
  switch (mend) {
    case 'draft': return draft('/edit');
    case 'routing': return draft('/routing');
    case 'seal': return draft('/seal');
    case 'slips': return draft('/slips');
    case 'rule': return '/surveys/programme/rule';
    case 'surveys': return '/surveys';
    case 'own': return '/surveys/own';
    case 'people': return '/people';
    case 'departments': return '/people/departments';
    case 'languages': return '/surveys/languages';
    case 'services': return '/surveys/services';
    case 'kept': return '/kept';
    case 'board': return '/plans/board?stage=owed';
    case 'operator': return null;
  }
}

/** Some sentences tell the day on which they are read. */
function saidOfReason(text: Text, { because, details }: InTheWay, today: Day): string {
  return machine.has(because) ? text.code('seal.failed', because) : text.error(because as ErrorCode, withDays(text, { today, ...details }));
}

interface Reading {
  readonly text: Text;
  readonly today: Day;
}

/** Of what was left out nothing is mended any more. */
export function mendings({ text, today }: Reading, { surveyId, leftOut, reasons }: Pick<HeldWave, 'surveyId' | 'leftOut' | 'reasons'>): HeldView['reasons'] {
  return reasons.map((reason) => {
    const mend = mends[reason.because as HeldCode];
    return { said: saidOfReason(text, reason, today), mend, to: leftOut === null ? placeOfMend(mend, surveyId) : null };
  });
}
