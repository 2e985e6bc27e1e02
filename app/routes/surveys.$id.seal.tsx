import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { addDays } from '#app/domain/kernel/day.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import { fewestScreened } from '#app/domain/surveys/asking/screening.ts';
import { namedInEnglish } from '#app/domain/surveys/named-in-english.ts';
import { readInEnglish } from '#app/domain/surveys/questions/translated-questions.ts';
import { command } from '#app/http/command.server.ts';
import { countedWishOf } from '#app/forms/counted-wish.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { sealForm } from '#app/forms/pulse-lock.ts';
import { draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { placeOfCompany } from '#app/services/organisation/set-time-zone.server.ts';
import { invitationTime } from '#app/services/notifications/invite.server.ts';
import { openMeanwhile, planOf, scopesOf } from '#app/services/surveys/sealing-preview.server.ts';
import { routedIn } from '#app/services/surveys/route-questions.server.ts';
import { lockOf } from '#app/services/plans.server.ts';
import { beginSealing } from '#app/services/surveys/seal-and-invite.server.ts';
import { endOfDay } from '#app/text/places.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { LockNotice, OverrideCard } from '#app/ui/plans/pulse-lock.tsx';
import { AskedLines } from '#app/ui/surveys/asking/asked-lines.tsx';
import { CountedList } from '#app/ui/surveys/counted-list.tsx';
import { DeclaredTables } from '#app/ui/surveys/tables/declared-tables.tsx';
import { RoutedLine, RoutedRules } from '#app/ui/surveys/asking/routed-to.tsx';
import { ReadInEnglish } from '#app/ui/surveys/read-in-english.tsx';
import { SingledOutNotice } from '#app/ui/surveys/tables/singled-out.tsx';
import { SlipNotice } from '#app/ui/surveys/slips/slip-decision.tsx';
import { useText } from '#app/ui/text.ts';
import { mostAsked } from '#app/domain/surveys/serving/service-offers.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, actor, params, language, url }) => {
  const survey = await draftOf(app, params['id'] ?? '');
  if (!survey) throw refuse('not-found');
  const plan = await planOf(app, survey, { departmentId: actor.departmentId, ...countedWishOf(url) });
  const title = textOf(language)('seal.title', { title: inLanguage(survey.title, language) });
  const { opens, closes, definition } = survey;
  const routing = await routedIn(app, survey);
  const facts = {
    routed: definition.questions.flatMap(({ id, text, k }) => {
      const lines = routing[id];
      const screener = inLanguage(lines?.screener, language) ?? null;
      return lines ? [{ question: inLanguage(text, language), lines, screener, k: screener === null ? k : Math.max(k, fewestScreened) }] : [];
    }),
    id: survey.id, name: inLanguage(survey.title, language), named: namedInEnglish(survey), opens, k: definition.k,
    missing: await lockOf(app, survey, language), letters: invitationTime(app, survey), end: endOfDay(textOf(language), closes, placeOfCompany(app)),
  };
  const promised = { results: addDays(closes, 1), answers: isCorePulse(survey) ? answersDue(closes) : null };
  const scopes = await scopesOf(app, survey);
  const meanwhile = (await openMeanwhile(app, survey)).map((other) => ({ title: inLanguage(other.title, language), closes: other.closes }));
  if (!plan.ok) return { title, ...facts, questions: mostAsked(definition.questions).length, promised, meanwhile, definition, scopes, plan: { ok: false as const, said: textOf(language).error(plan.because, plan.details) } };
  const { seen, counted, groups, invited, asked, half, forecast, singled, extras, slips } = plan.value;
  const joining = extras.taken.reduce((sum, { texts }) => sum + texts.length, 0);
  return { title, ...facts, questions: mostAsked(definition.questions).length + joining, promised, meanwhile, definition, scopes, plan: { ok: true as const, seen, counted, groups, invited, asked, half, forecast, singled, slips } };
});

const fields: Readonly<Record<string, string>> = { 'answers-missing': 'override', 'quotes-a-comment': 'override' };

