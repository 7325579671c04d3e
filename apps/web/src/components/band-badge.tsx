import type { Band } from '#survey-model';
import { useMessages } from '../language/language.js';
import { bandMessages } from '../messages/band.js';
import { BAND_SYMBOL } from './band-symbol.js';

/** 判定 as symbol and word: readable without colour. A mean known only as a range may lie in two bands: no badge then. */
export function BandBadge({ band }: { readonly band: Band | null }) {
  const messages = useMessages(bandMessages);
  if (band === null) return <span className="band band--none">{messages.none}</span>;
  return (
    <span className={`band band--${band}`}>
      <span aria-hidden="true">{BAND_SYMBOL[band]}</span> {messages[band]}
    </span>
  );
}
