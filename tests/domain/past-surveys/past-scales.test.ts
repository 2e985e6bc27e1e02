// Scales of other tools: which one a column can have, what is asked, and what an answer is then.
import { describe, expect, test } from 'vitest';
import { guessRoles } from '#app/domain/past-surveys/guess.ts';
import { lookReader } from '#app/domain/past-surveys/look.ts';
import { pastItemsOf } from '#app/domain/past-surveys/mapping.ts';
import { valueOf } from '#app/domain/past-surveys/column.ts';
import { pastScoring } from '#app/domain/past-surveys/items.ts';
import { pointOf, saidScale, scaleIn, withWords } from '#app/domain/past-surveys/scale.ts';
import { pastColumnsForm } from '#app/forms/past-roles.ts';
import * as v from 'valibot';

/** Every answer as often as it is told, row by row. */
function lookAt(columns: Readonly<Record<string, readonly string[]>>, rows = 60) {
  const names = Object.keys(columns);
  const reader = lookReader(['department', ...names], 5);
  for (let row = 0; row < rows; row += 1) reader.row([['North', 'South', 'Works'][row % 3]!, ...names.map((name) => columns[name]![row % columns[name]!.length]!)]);
  return reader.finish();
}

const scalesOf = (answers: readonly string[], name = 'Pay') => lookAt({ [name]: answers }).columns[1]!.seen.scales;

describe('a column', () => {
  test.each<readonly [what: string, answers: readonly string[], scales: readonly string[]]>([
    ['of whole numbers', ['1', '2', '3', '4', '5'], ['1..5']],
    ['of half points', ['1', '1.5', '3', '4.5', '5'], ['1..5/0.5']],
    ['of decimal commas', ['2,5', '3,0', '4,5'], ['1..5/0.5']],
    ['of commas without halves', ['1,0', '2,0', '5,0'], ['1..5']],
    ['of full-width digits', ['１', '３', '５'], ['1..5']],
    ['around nought', ['-2', '-1', '0', '1', '2'], ['-2..2']],
    ['from nought, which may be no answer', ['0', '1', '2', '3', '4'], ['0..4', '1..5 none 0']],
    ['from nought to five', ['0', '1', '5'], ['0..5', '1..5 none 0']],
    ['from nought to ten', ['0', '4', '10'], ['0..10']],
    ['of which nobody chose the highest', ['2', '3', '4'], ['1..5', '1..4', '1..7']],
    ['of percentages', ['20%', '40%', '60%', '80%', '100%'], ['20%..100%/20', '0%..100%/20']],
    ['of percentages with nought', ['0 %', '50 %', '100 %'], ['0%..100%/50']],
    ['of numbers and words', ['1 - Strongly disagree', '3 – Neither', '5: Strongly agree', '2', '4'], ['1..5']],
    ['of words and numbers', ['bad (1)', 'fair (3)', 'good (5)'], ['1..5']],
    ['with a code', ['1', '2', '5', '99'], ['1..5 none 99']],
    ['with a skipped question', ['1', '2', '5', '-3'], ['1..5 none -3']],
    ['with a number far out', ['1', '2', '5', '9'], ['1..5 none 9', '1..10', '0..10']],
    ['of hours, some of them more than any scale has', ['0', '2', '5', '10', '12', '15', '20'], []],
    ['from less than nought, which may be a code', ['-1', '0', '1', '3', '4'], ['-4..4', '0..4 none -1', '1..5 none -1, 0']],
    ['of codes whose order nobody knows', ['A1', 'A2', 'A5'], ['A1..A5', 'A5..A1']],
    ['of four words', ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'], ['strongly disagree | disagree | agree | strongly agree']],
    ['of German words', ['sehr unzufrieden', 'teils teils', 'zufrieden'], ['sehr unzufrieden | unzufrieden | teils teils | zufrieden | sehr zufrieden']],
    ['of Chinese words', ['很不满意', '一般', '满意', '很满意'], ['很不满意 | 不太满意 | 一般 | 满意 | 很满意']],
    ['of years', ['2019', '2020'], []],
    ['of bands', ['0-1', '2-5', '10+'], []],
    ['of lengths of time', ['1 - 3 years', '3 - 5 years', '1年以下'], []],
  ])('%s', (_what, answers, scales) => {
    expect(scalesOf(answers)).toEqual(scales);
  });

  test('says its scale in its name', () => {
    expect(scalesOf(['1', '3', '4'], 'How likely (0-10) are you to stay?')).toEqual(['0..10']);
    expect(scalesOf(['2', '3', '4'], 'Pay (1 = bad, 5 = good)')).toEqual(['1..5']);
    expect(scalesOf(['2', '3', '4'], 'Q1-5 Pay').length).toBe(3);
  });

  test('counts «don’t know» as no answer and never drops it in silence', () => {
    expect(lookAt({ Pay: ['1', '5', 'Don’t know', 'N/A', '(跳过)', '4'] }).columns[1]!.seen).toMatchObject({ scales: ['1..5'], declined: 30 });
  });

  test('shows words that many share, but neither comments, nor names, nor the spelling of one person', () => {
    const unknown = (name: string, texts: readonly string[]) => lookAt({ [name]: texts }).columns[1]!.seen.unknown;
    expect(unknown('Site', ['Bonn', 'Trier', 'Ulm'])).toEqual(['Bonn', 'Trier', 'Ulm']);
    for (const name of ['Comment', 'Any other comments?', 'What should we change? (free text)', 'Anmerkungen', '您的建议']) expect([name, unknown(name, ['nothing', 'more pay', 'Meier bullies us'])]).toEqual([name, []]);
    expect(scalesOf(['terrible', ...['poor', 'fair', 'good', 'very good'].flatMap((word) => new Array<string>(15).fill(word))])).toEqual(['very poor | poor | fair | good | very good']);
    expect(unknown('Boss', ['Anna Schmidt', 'Tom Jones', 'Maria Rossi'])).toEqual([]);
    expect(unknown('Site', ['BONN :-(', ...new Array<string>(9).fill('Bonn'), ...new Array<string>(10).fill('Ulm')])).toEqual(['Bonn', 'Ulm']);
  });

  test('keeps its scale where one cell is a slip', () => {
    const reader = lookReader(['Pay'], 5);
    for (let row = 0; row < 60; row += 1) reader.row([row === 7 ? 'oops' : String(1 + (row % 5))]);
    expect(reader.finish().columns[0]!.seen).toEqual({ scales: ['1..5'], declined: 0, unknown: [], rare: 1 });
  });
});

describe('columns of one file', () => {
  const scales = (columns: Readonly<Record<string, readonly string[]>>) => guessRoles(lookAt(columns)).asks.slice(1).map((ask) => ask.scales);

  test('tell each other how far a scale goes', () => {
    expect(scales({ Pay: ['1', '3', '5'], Team: ['2', '3', '4'] })).toEqual([['1..5'], ['1..5']]);
    expect(scales({ A: ['A1', 'A4'], B: ['A2', 'A5'] })).toEqual([['A1..A5', 'A5..A1'], ['A1..A5', 'A5..A1']]);
    expect(scales({ A: ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'], B: ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'] }).map(([one]) => scaleIn(one!)?.points)).toEqual([5, 5]);
  });

  test('never make a point of nought into no answer, or the other way round, unasked', () => {
    expect(scales({ Pay: ['1', '3', '5'], Team: ['0', '3', '4'] })[1]).toHaveLength(2);
  });

  test('never make a 9 into no answer unasked, whatever else is none', () => {
    expect(scales({ Pay: ['1', '3', '5'], Team: ['1', '2', '5', '9', '99'] })[1]).toEqual(['1..5 none 9, 99', '1..10 none 99', '0..10 none 99']);
    expect(scales({ Pay: ['1', '3', '5'], Team: ['1', '2', '5', '9'] })[1]).toHaveLength(3);
    expect(scales({ Pay: ['-2', '0', '2'], Team: ['-1', '0', '2'] })[1]).toEqual(['-2..2']);
  });

  test('are questions where they share words that nobody knows, and no background is one', () => {
    const guess = guessRoles(lookAt({ Lohn: ['mies', 'geht', 'prima'], Chef: ['prima', 'geht', 'mies'], Site: ['Bonn', 'Trier', 'Ulm'], tenure: ['A1', 'A2'] }));
    expect(guess.roles.map(({ as }) => as)).toEqual(['department', 'question', 'question', 'leave-out', 'leave-out']);
  });

  test('ask of stress whether much of it is good', () => {
    expect(guessRoles(lookAt({ 'I am stressed': ['1', '3', '5'], Pay: ['1', '3', '5'] })).asks.map(({ direction }) => direction)).toEqual([false, true, false]);
  });
});

