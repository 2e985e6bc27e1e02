import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { encodings } from '#app/domain/tables/encodings.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { sayEncoding } from '#app/services/past-surveys.server.ts';

export const loader = page({ may: 'compose-surveys' }, ({ params }) => redirect(`/surveys/past/${encodeURIComponent(params['stage'] ?? '')}`));

/** In which encoding the words of the file can be read. */
export const action = command({ may: 'compose-surveys', form: v.object({ encoding: v.picklist(encodings, 'past-encoding') }) }, ({ app, params, input }) => {
  const id = params['stage'] ?? '';
  return Promise.resolve(redirect(sayEncoding(app, id, input.encoding).ok ? `/surveys/past/${id}` : '/surveys/past/new?expired'));
});
