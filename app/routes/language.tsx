import { redirect } from '@remix-run/node';
import * as v from 'valibot';
import { safeDestination } from '#app/domain/access/destination.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { command } from '#app/http/command.server.ts';
import { languageCookie } from '#app/http/language.server.ts';

const form = v.object({ language: v.picklist(languages), to: v.string() });

export const action = command({ may: 'visit', form }, ({ app, input }) =>
  redirect(safeDestination(input.to), { headers: { 'Set-Cookie': languageCookie(app, input.language) } }),
);
