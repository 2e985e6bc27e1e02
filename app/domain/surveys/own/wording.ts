// Rules of good questions, as far as a program can see them, in the languages it knows. They warn: whoever asks knows more than a list of
// words does. A question about what somebody is, rather than about the work, is refused: it would single people out.
import type { Tongue } from '../../kernel/tongue.ts';
import type { OwnKind } from './own-kind.ts';

type WordingRule = 'two-ideas' | 'negation' | 'loaded' | 'no-period' | 'too-long' | 'one-person' | 'no-answer';

interface WordingFinding {
  readonly rule: WordingRule;
  /** What was found: a word, or how many there are. */
  readonly found: string;
  /** Better wordings made of the text itself; empty where only an example helps. */
  readonly better: readonly string[];
}

interface Rules {
  readonly joining: RegExp;
  /** Taken out before joining words and negations are looked for. */
  readonly harmless: RegExp;
  readonly negation: RegExp;
  readonly loaded: RegExp;
  readonly period: RegExp;
  readonly person: RegExp;
  readonly personal: RegExp;
  readonly noAnswer: RegExp;
  readonly most: number;
  readonly lengthOf: (text: string) => number;
  /** As two questions. */
  readonly apart: (text: string) => readonly string[];
  /** Without its negation, where that is one word. */
  readonly affirmed: (text: string) => readonly string[];
}

const english: Rules = {
  joining: /\b(and|or)\b/i,
  harmless: /\b(health and safety|research and development|terms and conditions|more and more|again and again|whether or not)\b/gi,
  negation: /\b(not|never|no longer|n[’']t|cannot|nothing|nobody)\b|n[’']t\b/i,
  loaded: /\b(obviously|clearly|surely|of course|excellent|great|terrible|awful|should|must)\b/i,
  period: /\b(days?|weeks?|months?|quarters?|years?|daily|weekly|monthly|today|past|last|since)\b/i,
  person: /\b((?:Mr|Mrs|Ms|Dr)\.? ?[A-Z]\w*|CEO|managing director|head of (?:hr|finance|sales|it))\b/i,
  personal: /\b(your (?:age|gender|sex|religion|nationality|ethnicity|health|disability|marital status|sexual orientation)|how old are you|are you (?:married|pregnant|male|female|disabled))\b/i,
  noAnswer: /^(don[’']t know|do not know|not applicable|n\/a|no answer|prefer not to say|no opinion)$/i,
  most: 20,
  lengthOf: (text) => text.split(/\s+/).filter((word) => /\w/.test(word)).length,
  apart: (text) => {
    const found = /^(.*\b(?:with|about|of|for|in|on|at|by|from|to)\s)(.+?)\s(?:and|or)\s(.+?)([.?!]?)$/i.exec(text);
    return found ? [`${found[1]}${found[2]}${found[4]}`, `${found[1]}${found[3]}${found[4]}`] : [];
  },
  affirmed: (text) => (/\b(is|are|was|were|can|will|do) not\b/i.test(text) ? [text.replace(/\b(?:do |(is|are|was|were|can|will) )not\b/i, '$1').replace(/\s{2,}/g, ' ')] : []),
};

const chinese: Rules = {
  joining: /以及|并且|並且|和|或/,
  harmless: /和谐|和諧|温和|溫和|总和|總和|和睦|和平|和[^，。]{1,6}一起|或许|或許|(.)不\1|是不是|有没有|有沒有|不同(?!意)|不断|不斷|不仅|不僅|不管|不论|不論|差不多|不少|不但|不久/g,
  negation: /不|没有|沒有|从未|從未|无法|無法/,
  loaded: /显然|顯然|应该|應該|当然|當然|优秀|優秀|糟糕|必须|必須/,
  period: /[天日周週月季年]|星期|过去|過去|最近|今天|以来|以來/,
  person: /总经理|總經理|董事长|董事長|首席执行官|首席執行官|先生|女士/,
  personal: /您的?(?:年龄|年齡|性别|性別|宗教|民族|国籍|國籍|健康状况|健康狀況|婚姻|残疾|身心障礙)|您多大|您几岁|您幾歲/,
  noAnswer: /^(不知道|不清楚|不适用|不適用|不愿回答|不願回答|无意见|無意見)$/,
  most: 35,
  lengthOf: (text) => (text.match(/\p{Script=Han}/gu) ?? []).length,
  apart: (text) => {
    const found = /^(.*?[对對])(.+?)(?:以及|和|或)(.+?)((?:满意|滿意|是否|感到|有多|的).*)$/.exec(text);
    return found ? [`${found[1]}${found[2]}${found[4]}`, `${found[1]}${found[3]}${found[4]}`] : [];
  },
  affirmed: () => [],
};

const rulesOf = (tongue: Tongue): Rules | null => (tongue.startsWith('zh') ? chinese : tongue === 'en' || tongue.startsWith('en-') ? english : null);

/** What stands in brackets explains, and may join. */
const bare = (text: string): string => text.replace(/[（(][^（()）]*[)）]/g, ' ');

const without = (text: string, word: string): string => {
  const rest = text.replace(word, '').replace(/\s{2,}/g, ' ').replace(/\s+([?.!,])/g, '$1').trim();
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
};

/** `of`: what is looked at, a question of some kind or one of its answers. Nothing in a language whose rules the program does not know. */
export function wordingOf(text: string, tongue: Tongue, of: OwnKind | 'answer'): readonly WordingFinding[] {
  const rules = rulesOf(tongue);
  if (!rules || text.trim() === '') return [];
  if (of === 'answer') return one(rules.noAnswer, text.trim(), 'no-answer');
  const stem = bare(text).replace(rules.harmless, ' ');
  const length = rules.lengthOf(text);
  return [
    ...one(rules.joining, stem, 'two-ideas', () => rules.apart(text)),
    ...one(rules.negation, stem, 'negation', () => rules.affirmed(text)),
    ...one(rules.loaded, stem, 'loaded', (word) => (/^(should|must|应该|應該|必须|必須)$/i.test(word) ? [] : [without(text, word)])),
    ...(of === 'frequency' && !rules.period.test(text) ? [{ rule: 'no-period' as const, found: '', better: [] }] : []),
    ...(length > rules.most ? [{ rule: 'too-long' as const, found: String(length), better: [] }] : []),
    ...one(rules.person, stem, 'one-person'),
  ];
}

/** How much is still read easily; null in a language whose rules the program does not know. */
export const mostInQuestion = (tongue: Tongue): number | null => rulesOf(tongue)?.most ?? null;

function one(sign: RegExp, text: string, rule: WordingRule, better: (word: string) => readonly string[] = () => []): WordingFinding[] {
  const found = sign.exec(text);
  return found ? [{ rule, found: found[0].trim(), better: better(found[0].trim()) }] : [];
}

/** The same of a short name, such as «Age»: it says what the question asks. */
export const personalLabel = (label: string, tongue: Tongue): string | null => (personalWord(tongue.startsWith('zh') ? `您的${label}` : `your ${label}`, tongue) === null ? null : label);

/** A word that asks what somebody is; null where there is none. */
export function personalWord(text: string, tongue: Tongue): string | null {
  return rulesOf(tongue)?.personal.exec(text)?.[0] ?? null;
}
