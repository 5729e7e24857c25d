import type { VariableGroup } from '../../papers';

const text = (es: string, en: string, sample: string) =>
  ({ kind: 'text', label: { es, en }, sample }) as const;

/** What templates of papers may say about a search: never its result. */
export const MISSING_PAPER_GROUPS: readonly VariableGroup[] = [
  {
    name: 'search',
    label: { es: 'Búsqueda', en: 'Search' },
    variables: {
      last_seen_on: text('Vista por última vez el', 'Last seen on', '20 de febrero de 2026'),
      last_known: text('Últimos datos', 'Last known', 'Madrid, barrio de Usera'),
      authority: text('Última autoridad consultada', 'Last authority asked', 'Policía Nacional'),
    },
  },
];
