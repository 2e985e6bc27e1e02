import type { MetaFunction } from '@remix-run/node';
import { mapWishOf } from '#app/forms/map-wish.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { ageOfResults } from '#app/services/reports/age-of-results.server.ts';
import { readMap } from '#app/services/reports/read-map.server.ts';
import { offersWords } from '#app/services/reports/read-words.server.ts';
import '#app/styles/map.css';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { MapView } from '#app/ui/reports/map/map-view.tsx';
import { ResultsFrame } from '#app/ui/reports/results-frame.tsx';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const wish = mapWishOf(url.searchParams);
  const read = await readMap(app, actor, { surveyId: params['id'] ?? '', language, wish });
  if (!read.ok) throw refuse(read.because);
  return { title: read.value.survey.title, map: read.value, wish, age: await ageOfResults(app, read.value.survey.id), mayReadComments: await offersWords(app, actor, read.value.survey.id) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HeatMapPage() {
  const { map, wish, age, mayReadComments } = useLoaded<typeof loader>();
  const keep = { compare: wish.against, ...(wish.beside !== null && { beside: wish.beside }), ...(map.dimension !== null && { dimension: map.dimension }) };
  return (
    <ResultsFrame page={map} keep={keep} comments={mayReadComments} age={age}>
      <MapView page={map} wish={{ ...wish, department: map.department }} base={`/results/${map.survey.id}/map`} />
    </ResultsFrame>
  );
}
