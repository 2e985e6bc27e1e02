// The reader's plans, steps and promises as a workbook.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { plansWorkbook } from '#app/services/plans.server.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, language }) =>
  download(await plansWorkbook(app, actor, language), { name: 'plans.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
);
