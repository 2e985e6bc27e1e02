// The other languages are other documents under the hashes that the sealed survey names; the fragment goes along, with where
// somebody is.
import { nameOfLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { h } from './element.ts';
import { markOf, type Position } from './position.ts';

/** Phones of 2019 know no names of languages. */
const nameOf = (tongue: Tongue): string => (nameOfLanguage(tongue as Language) as string | undefined) ?? (Intl.DisplayNames ? new Intl.DisplayNames([tongue], { type: 'language' }).of(tongue)! : tongue);

export interface Going {
  readonly at: Position;
  /** Called before the other document is loaded. */
  readonly leaving: () => void;
}

/** `going` once there is something to go on with. */
export function languageLinks(text: BallotText, manifest: Manifest, going: Going | null): HTMLElement[] {
  return manifest.languages.map((language) => {
    const href = `/ballot/${manifest.pages[language]}${location.hash}${going ? `&${markOf(going.at)}` : ''}`;
    const given = { lang: language, hreflang: language };
    return language === text.language
      ? h('span', { ...given, hreflang: null, 'aria-current': 'true' }, nameOf(language))
      : h('a', { ...given, href, ...(going && { onclick: going.leaving }) }, nameOf(language));
  });
}
