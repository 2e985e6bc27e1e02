import { expect, test } from 'vitest';
import { namesIn } from '#app/ballot/names-in.ts';

const group = ['Anna Lindqvist', 'Li Na', 'May Chen', '王小明', '欧阳娜', '陳怡'];

test.each([
  ['Anna never answers', ['Anna']],
  ['ask Lindqvist’s team', ['Lindqvist']],
  ['Lindqvist, and only Lindqvist', ['Lindqvist']],
  ['in may there was no leave', []],
  ['小明 and 王小明', ['王小明']],
  ['请小明开会', ['小明']],
  ['陳怡很好', ['陳怡']],
  ['陈先生', []],
  ['write to a.b@example.org', ['a.b@example.org']],
  ['call 0171-555 0199', ['0171-555 0199']],
  ['电话１３８００１３８０００', ['１３８００１３８０００']],
  ['since 2024 we are 12', []],
  ['my Team Lead and the manager', ['Team Lead', 'manager']],
  ['班长和經理', ['班长', '經理']],
  ['Fewer meetings, please. 食堂太远！', []],
])('in «%s» %j may name somebody', (text, found) => {
  expect(namesIn(text, group)).toEqual(found);
});

test('no text makes it slow', () => {
  for (const text of ['9'.repeat(4000), '9 '.repeat(2000), '@'.repeat(4000), 'a'.repeat(4000)]) expect(namesIn(text, group).length).toBeLessThan(3);
});
