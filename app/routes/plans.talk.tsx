import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { talkForm } from '#app/forms/inquiries.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { recordInquiry, talkPage } from '#app/services/plans.server.ts';
import { closedSurveys } from '#app/services/reports/read-results.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { HeldTalks, TalkForm } from '#app/ui/plans/talk-form.tsx';
import { TalkPaper } from '#app/ui/plans/talk-sheet.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, url, language }) => {
  const found = await talkPage(app, actor, language, url.searchParams.get('department'));
  if (!found.ok) throw refuse(found.because);
  return { title: textOf(language)('talk.title', { department: found.value.department.name }), talk: found.value, saved: url.searchParams.has('saved') };
});

export const action = command({ may: 'make-plans', form: talkForm }, async ({ app, actor, input, language, rejectAll }) => {
  const { department, ...held } = input;
  const survey = (await closedSurveys(app, language)).find(({ past }) => !past);
  const topic = textOf(language)('talk.topic', { survey: survey?.title ?? '' });
  const kept = await recordInquiry(app, actor, { ...held, departmentId: department, kind: 'talk', topic, moderatorId: actor.personId });
  if (kept.ok) return redirect(`/plans/talk?department=${department}&saved`);
  if (kept.because === 'forbidden') throw refuse('forbidden');
  return rejectAll(kept, atItsField);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Talk() {
  const text = useText();
  const { talk, saved } = useLoaded<typeof loader>();
  const reply = useReply();
  const { department, sheet, age, answerBy, held, present, request, today } = talk;
  return (
    <div className="reading talk-page">
      <div className="no-print">
        <PageHeader title={text('talk.title', { department: department.name })} lead={text('talk.lead')} back={{ to: `/team?department=${department.id}`, label: text('team.title') }} />
      </div>
      <div className="stack-wide">
        <Picker choices={talk.choices} department={department.id} />
        {saved && reply === undefined && (
          <Notice tone="good" live>
            {text('talk.saved')}
          </Notice>
        )}
        {sheet && age && answerBy ? (
          <>
            <p className="small quiet no-print">{text('talk.print')}</p>
            <p className="no-print">
              <a className="button" href={`/plans/talk.pdf?${new URLSearchParams({ department: department.id }).toString()}`} download>
                {text('talk.pdf')}
              </a>
            </p>
            <TalkPaper department={department.name} sheet={sheet} age={age} answerBy={answerBy} today={today} />
            <div className="stack-wide no-print">
              {held.length > 0 && (
                <Card title={text('inquiries.told')}>
                  <HeldTalks held={held} />
                </Card>
              )}
              {present ? <TalkForm key={held.length} departmentId={department.id} request={request} present={present} closed={sheet.survey.closed} today={today} reply={reply} /> : <Notice>{text('talk.small', { least: 3 })}</Notice>}
            </div>
          </>
        ) : (
          <EmptyState icon="results" text={text('talk.none')} />
        )}
      </div>
    </div>
  );
}

function Picker({ choices, department }: { choices: readonly { readonly id: string; readonly name: string }[]; department: string }) {
  const text = useText();
  if (choices.length < 2) return null;
  return (
    <Form method="get" className="picker no-print" onChange={(event) => event.currentTarget.requestSubmit()}>
      <label htmlFor="department">{text('team.department')}</label>
      <select id="department" name="department" key={department} defaultValue={department}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button className="button">{text('talk.show')}</button>
    </Form>
  );
}
