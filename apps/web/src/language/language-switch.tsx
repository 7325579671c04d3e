import { useLanguage, type Language } from './language.js';

const NEXT: Readonly<Record<Language, { readonly to: Language; readonly label: string }>> = {
  ja: { to: 'en', label: 'English' },
  en: { to: 'ja', label: '日本語' },
};

/** Named in the language it switches to, so that a reader who does not know the present one finds it. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const { to, label } = NEXT[language];
  return (
    <button type="button" className="link-button" lang={to} onClick={() => setLanguage(to)}>
      {label}
    </button>
  );
}
