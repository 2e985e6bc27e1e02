import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import { grantedRoles, type GrantedRole } from '#app/domain/access/granted-role.ts';
import { roleForm } from '#app/forms/people.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { changeRole } from '#app/services/access/grant-role.server.ts';
import { personView } from '#app/services/organisation/oversee-people.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PersonFacts } from '#app/ui/organisation/person-facts.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, actor, params, url }) => {
  const person = await personView(app, params['id'] ?? '');
  if (!person) throw refuse('not-found');
  return { title: person.name, person, grants: may(actor, 'manage-access') && person.leftOn === null, changed: url.searchParams.has('changed') };
});

export const action = command({ may: 'manage-access', form: roleForm }, async ({ app, actor, input, params, reject }) => {
  const personId = params['id'] ?? '';
  const outcome = await changeRole(app, actor, { ...input, personId });
  if (outcome.ok) return redirect(`/people/${personId}?changed`);
  if (outcome.because === 'not-found') throw refuse('not-found');
  return reject(input.role, outcome.because);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Role({ role, has, grants }: { role: GrantedRole; has: boolean; grants: boolean }) {
  const text = useText();
  return (
    <li>
      <Form method="post" className="row apart">
        <span>
          <span className="strong">{text(`role.${role}`)}</span> <Badge tone={has ? 'good' : 'quiet'}>{text(has ? 'person.has' : 'person.has-not')}</Badge>
          <span className="quiet small block">{text(`role.${role}.hint`)}</span>
        </span>
        <input type="hidden" name="role" value={role} />
        {grants && (
          <SubmitButton className="button small" name="grant" value={has ? 'no' : 'yes'} aria-label={`${text(has ? 'person.withdraw' : 'person.grant')}: ${text(`role.${role}`)}`}>
            {text(has ? 'person.withdraw' : 'person.grant')}
          </SubmitButton>
        )}
      </Form>
    </li>
  );
}

export default function Person() {
  const text = useText();
  const { person, grants, changed } = useLoaded<typeof loader>();
  const reply = useReply();
  const wrong = Object.keys(reply?.errors ?? {})[0];
  return (
    <div className="wide">
      <PageHeader title={person.name} lead={person.department} back={{ to: '/people', label: text('people.title') }} />
      <div className="stack">
        {reply && wrong !== undefined && (
          <Notice tone="danger" live>
            {saidOf(text, reply, wrong)}
          </Notice>
        )}
        {changed && !wrong && (
          <Notice tone="good" live>
            {text('person.changed')}
          </Notice>
        )}
        <div className="columns">
          <Card>
            <PersonFacts person={person} />
          </Card>
          <Card title={text('person.roles')}>
            <p className="quiet small">{text('person.roles.text')}</p>
            <ul className="list">
              {grantedRoles.map((role) => (
                <Role key={role} role={role} has={person.roles.includes(role)} grants={grants} />
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </div>
  );
}
