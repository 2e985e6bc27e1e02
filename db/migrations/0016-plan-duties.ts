// Who has to do what for a plan by which day, and which departments work along: looked for in rows of their own. Frozen: what changes
// later comes in a file of its own.
import { sql, type Kysely } from 'kysely';

interface Kept {
  plans: { id: string; state: string; content: string };
  plan_duties: { plan_id: string; position: number; kind: string; person_id: string; due: string | null; open: number };
  plan_partners: { plan_id: string; department_id: string };
}

/** As much of a plan as it was kept up to this migration. */
interface Content {
  readonly version: number;
  readonly ownerId: string;
  readonly partners: readonly string[];
  readonly target: { readonly by: string } | null;
  readonly steps: readonly { readonly ownerId: string; readonly due: string; readonly status: string }[];
  readonly promises: readonly { readonly by: string; readonly due: string; readonly keptOn: string | null; readonly dropped: string | null }[];
  readonly days: { readonly committed: string | null };
}

const working = ['committed', 'in-progress', 'blocked'];
const undone = ['todo', 'doing', 'blocked'];

async function tables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan_duties')
    .addColumn('plan_id', 'text', (c) => c.notNull().references('plans.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('due', 'text')
    .addColumn('open', 'integer', (c) => c.notNull().check(sql`${sql.ref('open')} in (0, 1)`))
    .addPrimaryKeyConstraint('plan_duties_key', ['plan_id', 'position'])
    .execute();
  await db.schema.createIndex('plan_duties_by_person').on('plan_duties').column('person_id').execute();
  await db.schema.createIndex('plan_duties_by_due').on('plan_duties').columns(['open', 'due']).execute();
  await db.schema
    .createTable('plan_partners')
    .addColumn('plan_id', 'text', (c) => c.notNull().references('plans.id'))
    .addColumn('department_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('plan_partners_key', ['plan_id', 'department_id'])
    .execute();
  await db.schema.createIndex('plan_partners_by_department').on('plan_partners').column('department_id').execute();
  await db.schema.createIndex('plans_by_state').on('plans').column('state').execute();
}

function dutiesIn(plan_id: string, state: string, { version, ownerId, target, steps, promises, days }: Content): Kept['plan_duties'][] {
  const agreed = days.committed !== null || version > 1;
  const duties = [
    { kind: 'plan', person_id: ownerId, due: target?.by ?? null, open: working.includes(state) },
    ...steps.map((step) => ({ kind: 'step', person_id: step.ownerId, due: step.due, open: working.includes(state) && undone.includes(step.status) })),
    ...promises.map((one) => ({ kind: 'promise', person_id: one.by, due: one.due, open: agreed && one.keptOn === null && one.dropped === null })),
  ];
  return duties.map((duty, position) => ({ ...duty, plan_id, position, open: Number(duty.open) }));
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables(db);
  const known = db as Kysely<Kept>;
  for (const { id, state, content } of await known.selectFrom('plans').select(['id', 'state', 'content']).execute()) {
    const plan = JSON.parse(content) as Content;
    await known.insertInto('plan_duties').values(dutiesIn(id, state, plan)).execute();
    const partners = [...new Set(plan.partners)].map((department_id) => ({ plan_id: id, department_id }));
    if (partners.length > 0) await known.insertInto('plan_partners').values(partners).execute();
  }
}
