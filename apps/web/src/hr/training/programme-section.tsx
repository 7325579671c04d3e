import type { Programme, TrainingMethod } from '../../api-client/types.js';
import { Card } from '../../components/card.js';
import { formatInstant } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';
import { DepartmentTargets } from './department-targets.js';
import { PlanChart } from './plan-chart.js';
import { PlanTable } from './plan-table.js';
import { ProgrammeStats } from './programme-stats.js';

export function ProgrammeSection({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingMessages);
  const { language } = useLanguage();
  return (
    <Card title={programme.name}>
      <p className="muted">
        {messages.counting[programme.counting]}
        {programme.methods.length > 0 && ` ${messages.methods(programme.methods.map(methodText))}`}
      </p>
      <ProgrammeStats programme={programme} />
      <div className="columns columns--2 training-plan">
        <PlanChart programme={programme} />
        <PlanTable programme={programme} />
      </div>
      <DepartmentTargets programme={programme} />
      {programme.computedAt && (
        <p className="muted">{messages.computedAt(formatInstant(programme.computedAt, language))}</p>
      )}
    </Card>
  );
}

function methodText({ method, audience }: TrainingMethod): string {
  return audience && audience.length > 0 ? `${method}(${audience.join('、')})` : method;
}
