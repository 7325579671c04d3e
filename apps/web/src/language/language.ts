import { createContext, use } from 'react';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'nobinobi.language';

export function storedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'ja';
  } catch {
    return 'ja'; // Storage can be switched off by policy; the page works without it.
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then lasts for this visit only.
  }
}

export interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'ja', setLanguage: () => undefined });

export const useLanguage = (): LanguageChoice => use(LanguageContext);

/** The messages of one part of the product in the chosen language. */
export function useMessages<M>(messages: Readonly<Record<Language, M>>): M {
  return messages[useLanguage().language];
}
