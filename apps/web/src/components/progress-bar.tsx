interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return <progress className="progress" aria-label={label} value={Math.min(value, max)} max={Math.max(max, 1)} />;
}