describe('a department', () => {
  test.each([
    ['Which department do you work in?', true],
    ['In welcher Abteilung arbeiten Sie?', true],
    ['1、您所在的部门', true],
    ['Which team?', true],
    ['Abteilung', true],
    ['How satisfied are you with your department?', false],
    ['My team helps me', false],
  ])('is asked for in «%s»: %s', (name, is) => {
    const reader = lookReader(['Pay', name, 'Floor'], 5);
    for (let row = 0; row < 60; row += 1) reader.row([String(1 + (row % 5)), ['North', 'South'][row % 2]!, ['Bonn', 'Trier'][row % 2]!]);
    expect(guessRoles(reader.finish()).roles[1]!.as === 'department').toBe(is);
  });

  test('is the only column of groups where no name tells', () => {
    const reader = lookReader(['id', 'G1Q1', 'G2Q1[SQ001]'], 5);
    for (let row = 0; row < 60; row += 1) reader.row([String(row), ['Sales', 'HR'][row % 2]!, `A${1 + (row % 5)}`]);
    expect(guessRoles(reader.finish()).roles.map(({ as }) => as)).toEqual(['leave-out', 'department', 'question']);
  });
});

describe('a scale that is said', () => {
  const points = (said: string, texts: readonly string[]) => {
    const scale = scaleIn(said)!;
    return texts.map((text) => pointOf(text, { ...scale, none: new Set(scale.none) }));
  };

  test.each<readonly [said: string, texts: readonly string[], points: readonly (number | null)[]]>([
    ['0..4', ['0', '4', '5', '2.5', '４'], [1, 5, null, null, 5]],
    ['-2..2', ['-2', '−1', '0', '2', '3'], [1, 2, 3, 5, null]],
    ['1..5/0.5', ['1', '1,5', '3.5', '5.0', '3.2'], [1, 2, 6, 9, null]],
    ['20%..100%/20', ['20%', '100 %', '60', '10%'], [1, 5, 3, null]],
    ['A5..A1', ['A5', 'a1', 'A03', 'A6'], [1, 5, 3, null]],
    ['1..5 none 9, 99', ['9', '99', '5', '6', 'N/A'], [0, 0, 5, null, 0]],
    ['never | sometimes = now and then | always', ['Always', 'now and then', 'Never', 'often'], [3, 2, 1, null]],
    ['1..5', ['5 – Strongly agree', 'agree (4)', '3 years', '1 - 3 years'], [5, 4, null, null]],
  ])('«%s» reads', (said, texts, expected) => {
    expect(points(said, texts)).toEqual(expected);
    expect(saidScale(scaleIn(said)!).length).toBeGreaterThan(3);
    expect(scaleIn(saidScale(scaleIn(said)!))?.points).toBe(scaleIn(said)!.points);
  });

  test.each(['', '1', '5..1', '1..1', '1..20', '0..1/0', 'one', 'a | a', 'A1..B5', '1..5/x', '|'])('«%s» is none', (said) => {
    expect(scaleIn(said)).toBeNull();
  });

  test('is the question of recommendation from 0 to 10 only', () => {
    const kind = (said: string) => pastScoring({ ...scaleIn(said)!, reverse: false }).kind;
    expect(['0..10', '0..5/0.5', '-5..5', '0%..100%/10', '1..11', '1..5'].map(kind)).toEqual(['recommend', 'scale', 'scale', 'scale', 'recommend', 'scale']);
  });

  test('takes words that were given points by hand', () => {
    const said = withWords(null, [['Gold', 3], ['silver', 2], ['Bronze', 1], ['keine', 0]])!;
    expect([said.points, said.none, said.scale.labels]).toEqual([3, ['keine'], ['Bronze', 'silver', 'Gold']]);
    expect(['gold', 'BRONZE'].map((text) => pointOf(text, { ...said, none: new Set(said.none) }))).toEqual([3, 1]);
    const faces = withWords(null, [['😡', 1], ['😀', 2]])!;
    expect(['😡', '😀', '🙂'].map((text) => pointOf(text, { ...faces, none: new Set() }))).toEqual([1, 2, null]);
    expect([withWords(null, [['Gold', 1]]), withWords(scaleIn('1..3'), [['top', 4]])]).toEqual([null, null]);
  });
});

