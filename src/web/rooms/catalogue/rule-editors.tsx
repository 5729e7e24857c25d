import { MultiSelect, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  CatalogueField,
  CatalogueItem,
  CatalogueType,
  Condition,
  Option,
} from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';

const useNames = () => {
  const words = useWords();
  return (items: readonly { code: string; label: Option['label'] }[]) =>
    items
      .filter(({ code }) => code)
      .map(({ code, label }) => ({ value: code, label: words(label) || code }));
};

interface TypesProps {
  types: readonly CatalogueType[];
  value: string[] | undefined;
  onChange: (value: string[] | undefined) => void;
}

/** The types that have a part; none chosen: all. */
export function TypesEditor({ types, value, onChange }: TypesProps) {
  const { t } = useTranslation('catalogue');
  const names = useNames();
  return (
    <MultiSelect
      label={t('onlyTypes')}
      placeholder={value?.length ? undefined : t('allTypes')}
      data={names(types)}
      value={value ?? []}
      onChange={(codes) => onChange(codes.length > 0 ? codes : undefined)}
    />
  );
}

interface ConditionProps {
  /** Fields that may be asked about. */
  fields: readonly CatalogueField[];
  value: Condition[] | undefined;
  onChange: (value: Condition[] | undefined) => void;
}

/** When a part applies: on an answer to an earlier field. Further conditions stay as they are. */
export function ConditionEditor({ fields, value, onChange }: ConditionProps) {
  const { t } = useTranslation('catalogue');
  const names = useNames();
  const [first, ...others] = value ?? [];
  const field = fields.find(({ code }) => code === first?.field);
  const answers =
    field?.kind === 'boolean'
      ? [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]
      : names(field?.options ?? []);
  const change = (condition: Condition | null) => {
    const all = condition ? [condition, ...others] : others;
    onChange(all.length > 0 ? all : undefined);
  };
  const given = first && 'is' in first ? first.is : [];
  return (
    <>
      <NativeSelect
        label={t('showIf')}
        data={[{ value: '', label: t('always') }, ...names(fields)]}
        value={first?.field ?? ''}
        onChange={({ currentTarget: { value: code } }) =>
          change(code ? { field: code, known: true } : null)
        }
      />
      {first && answers.length > 0 && (
        <MultiSelect
          label={t('answerIs')}
          placeholder={given.length > 0 ? undefined : t('anyAnswer')}
          data={answers}
          value={given}
          onChange={(is) =>
            change(is.length > 0 ? { field: first.field, is } : { field: first.field, known: true })
          }
        />
      )}
    </>
  );
}

type MetBy = CatalogueItem['metBy'];

interface MetByProps {
  fields: readonly CatalogueField[];
  actions: readonly Option[];
  value: MetBy;
  onChange: (value: MetBy) => void;
  /** Whether an officer's mark may show it. */
  markable: boolean;
}

/** What shows that a step is done: a mark, a field, or an action of assistance. */
export function MetByEditor({ fields, actions, value, onChange, markable }: MetByProps) {
  const { t } = useTranslation('catalogue');
  const names = useNames();
  const ways = markable ? (['mark', 'field', 'action'] as const) : (['field', 'action'] as const);
  const choose = (by: string) => {
    if (by === 'mark') onChange({ by });
    else if (by === 'field') onChange({ by, field: fields[0]?.code ?? '' });
    else onChange({ by: 'action', actions: [actions[0]?.code ?? ''] });
  };
  return (
    <>
      <NativeSelect
        label={t('metBy')}
        data={ways.map((way) => ({ value: way, label: t(`metBys.${way}`) }))}
        value={value.by}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {value.by === 'field' && (
        <NativeSelect
          label={t('metBys.field')}
          data={names(fields)}
          value={value.field}
          onChange={(event) => onChange({ by: 'field', field: event.currentTarget.value })}
        />
      )}
      {value.by === 'action' && (
        <MultiSelect
          label={t('metBys.action')}
          data={names(actions)}
          searchable
          value={value.actions}
          onChange={(codes) => onChange({ by: 'action', actions: codes })}
        />
      )}
    </>
  );
}
