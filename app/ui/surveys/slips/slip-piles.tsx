// The piles of a sealed survey, for HR: printed once each, handed out by two, and what those wrote down.
import { Form } from '@remix-run/react';
import type { Pile, SlipsView } from '#app/domain/surveys/slips/slips-view.ts';
import { Card } from '../../controls/card.tsx';
import { Disclosure } from '../../controls/disclosure.tsx';
import { useText } from '../../text.ts';
import { CopyField } from './copy-field.tsx';

/** «Finance, shown together with Legal». */
export function useGroupName(): (names: readonly string[]) => string {
  const text = useText();
  return ([first = '', ...others]) => (others.length > 0 ? text('counted-with', { department: first, others: text.list(others) }) : first);
}

export function SlipPeople({ people }: Pick<Pile, 'people'>) {
  const text = useText();
  return (
    <Disclosure summary={text('slips.people', { n: people.length })}>
      <ul className="columns-of-names">
        {people.map((name, at) => (
          <li key={`${name} ${at}`}>{name}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function PileCard({ id, pile: { block, names, people, slips, printings, printable, agreed } }: { id: string; pile: Pile }) {
  const text = useText();
  const nameOf = useGroupName();
  return (
    <Card title={nameOf(names)} aside={<span className="quiet">{text('slips.printed', { n: printings })}</span>}>
      <div className="stack-tight">
        <p>
          {text('slips.count', { n: slips })} · {text('slips.given')}
          {text('punctuation.colon')}
          {agreed === null ? text('slips.given.none') : text('slips.given.some', { n: agreed })}
        </p>
        <SlipPeople people={people} />
        {printable && (
          <Form method="post" action={`/surveys/${id}/slips/print`} reloadDocument className="stack-tight">
            <input type="hidden" name="block" value={block} />
            <input type="hidden" name="printings" value={printings} />
            {printings > 0 && <p className="quiet small">{text('slips.print.again.hint')}</p>}
            <div>
              <button className={printings > 0 ? 'button' : 'button primary'}>{text(printings > 0 ? 'slips.print.again' : 'slips.print')}</button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}

export function SlipPiles({ id, slips, address }: { id: string; slips: SlipsView; address: string }) {
  const text = useText();
  return (
    <div className="stack">
      <Card>
        <div className="stack-tight">
          <p>{text('slips.hands', { names: text.list(slips.handingOut) })}</p>
          <CopyField label={text('slips.open')} value={address} />
          {slips.leftOut > 0 && <p className="quiet small">{text('slips.left-out', { n: slips.leftOut })}</p>}
        </div>
      </Card>
      {slips.piles.map((pile) => (
        <PileCard key={pile.block} id={id} pile={pile} />
      ))}
    </div>
  );
}
