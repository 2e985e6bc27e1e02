import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { chineseWords, englishWords } from '#app/domain/surveys/sealed/fingerprint-words.ts';
import { fingerprint, wordsOf } from '#app/domain/surveys/sealed/fingerprint.ts';

const hash = 'ab'.repeat(32);

test('the six words are the bytes of scrypt over the hash', () => {
  const slow = scryptSync(Buffer.from(hash, 'hex'), 'murmur fingerprint', 6, { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 26 });
  expect(fingerprint(hash, englishWords)).toEqual([...slow].map((byte) => englishWords[byte]));
  expect(fingerprint(hash, chineseWords)).toEqual([...slow].map((byte) => chineseWords[byte]));
});

test('another hash has other words', () => {
  expect(fingerprint(`${hash.slice(0, -1)}a`, englishWords)).not.toEqual(fingerprint(hash, englishWords));
});

test('each list has 256 different words, and both Chinese scripts share theirs', () => {
  for (const words of [englishWords, chineseWords]) expect(new Set(words).size).toBe(256);
  expect(wordsOf('zh-Hans')).toBe(wordsOf('zh-Hant'));
  expect(englishWords.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  expect(chineseWords.every((word) => /^\p{Script=Han}$/u.test(word))).toBe(true);
});
