// What the command line says about a problem: what is wrong, and what would be right.
import type { PastObjectionKind } from '#app/domain/past-surveys/counting.ts';
import type { PastProblem, PastProblemCode } from '#app/domain/past-surveys/problem.ts';
import type { ReleaseProblem, ReleaseProblemCode } from '#app/domain/publication/release/release-problem.ts';

import { textOf } from '#app/text/text.ts';

type Said = Readonly<Record<string, string | number>>;

/** What would be right, after what was seen; the sentence itself is the page's. */
const counted: Readonly<Partial<Record<PastObjectionKind, (header: string) => string>>> = {
  'id-repeats': (header) =>
    `say --person ${header} if it names people (with --question COLUMN --answer COLUMN where rows are answers), --period COLUMN=VALUE if one wave is meant, or --one-row-per-person --disregard ${header} if it names nobody`,
  questions: (header) => `say --question ${header} --answer COLUMN, and --person COLUMN where a column tells whose answers they are; or --disregard ${header} if it names no questions`,
  periods: (header) => `say --period ${header}=VALUE for the wave that is meant, or --disregard ${header} if it is one survey`,
  counts: (header) => `give the file with a row for each person or answer, or say --disregard ${header} if it is no count`,
  summaries: () => 'say --leave-out-summaries, or take the row out of the file',
  groups: (header) => `give the file with a row for each person, or say --disregard ${header} if each row is one person`,
  'names-rows': () => 'give --person the column that is the same in all answers of one person, or leave it out and say --one-row-per-person if nobody answered a question twice',
  'not-said': () => 'say --one-row-per-person if each row is another person (in a file of answers: to one question), or --person COLUMN for the column that tells whose rows they are',
};

const countedLine = (kind: PastObjectionKind) => (said: Said) => {
  const header = `«${String(said['header'])}»`;
  return `${textOf('en')(`past.sign.${kind}`, { ...said, header })}; ${counted[kind]?.(/[\s'"$]/.test(String(said['header'])) ? `'${String(said['header'])}'` : String(said['header'])) ?? ''}`;
};

