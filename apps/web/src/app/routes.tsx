import { Navigate, type RouteObject } from 'react-router';
import { MyPage } from '../my/my-page.js';
import { HomeRedirect } from '../session/home-redirect.js';
import { RequireRole } from '../session/require-role.js';
import { SetupPage } from '../session/setup-page.js';
import { SignInPage } from '../session/sign-in-page.js';
import { Skeleton } from '../components/skeleton.js';
import { BrokenPage } from './broken-page.js';
import { NotFoundPage } from './not-found-page.js';
import { SiteLayout } from './site-layout.js';

const surveyRoutes: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../hr/surveys/survey-list-page.js')).SurveyListPage }),
  },
  {
    path: 'surveys/new',
    lazy: async () => ({ Component: (await import('../hr/surveys/new-survey-page.js')).NewSurveyPage }),
  },
  {
    path: 'surveys/:id',
    lazy: async () => ({ Component: (await import('../hr/surveys/survey-page.js')).SurveyPage }),
  },
  {
    path: 'surveys/:id/edit',
    lazy: async () => ({ Component: (await import('../hr/surveys/edit-survey-page.js')).EditSurveyPage }),
  },
  {
    path: 'surveys/:id/participation',
    lazy: async () => ({ Component: (await import('../hr/participation/participation-page.js')).ParticipationPage }),
  },
  {
    path: 'surveys/:id/results',
    lazy: async () => ({ Component: (await import('../hr/results/results-page.js')).ResultsPage }),
  },
];

const myTrainingRoutes: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../my/training/my-training-page.js')).MyTrainingPage }),
  },
  {
    path: 'certificates',
    lazy: async () => ({ Component: (await import('../my/training/certificates-page.js')).CertificatesPage }),
  },
];

const unitRoutes: RouteObject[] = [
  { path: 'unit', lazy: async () => ({ Component: (await import('../unit/unit-page.js')).UnitPage }) },
  {
    path: 'unit/training',
    lazy: async () => ({ Component: (await import('../unit/training/unit-training-page.js')).UnitTrainingPage }),
  },
  // Where mails that ask a head for approval lead to.
  { path: 'training/approvals', element: <Navigate to="/unit/training#approvals" replace /> },
];

const peopleRoutes: RouteObject[] = [
  { path: 'roster', lazy: async () => ({ Component: (await import('../hr/roster/roster-page.js')).RosterPage }) },
];

const trainingRoutes: RouteObject[] = [
  {
    path: 'training',
    lazy: async () => ({ Component: (await import('../hr/training/training-page.js')).TrainingPage }),
  },
  {
    path: 'training/forecast',
    lazy: async () => ({ Component: (await import('../hr/training/forecast/forecast-page.js')).ForecastPage }),
  },
  {
    path: 'training/plan',
    lazy: async () => ({ Component: (await import('../hr/training/plan/plan-page.js')).PlanPage }),
  },
  {
    path: 'training/sessions',
    lazy: async () => ({ Component: (await import('../hr/training/sessions/sessions-page.js')).SessionsPage }),
  },
  {
    path: 'training/sessions/:id',
    lazy: async () => ({ Component: (await import('../hr/training/session/session-page.js')).SessionPage }),
  },
  {
    path: 'training/courses',
    lazy: async () => ({ Component: (await import('../hr/training/courses/courses-page.js')).CoursesPage }),
  },
  {
    path: 'training/people',
    lazy: async () => ({ Component: (await import('../hr/training/people/people-page.js')).PeoplePage }),
  },
  {
    path: 'training/records',
    lazy: async () => ({ Component: (await import('../hr/training/records/records-page.js')).RecordsPage }),
  },
];

export const routes: RouteObject[] = [
  {
    Component: SiteLayout,
    HydrateFallback: Skeleton,
    ErrorBoundary: BrokenPage,
    children: [
      { index: true, Component: HomeRedirect },
      { path: 'signin', Component: SignInPage },
      { path: 'setup', Component: SetupPage },
      {
        element: <RequireRole roles={['staff', 'head', 'hr', 'admin']} />,
        children: [
          { path: 'my', Component: MyPage },
          {
            path: 'custody/:id',
            lazy: async () => ({ Component: (await import('../custody/custody-page.js')).CustodyPage }),
          },
        ],
      },
      { path: 'training', element: <RequireRole roles={['staff']} />, children: myTrainingRoutes },
      { element: <RequireRole roles={['head']} />, children: unitRoutes },
      { path: 'hr', element: <RequireRole roles={['hr']} />, children: [...surveyRoutes, ...trainingRoutes] },
      { path: 'hr', element: <RequireRole roles={['hr', 'admin']} />, children: peopleRoutes },
      { path: '*', Component: NotFoundPage },
    ],
  },
];