describe('the form', () => {
  const base = { layout: 'wide', counted: 'rows', 'role-0': 'department', 'role-1': 'own', 'text-1': 'Pay' };
  const read = (more: Readonly<Record<string, string>>) => v.safeParse(pastColumnsForm, { ...base, ...more });
  const complaints = (more: Readonly<Record<string, string>>) => read(more).issues?.map((issue) => `${String(issue.path?.[0]?.key)} ${issue.message}`);

  test('wants an answer to what was asked', () => {
    expect(complaints({ 'ask-0': '', 'group-1': '0' })).toEqual(['ask-0 past-scale-choose']);
    expect(complaints({ 'word-0': 'Gold', 'point-0': '', 'words-1': '0' })).toEqual(['point-0 past-point']);
    expect(complaints({ 'scale-1': '1..5', 'turned-1': 'asked', 'reverse-1': '' })).toEqual(['reverse-1 past-direction']);
    expect(complaints({ 'scale-1': '1..5', 'words-rest': 'never' })).toEqual(['words-rest past-words']);
    expect(complaints({})).toEqual(['scale-1 past-scale']);
  });

  test('reads words with the points that were given, and those the page does not show', () => {
    const told = read({ 'word-0': 'Gold', 'point-0': '3', 'word-1': 'silver', 'point-1': '2', 'words-1': '0,1', 'words-rest': 'Bronze = 1\nweiß nicht: none' });
    const { layout, roles } = told.output as v.InferOutput<typeof pastColumnsForm>;
    const [item] = pastItemsOf({ layout, roles, questions: new Map() }, 5).values();
    expect(['gold', 'Silver', 'bronze', 'weiß nicht', 'tin', ''].map((text) => valueOf(text, item!))).toEqual([2, 1, 0, -1, null, -1]);
  });

  test('takes one choice for all columns, and a column’s own before it', () => {
    const told = read({ 'ask-0': '1..5 none 0', 'group-1': '0', 'role-2': 'own', 'text-2': 'Team', 'group-2': '0', 'scale-2': '0..4' });
    const { roles } = told.output as v.InferOutput<typeof pastColumnsForm>;
    expect(roles.flatMap((role) => (role.as === 'question' ? [[role.question.points, role.question.none, role.question.scale?.lowest]] : []))).toEqual([[5, ['0'], 1], [5, [], 0]]);
  });
});
