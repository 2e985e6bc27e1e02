import { redirect, type MetaFunction } from '@remix-run/node';
import { secondaryForm } from '#app/forms/secondary.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { bringSecondary, secondaryPage } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { SecondaryForm } from '#app/ui/plans/secondary-form.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'oversee-plans' }, async ({ app, language, url }) => ({
  title: textOf(language)('secondary.title'),
  secondary: await secondaryPage(app, language),
  saved: url.searchParams.has('saved'),
}));

export const action = command({ may: 'oversee-plans', form: secondaryForm }, async ({ app, actor, language, input, reject }) => {
  const brought = await bringSecondary(app, { ...actor, language }, input);
  if (brought.ok) return redirect('/plans/secondary?saved');
  return brought.because === 'yardsticks-changed' ? reject('', brought.because) : reject('lines', brought.because, brought.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Secondary() {
  const text = useText();
  const { secondary, saved } = useLoaded<typeof loader>();
  return (
    <div className="reading">
      <PageHeader title={text('secondary.title')} lead={text('secondary.lead')} />
      <div className="stack-wide">
        <PlansTabs overseeing />
        <SecondaryForm page={secondary} saved={saved} reply={useReply()} />
      </div>
    </div>
  );
}
