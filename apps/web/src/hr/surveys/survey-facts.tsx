import { employmentTypeLabel, STAFF_STATUS_LABEL, type StaffStatus } from '#survey-model';
import type { SurveyDetail } from '../../api-client/types.js';
import { useState } from 'react';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { formatCount, formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { custodyFacts } from './custody-facts.js';
import { QuestionnairePreview } from './questionnaire-preview.js';

/** What the survey was set up with. */
export function SurveyFacts({ survey }: { readonly survey: SurveyDetail }) {
  const messages = useMessages(surveyMessages);
  const { language } = useLanguage();
  const [previewing, setPreviewing] = useState(false);
  const { excludedJobTypes, excludedStatuses, excludedEmploymentTypes } = survey.targetRule;
  const excluded = [
    ...excludedJobTypes,
    ...excludedEmploymentTypes.map(employmentTypeLabel),
    ...excludedStatuses.map((status) => STAFF_STATUS_LABEL[status as StaffStatus] ?? status),
  ];
  const facts: readonly (readonly [string, string])[] = [
    [
      messages.periodLabel,
      messages.period(formatDate(survey.opensOn, language), formatDate(survey.closesOn, language)),
    ],
    [messages.paperUntil, survey.paperUntil ? formatDate(survey.paperUntil, language) : messages.noPaper],
    [messages.invitedLabel, messages.invitedFact(formatCount(survey.invited), survey.state === 'draft')],
    [messages.excludedLabel, excluded.length > 0 ? excluded.join('、') : messages.nobodyExcluded],
    [messages.minGroup, messages.minGroupFact(survey.minGroup)],
    [messages.paperTickets, messages.sheets(survey.paperTickets)],
    ...custodyFacts(survey, messages, language),
  ];
  const preview = (
    <Button kind="secondary" onClick={() => setPreviewing(true)}>
      {messages.preview}
    </Button>
  );
  return (
    <Card title={messages.factsTitle} actions={preview}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {survey.merkleRoot !== null && (
        <p className="card__foot">
          <a href={`/check.html?survey=${encodeURIComponent(survey.id)}`}>{messages.toCheck}</a>
        </p>
      )}
      {previewing && <QuestionnairePreview questionnaire={survey.questionnaire} onClose={() => setPreviewing(false)} />}
    </Card>
  );
}