export const action = command({ may: 'compose-surveys', form: sealForm }, async ({ app, actor, params, input, language, reject }) => {
  const id = params['id'] ?? '';
  const begun = await beginSealing(app, actor, { id, override: input.override, seen: input.seen ?? null });
  if (!begun.ok) return reject(fields[begun.because] ?? '', begun.because, withDays(textOf(language), begun.details));
  return redirect(`/surveys/${id}?sealed=1`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Promises() {
  const text = useText();
  const { opens, end, k, questions, definition, promised, plan } = useLoaded<typeof loader>();
  const lines = [
    text('seal.questions', { questions: text('survey.questions', { n: questions }) }),
    text('seal.days', { opens: text.day(opens), closes: end }),
    ...(plan.ok ? [plan.half ? text('audience.seal.half', { invited: text('people.count', { n: plan.invited }), of: plan.half.of }) : plan.asked ? text('audience.seal', { invited: text('people.count', { n: plan.invited }), of: plan.asked.of }) : text('seal.people', { people: text('people.count', { n: plan.invited }) }), text('seal.blocks', { n: plan.groups })] : []),
    ...(definition.cuts.length > 0 ? [text('seal.tables', { n: definition.cuts.length })] : []),
    text('seal.k', { k, words: fewestBesideText(k) }),
    text(`seal.words-for.${definition.wordsFor ?? 'hr'}`),
    text('seal.results', { day: text.day(promised.results) }),
    ...(promised.answers === null ? [] : [text('seal.answers', { day: text.day(promised.answers) })]),
    text('seal.destroyed'),
  ];
  return (
    <ul className="promises">
      {lines.map((line) => (
        <li key={line}>
          <Icon name="lock" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

export default function Seal() {
  const text = useText();
  const { id, name, title, letters, definition, named, meanwhile, scopes, missing, routed, plan } = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply?.errors[''] ? saidOf(text, reply, '') : plan.ok ? null : plan.said;
  const locked = missing.length > 0;
  const free = plan.ok && meanwhile.length === 0;
  const undecided = plan.ok && plan.slips.decided === null && plan.slips.withoutAddress + plan.slips.wishing > 0;
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('seal.lead')} back={{ to: `/surveys/${id}`, label: name }} />
      <div className="stack">
        {refusal && (
          <Notice tone="danger" live title={text('survey.cannot-seal')}>
            {refusal}
          </Notice>
        )}
        {locked && <LockNotice missing={missing} />}
        {plan.ok && <SlipNotice id={id} slips={plan.slips} />}
        <Card>
          <Promises />
          {plan.ok && (
            <Disclosure summary={text('survey.counted')} open={plan.counted.page > 1 || plan.counted.find !== ''}>
              <AskedLines asked={plan.asked} half={plan.half} />
              <CountedList counted={plan.counted} />
            </Disclosure>
          )}
        </Card>
        {routed.length > 0 && (
          <Card title={text('routing.title')}>
            {routed.map(({ question, lines, screener, k }) => (
              <section key={question} className="stack-tight">
                <p className="strong">{question}</p>
                <p>
                  <RoutedLine to={lines.to} screener={screener} />
                </p>
                <RoutedRules lines={lines} k={k} />
              </section>
            ))}
          </Card>
        )}
        {definition.cuts.length > 0 && (
          <Card title={text('survey.cuts')}>
            <DeclaredTables definition={definition} departments={scopes} forecast={plan.ok ? plan.forecast : null} />
          </Card>
        )}
        {plan.ok && plan.singled && <SingledOutNotice found={plan.singled} />}
        <ReadInEnglish named={named} lacking={readInEnglish(definition.questions, definition.languages)} />
        {!refusal && meanwhile.map((other) => <Notice key={other.title} tone="danger" title={text('survey.cannot-seal')}>{text('error.asked-meanwhile', { title: other.title, day: text.day(other.closes) })}</Notice>)}
        <Notice>
          <p>
            {text(plan.ok && (undecided || plan.slips.listed > 0) ? 'seal.letters.slips' : 'seal.letters', { day: text.day(letters.day), hour: letters.hour })} <Link to={`/surveys/${id}/letters`}>{text('letter-page.open')}</Link>
          </p>
        </Notice>
        <Notice tone="warn">{text('seal.box')}</Notice>
        {free && locked && !undecided && <OverrideCard reply={reply} seen={plan.ok ? plan.seen : undefined} />}
        <Form method="post" className="row">
          {plan.ok && <input type="hidden" name="seen" value={plan.seen} />}
          {free && !locked && !undecided && (
            <SubmitButton className="button primary large">
              <Icon name="lock" />
              {text('seal.now')}
            </SubmitButton>
          )}
          {undecided && (
            <Link className="button primary large" to={`/surveys/${id}/slips`} aria-label={`${text('seal.slips.decide')}${text('punctuation.colon')}${text('slips.decide.how')}`}>
              {text('seal.slips.decide')}
            </Link>
          )}
          <Link className="button plain" to={`/surveys/${id}`}>
            {text('seal.back')}
          </Link>
        </Form>
      </div>
    </div>
  );
}
