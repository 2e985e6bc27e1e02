import { useLoaderData } from '@remix-run/react';
import { page } from '#app/http/page.server.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, ({ actor }) => ({ name: actor.name }));

export default function Home() {
  const text = useText();
  const { name } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <h1>{name}</h1>
      <p>{text('app.tagline')}</p>
    </div>
  );
}
