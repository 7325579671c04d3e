import { scoredItems, type Questionnaire } from '#survey-model';
import { useLanguage, useMessages } from '../../language/language.js';
import { resultMessages } from '../../messages/result.js';
import { drawnMean, meanText } from './view/mean-text.js';

interface BandScaleProps {
  readonly questionnaire: Questionnaire;
  readonly mean: string | null;
}

/** The thresholds of the bands on the scale, and where the score lies among them. */
export function BandScale({ questionnaire, mean }: BandScaleProps) {
  const messages = useMessages(resultMessages);
  const { language } = useLanguage();
  const { bands } = questionnaire.scoring;
  const scale = scoredItems(questionnaire)[0]?.scale;
  const at = drawnMean(mean);
  if (!bands || !scale) return null;
  const left = (value: number): string => `${((value - scale.min) / (scale.max - scale.min)) * 100}%`;
  return (
    <figure className="band-scale">
      <figcaption className="muted">{messages.bandScale(bands.low, bands.norm, bands.high)}</figcaption>
      <div className="band-scale__bar" aria-hidden="true">
        <span className="band-scale__part band-scale__part--low" style={{ width: left(bands.low) }}>
          {messages.bandParts.low}
        </span>
        <span
          className="band-scale__part band-scale__part--middle"
          style={{ left: left(bands.low), right: `calc(100% - ${left(bands.high)})` }}
        />
        <span className="band-scale__part band-scale__part--high" style={{ left: left(bands.high), right: 0 }}>
          {messages.bandParts.high}
        </span>
        <span className="band-scale__norm" style={{ left: left(bands.norm) }} />
        {at !== null && <span className="band-scale__mark" style={{ left: left(at) }} />}
      </div>
      <div className="band-scale__labels" aria-hidden="true">
        {[scale.min, bands.low, bands.norm, bands.high, scale.max].map((value) => (
          <span key={value} style={{ left: left(value) }}>
            {value}
          </span>
        ))}
      </div>
      {mean !== null && <p className="muted">{messages.markIs(meanText(mean, language))}</p>}
    </figure>
  );
}
