import { useCallback, useMemo, useState } from 'react';
import { listCandidates, type Candidate } from '../../../api-client/training-people.js';
import type { Programme } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { Pager } from '../../../components/pager.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useAction } from '../../../components/use-action.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import { useAddress } from '../use-address.js';
import { batchesOf, PAGE_SIZE, queryOf } from './candidate-filter.js';
import { CandidateTable } from './candidate-table.js';
import { LettersDialog } from './letters-dialog.js';
import { NominateDialog } from './nominate-dialog.js';
import { SelectionBar } from './selection-bar.js';

export type Selection = ReadonlyMap<string, Candidate>;

/** The list by rank, with a selection that outlives paging and filtering. */
export function CandidateCard({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingPeopleMessages);
  const address = useAddress();
  const [selected, setSelected] = useState<Selection>(new Map());
  const [open, setOpen] = useState<'nominate' | 'letters' | null>(null);
  const asked = JSON.stringify(queryOf(address, programme.key));
  const query = useMemo(() => JSON.parse(asked) as ReturnType<typeof queryOf>, [asked]);
  const offset = Math.max(0, Math.trunc(Number(address.get('offset'))) || 0);
  const loaded = useLoad(useCallback(() => listCandidates({ ...query, offset, limit: PAGE_SIZE }), [query, offset]));
  const mark = (candidates: readonly Candidate[], on: boolean): void => {
    const next = new Map(selected);
    for (const candidate of candidates) {
      if (on) next.set(candidate.staffNumber, candidate);
      else next.delete(candidate.staffNumber);
    }
    setSelected(next);
  };
  const everybody = useAction(async () => {
    const batches = batchesOf(loaded.data?.total ?? 0);
    const pages = await Promise.all(batches.map((batch) => listCandidates({ ...query, ...batch })));
    mark(
      pages.flatMap(({ candidates }) => candidates),
      true,
    );
  });
  return (
    <Card title={messages.listTitle}>
      <LoadView loaded={loaded}>
        {(page) =>
          page.total === 0 ? (
            <EmptyState title={messages.nobody} />
          ) : (
            <>
              <SelectionBar
                selected={selected.size}
                total={page.total}
                everybody={everybody}
                onClear={() => setSelected(new Map())}
                onNominate={() => setOpen('nominate')}
                onLetters={() => setOpen('letters')}
              />
              {everybody.problem && <ProblemNotice problem={everybody.problem} />}
              <CandidateTable page={page} programmeName={programme.name} selected={selected} onMark={mark} />
              <Pager
                pageSize={PAGE_SIZE}
                total={page.total}
                offset={offset}
                onOffset={(next) => address.set({ offset: next === 0 ? '' : String(next) })}
              />
            </>
          )
        }
      </LoadView>
      {open === 'nominate' && (
        <NominateDialog
          programmeKey={programme.key}
          people={[...selected.values()]}
          onClose={() => setOpen(null)}
          onDone={() => {
            setSelected(new Map());
            loaded.reload();
          }}
        />
      )}
      {open === 'letters' && <LettersDialog people={[...selected.values()]} onClose={() => setOpen(null)} />}
    </Card>
  );
}
