import { useTranslation } from 'react-i18next';
import {
  allot,
  changeQuarter,
  importRates,
  openYear,
  PROGRAMMES,
  reverseMovement,
  transferAllotment,
  type BudgetQuarter,
} from '../../api/budget';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import { usePostOptions, usePosts } from '../../ui/use-posts';

interface Closing {
  onClose: () => void;
}

const programme: FormField = {
  name: 'programme',
  kind: 'select',
  options: ['programme', PROGRAMMES],
  initial: PROGRAMMES[0],
};
const amount: FormField = { name: 'amount', kind: 'text', hint: 'help.soles', required: true };
const reason: FormField = { name: 'reason', kind: 'long', required: true };

const usePostField = (): ((name: string) => FormField) => {
  const posts = usePosts();
  const options = usePostOptions();
  return (name) => ({ name, kind: 'select', choices: options(posts.data ?? []), required: true });
};

export function AllotDialog({ year, onClose }: Closing & { year: number }) {
  const { t } = useTranslation('budget');
  const post = usePostField();
  return (
    <FieldsDialog
      catalogue="budget"
      name="allot"
      fields={[
        post('postId'),
        programme,
        {
          name: 'quarter',
          kind: 'select',
          choices: [1, 2, 3, 4].map((n) => ({ value: String(n), label: t('quarter', { n }) })),
          required: true,
        },
        amount,
        { name: 'certificate', kind: 'text', hint: 'help.certificate', required: true },
        { ...reason, required: false },
      ]}
      send={({ quarter, ...body }, key) =>
        allot({ ...body, year, quarter: Number(quarter) } as never, { key })
      }
      onClose={onClose}
    />
  );
}

export function TransferDialog({ onClose }: Closing) {
  const post = usePostField();
  return (
    <FieldsDialog
      catalogue="budget"
      name="transfer"
      fields={[post('fromPostId'), post('toPostId'), programme, amount, reason]}
      send={(body, key) => transferAllotment(body as never, { key })}
      onClose={onClose}
    />
  );
}

export function OpenYearDialog({ onClose }: Closing) {
  return (
    <FieldsDialog
      catalogue="budget"
      name="year"
      fields={[{ name: 'year', kind: 'text', required: true }]}
      send={({ year }, key) => openYear(Number(year), { key })}
      onClose={onClose}
    />
  );
}

interface QuarterProps extends Closing {
  quarter: BudgetQuarter;
  act: 'open' | 'close' | 'reopen';
}

export function QuarterDialog({ quarter, act, onClose }: QuarterProps) {
  const { t } = useTranslation('budget');
  return (
    <FieldsDialog
      catalogue="budget"
      name={act}
      about={t(`about.${act}`, { n: quarter.quarter })}
      fields={[{ ...reason, required: act === 'reopen' }]}
      action={t(`act.${act}`)}
      send={({ reason: why }, key) =>
        changeQuarter(quarter, act === 'close' ? 'closing' : 'opening', why as string, { key })
      }
      onClose={onClose}
    />
  );
}

export function ReverseDialog({ id, onClose }: Closing & { id: string }) {
  const { t } = useTranslation('budget');
  return (
    <FieldsDialog
      catalogue="budget"
      name="reverse"
      about={t('about.reverse')}
      fields={[reason]}
      action={t('act.reverse')}
      send={({ reason: why }, key) => reverseMovement(id, why as string, { key })}
      onClose={onClose}
    />
  );
}

export function ImportRatesDialog({ onClose }: Closing) {
  return (
    <FieldsDialog
      catalogue="budget"
      name="rates"
      fields={[
        { name: 'csv', kind: 'long', hint: 'help.csv', required: true },
        { name: 'source', label: 'rateSource', kind: 'text', required: true },
        { name: 'confirmed', kind: 'check' },
      ]}
      send={(body, key) => importRates(body as never, { key })}
      onClose={onClose}
    />
  );
}
