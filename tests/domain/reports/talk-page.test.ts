import { expect, test } from 'vitest';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { departmentOf } from '#app/domain/reports/department-page.ts';
import { mapOf } from '#app/domain/reports/results-page.ts';
import { talkedId } from '#app/domain/surveys/questions/extra-questions.ts';
import { talkedOverIn, talkSheetOf } from '#app/domain/reports/talk-page.ts';
import { aSurveyOfAmber } from '#tests/support/survey-of-amber.ts';
import type { Closed } from '#tests/support/waves.ts';

const waveFrom = ({ release, departments, questions }: Closed) => waveOf(release, departments, questions);
const pageOf = (closed: Closed, department: string) => {
  const wave = waveFrom(closed);
  return departmentOf([wave], mapOf(wave, undefined), department, 'en');
};

test('the sheet has the lines of the page and no others', () => {
  const page = pageOf(aSurveyOfAmber(), 'north');
  const sheet = talkSheetOf(page, null);
  expect(sheet.standsOut).toBe(true);
  expect(sheet.short.map(({ id, index, n }) => [id, index, n])).toEqual(page.short.slice(0, 3).map(({ id, level }) => [id, level.index, level.n]));
  expect(sheet.good.map(({ id }) => id)).toEqual(page.strengths.slice(0, 3).map(({ id }) => id));
  expect(sheet.short.map(({ id }) => id)).toContain('workload');
  expect(sheet.overall).toBe(page.overall?.level.index);
});

test('where nothing stands out it says so and shows the highest and the lowest', () => {
  const page = pageOf(aSurveyOfAmber({ mood: () => 3.6 }), 'operations');
  const others = [...page.others, ...page.short, ...page.strengths];
  const sheet = talkSheetOf({ ...page, strengths: [], short: [], others }, null);
  const ids = others.map(({ id }) => id);
  const highest = ids.slice(-2).reverse();
  expect(sheet.standsOut).toBe(false);
  expect(sheet.good.map(({ id }) => id)).toEqual(highest);
  expect(sheet.short.map(({ id }) => id)).toEqual(ids.slice(0, 2).filter((id) => !highest.includes(id)));
});

test('whether it was talked over stands there where a release has it, and nowhere else', () => {
  const closed = aSurveyOfAmber();
  expect(talkedOverIn(waveFrom(closed), 'north')).toBeNull();
  const asked = { ...closed, release: { ...closed.release, items: { ...closed.release.items, [talkedId]: closed.release.items['WKL-01']! } } };
  expect(talkedOverIn(waveFrom(asked), 'north')).toMatchObject({ n: 12 });
});
