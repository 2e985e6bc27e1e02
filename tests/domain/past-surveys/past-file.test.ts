// What is told about a file of past answers before anybody has said what it holds, and what is made of what HR says.
import { describe, expect, test } from 'vitest';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { guessRoles, libraryItemNamed } from '#app/domain/past-surveys/guess.ts';
import { valueOf } from '#app/domain/past-surveys/column.ts';
import { lookReader } from '#app/domain/past-surveys/look.ts';
import { itemIdOf, pastItemsOf, translationOf, wordsOf, type PastMapping, type PastQuestion } from '#app/domain/past-surveys/mapping.ts';
import { matchPlaces, pastCompany } from '#app/domain/past-surveys/places.ts';
import { scaleIn } from '#app/domain/past-surveys/scale.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';

function lookAt(header: readonly string[], rows: readonly (readonly string[])[], k = 5) {
  const reader = lookReader(header, k);
  for (const row of rows) reader.row(row);
  return reader.finish();
}

const question = (more: Partial<PastQuestion>): PastQuestion => ({ item: null, text: 'Is the canteen good?', dimension: null, points: 5, reverse: false, none: [], ...more });

const times = (count: number, row: (at: number) => readonly string[]) => Array.from({ length: count }, (_, at) => row(at));

describe('what a column looks like', () => {
  test('is counts, ranges and lengths', () => {
    const { columns, shapes } = lookAt(['pay', 'why'], [...times(6, (at) => [String(1 + (at % 5)), '']), ['', 'because of Ada']]);
    expect(columns[0]).toMatchObject({ name: 'pay', numbers: 6, texts: 0, empty: 1, lowest: 1, highest: 5, distinct: 5 });
    expect(columns[1]).toMatchObject({ numbers: 0, texts: 1, empty: 6, longest: 14 });
    expect(shapes.at(-1)).toEqual([{ kind: 'empty' }, { kind: 'text', length: 14 }]);
  });

  test('repeats a word or a code only where k rows share it', () => {
    const rows = (codes: number) => [...times(20, (at) => [String(1 + (at % 5))]), ...times(codes, () => ['top']), ...times(codes, () => ['99']), ['my own words']];
    expect(lookAt(['pay'], rows(5)).columns[0]?.seen).toEqual({ scales: ['1..5 none 99'], declined: 0, unknown: ['top'], rare: 1 });
    expect(lookAt(['pay'], rows(4)).columns[0]?.seen).toEqual({ scales: ['1..5'], declined: 0, unknown: [], rare: 5 });
  });

  test('tells no range of fewer than k numbers', () => {
    expect(lookAt(['pay'], times(4, () => ['2'])).columns[0]).toMatchObject({ numbers: 4, lowest: null, highest: null });
  });

  test('knows a code such as 99 from the points of a scale', () => {
    const column = lookAt(['pay'], [...times(40, (at) => [String(1 + (at % 5))]), ...times(6, () => ['99'])]).columns[0];
    expect(column).toMatchObject({ seen: { scales: ['1..5 none 99'] } });
  });

  test('sees what could be people', () => {
    expect(lookAt(['a', 'b'], times(9, (at) => [`p${at}@x.example`, ['Ada Li', 'Bo Chen', 'Cleo Wang'][at % 3]!])).columns.map(({ looks }) => looks)).toEqual(['e-mails', 'names']);
  });

  test('holds nothing of the rows but ten patterns', () => {
    const look = lookAt(['why'], times(50, (at) => [`secret ${at}`]));
    expect(look.shapes.length).toBe(10);
    expect(JSON.stringify(look)).not.toContain('secret');
  });
});

describe('a guess', () => {
  test.each([
    ['PAY-01', 'PAY-01'],
    ['pay_01', 'PAY-01'],
    ['PAY-01: satisfaction', 'PAY-01'],
    [libraryItem('WKL-02')!.text.en.toUpperCase(), 'WKL-02'],
    [`Q7. ${libraryItem('BEN-01')!.text.en}`, 'BEN-01'],
    [libraryItem('GRW-01')!.text['zh-Hans'] ?? '', 'GRW-01'],
    [`3、${libraryItem('GRW-01')!.text['zh-Hant']}`, 'GRW-01'],
    ['The canteen', null],
    ['NEW-99', null],
  ])('knows «%s» from the library', (name, id) => {
    expect(libraryItemNamed(name)).toBe(id);
  });

  test('finds department and questions, and leaves ids, years and texts out', () => {
    const look = lookAt(['序号', '部门', 'PAY-01', 'Canteen', 'Year', 'Comment'], times(40, (at) => [String(at), 'North', '4', String(1 + (at % 7)), '2024', 'x']));
    expect(guessRoles(look).roles.map((role) => (role.as === 'question' ? `${role.question.item ?? 'own'} ${role.question.points}` : role.as))).toEqual([
      'leave-out', 'department', 'PAY-01 5', 'own 7', 'leave-out', 'leave-out',
    ]);
  });

  test('asks for no table by itself', () => {
    const look = lookAt(['department', 'tenure', 'PAY-01'], times(40, (at) => ['North', ['<1', '1-3'][at % 2]!, '4']));
    expect(guessRoles(look).roles.map(({ as }) => as)).not.toContain('cut');
  });

  test('takes an answer above the scale for a slip where it is rare', () => {
    const look = lookAt(['PAY-01'], [...times(60, (at) => [String(1 + (at % 5))]), ['9']]);
    expect(guessRoles(look).roles[0]).toMatchObject({ question: { points: 5 } });
  });
});

