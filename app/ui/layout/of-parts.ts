// Pages about a survey load a part with the survey as it is shown: whether not everybody was asked stands there.
import type { SurveyView } from '#app/domain/reports/results-page.ts';

/** `loaded`: what the routes of a page loaded. */
export function isOfParts(loaded: readonly unknown[]): boolean {
  const parts = loaded.flatMap((data) => (typeof data === 'object' && data !== null ? Object.values(data as Record<string, unknown>) : []));
  return parts.some((part) => ((part as { readonly survey?: Partial<SurveyView> } | null)?.survey?.asked ?? null) !== null);
}
