import { useState } from 'react';
import { markPaper } from '../../api-client/surveys.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { TextField } from '../../components/text-field.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

interface PaperMarkCardProps {
  readonly surveyId: string;
  readonly onMarked: () => void;
}

/** 紙配布の記録: who took a paper form; this person cannot answer on screen as well. */
export function PaperMarkCard({ surveyId, onMarked }: PaperMarkCardProps) {
  const messages = useMessages(participationMessages);
  const [staffNumber, setStaffNumber] = useState('');
  const [marked, setMarked] = useState<string | null>(null);
  const mark = useAction(async () => {
    const number = staffNumber.trim();
    setMarked(null);
    await markPaper(surveyId, number);
    setMarked(number);
    setStaffNumber('');
    onMarked();
  });
  return (
    <Card title={messages.paperTitle}>
      <p className="muted">{messages.paperLead}</p>
      <form
        className="inline-form card__foot"
        onSubmit={(event) => {
          event.preventDefault();
          void mark.run();
        }}
      >
        <TextField label={messages.staffNumber} value={staffNumber} onChange={setStaffNumber} maxLength={64} required />
        <Button type="submit" kind="secondary" busy={mark.busy}>
          {messages.record}
        </Button>
      </form>
      {mark.problem && <ProblemNotice problem={mark.problem} />}
      {marked && <Notice kind="success" title={messages.recorded(marked)} live />}
    </Card>
  );
}
