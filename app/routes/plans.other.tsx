import type { MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { otherSources } from '#app/domain/plans/issue.ts';
import { page } from '#app/http/page.server.ts';
import { otherPlanPage } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, language }) => ({ title: textOf(language)('plan.other'), offer: await otherPlanPage(app, actor, language) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A plan that no figure asks for: three choices, and on to the form of every plan. */
export default function OtherPlan() {
  const text = useText();
  const { title, offer } = useLoaded<typeof loader>();
  const sources = otherSources.map((id) => ({ id, name: text(`plan.source.${id}`) }));
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('plan.other.lead')} back={{ to: '/plans', label: text('plans.title') }} />
      <Form method="get" action="/plans/new" className="stack-wide">
        <Choice name="source" label={text('plan.other.source')} choices={sources} />
        <Choice name="dimension" label={text('plan.other.dimension')} choices={offer.dimensions} />
        <Choice name="department" label={text('plan.other.department')} choices={offer.departments} chosen={offer.own} />
        <div>
          <button className="button primary">{text('plan.other.send')}</button>
        </div>
      </Form>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen?: string;
}

/** Always one of its choices, so nothing of it can be wrong. */
function Choice({ name, label, choices, chosen }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>{label}</label>
      <select id={`field-${name}`} name={name} defaultValue={chosen}>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
