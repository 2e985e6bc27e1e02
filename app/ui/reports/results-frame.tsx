// The head of every page about one survey: which one, about whom, and its parts.
import type { ReactNode } from 'react';
import type { GroupView } from '#app/domain/reports/labels.ts';
import type { ResultsPage, SurveyView } from '#app/domain/reports/results-page.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useText } from '#app/ui/text.ts';
import { DepartmentPicker } from './department-picker.tsx';
import { AskedNotice } from './asked-notice.tsx';
import { FromFile } from './from-file.tsx';
import { groupText } from './map/group-name.tsx';
import { ResultTabs } from './result-tabs.tsx';

interface Props {
  readonly page: {
    readonly survey: SurveyView;
    readonly group: GroupView | null;
    readonly department: string;
    readonly departments: ResultsPage['departments'];
  };
  readonly keep?: Readonly<Record<string, string>>;
  /** False for those who may not read comments. */
  readonly comments?: boolean;
  /** How old they are where they are out of date. */
  readonly age?: { readonly weeks: number; readonly cadence: number } | null;
  /** False for those who read one part alone. */
  readonly tabs?: boolean;
  readonly children: ReactNode;
}

export function ResultsFrame({ page, keep, comments, age = null, tabs = true, children }: Props) {
  const text = useText();
  const { survey, group, department, departments } = page;
  const closed = text('results.closed-on', { day: text.day(survey.closed) });
  return (
    <div className={age ? 'wide results-page aged' : 'wide results-page'}>
      <PageHeader
        back={{ to: '/results', label: text('results.title') }}
        title={survey.title}
        badge={age && <Badge tone="wait">{text('results.old.short', { weeks: age.weeks })}</Badge>}
        lead={group ? `${closed} · ${groupText(text, group)} · ${text('results.n', { n: text.number(group.answered) })}` : closed}
        actions={<DepartmentPicker departments={departments} department={department} keep={keep} />}
      />
      {tabs && <ResultTabs survey={survey.id} comments={survey.past ? false : comments} />}
      <FromFile survey={survey} />
      <AskedNotice survey={survey} />
      {children}
    </div>
  );
}
