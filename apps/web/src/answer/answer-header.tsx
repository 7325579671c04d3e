import { ProductMark } from '../components/product-mark.js';
import { StateBadge, type Tone } from '../components/state-badge.js';
import { LanguageSwitch } from '../language/language-switch.js';
import { useMessages } from '../language/language.js';
import { answerMessages } from '../messages/answer.js';
import { shellMessages } from '../messages/shell.js';

export type AnswerState = 'draft' | 'waiting' | 'accepted';

const TONE: Readonly<Record<AnswerState, Tone>> = { draft: 'neutral', waiting: 'warning', accepted: 'done' };

interface AnswerHeaderProps {
  readonly demo: boolean;
  /** null before anything was begun. */
  readonly state: AnswerState | null;
  readonly paper: boolean;
}

export function AnswerHeader({ demo, state, paper }: AnswerHeaderProps) {
  const messages = useMessages(answerMessages);
  const shell = useMessages(shellMessages);
  return (
    <header>
      {demo && <p className="demo-banner">{shell.demo}</p>}
      <div className="answer-header">
        <ProductMark />
        <div className="cluster">
          {paper && <StateBadge tone="waiting">{messages.paperBadge}</StateBadge>}
          <span role="status">{state && <StateBadge tone={TONE[state]}>{messages.state[state]}</StateBadge>}</span>
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
