import { useLanguage } from '../../language/language.js';
import { meanText } from './view/mean-text.js';

/** A mean as the release shows it; a dash where there is none. */
export function ScoreText({ mean }: { readonly mean: string | null | undefined }) {
  const { language } = useLanguage();
  return <>{mean === null || mean === undefined ? '—' : meanText(mean, language)}</>;
}
