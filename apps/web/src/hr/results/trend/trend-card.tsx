import type { CellScore, Results } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { FigureNotes } from '../figures/figure-notes.js';
import { TrendTable } from './trend-table.js';

interface TrendCardProps {
  readonly title: string;
  readonly results: Results;
  readonly cell: CellScore;
}

export function TrendCard({ title, results, cell }: TrendCardProps) {
  return (
    <Card title={title}>
      <TrendTable results={results} cell={cell} />
      <FigureNotes detailMinGroup={results.detailMinGroup} intervals={false} />
    </Card>
  );
}
