// What a letter tells of results: up to three findings of the company and one of the reader's department, of those that everybody there
// reads on the page. No other department is named.
import { waveBefore } from '../analysis/changes/comparability.ts';
import type { Finding } from '../analysis/map/findings.ts';
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import type { Wave } from '../analysis/wave.ts';
import { findingViews, type FindingView } from './finding-view.ts';
import type { GroupView, Labels } from './labels.ts';
import { isApart } from './own-page.ts';
import { groupLooked, participationOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';

export interface ToldFindings {
  readonly survey: SurveyView;
  readonly participation: ResultsPage['participation'];
  readonly company: readonly FindingView[];
  /** Null where the survey did not know the department, and where it is shown together with the whole company. */
  readonly own: { readonly group: GroupView; readonly finding: FindingView | null } | null;
  /** The department is shown together with the whole company. */
  readonly together: boolean;
}

/** That nothing can be said is no finding for a letter. */
const unsaid: readonly Finding['code'][] = [
  'first-wave', 'no-comparison-not-asked', 'no-comparison-wording', 'no-comparison-composition', 'no-comparison-too-few', 'departments-untested', 'rest-untested', 'too-few',
];
/** What differs or moved is told before how it stands. */
const clear: readonly Finding['code'][] = ['below-the-rest', 'above-the-rest', 'fell', 'rose'];

const told = (findings: readonly FindingView[]): FindingView[] => findings.filter(({ code }) => !unsaid.includes(code));

/** `waves` oldest first, the one told of last. */
export function toldFindings(waves: readonly Wave[], map: HeatMap | null, department: string | null, labelsOf: (wave: Wave) => Labels): ToldFindings {
  const wave = waves.at(-1) as Wave;
  const labels = labelsOf(wave);
  const known = department !== null && department !== wave.root && wave.departments.has(department) ? department : null;
  const own = known !== null && isApart(wave, known) ? known : null;
  const of = (id: string) => {
    const row = map ? rowOf(map, wave, id) : -1;
    return map && row >= 0 ? told(findingViews(map, row, labels)) : [];
  };
  const findings = own === null ? [] : of(own);
  return {
    survey: surveyView(wave, waveBefore(waves), labels),
    participation: participationOf(wave, waveBefore(waves), wave.root),
    company: of(wave.root).filter(({ group }) => group === null),
    own: own === null ? null : { group: labels.group(own, groupLooked(wave, own)), finding: findings.find(({ code }) => clear.includes(code)) ?? findings[0] ?? null },
    together: known !== null && own === null && wave.base !== null && wave.group(wave.base, known) !== null,
  };
}