describe('answers in words', () => {
  test.each([
    ['AGR5', ['Strongly agree', 'disagree', 'Agree ', 'Not applicable / prefer not to say']],
    ['SAT5', ['非常满意', '一般', '不满意']],
    ['AGR5', ['非常同意', '同意', '普通', '不同意']],
    [null, ['Agree', 'Works']],
    [null, ['Agree']],
    [null, ['High', 'Low']],
    [null, ['<1', '1-3']],
  ])('are the points of %s', (scale, texts) => {
    expect(lookAt(['q'], times(40, (at) => [texts[at % texts.length]!])).columns[0]?.seen.scales.map((said) => scaleIn(said)?.points)).toEqual(scale === null ? [] : [5]);
  });

  test('are read by their points, «not applicable» as none, and another word stays one', () => {
    const look = lookAt(['department', 'PAY-02'], times(40, (at) => ['North', ['Agree', 'Strongly disagree'][at % 2]!]));
    const { layout, roles } = guessRoles(look);
    expect(roles[1]).toMatchObject({ question: { item: 'PAY-02', points: 5 } });
    const item = pastItemsOf({ layout, roles, questions: new Map() }, 5).get('PAY-02')!;
    expect(['Agree', ' strongly DISAGREE', '比较同意', 'Not applicable / prefer not to say', 'Perhaps', ''].map((word) => valueOf(word, item))).toEqual([3, 0, 3, -1, null, -1]);
  });
});

const company: ListedDepartment[] = [
  ['amber', null, 'Amber'], ['sales', 'amber', 'Sales'], ['north', 'sales', 'North'], ['works', 'amber', 'Works'], ['north-works', 'works', 'North'], ['rd', 'amber', 'R/D'],
].map(([id, parentId, name], position) => ({ id: id!, parentId: parentId ?? null, name: name!, code: `code-${id}`, headId: null, position, closed: false }));

describe('a department of the file', () => {
  test.each([
    ['north', 'north'],
    ['CODE-SALES', 'sales'],
    ['Amber / Sales / North', 'north'],
    ['Sales/North', 'north'],
    ['works > north', 'north-works'],
    ['  sales ', 'sales'],
    ['R/D', 'rd'],
    ['Sales / South', undefined],
    ['Marketing', undefined],
    ['', 'amber'],
  ])('called «%s» is found', (name, id) => {
    expect(matchPlaces([name], company).get(name)).toBe(id);
  });

  test('is not guessed where two have its name', () => {
    const twins = company.map((one) => ({ ...one, id: one.id === 'north' ? 'n1' : one.id, code: one.id === 'north' ? 'n1' : one.code }));
    expect(matchPlaces(['North'], twins).get('North')).toBeUndefined();
  });

  test('brings along only those above it: nobody else answered then', () => {
    const { departments } = pastCompany(new Map([['North', 'north'], ['Gone', null], ['Works / Old', null]]), company);
    expect(departments.departments.map(({ name, parentId }) => [name, parentId])).toEqual([['Amber', null], ['Sales', 'amber'], ['North', 'sales'], ['Works', 'amber'], ['Gone', 'amber'], ['Old', 'works']]);
  });

  test('that existed only then has the same id in every past survey', () => {
    const id = (name: string) => pastCompany(new Map([[name, null]]), company).places.get(name);
    expect(id('Gone')).toBe(id('gone '));
    expect(company.map((one) => one.id)).not.toContain(id('Gone'));
  });
});

describe('a question of its own', () => {
  test('is the same in another survey with the same words and scale, and never one of the library', () => {
    expect(itemIdOf(question({}))).toBe(itemIdOf(question({ text: ' is the canteen  GOOD?' })));
    expect(itemIdOf(question({}))).not.toBe(itemIdOf(question({ points: 7 })));
    expect(libraryItem(itemIdOf(question({})))).toBeUndefined();
  });

  test('of the library keeps its words, so that lines join; on another scale it does not pass for the same', () => {
    const words = (points: number) => wordsOf({ layout: 'wide', roles: [{ as: 'question', question: question({ item: 'PAY-01', points }) }], places: new Map(), questions: new Map() }, ['a'], 5)[0];
    expect(words(5)).toMatchObject({ id: 'PAY-01', kind: 'scale', points: 5, text: libraryItem('PAY-01')!.text });
    expect(words(7)).toMatchObject({ id: 'PAY-01', kind: 'scale', points: 7 });
  });
});

describe('a translated row', () => {
  const wide: PastMapping = { layout: 'wide', roles: [{ as: 'leave-out' }, { as: 'department' }, { as: 'question', question: question({ item: 'PAY-01' }) }], places: new Map([['Nord', 'north']]), questions: new Map() };

  test('keeps its columns in their places', () => {
    const { header, row } = translationOf(wide);
    expect(header(['Name', 'Team', 'Pay?'])).toEqual(['', 'department', 'PAY-01']);
    expect(row(['Ada', ' Nord', '4'])).toEqual(['Ada', 'north', '4']);
    expect(row(['Ada'])).toEqual(['Ada']);
  });

  test.each(['constructor', '__proto__', 'toString'])('of a department called «%s» is one like any other', (name) => {
    const { places } = pastCompany(new Map([[name, null]]), company);
    expect(translationOf({ ...wide, places }).row(['Ada', name, '4'])).toEqual(['Ada', places.get(name), '4']);
    expect(translationOf(wide).row(['Ada', name, '4'])).toEqual(['Ada', name, '4']);
  });

  test('of a question that is left out is none', () => {
    const long: PastMapping = { layout: 'long', roles: [{ as: 'department' }, { as: 'item' }, { as: 'answer' }], places: new Map(), questions: new Map([['Q 1', question({ item: 'PAY-01' })]]) };
    const { row } = translationOf(long);
    expect([row(['north', ' Q 1 ', '4']), row(['north', 'Q 2', '4'])]).toEqual([['north', 'PAY-01', '4'], null]);
  });
});
