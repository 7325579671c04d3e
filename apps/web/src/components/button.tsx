import type { ButtonHTMLAttributes } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly large?: boolean;
  /** Work is under way: the button keeps its place and its focus, and does nothing. */
  readonly busy?: boolean;
}

export function Button({ kind = 'primary', large = false, busy = false, type = 'button', ...rest }: ButtonProps) {
  const { className, onClick, children, ...attributes } = rest;
  const classes = ['button', `button--${kind}`, large && 'button--large', className].filter(Boolean).join(' ');
  return (
    <button
      {...attributes}
      type={busy ? 'button' : type}
      className={classes}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy && <span className="button__spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
