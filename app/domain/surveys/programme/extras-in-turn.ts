// Trust and expectation are asked again and again but not every time: a pulse that asks for both and for what plans need is too long.
// Each rests for one pulse at least, and comes back when nobody has waited longer.
import type { Day } from '../../kernel/day.ts';
import { isMadeFromCore } from '../questions/core-pulse.ts';
import { talkedQuestion } from '../questions/extra-questions.ts';
import type { Extra } from '../questions/extras.ts';
import { libraryItem, libraryItems } from '../questions/question-library.ts';
import { pairIdOf, pairQuestion, questionOfItem } from '../questions/questions-of.ts';
import type { Question } from '../questions/question.ts';
import { lastAskedIn, pairInTurn, restsUntil } from './rotation.ts';
import type { Survey } from '../survey.ts';

export interface PulseBegun {
  readonly opens: Day;
  readonly k: number;
  /** What it asks anyway. */
  readonly questions: readonly Question[];
  /** All other surveys. */
  readonly others: readonly Pick<Survey, 'state' | 'opens' | 'definition'>[];
  /** Since the last pulse, the first day on which a team talked its results over; absent where none did. */
  readonly talkedOn?: Day;
}

/** «Nobody can find out what I answered» and «something will change»: read side by side, so asked together. */
const trust = ['TRU-01', 'TRU-02'].flatMap((id) => libraryItem(id) ?? []);
const overall = libraryItems.find(({ probe, status, rotation }) => probe === 'expectation' && status === 'active' && rotation !== 'deep');

const isTrust = (id: string): boolean => trust.some((item) => item.id === id);
const isExpectation = (id: string): boolean => id === overall?.id || id.startsWith(pairIdOf(''));

/** Trust and expectation, each where neither the last pulse nor this one asks it, and whether results were talked over. */
export function extrasInTurn(pulse: PulseBegun): Extra[] {
  const asked = [...pulse.questions, ...lastPulse(pulse)].map(({ id }) => id);
  const talked = pulse.talkedOn === undefined ? [] : [{ kind: 'talked' as const, questions: [talkedQuestion(pulse.k)], since: pulse.talkedOn, of: null, plans: [] }];
  return [...(asked.some(isTrust) ? [] : [turn(pulse, 'trust', isTrust)]), ...(asked.some(isExpectation) ? [] : [turn(pulse, 'expectation', isExpectation)]), ...talked];
}

/** The first one first. */
const pulsesBefore = ({ others }: PulseBegun) => others.filter((survey) => survey.state !== 'draft' && isMadeFromCore(survey)).sort((one, other) => (one.opens < other.opens ? -1 : 1));

const lastPulse = (pulse: PulseBegun): readonly Question[] => pulsesBefore(pulse).at(-1)?.definition.questions ?? [];

function turn(pulse: PulseBegun, kind: 'trust' | 'expectation', isOne: (id: string) => boolean): Extra {
  // What was never asked has waited since the first pulse, not since ever: a plan that is finished would have to stand back.
  const begun = pulsesBefore(pulse)[0]?.opens ?? pulse.opens;
  const days = [...lastAskedIn(pulse.others)].flatMap(([id, day]) => (isOne(id) ? [day] : []));
  const questions = kind === 'trust' ? trust.map((item) => questionOfItem(item, pulse.k)) : [expectation(pulse)];
  return { kind, questions, since: days.sort().at(-1) ?? begun, of: null, plans: [] };
}

/** The one question about everything, and while it rests the pair of the area whose turn it is. */
function expectation({ opens, k, others }: PulseBegun): Question {
  const lastAsked = lastAskedIn(others);
  const until = overall ? restsUntil(overall, lastAsked) : null;
  return overall && (until === null || until <= opens) ? questionOfItem(overall, k) : pairQuestion(pairInTurn(lastAsked), k);
}
