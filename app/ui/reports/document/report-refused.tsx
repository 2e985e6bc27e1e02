// Somebody followed an address that was shared, and it is not theirs to read: said in full, and the same whether or not there is anything.
import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import type { Language } from '#app/domain/kernel/language.ts';
import { textOf } from '#app/text/text.ts';
import { useText } from '#app/ui/text.ts';

type Code = 'forbidden' | 'not-found';

/** Null where something else went wrong. */
function codeOf(error: unknown): Code | null {
  if (!isRouteErrorResponse(error) || (error.status !== 403 && error.status !== 404)) return null;
  return error.status === 403 ? 'forbidden' : 'not-found';
}

/** Title of the page: its own, or what is said instead of it. */
export function titleOrRefusal({ data, error, matches }: { readonly data?: { readonly title: string } | undefined; readonly error?: unknown; readonly matches: readonly unknown[] }): string | undefined {
  const code = codeOf(error);
  const [root] = matches as readonly { readonly data?: { readonly language?: Language } }[];
  return code === null ? data?.title : textOf(root?.data?.language ?? 'en')(`report.refused.${code}`);
}

export function ReportRefused() {
  const text = useText();
  const error = useRouteError();
  const code = codeOf(error);
  if (code === null) throw error;
  return (
    <div className="narrow stack">
      <h1>{text(`report.refused.${code}`)}</h1>
      <p>{text(`report.refused.${code}.why`)}</p>
      <p>{text(`report.refused.${code}.next`)}</p>
      <p>
        <Link className="button primary" to="/results">
          {text('results.title')}
        </Link>
      </p>
    </div>
  );
}
