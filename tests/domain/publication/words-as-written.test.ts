// What people wrote is published as they wrote it: nothing is taken away but what cannot be seen and would tell devices apart.
import { expect, test } from 'vitest';
import { publish } from '#app/domain/publication/publish.ts';
import { all, tallyOf } from '#tests/support/tallies.ts';

function published(...written: readonly string[]): string[] {
  const texts = written.map((text, row) => ({ row, text }));
  const release = publish(tallyOf({ tree: 'top', answers: { top: { pay: all(20, 4) } }, rest: { texts } }));
  if (!release.ok) throw new Error(release.because);
  return release.value.comments.map(({ text }) => text);
}

test.each(['食堂太远，夜班（十点以后）没有热菜！真的吗？', '「加班」太多；請改善：一、人手；二、排班。', '班次Ａ和班次Ｂ，１２小时', '½ day off, 20 m², ﬁne… “quoted” – yes'])('%s stays as it was written', (written) => {
  expect(published(written)).toEqual([written]);
});

test('the same letters typed on two devices are one text, and nothing invisible stays', () => {
  expect(published('cafe\u0301\u200b  au \t lait\u00a0 ')).toEqual(['café au lait']);
});

test('half a pair of UTF-16, which a changed browser can send, is not published: programs that read it would stop', () => {
  expect(published('half \ud800 a pair \udc00', 'and 🙂 whole').sort()).toEqual(['and 🙂 whole', 'half a pair']);
});

test('full-width punctuation stays', () => {
  expect(published('夜班（十点以后）没有热菜！')).toEqual(['夜班（十点以后）没有热菜！']);
});