const past: Readonly<Record<PastProblemCode, (said: Said) => string>> = {
  'not-found': () => 'the file cannot be read; give the path of a CSV file',
  'not-writable': () => 'nothing can be written there; give a path in a folder that exists',
  'empty-file': () => 'the file is empty; a header and at least one row are needed',
  'binary-file': () => 'the file is no text; save the table as CSV',
  'wrong-encoding': () => 'the text is in no encoding this program knows; save the table as UTF-8, GBK or Big5',
  'encoding-asked': ({ value }) => `the file does not say in which encoding it was written; say --encoding with the one in which these words can be read: ${String(value)}`,
  'scale-asked': ({ name, scales, words }) =>
    `the answers to «${name}» could be read in more than one way${words === '' ? '' : ` (words: ${words})`}; say --scale '${name}=…' with the scale from the lowest answer to the highest${scales === '' ? ", such as 'low | middle | high'" : `: ${scales}`}`,
  'broken-csv': () => 'the table cannot be read from here on; check for a quotation mark that is never closed',
  'missing-column': ({ name }) =>
    `there is no column «${name}»; give a column of the first line, spelled as it stands there${name === 'department' ? ', or say --department COLUMN for the column that is it' : ''}`,
  'repeated-column': ({ name }) => `the column «${name}» occurs twice; give every column a name of its own`,
  'wrong-width': ({ expected, found }) => `the row has ${found} cells; the header has ${expected}`,
  'no-department': () => 'the row has no department; every row needs one',
  'unknown-department': ({ value }) => `«${value}» is no department of the departments file; use one of its ids`,
  'no-item': () => 'the row names no item; every row needs one',
  'unknown-item': ({ value }) => `«${value}» is no item of the items file; use one of its ids`,
  'bad-answer': ({ value, item, lowest, highest }) =>
    `«${value}» is no answer to ${item}; ${typeof lowest === 'number' ? 'a whole number' : 'an answer'} from ${lowest} to ${highest}, an empty cell, or a code for «none» would be right`,
  'not-a-point': ({ value }) => `«${value}» is no point of a scale; a whole number or an empty cell would be right, other codes need an items file`,
  'no-id': () => 'the row has no id; every row needs one',
  'repeated-department': ({ value }) => `the department «${value}» occurs twice; every id may occur once`,
  'unknown-parent': ({ value }) => `«${value}» is not the id of a department; a parent has to be in the file`,
  'two-roots': ({ value }) => `«${value}» has no parent either; exactly one department is the root`,
  'no-root': () => 'there is no department without a parent; exactly one department is the root',
  cycle: ({ value }) => `«${value}» is below itself; following the parents has to end at the root`,
  'bad-invited': ({ value }) => `«${value}» is no number of people; a whole number or an empty cell would be right`,
  'repeated-item': ({ value }) => `the item «${value}» occurs twice; every id may occur once`,
  'bad-points': ({ value }) => `«${value}» is no number of points; a whole number from 2 to 11 would be right`,
  'bad-reverse': ({ value }) => `«${value}» does not say whether the item is reversed; yes, no or an empty cell would be right`,
  'no-items': () => 'no column is a question; an item has whole numbers for answers',
  'too-few': ({ k, missing }) => `there are too few answers to publish anything; ${missing} more are needed to reach ${k}`,
  'k-below-floor': ({ k, floor }) => `${k} is below the floor of ${floor}; groups are never smaller than ${floor}`,
  'cut-in-long': ({ name }) => `a long file has no respondents, so it cannot be cut by «${name}»; use a file with one row per respondent`,
  'cut-too-many-values': ({ name }) => `«${name}» has more than 30 values; a cut needs a few large bands`,
  'cut-personal': ({ name, looks }) => `«${name}» looks like ${looks} of people; a cut needs a background such as tenure or site`,
  'cut-department': ({ value }) => `«${value}» is no department; a cut for a division names its id after @`,
  'person-twice': ({ header, first }) => `the same «${header}» stands in line ${first} with other answers; say --repeated first or --repeated last, or --period COLUMN=VALUE for one wave`,
  'answered-twice': ({ header }) => `the same «${header}» answered this question before, and otherwise; say --repeated first or --repeated last, or --period COLUMN=VALUE for one wave`,
  'person-moves': ({ header, first }) => `the same «${header}» is in another department in line ${first}; one person is counted in one department, so mend the row or say --period COLUMN=VALUE for one wave`,
  'no-such-period': ({ value }) => `no row has «${value}» here; give a value that stands in the column, of dates the year`,
  'counted-id-repeats': countedLine('id-repeats'),
  'counted-questions': countedLine('questions'),
  'counted-periods': countedLine('periods'),
  'counted-counts': countedLine('counts'),
  'counted-summaries': countedLine('summaries'),
  'counted-groups': countedLine('groups'),
  'counted-names-rows': countedLine('names-rows'),
  'counted-not-said': countedLine('not-said'),
};

const files = { answers: 'answers', departments: 'departments', items: 'items', call: 'command line', out: 'release' };

/** `file:line:column: what is wrong; what would be right`; without a place, the file alone. */
export function pastProblemLine({ file, line, column, code, details }: PastProblem, paths: Partial<Record<PastProblem['file'], string>>): string {
  const place = [paths[file] ?? files[file], ...(line > 0 ? [line, column] : [])].join(':');
  return `${place}: ${past[code](details)}`;
}

