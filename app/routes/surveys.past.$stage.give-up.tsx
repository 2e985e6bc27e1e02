import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { giveUpOn } from '#app/services/past-surveys.server.ts';

export const loader = page({ may: 'compose-surveys' }, () => redirect('/surveys/past'));

export const action = command({ may: 'compose-surveys', form: v.object({}) }, async ({ app, actor, params }) => {
  await giveUpOn(app, actor, params['stage'] ?? '');
  return redirect('/surveys/past?gave-up');
});
