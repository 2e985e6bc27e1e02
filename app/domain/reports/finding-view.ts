// Findings with the names people know; the sentences live in app/text under `results.finding.<code>`.
import { findingsOf, type Finding } from '../analysis/map/findings.ts';
import type { HeatMap } from '../analysis/map/heat-map.ts';
import { unreachable } from '../kernel/unreachable.ts';
import { changeOfDimension, rounded } from './figures-shown.ts';
import type { GroupView, Labels } from './labels.ts';
import { overallDimension } from './overall-view.ts';

export interface FindingView {
  readonly code: Finding['code'];
  readonly values: Readonly<Record<string, string | number>>;
  /** What is said is sure, and too small to act on. */
  readonly small: boolean;
  /** The question that both surveys asked, where the dimension asks others now. */
  readonly question: string | null;
  /** The department spoken of, where one is. */
  readonly group: GroupView | null;
}

export function findingViews(map: HeatMap, row: number, labels: Labels): FindingView[] {
  return findingsOf(map, row, overallDimension).map((finding) => ({
    code: finding.code,
    values: valuesOf(finding, { map, row, labels }),
    small: 'small' in finding && finding.small,
    question: 'basis' in finding && finding.basis ? labels.questionText(finding.basis.id) : null,
    group: groupOf(finding, labels),
  }));
}

interface About {
  readonly map: HeatMap;
  readonly row: number;
  readonly labels: Labels;
}

/** As the table of dimensions prints it. */
function pointsMoved({ map, row }: About, { dimension, points }: Extract<Finding, { readonly code: 'rose' | 'fell' }>): number {
  const cell = map.cells[row]?.[map.subjects.findIndex(({ id }) => id === dimension)];
  return Math.abs((cell && changeOfDimension(cell, cell.reading.moments.mean).points) ?? rounded(points));
}

function valuesOf(finding: Finding, about: About): FindingView['values'] {
  const { labels } = about;
  switch (finding.code) {
    case 'strongest-and-weakest':
      return {
        strongest: labels.dimension(finding.strongest.dimension),
        high: rounded(finding.strongest.index),
        weakest: labels.dimension(finding.weakest.dimension),
        low: rounded(finding.weakest.index),
      };
    case 'one-dimension':
    case 'levels-alike':
      return { strongest: labels.dimension(finding.strongest.dimension), high: rounded(finding.strongest.index) };
    case 'rose':
    case 'fell':
      return { dimension: labels.dimension(finding.dimension), points: pointsMoved(about, finding) };
    case 'below-the-rest':
    case 'above-the-rest':
      return { dimension: labels.dimension(finding.dimension), points: Math.abs(rounded(finding.points)), n: finding.row.group.answered };
    case 'no-clear-change':
      return { detectable: finding.detectable };
    case 'no-clear-change-bare':
    case 'first-wave':
    case 'no-comparison-not-asked':
    case 'no-comparison-wording':
    case 'no-comparison-composition':
    case 'no-comparison-too-few':
    case 'departments-alike':
    case 'departments-untested':
    case 'like-the-rest':
    case 'rest-untested':
    case 'too-few':
      return {};
    default:
      return unreachable(finding);
  }
}

function groupOf(finding: Finding, labels: Labels): GroupView | null {
  if (finding.code !== 'below-the-rest' && finding.code !== 'above-the-rest') return null;
  const { department, group } = finding.row;
  return department === null ? labels.pool(group) : labels.group(department, group);
}
