import { useId, useRef, useState } from 'react';

interface ExplainedWordProps {
  readonly word: string;
  readonly explanation: string;
}

interface Place {
  readonly top: number;
  readonly left: number;
}

const REASON_WIDTH = 288;

/** On the window, not on the table: the table's frame cuts off what reaches out of it. */
function placeBelow({ bottom, left }: DOMRect): Place {
  return { top: bottom + 4, left: Math.max(8, Math.min(left, window.innerWidth - REASON_WIDTH - 8)) };
}

/** A word that stands in place of a figure, with the reason on focus and hover; Escape closes it. */
export function ExplainedWord({ word, explanation }: ExplainedWordProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const show = (): void => setPlace(button.current && placeBelow(button.current.getBoundingClientRect()));
  const hide = (): void => setPlace(null);
  return (
    <span className="suppressed" onPointerEnter={show} onPointerLeave={hide}>
      <button
        ref={button}
        type="button"
        className="suppressed__mark"
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide();
        }}
      >
        {word}
      </button>
      <span id={id} role="tooltip" className={place ? 'suppressed__reason' : 'visually-hidden'} style={place ?? {}}>
        {explanation}
      </span>
    </span>
  );
}
