// docs/claims.md is the table of everything that is asserted about people: a new sentence needs a row, and a row a test that is there.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '#app/text/en/index.ts';

/** Sentences that begin so assert something about people. */
const asserting = [
  'results.finding.', 'results.change.', 'results.rest.', 'results.small', 'results.exploratory', 'results.broken.', 'results.levels.finding', 'results.levels.repeat',
  'results.trend.now', 'results.trend.only', 'results.trend.question', 'results.priorities.evidence.', 'results.priorities.must-be',
  'results.priorities.question', 'results.priorities.company', 'results.cuts.above', 'results.cuts.below', 'results.cuts.unclear', 'results.cuts.finding.', 'results.agreement.',
  'results.questions.finding', 'results.questions.reason', 'results.questions.recommend', 'results.expectation.', 'results.method.figures.',
  'team.flagged', 'team.below-', 'team.above-', 'team.range', 'team.reasons', 'team.short.none', 'team.strengths.none', 'team.others', 'team.asks', 'plan.verdict.', 'plan.effect',
  'plan.reached.', 'plan.ground.', 'plan.achieved-for', 'plan.close.no-ground', 'results.look-first.', 'results.heat.likely', 'results.importance.', 'results.recommendation.', 'results.credibility.', 'results.chosen.few', 'results.chosen.finding', 'results.rated.finding', 'results.chosen.note', 'figures.',
  'yardsticks.said.', 'map.change.', 'map.key.rest', 'map.key.before', 'map.together', 'map.lead.beside', 'map.lead.questions', 'map.one-department', 'map.notice.gone', 'own.overall', 'own.change.', 'own.span', 'own.people',
  'own.counted', 'own.next.', 'owed.late', 'owed.due', 'owed.yours', 'feed.news.',
  'plan.form.order.not-seen', 'plan.form.order.seen', 'plan.form.answers', 'plan.form.goal.score', 'plan.form.goal.count', 'plan.source.none',
  'talk.overall', 'talk.line', 'talk.good', 'talk.short', 'talk.reasons', 'talk.highest', 'talk.lowest', 'talk.even', 'talk.score', 'talk.held', 'secondary.value', 'secondary.source',
  'results-letter.closed', 'results-letter.early', 'results-letter.too-few', 'results-letter.company', 'results-letter.own', 'results-letter.together', 'news.line.',
  'words.themes.texts', 'words.feed.text', 'words.typical', 'words.left-out',
  'homes.head.short', 'homes.head.asks', 'homes.head.was', 'homes.head.none', 'homes.head.plan', 'homes.head.tell.asked', 'homes.head.tell.late', 'homes.head.tell.planned', 'homes.head.tell.other', 'homes.head.tell.nothing', 'homes.answers.part', 'homes.answers.none',
  'results.old', 'results.age.', 'proposal.came.', 'programme.longer', 'programme.sees.', 'programme.repeats.', 'programme.ends.',
  'service.level', 'service.raw', 'service.adjusted', 'service.own', 'service.few', 'service.shared', 'service.weakest', 'service.least', 'service.moved.', 'service.favours',
  'routing.results.', 'report.says.', 'seal.letters.slips', 'sealed.letters.lead.slips',
] as const;

/** Headings above such sentences. */
const headings = new Set(['service.adjusted.short', 'service.favours.title', 'service.weakest-first', 'results.questions.reasons', 'results.importance.area', 'results.importance.share', 'results.importance.where', 'programme.ends.log', 'routing.results.here']);

const rows = readFileSync('docs/claims.md', 'utf8').split('\n').filter((line) => line.startsWith('| `'));
const columns = rows.map((row) => row.split(' | '));
const keysOf = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key as string);
const listed = columns.flatMap(([keys = '']) => keysOf(keys));

test('every sentence that asserts something about people has a row with its condition', () => {
  const asserted = Object.keys(en).filter((key) => asserting.some((beginning) => key.startsWith(beginning)) && !headings.has(key));
  expect(asserted.filter((key) => !listed.includes(key))).toEqual([]);
  expect(columns.filter(([, condition = '']) => condition.trim().length < 6)).toEqual([]);
});

test('no row is about a sentence that is gone, or twice about one', () => {
  expect(listed.filter((key) => !(key in en))).toEqual([]);
  expect(listed.filter((key, at) => listed.indexOf(key) !== at)).toEqual([]);
});

test('the test of every row is there', () => {
  const missing = columns.filter(([, , proof = '']) => {
    const [, file = '', name = ''] = /`([^`]+)` «([^»]+)»/.exec(proof) ?? [];
    return file === '' || !readFileSync(file, 'utf8').includes(name.replaceAll("'", "\\'"));
  });
  expect(missing.map(([keys]) => keys)).toEqual([]);
});
