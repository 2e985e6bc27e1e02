// All plans as a table, for HR.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { plansFile } from '#app/services/plans.server.ts';

export const loader = page({ may: 'oversee-plans' }, async ({ app, language }) => download(await plansFile(app, language), { name: 'plans.csv', type: 'text/csv' }));
