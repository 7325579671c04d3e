import type { ReactNode } from 'react';
import { PageHead } from '../../components/page-head.js';
import { useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';
import { LinkTabs } from './link-tabs.js';

const PATHS = {
  overview: '/hr/training',
  forecast: '/hr/training/forecast',
  plan: '/hr/training/plan',
  sessions: '/hr/training/sessions',
  courses: '/hr/training/courses',
  people: '/hr/training/people',
  records: '/hr/training/records',
} as const;

export type TrainingTab = keyof typeof PATHS;
const TABS = Object.keys(PATHS) as TrainingTab[];

interface TrainingHeadProps {
  readonly tab: TrainingTab;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** Title of a page of training, and the way to the others. */
export function TrainingHead({ tab, title, lead, actions }: TrainingHeadProps) {
  const messages = useMessages(trainingMessages);
  return (
    <>
      <PageHead title={title} lead={lead} actions={actions} />
      <LinkTabs
        label={messages.tabsLabel}
        current={tab}
        tabs={TABS.map((key) => ({ key, label: messages.tabs[key], to: PATHS[key] }))}
      />
    </>
  );
}
