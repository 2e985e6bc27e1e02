// The entrance of the ballot page: from the link to the sealed survey, or to a plain word about why not.
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { keeperOf } from './draft.ts';
import { h } from './element.ts';
import { languageLinks } from './language-links.ts';
import { readLink } from './link.ts';
import { fetchManifest } from './manifest.ts';
import { runBallot } from './run.ts';
import { show } from './show.ts';
import { handedOver } from './travelling.ts';
import { stoppedScreen } from './screens/stopped.ts';
import type { Stop } from '#app/domain/responses/ballot-stop.ts';

/** Called once by the document of each language. */
export async function openPage(text: BallotText): Promise<void> {
  addEventListener('hashchange', () => location.reload());
  const stop = (because: Stop): void => show(stoppedScreen(text, because, null), text.stops[because].title);
  show(h('p', { class: 'quiet', role: 'status' }, text.loading), text.pageTitle);
  const link = readLink(location.hash);
  if (!link) return stop('no-link');
  const handed = handedOver(link.hash);
  if (!globalThis.crypto?.subtle) return stop('no-cryptography');
  const fetch = (path: string, init: RequestInit): Promise<Response> => globalThis.fetch(path, init);
  const manifest = await fetchManifest(fetch, link.hash, text.language);
  if (!manifest.ok) return stop(manifest.because);
  document.querySelector('nav')?.replaceChildren(...languageLinks(text, manifest.value, null));
  const keeper = keeperOf(link.hash, () => (link.kiosk ? null : localStorage), handed);
  await runBallot({ text, link, manifest: manifest.value, keeper, fetch });
}
