import type { ProgressDetail } from '../../../api-client/training.js';
import type { Programme } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { LoadView } from '../../../components/load-view.js';
import type { Loaded } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { LinkTabs } from '../link-tabs.js';
import { useAddress } from '../use-address.js';
import { DepartmentTargets } from './department-targets.js';
import { GroupTable } from './group-table.js';
import { SectionTable } from './section-table.js';
import { TargetRevisions } from './target-revisions.js';

const VIEWS = ['departments', 'positions', 'ages', 'sections', 'changes'] as const;
type View = (typeof VIEWS)[number];

interface ProgrammeViewsProps {
  readonly programme: Programme;
  readonly progress: Loaded<ProgressDetail>;
  readonly onChanged: () => void;
}

/** The programme by one thing at a time; the address says by which. */
export function ProgrammeViews({ programme, progress, onChanged }: ProgrammeViewsProps) {
  const messages = useMessages(trainingMessages);
  const address = useAddress();
  const view: View = VIEWS.find((each) => each === address.get('view')) ?? 'departments';
  const year = programme.years.find(({ fiscalYear }) => fiscalYear === programme.targetYear)?.label ?? '';
  return (
    <Card title={messages.viewsTitle(programme.name)}>
      <LinkTabs
        label={messages.viewsLabel}
        current={view}
        within
        tabs={VIEWS.map((key) => ({ key, label: messages.views[key], to: address.to({ view: key }) }))}
      />
      {view === 'departments' && <DepartmentTargets programme={programme} onChanged={onChanged} />}
      {view === 'changes' && <TargetRevisions programmeKey={programme.key} />}
      {view !== 'departments' && view !== 'changes' && (
        <LoadView loaded={progress}>
          {({ positions, ageBands, sections }) => {
            if (view === 'sections') return <SectionTable sections={sections} name={programme.name} />;
            return (
              <GroupTable
                caption={messages.groupCaption(programme.name, year)}
                heading={messages.groupHeading[view]}
                groups={view === 'positions' ? positions : ageBands}
                year={year}
              />
            );
          }}
        </LoadView>
      )}
    </Card>
  );
}
