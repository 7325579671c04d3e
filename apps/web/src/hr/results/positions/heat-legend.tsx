import { scoredItems, type Questionnaire } from '#survey-model';
import { BAND_SYMBOL } from '../../../components/band-symbol.js';
import { useMessages } from '../../../language/language.js';
import { bandMessages } from '../../../messages/band.js';
import { resultMessages } from '../../../messages/result.js';
import { heatClasses } from '../view/heat-scale.js';

interface HeatLegendProps {
  readonly questionnaire: Questionnaire;
  readonly minGroup: number;
}

const BANDS = ['low', 'middle', 'high'] as const;

export function HeatLegend({ questionnaire, minGroup }: HeatLegendProps) {
  const messages = useMessages(resultMessages);
  const bandWords = useMessages(bandMessages);
  const scale = scoredItems(questionnaire)[0]?.scale;
  if (!scale) return null;
  const { bands } = questionnaire.scoring;
  return (
    <div className="heat-legend">
      <ul className="heat-legend__classes" aria-label={messages.legend}>
        {heatClasses(scale, bands?.norm ?? null).map(({ step, from, to }) => (
          <li key={step}>
            <span className={`heat-legend__swatch heat__cell--step${step}`} aria-hidden="true" />
            {messages.heatClass(from, to)}
          </li>
        ))}
      </ul>
      {bands && (
        <p className="muted">
          {messages.bandLabel}
          {BANDS.map((band) => ` ${BAND_SYMBOL[band]} ${bandWords[band]}`).join(' ')}
        </p>
      )}
      <dl className="heat-legend__hidden">
        {(['primary', 'secondary'] as const).map((reason) => (
          <div key={reason}>
            <dt>
              <span className="heat-legend__swatch heat__cell--hidden" aria-hidden="true" />
              {messages.suppressed[reason]}
            </dt>
            <dd>{messages.suppressedReason[reason](minGroup)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
