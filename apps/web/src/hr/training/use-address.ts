import { useSearchParams } from 'react-router';

export interface Address {
  /** What the address says, '' for what it does not. */
  readonly get: (name: string) => string;
  /** Changes what the address says, without a step back in the history for every click. '' takes it away. */
  readonly set: (changes: Readonly<Record<string, string>>) => void;
  /** The same page with these changes, for links. */
  readonly to: (changes: Readonly<Record<string, string>>) => string;
}

/** The query of the page's address: every view that matters is in it, so that it can be shared and gone back to. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const changed = (changes: Readonly<Record<string, string>>): URLSearchParams => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  return {
    get: (name) => search.get(name) ?? '',
    set: (changes) => setSearch(changed(changes), { replace: true, preventScrollReset: true }),
    to: (changes) => `?${changed(changes).toString()}`,
  };
}
