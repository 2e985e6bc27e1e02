import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { readOwn } from '#app/services/reports/read-results.server.ts';
import { companyWordsPassedOn } from '#app/services/reports/read-words.server.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { OwnResults } from '#app/ui/reports/own-results.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language, params }) => {
  const read = await readOwn(app, actor, params['id'] ?? '', language);
  if (!read.ok) throw refuse(read.because);
  return { title: read.value.survey.title, page: read.value, today: app.today(), words: await companyWordsPassedOn(app, actor, read.value.survey.id), mayReadAll: may(actor, 'read-results') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HowWeAnswered() {
  const text = useText();
  const { page: own, today, words, mayReadAll } = useLoaded<typeof loader>();
  const { survey } = own;
  const full = (
    <Link className="button" to={`/results/${survey.id}/full`}>
      {text(mayReadAll ? 'results.own.full' : 'results.own.full.head')}
    </Link>
  );
  return (
    <div className="own-page">
      <PageHeader
        back={{ to: '/results', label: text('results.title') }}
        title={survey.title}
        lead={`${text('results.closed-on', { day: text.day(survey.closed) })} · ${text('results.own.lead')}`}
        actions={own.mayReadMore && full}
      />
      <OwnResults page={own} answersBy={own.answersBy} today={today} words={words} />
    </div>
  );
}
