import { useCallback } from 'react';
import { getProgress } from '../../../api-client/training.js';
import type { Programme } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { LoadView } from '../../../components/load-view.js';
import { Notice } from '../../../components/notice.js';
import { useLoad } from '../../../components/use-load.js';
import { formatCount, formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { BurnUp } from './burn-up.js';
import { PlanTable } from './plan-table.js';
import { ProgrammeViews } from './programme-views.js';

interface ProgrammeDetailProps {
  readonly programme: Programme;
  /** Something was changed that the whole plan shows. */
  readonly onChanged: () => void;
}

/** The programme chosen: by month and year against the plan, then by department, position, age band and section. */
export function ProgrammeDetail({ programme, onChanged }: ProgrammeDetailProps) {
  const messages = useMessages(trainingMessages);
  const { language } = useLanguage();
  const { key, name, unallocated, computedAt } = programme;
  const loaded = useLoad(useCallback(() => getProgress(key), [key]));
  return (
    <>
      {unallocated > 0 && (
        <Notice kind="warning" title={messages.unallocated(formatCount(unallocated))}>
          <p>{messages.unallocatedWhy}</p>
        </Notice>
      )}
      <Card title={messages.progressOf(name)}>
        <LoadView loaded={loaded} skeletonLines={8}>
          {({ burnUp }) => <BurnUp name={name} months={burnUp} />}
        </LoadView>
        <PlanTable programme={programme} />
        {computedAt && <p className="muted computed-at">{messages.computedAt(formatInstant(computedAt, language))}</p>}
      </Card>
      <ProgrammeViews programme={programme} progress={loaded} onChanged={onChanged} />
    </>
  );
}
