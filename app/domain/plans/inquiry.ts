// What was found out beside the survey: a talk about the results, interviews, a focus group, depth talks, a look at the workplace. It
// is kept as a day, a number of people and what was agreed. Nobody is named in it: whoever speaks openly in a room must not find the
// own name in a file afterwards.
import { addDays, type Day } from '../kernel/day.ts';
import { done, refused, together, type Outcome, type Refusal } from '../kernel/outcome.ts';
import { namedIn, type KnownNames } from './named-people.ts';
import { repeatsSpeech } from './spoken-words.ts';
import type { Standing } from './standing.ts';

export const inquiryKinds = ['talk', 'interview', 'focus-group', 'depth-talk', 'observation'] as const;
export type InquiryKind = (typeof inquiryKinds)[number];

export interface Inquiry {
  readonly id: string;
  readonly kind: InquiryKind;
  readonly departmentId: string;
  readonly day: Day;
  /** Of a talk: the survey that was talked over; null for everything else. */
  readonly surveyId: string | null;
  readonly topic: string;
  /** One person; null for somebody from outside the company. */
  readonly moderatorId: string | null;
  /** How many took part. Who they were is written down nowhere. */
  readonly participants: number;
  /** What was added or agreed, one point a line. */
  readonly points: string;
  readonly recordedBy: string;
}

/** People, both ends included: `least` of a talk, because what two people added is what one of them said; of a focus group, because fewer than eight hardly talk to each other and more than twelve cannot. */
export const sizes: Readonly<Record<InquiryKind, { readonly least: number; readonly most: number }>> = {
  talk: { least: 3, most: 500 },
  interview: { least: 1, most: 500 },
  'focus-group': { least: 8, most: 12 },
  'depth-talk': { least: 1, most: 100 },
  observation: { least: 1, most: 100 },
};

/** Older than this many days nobody remembers what was agreed. */
const longestAgo = 366;

export type InquiryRefusal =
  | 'forbidden' | 'inquiry-day-ahead' | 'inquiry-day-old' | 'talk-before-results' | 'talk-too-few' | 'focus-group-size' | 'inquiry-too-many'
  | 'more-than-department' | 'names-somebody' | 'repeats-speech';

export interface InquirySituation {
  readonly who: Standing;
  readonly today: Day;
  /** People in the department and below it today. */
  readonly people: number;
  /** The smallest group of the company. */
  readonly k: number;
  readonly names: KnownNames;
  /** Of a talk: the day the survey closed. */
  readonly closed: Day | null;
}

/** HR, and whoever leads the department. */
export const mayInquire = ({ departmentId }: Pick<Inquiry, 'departmentId'>, who: Standing): boolean => who.hr || who.leads.has(departmentId);

/** As it may be kept, with the field in `details` where one is wrong. */
export function recorded(inquiry: Inquiry, situation: InquirySituation): Outcome<Inquiry, InquiryRefusal> {
  if (!mayInquire(inquiry, situation.who)) return refused('forbidden');
  return together([wrongDay(inquiry, situation), wrongNumber(inquiry, situation), ...wrongWords(inquiry, situation)]) ?? done({ ...inquiry, topic: inquiry.topic.trim(), points: inquiry.points.trim() });
}

type Checked = Refusal<InquiryRefusal> | null;

function wrongDay({ day }: Inquiry, { today, closed }: InquirySituation): Checked {
  if (day > today) return refused('inquiry-day-ahead', { field: 'day' });
  if (day < addDays(today, -longestAgo)) return refused('inquiry-day-old', { field: 'day' });
  return closed !== null && day < closed ? refused('talk-before-results', { field: 'day' }) : null;
}

function wrongNumber({ kind, participants }: Inquiry, { people }: InquirySituation): Checked {
  const { least, most } = sizes[kind];
  const details = { field: 'participants', n: participants, least, most };
  if (kind === 'focus-group' && (participants < least || participants > most)) return refused('focus-group-size', details);
  if (participants < least) return refused('talk-too-few', details);
  if (participants > most) return refused('inquiry-too-many', details);
  return kind !== 'observation' && participants > people ? refused('more-than-department', { ...details, people }) : null;
}

function wrongWords({ topic, points, participants }: Inquiry, { names, k }: InquirySituation): Checked[] {
  return ([['topic', topic], ['points', points]] as const).map(([field, words]) => {
    const name = namedIn(words, names);
    if (name !== null) return refused('names-somebody', { field, name });
    return participants < k && repeatsSpeech(words) ? refused('repeats-speech', { field, k, n: participants }) : null;
  });
}

/** What a few people said stays with those who lead them and with HR. A talk was heard by its team, and a workplace says nothing. */
export const staysWithLeaders = ({ kind, participants }: Inquiry, k: number): boolean => kind !== 'talk' && kind !== 'observation' && participants < k;

/** The department's own people and those below it, and whoever leads it. */
export function mayReadInquiry(inquiry: Inquiry, who: Standing, k: number): boolean {
  return mayInquire(inquiry, who) || (!staysWithLeaders(inquiry, k) && who.belongs.has(inquiry.departmentId));
}

/** Whoever wrote it down, and HR. */
export const mayRemove = (inquiry: Inquiry, who: Standing): boolean => who.hr || (inquiry.recordedBy === who.personId && mayInquire(inquiry, who));
