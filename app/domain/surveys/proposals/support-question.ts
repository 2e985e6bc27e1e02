// «How important would it be to you that …?»: what people think of a proposal is asked in a pulse like everything else, so that nobody sees
// a number before the release, and none of fewer people than may be shown.
import type { Language } from '../../kernel/language.ts';
import { isLanguage, forEachLanguage } from '../../kernel/language.ts';
import type { Day } from '../../kernel/day.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import type { Extra } from '../questions/extras.ts';
import { askedWords, type Proposal } from './proposal.ts';
import type { ScaleQuestion } from '../questions/question.ts';
import { libraryScale } from '../questions/question-library.ts';
import type { Survey } from '../survey.ts';
import { labelOnly } from '../questions/questions-of.ts';

const support = 'support-';
/** Whoever proposed it is for it, and known to HR; of a text perhaps by the way it is written. One floor for both, so that the manifest does
 * not tell which of the two it was. */
const fewestForSupport = 8;

/** Of one proposal, for good: it is asked about once. */
export const supportId = (proposalId: string): string => `${support}${proposalId}`;

export const isSupport = (questionId: string): boolean => questionId.startsWith(support);

interface Asked {
  readonly k: number;
  readonly languages: readonly Tongue[];
}

function supportQuestion(id: string, text: Readonly<Record<Tongue, string>>, { k, languages }: Asked): ScaleQuestion {
  const { labels } = libraryScale('IMP5');
  const first = text[languages[0] ?? 'en'] ?? '';
  const further = Object.fromEntries(languages.flatMap((tongue) => (isLanguage(tongue) ? [] : [[tongue, text[tongue] ?? first]])));
  const said = { ...further, ...forEachLanguage((language: Language) => text[language] ?? first) };
  return { kind: 'scale', id: supportId(id), text: said, dimension: null, k: Math.max(k, fewestForSupport), points: labels.length, reverse: false, labels: labels.map(labelOnly), low: null };
}

/** Ids of questions that somebody was asked; what was lost unread may be asked again. */
export function askedIn(surveys: readonly Pick<Survey, 'state' | 'definition'>[]): ReadonlySet<string> {
  return new Set(surveys.filter(({ state }) => state === 'sealed' || state === 'closed').flatMap(({ definition }) => definition.questions.map(({ id }) => id)));
}

/** One that no sealed survey has asked yet and that has words in every language of the pulse waits for its turn. */
export function extrasOfProposals(proposals: readonly Proposal[], { asked, ...pulse }: Asked & { readonly asked: ReadonlySet<string> }): Extra[] {
  return proposals.flatMap((proposal) => {
    const words = askedWords(proposal);
    if (!words || asked.has(supportId(proposal.id)) || pulse.languages.some((tongue) => words.text[tongue] === undefined)) return [];
    const since: Day = words.on;
    return [{ kind: 'proposed' as const, questions: [supportQuestion(proposal.id, words.text, pulse)], since, of: null, plans: [] }];
  });
}
