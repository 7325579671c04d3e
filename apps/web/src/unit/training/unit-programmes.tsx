import { Link } from 'react-router';
import type { UnitProgramme } from '../../api-client/training-people.js';
import { Card } from '../../components/card.js';
import { EmptyState } from '../../components/empty-state.js';
import { ProgressBar } from '../../components/progress-bar.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';

/** Targets of the department that the unit belongs to, and how many of the unit have completed it. */
export function UnitProgrammes({ programmes }: { readonly programmes: readonly UnitProgramme[] }) {
  const messages = useMessages(unitTrainingMessages);
  if (programmes.length === 0) return <EmptyState title={messages.noTargets} />;
  return (
    <div className="columns columns--2">
      {programmes.map((programme) => (
        <UnitProgrammeCard key={programme.key} programme={programme} />
      ))}
    </div>
  );
}

function UnitProgrammeCard({ programme }: { readonly programme: UnitProgramme }) {
  const messages = useMessages(unitTrainingMessages);
  const { key, name, department, fiscalYearLabel, target, actual } = programme;
  const { unitHeadcount, unitThisYear, unitActive } = programme;
  const left = target - actual;
  return (
    <Card title={name} level={3} className="unit-programme">
      <h4>{messages.target(department, fiscalYearLabel)}</h4>
      {target === 0 ? (
        <p>{messages.targetNone}</p>
      ) : (
        <>
          <ProgressBar label={messages.targetBar(name)} value={actual} max={target} />
          <p>
            {messages.targetWords(formatCount(actual), formatCount(target))}
            <strong className="unit-programme__left">
              {left > 0 ? messages.targetLeft(formatCount(left)) : messages.targetReached}
            </strong>
          </p>
        </>
      )}
      <h4>{messages.own}</h4>
      <p>{messages.ownActive(formatCount(unitActive), formatCount(unitHeadcount))}</p>
      <p>{messages.ownThisYear(formatCount(unitThisYear))}</p>
      <p className="no-print">
        <Link to={`?${new URLSearchParams({ programme: key }).toString()}#people`} className="card-link">
          {messages.seePeople}
          <span className="visually-hidden">{` ${name}`}</span>
        </Link>
      </p>
    </Card>
  );
}
