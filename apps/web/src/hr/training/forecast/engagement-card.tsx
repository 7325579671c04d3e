import { listEngagementLinks, type EngagementLink } from '../../../api-client/training.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { Field } from '../../../components/field.js';
import { LoadView } from '../../../components/load-view.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';
import { useAddress } from '../use-address.js';
import { EngagementScatter } from './engagement-scatter.js';

interface EngagementCardProps {
  readonly programmeKey: string;
  readonly programmeName: string;
}

/** Departments by how many are trained and how engaged they are: an association, and said to be no more. */
export function EngagementCard({ programmeKey, programmeName }: EngagementCardProps) {
  const messages = useMessages(trainingForecastMessages);
  const loaded = useLoad(listEngagementLinks);
  return (
    <Card title={messages.linkTitle(programmeName)}>
      <p className="lead-in">
        {messages.linkLead} <strong>{messages.noCause}</strong>
      </p>
      <LoadView loaded={loaded}>
        {(links) => {
          const own = links.filter((link) => link.programmeKey === programmeKey);
          if (own.length === 0) return <EmptyState title={messages.noLinks} />;
          return <LinkChoice links={own} programmeName={programmeName} />;
        }}
      </LoadView>
    </Card>
  );
}

const linkKey = ({ surveyId, measure }: EngagementLink): string => `${surveyId}/${measure}`;

interface LinkChoiceProps {
  readonly links: readonly EngagementLink[];
  readonly programmeName: string;
}

function LinkChoice({ links, programmeName }: LinkChoiceProps) {
  const messages = useMessages(trainingForecastMessages);
  const address = useAddress();
  const chosen = links.find((link) => linkKey(link) === address.get('measure')) ?? links[0];
  if (!chosen) return null;
  return (
    <>
      <div className="measure-choice">
        <Field label={messages.measure}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={linkKey(chosen)}
              onChange={(event) => address.set({ measure: event.target.value })}
            >
              {links.map((link) => (
                <option key={linkKey(link)} value={linkKey(link)}>
                  {messages.measureOption(link.surveyTitle, link.measureLabel)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <EngagementScatter link={chosen} programmeName={programmeName} />
    </>
  );
}
