import { redirect, type MetaFunction } from '@remix-run/node';
import { yardsticksForm } from '#app/forms/yardsticks.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { setYardsticks, yardsticksPage } from '#app/services/reports/set-yardsticks.server.ts';
import { textOf } from '#app/text/text.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { YardsticksForm } from '#app/ui/reports/yardsticks-form.tsx';

export const loader = page({ may: 'read-results' }, async ({ app, language, url }) => ({
  title: textOf(language)('yardsticks.title'),
  yardsticks: await yardsticksPage(app, language),
  saved: url.searchParams.has('saved'),
}));

export const action = command({ may: 'read-results', form: yardsticksForm }, async ({ app, actor, input, reject }) => {
  const set = await setYardsticks(app, actor, input);
  if (set.ok) return redirect('/results/yardsticks?saved');
  return set.because === 'yardsticks-changed' ? reject('', set.because) : reject('outside', set.because, set.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Yardsticks() {
  const { yardsticks, saved } = useLoaded<typeof loader>();
  return <YardsticksForm page={yardsticks} saved={saved} reply={useReply()} />;
}
