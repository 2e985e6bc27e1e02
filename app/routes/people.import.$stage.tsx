import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { peopleReviewForm } from '#app/forms/people-reading.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { apartIn, beginImport, cameOf, isSaid, reviewStage, sayMore, takeStand, type ImportOutcome, type ImportReview } from '#app/services/organisation/import-staged.server.ts';
import { textOf } from '#app/text/text.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { DifferenceView } from '#app/ui/organisation/difference-view.tsx';
import { ProblemTable } from '#app/ui/organisation/problem-table.tsx';
import { ReadingNotes } from '#app/ui/organisation/reading-notes.tsx';
import { RenamedDepartments } from '#app/ui/organisation/renamed-departments.tsx';
import { useText } from '#app/ui/text.ts';

type Review = ImportReview & {
  readonly stage: string;
  readonly title: string;
  /** A survey is sealed and not closed. */
  readonly surveyOpen: boolean;
  /** The last try broke off; nothing was written. */
  readonly broken: boolean;
};

type ImportState = Review | { readonly title: string; readonly running: true };

const whatCame = ({ counts }: ImportOutcome) => `/people?imported=${counts.join('-')}`;

export const loader = page({ may: 'manage-people' }, async ({ app, language, params }): Promise<ImportState> => {
  const stage = params['stage'] ?? '';
  const title = textOf(language)('import.review');
  const stand = takeStand(app, stage);
  if (stand?.state === 'running') return { title, running: true };
  if (stand?.state === 'ended' && stand.outcome.imported) throw redirect(whatCame(stand.outcome));
  const review = await reviewStage(app, stage);
  if (!review) throw redirect('/people/import?expired');
  // What nobody can know is asked before anything else is shown.
  if (review.asked && !isSaid(app, stage)) throw redirect(`/people/import/${stage}/columns`);
  return { ...review, stage, title, surveyOpen: (await app.data.surveys.inState('sealed')).length > 0, broken: stand?.state === 'failed' };
});

/** A page waits this long, in milliseconds, before it shows progress instead. */
const patience = 2_500;

export const action = command({ may: 'manage-people', form: peopleReviewForm, takes: much }, async ({ app, actor, params, input }) => {
  const stage = params['stage'] ?? '';
  if (input.does === 'renames') {
    const apart = [...new Set([...apartIn(app, stage), ...input['all[]']])].filter((path) => !input['same[]'].includes(path));
    return redirect(sayMore(app, stage, { apart }) ? `/people/import/${stage}` : '/people/import?expired');
  }
  const importing = beginImport(app, actor, stage, { goodRows: input.does === 'good-rows' });
  if (!importing) return redirect('/people/import?expired');
  await Promise.race([importing, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  const outcome = cameOf(app, stage);
  // That it goes on, or what stood in the way, is on the page that is loaded again.
  return redirect(outcome ? whatCame(outcome) : `/people/import/${stage}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** From this share on, a file is more likely cut off than a company closed. */
const unlikelyShare = 0.2;

function Remarks({ review: { difference, ignored, readdressed, surveyOpen } }: { review: Review }) {
  const text = useText();
  const remarks: string[] = [];
  if (difference && difference.renumbered > 0) remarks.push(text('import.renumbered', { n: difference.renumbered }));
  if (difference && difference.spared > 0) remarks.push(text('import.spared', { n: difference.spared }));
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

export default function ImportPage() {
  const text = useText();
  const standing = useLoaded<typeof loader>();
  if (!('running' in standing)) return <ReviewImport review={standing} />;
  return <JobUnderWay title={text('import.running')} says={text('import.running.text')} progress={{ done: 0, of: 0 }} back={{ to: '/people', label: text('people.title') }} />;
}

/** What is wrong with the file, what it keeps out, and the lines to mend. */
function Problems({ review: { problems, problemCount, stopped, badRows, stage } }: { readonly review: Review }) {
  const text = useText();
  if (problemCount === 0) return null;
  const keepsOut = stopped ? text('import.problems.file-stops') : badRows > 0 ? text('import.problems.rows-stay', { n: badRows }) : text('import.problems.cells-only');
  return (
    <>
      <Notice tone={stopped ? 'danger' : 'warn'} title={text('import.problems', { n: problemCount })} live>
        {keepsOut} {text('import.problems.text')}
      </Notice>
      <ProblemTable problems={problems} more={problemCount - problems.length} />
      <p>
        <a href={`/people/import/${stage}/problems.csv`} download>
          {text('import.problems.download')}
        </a>
      </p>
    </>
  );
}

/** How the file was read, folded away where nobody has to look. */
function HowRead({ review: { understood, stage, asked } }: { readonly review: Review }) {
  const text = useText();
  const roles = understood?.roles.filter(({ role }) => role !== 'nothing') ?? [];
  return (
    <Disclosure summary={text('import.read')} open={asked || undefined}>
      {understood && <ReadingNotes understood={understood} />}
      {understood && (
        <ul className="small">
          {roles.map(({ header, role }) => (
            <li key={header + role}>{text('import.read.meant', { column: header, role: role === 'nothing' ? '' : text(`people.role.${role}`) })}</li>
          ))}
        </ul>
      )}
      <p>
        <Link className="button" to={`/people/import/${stage}/columns`}>
          {asked ? text('import.asked.go') : text('import.read.change')}
        </Link>
      </p>
    </Disclosure>
  );
}

function ReviewImport({ review }: { readonly review: Review }) {
  const text = useText();
  const { difference, problemCount, stopped, badRows } = review;
  const good = !stopped && difference !== null;
  const does = badRows > 0 ? 'good-rows' : 'import';
  return (
    <div className="wide">
      <PageHeader title={text('import.review')} lead={text('import.review.lead')} back={{ to: '/people/import', label: text('import.title') }} />
      <div className="stack">
        {review.broken && (
          <Notice tone="danger" live>
            {text('import.broken')}
          </Notice>
        )}
        {review.asked && <Notice tone="warn">{text('import.asked')}</Notice>}
        <Problems review={review} />
        {good && problemCount === 0 && changesNothing(review) && <Notice tone="good">{text('import.nothing')}</Notice>}
        <Remarks review={review} />
        <HowRead review={review} />
        {difference && (
          <p className="quiet small">
            {text('import.in-file')}
            {text('punctuation.colon')}
            {text('people.count', { n: review.people })} · {text('departments.count', { n: review.departments })}
          </p>
        )}
        {good && <RenamedDepartments difference={difference} />}
        {good && <DifferenceView difference={difference} />}
        {difference && !good && (
          <Disclosure summary={text('import.as-far')}>
            <DifferenceView difference={difference} />
          </Disclosure>
        )}
        <Form method="post" className="row">
          <input type="hidden" name="does" value={does} />
          {good && !changesNothing(review) && <SubmitButton>{does === 'import' ? text('import.confirm') : text('import.confirm.good')}</SubmitButton>}
          <Link className="button" to="/people/import">
            {text('import.other')}
          </Link>
        </Form>
      </div>
    </div>
  );
}