const release: Readonly<Record<ReleaseProblemCode, (said: Said) => string>> = {
  malformed: ({ where }) => `this is not a release: ${where || 'the whole'} has another shape`,
  'wrong-hash': ({ expected, found }) => `the hash is ${found}, not ${expected}`,
  'not-canonical': () => 'the file is not in canonical form (RFC 8785), so its own hash is not the hash of the release',
  'wrong-previous': ({ expected, found }) => `it follows ${found || 'no release'}, not ${expected}`,
  'k-below-floor': ({ k, floor }) => `k is ${k}, below the floor of ${floor}`,
  'total-differs': ({ ballots, atoms }) => `${ballots} ballots were counted, the groups have ${atoms}`,
  'too-many-ballots': ({ ballots, papers }) => `${ballots} ballots are more than the ${papers} papers given out`,
  'moved-told': ({ ballots }) => `it tells how much was moved among ${ballots} people, fewer than 100`,
  'support-too-small': ({ support, k }) => `its own audit found a figure that rests on ${support} people, fewer than ${k}`,
  'no-base': ({ partition }) => `the base partition ${partition} is missing`,
  'partition-below-k': ({ partition, k }) => `partition ${partition} has a k below ${k}`,
  'atom-too-small': ({ partition, atom, answered, k }) => `group ${atom} of partition ${partition} has ${answered} people, fewer than ${k}`,
  'repeated-atom': ({ partition, atom }) => `group ${atom} occurs twice in partition ${partition}`,
  'repeated-department': ({ partition, department }) => `${department} is in two groups of partition ${partition}`,
  'departments-differ': ({ partition, department }) => `partition ${partition} has other departments than the first${department === '' ? '' : `: ${department} is missing`}`,
  'people-below-asked': ({ partition, atom }) => `group ${atom} of partition ${partition} has fewer people than were asked`,
  'not-nested': ({ partition, atom }) => `partition ${partition} divides group ${atom} of the base`,
  'nested-sum': ({ partition, atom }) => `group ${atom} of partition ${partition} does not add up from the base`,
  'unknown-atom': ({ partition, department }) => `${department} in partition ${partition} names a group that does not exist`,
  'department-sum': ({ partition, department }) => `${department} in partition ${partition} is not the sum of its groups`,
  'not-a-union': ({ partition, department }) => `${department} in partition ${partition} is not a union of groups`,
  'not-laminar': ({ partition, department }) => `${department} in partition ${partition} overlaps another department`,
  'unknown-partition': ({ item, partition }) => `${item} uses partition ${partition}, which is not there`,
  'cells-differ': ({ item }) => `the cells of ${item} are not the groups of its partition`,
  'cell-width': ({ item, atom }) => `${item} has a wrong number of counts for ${atom}`,
  'cell-too-small': ({ item, atom, valid, k }) => `${item} rests on ${valid} answers for ${atom}, fewer than ${k}`,
  'cell-too-large': ({ item, atom }) => `${item} has more answers for ${atom} than people who answered`,
  'no-doubt': ({ item, atom }) => `${item} leaves no doubt about who complained in ${atom}`,
  'unknown-item': ({ item }) => `${item} is named and not there`,
  'dimension-too-fine': ({ item, partition, atom }) => `dimension ${item} divides group ${atom} of partition ${partition}, which one of its items uses`,
  'impossible-index': ({ item, atom }) => `the index of ${item} for ${atom} cannot come from scores of 0 to 100`,
  'band-too-small': ({ question, scope, band }) => `band ${band} of ${question} (${scope}) rests on too few people`,
  'one-band': ({ question, scope }) => `the table by ${question} (${scope}) has a single band`,
  'impossible-band': ({ question, scope, band }) => `the table by ${question} (${scope}) does not add up${band === undefined ? '' : ` in band ${band}`}`,
  'repeated-cut': ({ question, scope }) => `there is more than one answer about the table by ${question} (${scope})`,
  'repeated-label': ({ question, scope }) => `a label of the table by ${question} (${scope}) stands in two bands, or a band has none`,
  'bands-differ': ({ question, scope }) => `the bands of the table by ${question} (${scope}) do not show the same items`,
  'not-in-a-cut': ({ question, scope, item }) => `${item} may not stand in the table by ${question} (${scope}); only scales with a middle and recommendations may`,
  'cut-sum': ({ question, scope, item }) => `the bands of ${question} (${scope}) do not add up to the answers to ${item}`,
  'impossible-correlation': ({ item }) => `the coefficients of ${item} are not possible`,
  'comment-group-too-small': ({ partition, atom }) => `a comment stands in ${atom} of partition ${partition}, a group of fewer than ten`,
};

export function releaseProblemLine({ code, details }: ReleaseProblem): string {
  return release[code](details);
}
