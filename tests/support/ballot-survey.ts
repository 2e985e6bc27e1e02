// Sealed surveys for the ballot page, with real keys: the core pulse of the library, and one with every kind of question.
import { forEachLanguage, type Localized } from '#app/domain/kernel/language.ts';
import { sealedText } from '#app/domain/publication/tally/manifest-text.ts';
import { day } from '#app/domain/kernel/day.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import type { SurveyTemplate } from '#app/domain/surveys/questions/library-item.ts';
import { blockKey, boxKey, shortSha256Of, type BlockKey, type BoxKey } from './ballot-keys.ts';

const same = (text: string) => forEachLanguage(() => text);
const said = (en: string, hans: string, hant: string): Localized => ({ en, 'zh-Hans': hans, 'zh-Hant': hant });

export const coreQuestions: readonly Question[] = questionsOf(template('pulse-core') as SurveyTemplate, { k: 5 });

const levels = [said('Low', '低', '低'), said('Medium', '中', '中'), said('High', '高', '高')];

/** One question of every kind; a background question stands first and has to be asked last. */
export const everyKind: readonly Question[] = [
  { kind: 'background', id: 'site', text: said('Where do you work?', '您在哪里工作？', '您在哪裡工作？'), dimension: null, k: 5, options: [{ id: 'north', label: said('North', '北区', '北區') }, { id: 'south', label: said('South', '南区', '南區') }] },
  coreQuestions[0] as Question,
  ...questionsOf({ ...(template('pulse-core') as SurveyTemplate), items: ['WKL-02', 'OUT-03'], blocks: ['importance-pick3'] }, { k: 5 }),
  { kind: 'choice', id: 'shift', text: said('Which shift do you prefer?', '您偏好哪个班次？', '您偏好哪個班次？'), dimension: null, k: 5, options: [{ id: 'early', label: said('Early', '早班', '早班') }, { id: 'late', label: said('Late', '晚班', '晚班') }] },
  { kind: 'pair', id: 'pe-pair-growth', text: said('Growth', '成长', '成長'), dimension: null, k: 5, points: 3, labels: levels, expected: said('What do you expect?', '您期望什么水平？', '您期望什麼水準？'), experienced: said('What do you find?', '实际是什么水平？', '實際是什麼水準？') },
  { kind: 'open', id: 'OPN-01', text: said('What should change first?', '首先应当改变什么？', '首先應當改變什麼？'), dimension: null, k: 10, longest: 500 },
];

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Index into the blocks. */
  readonly block: number;
}

export interface SealedSurvey {
  readonly manifest: Manifest;
  readonly text: string;
  /** SHA-256 of the manifest, hex. */
  readonly hash: string;
  readonly people: readonly Person[];
  readonly keys: readonly BlockKey[];
  readonly box: BoxKey;
  readonly salt: string;
}

const family = ['Ana Ruiz', 'Bo Lindqvist', '陈静', 'Dana Weiss', 'Emil Novak', '傅晓明', 'Grace Okafor', 'Hugo Martin'];

export const people: readonly Person[] = [0, 1].flatMap((block) =>
  family.map((name, place) => ({ id: `p${block}${place}`, name: block === 0 ? name : `${name} II`, block })),
);

export const salt = Buffer.from('a salt that nobody knows').toString('base64url');

/** Names of a block, sorted by code point. */
export function namesIn(block: number): string[] {
  return people.filter((person) => person.block === block).map(({ name }) => name).sort((one, other) => (one < other ? -1 : 1));
}

export interface Sealing {
  readonly questions?: readonly Question[];
  readonly pages?: Manifest['pages'];
  readonly change?: (manifest: Manifest) => Manifest;
}

export async function sealedSurvey({ questions = coreQuestions, pages, change = (same) => same }: Sealing = {}): Promise<SealedSurvey> {
  const keys = [blockKey(), blockKey()];
  const box = await boxKey();
  const names = (block: number): string => shortSha256Of(`${salt}\n${namesIn(block).join('\n')}`);
  const keyHash = (block: number): string => shortSha256Of(Buffer.from(keys[block]?.key ?? '', 'base64url'));
  const manifest = change({
    murmur: 1,
    survey: {
      id: 'pulse-1',
      title: said('Autumn pulse', '秋季脉搏调查', '秋季脈動調查'),
      purpose: said('How are pay, benefits and workload for you right now?', '目前的薪酬、福利和工作量对您来说怎么样？', '目前的薪酬、福利和工作量對您來說怎麼樣？'),
      opens: day('2026-11-16'),
      closes: day('2026-11-30'),
      programme: null,
    },
    k: 5,
    languages: ['en', 'zh-Hans', 'zh-Hant'],
    questions,
    departments: [
      { id: 'company', parentId: null, name: 'Company' },
      { id: 'finance', parentId: 'company', name: 'Finance' },
      { id: 'legal', parentId: 'company', name: 'Legal' },
      { id: 'sales', parentId: 'company', name: 'Sales' },
    ],
    blocks: [
      { id: 'b0', departments: ['finance', 'legal'], place: 'finance', invited: family.length, names: names(0), key: keyHash(0) },
      { id: 'b1', departments: ['sales'], place: 'sales', invited: family.length, names: names(1), key: keyHash(1) },
    ],
    box: box.key,
    cuts: [],
    pages: pages ?? same('0'.repeat(64)),
  });
  const { text, hash } = sealedText(manifest);
  return { manifest, text, hash, people, keys, box, salt };
}
