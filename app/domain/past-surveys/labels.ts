// Many tools export the words of an answer instead of its number. Where all texts of a column are the words of one everyday scale, in
// whatever language, they are read as its points.
import { languages } from '../kernel/language.ts';
import { libraryScales } from '#app/domain/surveys/questions/question-library.ts';
import { foldedAnswer } from './answer-text.ts';

/** Words from the lowest point to the highest, «=» between two for one point; one line for each language. */
const everyday: readonly (readonly [id: string, lines: readonly string[]])[] = [
  ['AGR7', ['strongly disagree | disagree | somewhat disagree = slightly disagree | neither agree nor disagree = neutral | somewhat agree = slightly agree | agree | strongly agree', '非常不同意 | 不同意 | 比较不同意 = 有点不同意 | 一般 = 中立 | 比较同意 = 有点同意 | 同意 | 非常同意']],
  ['SAT7', ['very dissatisfied | dissatisfied | somewhat dissatisfied | neither satisfied nor dissatisfied = neutral | somewhat satisfied | satisfied | very satisfied', '很不满意 = 非常不满意 | 不满意 | 不太满意 = 比较不满意 | 一般 | 比较满意 | 满意 | 很满意 = 非常满意']],
  ['AGR4', ['strongly disagree = completely disagree | disagree | agree | strongly agree = completely agree', 'stimme überhaupt nicht zu = trifft gar nicht zu = trifft überhaupt nicht zu | stimme eher nicht zu = trifft eher nicht zu | stimme eher zu = trifft eher zu | stimme voll zu = stimme voll und ganz zu = trifft voll zu = trifft voll und ganz zu', 'pas du tout d’accord | plutôt pas d’accord | plutôt d’accord | tout à fait d’accord', '非常不同意 | 不同意 | 同意 | 非常同意']],
  ['SAT4', ['very dissatisfied | dissatisfied | satisfied | very satisfied', 'sehr unzufrieden | eher unzufrieden = unzufrieden | eher zufrieden = zufrieden | sehr zufrieden', '非常不满意 = 很不满意 | 不满意 | 满意 | 非常满意 = 很满意', '非常不滿意 = 很不滿意 | 不滿意 | 滿意 | 非常滿意 = 很滿意']],
  ['SAT5', [
    'very dissatisfied = very unsatisfied = extremely dissatisfied = completely dissatisfied | dissatisfied = somewhat dissatisfied = unsatisfied | neither satisfied nor dissatisfied = neutral = neither | satisfied = somewhat satisfied | very satisfied = extremely satisfied = completely satisfied',
    'sehr unzufrieden | unzufrieden = eher unzufrieden | teils teils = teils, teils = weder noch = neutral = weder zufrieden noch unzufrieden | zufrieden = eher zufrieden | sehr zufrieden',
    'très insatisfait = très insatisfaite = pas du tout satisfait | insatisfait = insatisfaite = plutôt insatisfait = plutôt pas satisfait | ni satisfait ni insatisfait = neutre | satisfait = satisfaite = plutôt satisfait | très satisfait = très satisfaite = tout à fait satisfait',
    'muy insatisfecho = muy insatisfecha | insatisfecho = insatisfecha | ni satisfecho ni insatisfecho = neutral | satisfecho = satisfecha | muy satisfecho = muy satisfecha',
    '非常不满意 = 很不满意 | 不太满意 = 不满意 = 比较不满意 | 一般 = 中立 = 普通 | 比较满意 = 满意 | 非常满意 = 很满意',
    '非常不滿意 = 很不滿意 | 不太滿意 = 不滿意 = 比較不滿意 | 一般 = 中立 = 普通 = 尚可 | 比較滿意 = 滿意 | 非常滿意 = 很滿意',
  ]],
  ['AGR5', [
    'strongly disagree = completely disagree = totally disagree | disagree = somewhat disagree = tend to disagree | neither agree nor disagree = neutral = neither = undecided | agree = somewhat agree = tend to agree | strongly agree = completely agree = totally agree',
    'stimme überhaupt nicht zu = stimme gar nicht zu = trifft überhaupt nicht zu = trifft gar nicht zu | stimme nicht zu = stimme eher nicht zu = trifft nicht zu = trifft eher nicht zu | teils teils = weder noch = neutral = unentschieden | stimme zu = stimme eher zu = trifft zu = trifft eher zu | stimme voll zu = stimme voll und ganz zu = trifft voll zu = trifft voll und ganz zu',
    'pas du tout d’accord | pas d’accord = plutôt pas d’accord | ni d’accord ni pas d’accord = neutre | d’accord = plutôt d’accord | tout à fait d’accord',
    'totalmente en desacuerdo = muy en desacuerdo | en desacuerdo | ni de acuerdo ni en desacuerdo = neutral | de acuerdo | totalmente de acuerdo = muy de acuerdo',
    '非常不同意 = 很不同意 = 完全不同意 | 不太同意 = 不同意 = 比较不同意 | 一般 = 中立 = 普通 = 不确定 | 比较同意 = 同意 | 非常同意 = 很同意 = 完全同意',
    '非常不同意 = 很不同意 = 完全不同意 | 不太同意 = 不同意 = 比較不同意 | 一般 = 中立 = 普通 = 沒意見 | 比較同意 = 同意 | 非常同意 = 很同意 = 完全同意',
  ]],
  ['CHN5', ['非常不符合 = 完全不符合 | 不太符合 = 不符合 = 比较不符合 | 一般 = 不确定 | 比较符合 = 符合 | 非常符合 = 完全符合']],
  ['FRA5', ['never | rarely = seldom | sometimes = occasionally | often = frequently | always', 'nie | selten | manchmal | oft = häufig | immer', 'jamais | rarement | parfois | souvent | toujours', 'nunca | raramente = rara vez | a veces | a menudo = con frecuencia | siempre', '从不 | 很少 | 有时 | 经常 | 总是', '從不 | 很少 | 有時 | 經常 | 總是']],
  ['QUA5', ['very poor = very bad = terrible | poor = bad | fair = average = okay = ok | good | very good = excellent', 'sehr schlecht | schlecht | mittelmäßig = befriedigend | gut | sehr gut', '很差 = 非常差 | 差 = 较差 | 一般 | 好 = 较好 | 很好 = 非常好']],
  ['EXC5', ['poor | fair | good | very good | excellent']],
  ['EXT5', ['not at all | slightly = a little = to a small extent | moderately = somewhat = to some extent | very = quite a bit = to a great extent | extremely = a great deal = to a very great extent', 'gar nicht = überhaupt nicht | wenig | mittelmäßig = mittel | ziemlich | sehr']],
  ['LIK5', ['very unlikely = extremely unlikely | unlikely = somewhat unlikely | neutral = neither likely nor unlikely | likely = somewhat likely | very likely = extremely likely']],
  ['YES2', ['no | yes', 'nein | ja', 'non | oui', 'no | sí', '否 | 是', '没有 | 有']],
];

