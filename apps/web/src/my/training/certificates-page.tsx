import { buildCertificate, getMyTraining, type MyCompletion } from '../../api-client/training-people.js';
import { Card } from '../../components/card.js';
import { EmptyState } from '../../components/empty-state.js';
import { useLoad } from '../../components/use-load.js';
import { formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';
import { JobFileButton } from '../../training/job-file-button.js';
import { MyTrainingHead } from './my-training-head.js';
import { MyTrainingView } from './my-training-view.js';

/** 修了証書: programmes and courses that the person has completed. */
export function CertificatesPage() {
  const messages = useMessages(myTrainingMessages);
  const mine = useLoad(getMyTraining);
  return (
    <div className="medium my-training">
      <MyTrainingHead tab="certificates" title={messages.certificatesTitle} lead={messages.certificatesLead} />
      <MyTrainingView loaded={mine}>
        {({ completions }) => {
          const isProgramme = ({ subject }: MyCompletion): boolean => subject.startsWith('programme:');
          return completions.length === 0 ? (
            <EmptyState title={messages.noCompletions}>
              <p>{messages.noCompletionsLead}</p>
            </EmptyState>
          ) : (
            <>
              <Completions title={messages.programmes} completions={completions.filter(isProgramme)} />
              <Completions
                title={messages.courses}
                completions={completions.filter((completion) => !isProgramme(completion))}
              />
            </>
          );
        }}
      </MyTrainingView>
    </div>
  );
}

interface CompletionsProps {
  readonly title: string;
  readonly completions: readonly MyCompletion[];
}

function Completions({ title, completions }: CompletionsProps) {
  const messages = useMessages(myTrainingMessages);
  const { language } = useLanguage();
  if (completions.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="plain-list completions">
        {completions.map(({ subject, name, completedOn }) => (
          <li key={subject} className="completion">
            <div>
              <p className="completion__name">{name}</p>
              <p className="muted">{messages.completedOn(formatDate(completedOn, language))}</p>
            </div>
            <JobFileButton
              label={messages.certificate}
              of={messages.of(name)}
              build={() => buildCertificate(subject)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
