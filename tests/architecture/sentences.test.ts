import { describe, expect, test } from 'vitest';
import { en as ballotEnglish } from '#app/text/ballot/en.ts';
import { zhHans as ballotHans } from '#app/text/ballot/zh-Hans.ts';
import { zhHant as ballotHant } from '#app/text/ballot/zh-Hant.ts';
import { en } from '#app/text/en/index.ts';
import { zhHans } from '#app/text/zh-Hans/index.ts';
import { zhHant } from '#app/text/zh-Hant/index.ts';
import { ballotSentences } from '#tests/support/ballot-sentences.ts';

type Said = readonly (readonly [string, string])[];

const english: Said = [...Object.entries(en), ...ballotSentences(ballotEnglish)];
const hans: Said = [...Object.entries(zhHans), ...ballotSentences(ballotHans)];
const hant: Said = [...Object.entries(zhHant), ...ballotSentences(ballotHant)];

const saying = (said: Said, pattern: RegExp): string[] => said.filter(([, sentence]) => pattern.test(sentence)).map(([key, sentence]) => `${key}: ${sentence}`);

// Words of the code and of elections, which a newcomer would have to look up, and words that only a translator would write.
const avoided: readonly (readonly [string, Said, string, RegExp])[] = [
  ['English', english, 'You are counted with sales', /internal customer|short plank|counted (together )?with|what (became|came) of (it|the)/i],
  ['English', english, 'Take your ballot paper', /\bballots?\b/i],
  ['zh-Hans', hans, '请领取选票', /[选投]票|票箱/],
  ['zh-Hans', hans, '我的内部顾客', /内部顾客|独自上路|亲笔|不复在|说明原因、/],
  ['zh-Hans', hans, '本站与本平台', /本站|本平台|门户/],
  ['zh-Hant', hant, '請領取選票', /[選投]票|票箱/],
  ['zh-Hant', hant, '我的內部顧客', /內部顧客|獨自上路|親筆|短板|說明原因、/],
  ['zh-Hant', hant, '本站與入口網站', /本站|本平台|入口網站/],
  ['zh-Hant', hant, '相關系數', /系數|繪制|不複存在|檢驗|發佈|公佈|發布|占(?!用)|數據|網絡|脈搏|質量|軟件|通過郵件/],
];

describe('sentences use words that are read without a glossary', () => {
  test.each(avoided)('%s', (_language, said, example, pattern) => {
    expect(saying([['example', example]], pattern)).toHaveLength(1);
    expect(saying(said, pattern)).toEqual([]);
  });
});

describe('Chinese is set like Chinese', () => {
  // A list that a machine reads back keeps its own semicolons.
  const read = new Set(['yardsticks.outside.hint']);
  const set = [...Object.entries(zhHans), ...Object.entries(zhHant)].filter(([key]) => !read.has(key));

  test.each([
    ['full-width punctuation', '请看,再答', /[一-鿿][,;:!?()]|[,;!?][一-鿿]/],
    ['a space between Chinese and Latin letters or digits', '约5分钟', /[一-鿿][A-Za-z0-9]|[A-Za-z0-9%][一-鿿]/],
    ['no space around a day', '将于 {closes} 截止', /[一-鿿] \{(day|closes|opens|last|since|until)\}|\{(day|closes|opens|last|since|until)\} [一-鿿]/],
    ['one form of address', '你的答案', /你/],
  ])('%s', (_rule, example, pattern) => {
    expect(saying([['example', example]], pattern)).toHaveLength(1);
    expect(saying(set, pattern)).toEqual([]);
  });

  test('English has one kind of quotation marks', () => {
    expect(saying([['example', 'Open «Change»']], /[«»„"]/)).toHaveLength(1);
    expect(saying(english, /[«»„"]/)).toEqual([]);
  });

  test('each script has its quotation marks and its characters', () => {
    expect(saying(hans, /[「」『』«»們這個來時說對會與問題調選開關設備數據單]/)).toEqual([]);
    expect(saying(hant, /[“”«»们这个来时说对会与问题调选开关设备数据单链]/)).toEqual([]);
  });
});

describe('one place has one name, in the navigation, on the phone, on Home and on itself', () => {
  test.each([
    ['home.title', 'nav.home'],
    ['surveys.title', 'nav.surveys'],
    ['results.title', 'nav.results'],
    ['plans.title', 'nav.plans'],
    ['people.title', 'nav.people'],
    ['privacy.title', 'nav.privacy'],
    ['team.title', 'nav.team', 'nav.team.short'],
    ['feed.title', 'nav.feed', 'nav.feed.short', 'home.feed'],
  ] as const)('%s', (...keys) => {
    for (const texts of [en, zhHans, zhHant]) expect(new Set(keys.map((key) => texts[key])).size).toBe(1);
  });

  test('the ballot page names the page it leads to', () => {
    expect([ballotEnglish, ballotHans, ballotHant].map(({ sent }) => sent.portal)).toEqual([en, zhHans, zhHant].map((texts) => texts['feed.title']));
  });
});
