import { redirect, type MetaFunction } from '@remix-run/node';
import type { Language } from '#app/domain/kernel/language.ts';
import { eachOf, refused, together, type Refusal } from '#app/domain/kernel/outcome.ts';
import { checkRule, usualRule } from '#app/domain/surveys/programme/programme.ts';
import { readRule, ruleForm, ruleOf, type RuleInput } from '#app/forms/programme.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { ruleOffer } from '#app/services/surveys/programme-page.server.ts';
import { setProgramme, type SetRefusal } from '#app/services/surveys/set-programme.server.ts';
import type { Wrong } from '#app/text/form-reply.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ProgrammeForm } from '#app/ui/surveys/programme/programme-form.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language }) => ({ title: textOf(language)('programme.rule.title'), offer: await ruleOffer(app), request: app.newId() }));

type Typed = Partial<RuleInput>;

/** Lines that are no days, and whatever else speaks against what could be read of the rule. */
const wrongIn = (app: App, input: Typed) => {
  const lines = (['free', 'blackouts'] as const).map((field) => (input[field]?.wrong ? refused('programme-line', { field, ...input[field].wrong }) : null));
  const rule = checkRule({ ...usualRule(app.today(), []), ...readRule(input) });
  return together([...lines, rule.ok ? null : rule]);
};

/** What only stands in for a field that could not be read is not found wrong. */
const besides = async ({ app, language, input }: { app: App; language: Language; input: Typed }): Promise<Wrong[]> => {
  const wrong = wrongIn(app, input);
  return (wrong ? eachOf(wrong) : []).map((one) => atItsField({ ...one, details: withDays(textOf(language), one.details) })).filter(({ field }) => field in input);
};

export const action = command({ may: 'compose-surveys', form: ruleForm, besides }, async ({ app, actor, language, input: { request, ...input }, rejectAll }) => {
  const placed = (one: Refusal<SetRefusal | 'programme-line'>) => atItsField({ ...one, details: withDays(textOf(language), one.details) });
  const wrong = wrongIn(app, input);
  if (wrong) return rejectAll(wrong, placed);
  const set = await setProgramme(app, actor, { rule: ruleOf(input), language, ...(request !== undefined && { request }) });
  if (set.ok) return redirect('/surveys/programme?done=set');
  return rejectAll(set, placed);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProgrammeRule() {
  const text = useText();
  const { title, offer, request } = useLoaded<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('programme.rule.lead')} back={{ to: '/surveys/programme', label: text('programme.title') }} />
      <div className="stack">
        {offer.replaces && <Notice>{text('programme.rule.replaces')}</Notice>}
        <ProgrammeForm offer={offer} request={request} reply={useReply()} />
      </div>
    </div>
  );
}
