import type { SurveyState } from '#survey-model';
import type { Tone } from '../../components/state-badge.js';

export const SURVEY_TONE: Readonly<Record<SurveyState, Tone>> = {
  draft: 'neutral',
  open: 'active',
  'paper-entry': 'waiting',
  closed: 'waiting',
  released: 'done',
};
