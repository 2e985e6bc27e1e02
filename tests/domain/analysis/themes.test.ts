// Themes are counted over texts, by words that stand there as words, in English, 简体 and 繁體.
import { describe, expect, test } from 'vitest';
import { stopWords, themes } from '#app/domain/analysis/words/theme-lexicon.ts';
import { countThemes, languageOfText, themesOf, typicalWords, wordsOf } from '#app/domain/analysis/words/themes.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { comments } from '#db/seed/comments.ts';

describe('a text', () => {
  test.each([
    ['Publish the pay bands.', ['pay']],
    ['The payroll deadline', ['workload']],
    ['员工资料要保密', []],
    ['工资太低', ['pay']],
    ['加班费按时发。', ['overtime']],
    ['夜班食堂多加几个热菜。', ['shifts', 'food']],
    ['調薪標準公開。', ['pay', 'information']],
    ['開會前先給議程。', ['meetings']],
    ['Home Office for all', ['home']],
    ['My home is far', []],
    ['A quiet room.', ['room']],
    ['', []],
    ['🙂！？', []],
  ])('«%s» is about %j', (text, about) => {
    expect(themesOf(text)).toEqual(about);
  });

  test('in traditional signs is found as the same one in simplified signs is', () => {
    for (const [hans, hant] of [['希望多招几个人，人手不足', '希望多招幾個人，人手不足'], ['奖金怎么算', '獎金怎麼算'], ['培训时间长一点', '培訓時間長一點']] as const) {
      expect([hans, themesOf(hant)]).toEqual([hans, themesOf(hans)]);
      expect(themesOf(hans).length).toBeGreaterThan(0);
    }
  });

  test('of the demonstration is mostly about something, in every language', () => {
    for (const language of languages) {
      const texts = Object.values(comments).flatMap((of) => of[language] ?? []);
      expect(texts.filter((text) => themesOf(text).length > 0).length / texts.length, language).toBeGreaterThan(0.6);
    }
  });
});

describe('a theme', () => {
  test('is told from k texts on, and counts a text once however often the word stands in it', () => {
    const texts = ['overtime', 'Overtime, overtime, overtime!', 'no more overtime', '加班太多'];
    expect(countThemes(texts, 5)).toEqual([]);
    expect(countThemes([...texts, 'overtime again'], 5)).toEqual([{ id: 'overtime', texts: 5 }]);
  });

  test('is named in every language, has words in each, and no word twice or among those that say nothing', () => {
    expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length);
    for (const { id, label, words } of themes) {
      for (const language of languages) expect(label[language], id).toBeTruthy();
      expect([/[a-z]/, /\p{Script=Han}/u].every((script) => words.some((word) => script.test(word))), id).toBe(true);
      expect(words.filter((word) => stopWords.has(word)), id).toEqual([]);
      for (const word of words) expect(themesOf(word), word).toContain(id);
    }
  });
});

describe('typical words', () => {
  const often = (text: string, times: number) => Array.from({ length: times }, (_, at) => `${text} ${'abcdefghijklmnopqrstuvwxyz'[at % 26]!.repeat(3)}`);

  test('stand in clearly more texts here than elsewhere, and in at least k', () => {
    const here = [...often('the printer jams', 12), ...often('canteen', 3)];
    const there = [...often('canteen', 30), ...often('parking', 20)];
    expect(typicalWords(here, there, 5)).toEqual(expect.arrayContaining(['printer', 'jams']));
    expect(typicalWords(here, there, 5)).not.toContain('canteen');
    expect(typicalWords(here, there, 13)).toEqual([]);
    expect(typicalWords(here, [], 5)).toEqual([]);
  });

  test('are not what one person wrote many times in one text', () => {
    expect(typicalWords(['printer '.repeat(50), ...often('rota', 10)], often('rota', 40), 5)).toEqual([]);
  });
});

test('Chinese is cut into words, punctuation of any width is none', () => {
  expect(wordsOf('夜班，食堂！').list).toEqual(['夜班', '食堂']);
});

test('the script of a text is known by its signs', () => {
  expect([languageOfText('少开会，多解决问题。'), languageOfText('開會前先給議程。'), languageOfText('Fewer meetings'), languageOfText('🙂'), languageOfText('OK，请用 Excel')]).toEqual(['zh-Hans', 'zh-Hant', 'en', null, 'zh-Hans']);
});
