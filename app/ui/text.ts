// The page's sentences, for every component below the root.
import { createContext, useContext } from 'react';
import type { Language } from '#app/domain/kernel/language.ts';
import { aboutParts, textOf, type Text } from '#app/text/text.ts';

export const PageLanguage = createContext<Language>('en');

/** Whether the page is about a survey that asked parts of the company. */
export const PageOfParts = createContext(false);

export function useText(): Text {
  const text = textOf(useContext(PageLanguage));
  return useContext(PageOfParts) ? aboutParts(text) : text;
}
