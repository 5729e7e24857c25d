import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFigures } from '../../api/figures';
import { useLabel } from '../../i18n/use-label';
import { FigureTable } from './figure-table';
import { type CountedRow, type Range, searchOf } from './range';

interface Props {
  figures: CaseFigures;
  range: Range;
}

/** The name of how a case ended; being dismissed is a state and no outcome. */
export function useEnding(): (outcome: string) => string {
  const label = useLabel();
  return (outcome) =>
    outcome === 'dismissed' ? label('status', outcome) : label('outcome', outcome);
}

/** Cases opened and ended, and what was done for people. */
export function CaseTables({ figures, range }: Props) {
  const { t } = useTranslation('figures');
  const label = useLabel();
  const ending = useEnding();
  const { opened, ended, actions } = figures;
  const list = (row: CountedRow) => `/figures/cases?${searchOf(range, row)}`;
  // said only where rows may be of several
  const familyOf = (family: string) => (range.family ? undefined : label('family', family));
  const where = (family: string, type: string) =>
    [familyOf(family), label('type', type)].filter(Boolean).join(' · ');
  return (
    <>
      <Stack gap="lg">
        <FigureTable
          title={t('opened')}
          rowName={t('type')}
          columns={[t('cases')]}
          rows={opened.rows.map(({ family, type, cases }) => ({
            name: label('type', type),
            detail: familyOf(family),
            counts: [
              {
                value: cases,
                to: list({ counted: 'opened', rowFamily: family, rowType: type }),
              },
            ],
          }))}
          total={[{ value: opened.total, to: list({ counted: 'opened' }) }]}
        />
        <FigureTable
          title={t('ended')}
          rowName={t('outcome')}
          columns={[t('cases')]}
          rows={ended.rows.map(({ family, type, outcome, cases }) => ({
            name: ending(outcome),
            detail: where(family, type),
            counts: [
              {
                value: cases,
                to: list({ counted: 'ended', outcome, rowFamily: family, rowType: type }),
              },
            ],
          }))}
          total={[{ value: ended.total, to: list({ counted: 'ended' }) }]}
        />
      </Stack>
      <FigureTable
        title={t('actions')}
        note={t('actionsNote')}
        rowName={t('action')}
        columns={[t('times'), t('cases')]}
        rows={actions.rows.map(({ family, action, actions: times, cases }) => ({
          name: label('action', action),
          detail: familyOf(family),
          counts: [
            { value: times },
            { value: cases, to: list({ counted: 'assisted', action, rowFamily: family }) },
          ],
        }))}
        total={[{ value: actions.total }]}
      />
    </>
  );
}
