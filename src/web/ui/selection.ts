import { useCallback, useMemo, useState } from 'react';

/** Cases ticked in a list, or the whole list with what is not on screen yet. */
export interface Selection {
  ids: ReadonlySet<string>;
  whole: boolean;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Ticks all of `ids`, or none of them when all are ticked. */
  toggleAll: (ids: readonly string[]) => void;
  takeWhole: () => void;
  clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection(): Selection {
  const [ids, setIds] = useState(NONE);
  const [whole, setWhole] = useState(false);
  const change = useCallback((make: (before: ReadonlySet<string>) => ReadonlySet<string>) => {
    setWhole(false);
    setIds(make);
  }, []);
  return useMemo(
    () => ({
      ids,
      whole,
      has: (id) => whole || ids.has(id),
      toggle: (id) =>
        change((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
      toggleAll: (all) =>
        change((before) =>
          all.every((id) => before.has(id)) ? NONE : new Set([...before, ...all]),
        ),
      takeWhole: () => setWhole(true),
      clear: () => change(() => NONE),
    }),
    [ids, whole, change],
  );
}
