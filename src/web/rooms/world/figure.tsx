import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorldFigures } from '../../api/types';
import { formatNumber } from '../../time/format';

export const FIGURES = ['open', 'overdue', 'neverVisited', 'medianHoursToFirstContact'] as const;
export type FigureName = (typeof FIGURES)[number];

/** What a figure was counted over. */
export interface Scope {
  post?: string;
  region?: string;
}

const LISTS: Partial<Record<FigureName, string>> = {
  open: 'all',
  overdue: 'overdue',
  neverVisited: 'never_visited',
};

/** A number that opens the list it counted; a median counts no list. */
export function Figure({
  figures,
  figure,
  scope,
  where,
}: {
  figures: WorldFigures;
  figure: FigureName;
  scope: Scope;
  where: string;
}) {
  const { t, i18n } = useTranslation('world');
  const value = figures[figure];
  const list = LISTS[figure];
  if (value === null)
    return (
      <Text inherit span c="dimmed">
        {t('noData')}
      </Text>
    );
  if (!list) return <>{t('hours', { hours: formatNumber(value, i18n.language, 1) })}</>;
  const number = formatNumber(value, i18n.language);
  if (value === 0)
    return (
      <Text inherit span c="dimmed">
        {number}
      </Text>
    );
  const search = new URLSearchParams({ view: list });
  if (scope.post) search.set('post', scope.post);
  else if (scope.region) search.set('region', scope.region);
  return (
    <Anchor
      component={Link}
      to={`/cases?${search}`}
      inherit
      underline="always"
      c={figure === 'overdue' ? 'rojo.7' : undefined}
      aria-label={t('opens', { number, figure: t(`figure.${figure}`), where })}
    >
      {number}
    </Anchor>
  );
}
