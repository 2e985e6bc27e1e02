// Who serves whom, by provider: what is on the map, and one link more or less.
import { Form } from '@remix-run/react';
import { useRef } from 'react';
import type { MappedProvider, ServiceMapPage } from '#app/domain/organisation/service-map-page.ts';
import { addLinkForm } from '#app/forms/services.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Badge } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface Props {
  readonly page: ServiceMapPage;
}

export function MappedProviders({ page }: Props) {
  const text = useText();
  const { providers, missing, k } = page;
  return (
    <>
      {missing > 0 && <Notice tone="warn">{text('services.missing', { n: missing, k })}</Notice>}
      {providers.map((provider) => (
        <Provider key={provider.id} provider={provider} page={page} />
      ))}
    </>
  );
}

function Provider({ provider, page: { revision, k } }: Props & { provider: MappedProvider }) {
  const text = useText();
  const { id, name, gone, people, together, inside, links } = provider;
  const aside = gone ? <Badge tone="wait">{text('services.gone')}</Badge> : <span className="quiet num">{text('services.people', { n: people ?? 0 })}</span>;
  return (
    <Card title={name} aside={aside}>
      {gone && <p>{text('services.gone.text', { provider: name })}</p>}
      {inside !== null && <Notice tone="warn">{text('services.inside', { provider: name, other: inside })}</Notice>}
      {together.length > 0 && <p className="quiet">{text('services.together', { others: text.list(together), k })}</p>}
      <ul className="list" aria-label={text('services.serves', { provider: name })}>
        {links.map(({ customer, kind, own }) => (
          <li key={`${customer.id} ${kind}`} className="row apart">
            <span>
              {customer.name} {customer.gone && <Badge tone="wait">{text('services.gone')}</Badge>}
              {own && <span className="block quiet small">{text('services.own-now', { customer: customer.name, provider: name })}</span>}
              {kind !== '' && <span className="block quiet small">{kind}</span>}
            </span>
            <Form method="post" action="/surveys/services">
              <input type="hidden" name="act" value="remove" />
              <input type="hidden" name="revision" value={revision} />
              <input type="hidden" name="from" value={id} />
              <input type="hidden" name="to" value={customer.id} />
              <input type="hidden" name="what" value={kind} />
              <SubmitButton className="button plain small" aria-label={text('services.remove.one', { customer: customer.name, provider: name })}>
                {text('services.remove')}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Empty again once a pair was added, with the focus where the next one is typed. */
export function AddLink({ page, reply }: Props & { reply: FormReply | undefined }) {
  const sent = useRef(false);
  return <LinkForm key={page.revision} page={page} reply={reply} again={sent.current} onSent={() => void (sent.current = true)} />;
}

function LinkForm({ page: { revision, departments }, reply, again, onSent }: Props & { reply: FormReply | undefined; again: boolean; onSent: () => void }) {
  const text = useText();
  const form = useValidatedForm(addLinkForm, reply);
  const onSubmit: typeof form.onSubmit = (event) => {
    onSent();
    form.onSubmit(event);
  };
  const labels = { provider: text('services.provider'), customer: text('services.customer'), kind: text('services.kind') };
  return (
    <Card title={text('services.add.title')}>
      <Form method="post" action="/surveys/services" noValidate className="stack" onSubmit={onSubmit}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" {...form.hidden('act', 'add')} />
        <input type="hidden" {...form.hidden('revision', String(revision))} />
        <TextField form={form} name="provider" label={labels.provider} hint={text('services.provider.hint')} list="departments" autoComplete="off" autoFocus={again} />
        <TextField form={form} name="customer" label={labels.customer} hint={text('services.customer.hint', { top: departments[0] ?? '' })} list="departments" autoComplete="off" />
        <TextField form={form} name="kind" label={labels.kind} hint={text('services.kind.hint')} optional autoComplete="off" />
        <datalist id="departments">
          {departments.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div>
          <SubmitButton>{text('services.add')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
