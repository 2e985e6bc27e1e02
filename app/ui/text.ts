// The page's sentences, for every component below the root.
import { createContext, useContext } from 'react';
import type { Language } from '#app/domain/kernel/language.ts';
import { textOf, type Text } from '#app/text/text.ts';

export const PageLanguage = createContext<Language>('en');

export function useText(): Text {
  return textOf(useContext(PageLanguage));
}
