import { describe, expect, test } from 'vitest';
import { masked, placesOf, shownTexts, type WordGroup } from '#app/domain/reports/passing-on.ts';

const texts = (name: string) => ['Overtime again', `says ${name}`, '食堂太远', `${name}, always ${name}`].map((text, position) => ({ position, text }));

function shownWith(name: string) {
  const group: WordGroup = { key: 'g', departments: ['a'], whole: true, texts: texts(name) };
  const blackedOut = group.texts.flatMap(({ position, text }) => placesOf(name, text).map((place) => ({ position, ...place })));
  return shownTexts('release', { group, passing: { passedOn: '2026-11-20' as never, leftOut: new Set() }, blackedOut, sight: 'passed-on' });
}

test('neither the id of a text nor its place lets the name under a bar be guessed', () => {
  expect(shownWith('Bob Smith')).toEqual(shownWith('欧阳娜娜'));
  expect(shownWith('Bob Smith').map(({ text }) => text).toSorted()).toEqual(['Overtime again', 'says ███', '███, always ███', '食堂太远'].toSorted());
});

describe('a bar', () => {
  test.each([
    ['says Bob Smith.', 'bob  smith', 'says ███.'],
    ['王小明和王小明', '王小明', '███和███'],
    ['A+B (really)', 'A+B', '███ (really)'],
    ['nobody', '', 'nobody'],
    ['nobody', 'Bob', 'nobody'],
    ['🙂Ann🙂', 'Ann', '🙂███🙂'],
  ])('over «%s» for %s gives «%s»', (text, name, shown) => {
    expect(masked(text, placesOf(name, text).map((place) => ({ position: 0, ...place })))).toBe(shown);
  });

  test('that overlaps another is one', () => {
    expect(masked('Bob Smith left', [{ position: 0, begins: 0, ends: 9 }, { position: 0, begins: 4, ends: 9 }, { position: 0, begins: 0, ends: 3 }])).toBe('███ left');
  });
});
