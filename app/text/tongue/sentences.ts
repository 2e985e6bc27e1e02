// Every sentence that a tongue may have: the ballot page, letters to employees and the words of the question library. The rest of the portal
// speaks the product's languages.
import backgrounds from '#app/domain/surveys/questions/library/background-library.json' with { type: 'json' };
import extras from '#app/domain/surveys/questions/library/extra-questions.json' with { type: 'json' };
import library from '#app/domain/surveys/questions/library/question-library.json' with { type: 'json' };
import service from '#app/domain/surveys/questions/library/service-questions.json' with { type: 'json' };
import { measures } from '#app/domain/plans/measures-catalogue.ts';
import { catalogues } from '#app/text/catalogues.ts';
import { en as ballot } from '#app/text/ballot/en.ts';
import { ballotMessages } from './ballot-messages.ts';

/** `english` is a message where braces are places; in words of the library they are what they are. */
export interface TongueSentence {
  readonly key: string;
  readonly english: string;
  readonly note: string;
}

function ballotSentences(): TongueSentence[] {
  const found: TongueSentence[] = [];
  const walk = (value: unknown, way: readonly string[]): void => {
    const key = way.join('.');
    if (typeof value === 'function') found.push({ key: `ballot/${key}`, english: ballotMessages[key]?.[1] ?? '', note: '' });
    else if (typeof value === 'string') found.push({ key: `ballot/${key}`, english: value, note: '' });
    else for (const [name, one] of Object.entries(value as object)) walk(one, [...way, name]);
  };
  walk(Object.fromEntries(Object.entries(ballot).filter(([name]) => name !== 'language' && name !== 'words')), []);
  return found;
}

/** Letters to whoever is an employee, heads among them: of plans too, and of one's own address. Those to HR alone are not among them. */
const letterKeys =
  /^(letter\.(?![a-z-]+\.decide)|results-letter\.(?!hr)|results\.age\.(until|since)$|news\.|proposal-letter\.|plan-letter\.|plan\.(verdict\.|instead\.title$)|feed\.(owner|result\.next)$|results\.finding\.|results\.(comma|and-more|directly)$|counted-with$|survey\.(seconds|minutes)$|day\.end|sign-in\.(letter|former)\.|address\.(letter|released)\.)/;

function letterSentences(): TongueSentence[] {
  return Object.entries(catalogues.en).flatMap(([key, english]) => (letterKeys.test(key) ? [{ key, english, note: '' }] : []));
}

/** By the way to it in the library; the same words in two places are one sentence. */
function librarySentences(): TongueSentence[] {
  const found = new Map<string, TongueSentence>();
  const walk = (value: unknown, way: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const { en, id } = value as { readonly en?: unknown; readonly id?: unknown };
    const here = typeof id === 'string' ? [...way.slice(0, -1), id] : way;
    if (typeof en === 'string') {
      if (!found.has(en)) found.set(en, { key: `library/${here.join('.')}`, english: en, note: 'Words of a question' });
      return;
    }
    for (const [name, one] of Object.entries(value)) walk(one, [...here, name]);
  };
  const { scales, dimensions, items, reasonSets, blocks, naOption } = library;
  walk({ scales, dimensions, items: items.filter((item) => item.status === 'active' && !item.perProvider), reasonSets, blocks, naOption }, []);
  walk({ extras, backgrounds }, []);
  const { depended, own, items: more } = service;
  walk({ providers: items.filter(({ status, perProvider }) => status === 'active' && perProvider).map(({ id, text }) => ({ id, text })) }, []);
  walk({ service: { depended, own, items: more } }, []);
  // What people may be asked to choose as a remedy.
  walk({ measures: measures.map(({ id, title }) => ({ id, title })) }, []);
  return [...found.values()];
}

let all: readonly TongueSentence[] | null = null;

/** In the order in which a translator reads them: the ballot page first. */
export const tongueSentences = (): readonly TongueSentence[] => (all ??= [...ballotSentences(), ...letterSentences(), ...librarySentences()]);
