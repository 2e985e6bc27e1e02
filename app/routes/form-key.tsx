// What a form asks for when it opens, so that it can keep what is typed where a session ends in between.
import { json } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { formKeyOf } from '#app/services/access/form-key.server.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor }) => json({ key: await formKeyOf(app, actor) }));
