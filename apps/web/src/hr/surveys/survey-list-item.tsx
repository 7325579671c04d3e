import { Link } from 'react-router';
import type { SurveyState } from '#survey-model';
import type { Survey } from '../../api-client/types.js';
import { StateBadge } from '../../components/state-badge.js';
import { formatCount, formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { SURVEY_TONE } from './survey-tone.js';

/** Where the next step of a survey in this state is done. */
const NEXT_PAGE: Readonly<Record<SurveyState, string>> = {
  draft: '',
  open: '/participation',
  'paper-entry': '',
  closed: '',
  released: '/results',
};

export function SurveyListItem({ survey }: { readonly survey: Survey }) {
  const messages = useMessages(surveyMessages);
  const { language } = useLanguage();
  const page = `/hr/surveys/${survey.id}`;
  return (
    <article className="card survey-item">
      <div className="survey-item__main">
        <div className="cluster">
          <StateBadge tone={SURVEY_TONE[survey.state]}>{messages.state[survey.state]}</StateBadge>
          <span className="muted">{survey.fiscalYearLabel}</span>
        </div>
        <h2 className="survey-item__title">
          <Link to={page}>{survey.title}</Link>
        </h2>
        <p className="muted">
          {messages.period(formatDate(survey.opensOn, language), formatDate(survey.closesOn, language))}
          {' ・ '}
          {messages.invited(formatCount(survey.invited))}
          {' ・ '}
          {messages.items(survey.itemCount)}
        </p>
      </div>
      <p className="survey-item__next">
        <span className="muted">{messages.nextLabel}</span>
        <Link to={`${page}${NEXT_PAGE[survey.state]}`}>{messages.next[survey.state]}</Link>
      </p>
    </article>
  );
}