export interface WordScale {
  readonly id: string;
  readonly points: number;
  /** By folded word, every language together: its point, from 1. */
  readonly points1: ReadonlyMap<string, number>;
  /** Words that belong together: of one language, from the lowest point. */
  readonly lines: readonly (readonly (readonly string[])[])[];
}

/** «Low» and «high» are words of backgrounds too. */
const ambiguous = 'LVL5';

const linesOf = (lines: readonly string[]) => lines.map((line) => line.split('|').map((point) => point.split(/ = /).map((word) => word.trim())));

function scaleOf(id: string, lines: readonly (readonly (readonly string[])[])[]): WordScale {
  const words = lines.flatMap((line) => line.flatMap((spellings, at) => spellings.map((word) => [foldedAnswer(word), at + 1] as const)));
  return { id, points: lines[0]!.length, points1: new Map(words), lines };
}

const ofLibrary = libraryScales
  .filter(({ id, points, labels }) => labels.length === points && id !== ambiguous)
  .map(({ id, labels }) => scaleOf(id, languages.map((language) => labels.map((label) => [label[language] ?? label.en]))));

const everydayScales = everyday.map(([id, lines]) => scaleOf(id, linesOf(lines)));

/** The library's words first: they are the ones that lines of the portal go on with. */
const wordScales: readonly WordScale[] = [...everydayScales.filter(({ points }) => points === 4), ...ofLibrary, ...everydayScales.filter(({ points }) => points !== 4 && points !== 7), ...everydayScales.filter(({ points }) => points === 7)];

/** The scale with this id, with the words of the library and the everyday ones alike; null for none. */
function wordScale(id: string): WordScale | null {
  const all = wordScales.filter((one) => one.id === id);
  return all.length === 0 ? null : scaleOf(id, all.flatMap(({ lines }) => lines));
}

/** Two words of one language never have one point in one column: then it is a finer scale. */
function fits({ lines }: WordScale, words: readonly string[]): boolean {
  const placed = new Map<string, string>();
  return words.every((word) => {
    const at = lines.flatMap((line, language) => line.flatMap((spellings, point) => (spellings.map(foldedAnswer).includes(word) ? [`${language}:${point}`] : [])));
    const taken = at.some((place) => placed.has(place) && placed.get(place) !== word);
    for (const place of at) placed.set(place, word);
    return at.length > 0 && !taken;
  });
}

const ids = [...new Set(wordScales.map(({ id }) => id))];
const merged = ids.map((id) => wordScale(id)!);

/**
 * The scale whose words these all are (folded, «no answer» apart); null where a single word is another, or fewer than two are there. A scale
 * without a middle is one only where every one of its points was chosen.
 */
export function scaleOfWords(folded: readonly string[]): WordScale | null {
  const words = [...new Set(folded)];
  if (words.length < 2) return null;
  return merged.find((scale) => fits(scale, words) && (scale.points > 4 || new Set(words.map((word) => scale.points1.get(word))).size === scale.points)) ?? null;
}

/** The words of a scale in the language in which most of these are, from the lowest to the highest; in other spellings than the first only those of `shared`. */
export function wordsInOrder(scale: WordScale, folded: readonly string[], shared: readonly string[]): readonly string[] {
  const share = (line: readonly (readonly string[])[]) => line.flat().filter((word) => folded.includes(foldedAnswer(word))).length;
  const best = scale.lines.reduce((most, line) => (share(line) > share(most) ? line : most));
  return best.map((spellings) => spellings.find((word) => shared.includes(foldedAnswer(word))) ?? spellings[0]!);
}
