import { useState } from 'react';
import { grantException } from '../../api-client/surveys.js';
import { Button } from '../../components/button.js';
import { Disclosure } from '../../components/disclosure.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { TextField } from '../../components/text-field.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

interface ExceptionCardProps {
  readonly surveyId: string;
  readonly onGranted: () => void;
}

/** A second ticket for somebody who lost device and recovery code: rare, counted, and seen by the person. */
export function ExceptionCard({ surveyId, onGranted }: ExceptionCardProps) {
  const messages = useMessages(participationMessages);
  const [staffNumber, setStaffNumber] = useState('');
  const [reason, setReason] = useState('');
  const [granted, setGranted] = useState<string | null>(null);
  const grant = useAction(async () => {
    const number = staffNumber.trim();
    setGranted(null);
    await grantException(surveyId, number, reason);
    setGranted(number);
    setStaffNumber('');
    setReason('');
    onGranted();
  });
  return (
    <Disclosure title={messages.exceptionTitle}>
      <p className="muted">{messages.exceptionLead}</p>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          void grant.run();
        }}
      >
        <TextField label={messages.staffNumber} value={staffNumber} onChange={setStaffNumber} maxLength={64} required />
        <TextField label={messages.reason} value={reason} onChange={setReason} maxLength={500} required />
        <Button type="submit" kind="secondary" busy={grant.busy}>
          {messages.grant}
        </Button>
      </form>
      {grant.problem && <ProblemNotice problem={grant.problem} />}
      {granted && <Notice kind="success" title={messages.granted(granted)} live />}
    </Disclosure>
  );
}
