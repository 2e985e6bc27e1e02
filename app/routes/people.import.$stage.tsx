import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import * as v from 'valibot';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import { shownDifference, type DifferenceShown } from '#app/domain/organisation/difference-shown.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { importPeople, planImport } from '#app/services/importing-people.server.ts';
import { removeStage, stagedFiles } from '#app/services/importing-people/staged-files.server.ts';
import { textOf } from '#app/text/text.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { DifferenceView } from '#app/ui/people/difference-view.tsx';
import { ProblemTable } from '#app/ui/people/problem-table.tsx';
import { useText } from '#app/ui/text.ts';

const problemsShown = 200;

interface Review {
  readonly title: string;
  readonly people: number;
  readonly departments: number;
  readonly difference: DifferenceShown | null;
  readonly problems: readonly DirectoryProblem[];
  readonly problemCount: number;
  readonly ignored: readonly string[];
  readonly readdressed: number;
  /** A survey is sealed and not closed. */
  readonly surveyOpen: boolean;
}

export const loader = page({ may: 'manage-people' }, async ({ app, language, params }): Promise<Review> => {
  const files = stagedFiles(app, params['stage'] ?? '');
  if (!files) throw redirect('/people/import?expired');
  const { difference, problems, ...report } = await planImport(app, files);
  return {
    ...report,
    title: textOf(language)('import.review'),
    difference: difference && shownDifference(difference),
    problems: problems.slice(0, problemsShown),
    problemCount: problems.length,
    surveyOpen: (await app.data.surveys.inState('sealed')).length > 0,
  };
});

export const action = command({ may: 'manage-people', form: v.object({}) }, async ({ app, actor, params }) => {
  const stage = params['stage'] ?? '';
  const files = stagedFiles(app, stage);
  if (!files) return redirect('/people/import?expired');
  const { imported, report } = await importPeople(app, actor, files);
  // What stood in the way is on the page that is loaded again.
  if (!imported || !report.difference) return redirect(`/people/import/${stage}`);
  await removeStage(app, stage);
  const { joined, left, moved, changed } = report.difference;
  return redirect(`/people?imported=${[joined, left, moved, changed].map((list) => list.length).join('-')}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** From this share on, a file is more likely cut off than a company closed. */
const unlikelyShare = 0.2;

function Remarks({ review: { difference, ignored, readdressed, surveyOpen } }: { review: Review }) {
  const text = useText();
  const remarks: string[] = [];
  if (ignored.length > 0) remarks.push(text('import.ignored', { columns: text.list(ignored) }));
  if (difference && difference.withoutEmail > 0) remarks.push(text('import.without-email', { n: difference.withoutEmail }));
  if (difference && difference.withoutHead > 0) remarks.push(text('import.without-head', { n: difference.withoutHead }));
  if (readdressed > 0) remarks.push(text('import.readdressed', { n: readdressed }));
  if (readdressed > 0 && surveyOpen) remarks.push(text('import.readdressed.open'));
  const many = difference !== null && difference.shareLeaving > unlikelyShare;
  return (
    <>
      {many && <Notice tone="warn">{text('import.many-leave', { share: text.number(difference.shareLeaving, { style: 'percent' }) })}</Notice>}
      {remarks.length > 0 && (
        <Notice>
          <ul className="bare">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function changesNothing({ difference }: Review): boolean {
  if (!difference) return false;
  const { joined, left, moved, changed, departmentsNew, departmentsGone, departmentsChanged } = difference;
  return [joined, left, moved, changed, departmentsNew, departmentsGone, departmentsChanged].every((list) => list.count === 0);
}

export default function ReviewImport() {
  const text = useText();
  const review = useLoaderData<typeof loader>() as Review;
  const { difference, problems, problemCount } = review;
  const good = problemCount === 0 && difference !== null;
  const again = (
    <Link className="button" to="/people/import">
      {text('import.other')}
    </Link>
  );
  return (
    <div className="wide">
      <PageHeader title={text('import.review')} lead={text('import.review.lead')} back={{ to: '/people/import', label: text('import.title') }} />
      <div className="stack">
        {problemCount > 0 && (
          <>
            <Notice tone="danger" title={text('import.problems', { n: problemCount })} live>
              {text('import.problems.text')}
            </Notice>
            <ProblemTable problems={problems} more={problemCount - problems.length} />
          </>
        )}
        {good && changesNothing(review) && <Notice tone="good">{text('import.nothing')}</Notice>}
        <Remarks review={review} />
        {difference && (
          <p className="quiet small">
            {text('import.in-file')}
            {text('punctuation.colon')}
            {text('people.count', { n: review.people })} · {text('departments.count', { n: review.departments })}
          </p>
        )}
        {good && <DifferenceView difference={difference} />}
        {difference && !good && (
          <Disclosure summary={text('import.as-far')}>
            <DifferenceView difference={difference} />
          </Disclosure>
        )}
        <Form method="post" className="row">
          {good && !changesNothing(review) && <SubmitButton>{text('import.confirm')}</SubmitButton>}
          {again}
        </Form>
      </div>
    </div>
  );
}
