import { MultiSelect, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  CatalogueDuty,
  CatalogueField,
  CatalogueItem,
  CatalogueType,
  Option,
} from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';

/** Coded parts as the data of a Select. */
export const useNames = () => {
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

interface StartsProps {
  fields: readonly CatalogueField[];
  value: CatalogueDuty['starts'];
  onChange: (value: CatalogueDuty['starts']) => void;
}

const isDated = ({ kind }: CatalogueField): boolean => kind === 'date' || kind === 'instant';

/** From when the time of a duty runs: the opening of the case, or the day or instant in a field. */
export function StartsEditor({ fields, value, onChange }: StartsProps) {
  const { t } = useTranslation('catalogue');
  const names = useNames();
  return (
    <NativeSelect
      label={t('starts')}
      data={[{ value: '', label: t('startsOpening') }, ...names(fields.filter(isDated))]}
      value={value.on === 'field' ? value.field : ''}
      onChange={({ currentTarget: { value: field } }) =>
        onChange(field ? { on: 'field', field } : { on: 'opening' })
      }
    />
  );
}

type MetBy = CatalogueItem['metBy'] | CatalogueDuty['metBy'];
type Way<M extends MetBy> = M['by'];

interface MetByProps<M extends MetBy> {
  /** What may show it. */
  ways: readonly Way<M>[];
  fields: readonly CatalogueField[];
  actions: readonly Option[];
  /** Steps of the checklist. */
  items: readonly CatalogueItem[];
  value: M;
  onChange: (value: M) => void;
}

/** What shows that it is done: an officer's mark, a step, a field, or an action of assistance. */
export function MetByEditor<M extends MetBy>(props: MetByProps<M>) {
  const { ways, fields, actions, items, value, onChange } = props;
  const { t } = useTranslation('catalogue');
  const names = useNames();
  // every way that `ways` offers is one of M
  const change = (next: MetBy) => onChange(next as M);
  const choose = (by: string) => {
    if (by === 'mark') change({ by });
    else if (by === 'item') change({ by, item: items[0]?.code ?? '' });
    else if (by === 'field') change({ by, field: fields[0]?.code ?? '' });
    else change({ by: 'action', actions: actions.slice(0, 1).map(({ code }) => code) });
  };
  return (
    <>
      <NativeSelect
        label={t('metBy')}
        data={ways.map((way) => ({ value: way, label: t(`metBys.${way}`) }))}
        value={value.by}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {value.by === 'item' && (
        <NativeSelect
          label={t('metBys.item')}
          data={names(items)}
          value={value.item}
          onChange={(event) => change({ by: 'item', item: event.currentTarget.value })}
        />
      )}
      {value.by === 'field' && (
        <NativeSelect
          label={t('metBys.field')}
          data={names(fields)}
          value={value.field}
          onChange={(event) => change({ by: 'field', field: event.currentTarget.value })}
        />
      )}
      {value.by === 'action' && (
        <MultiSelect
          label={t('metBys.action')}
          data={names(actions)}
          searchable
          value={value.actions}
          onChange={(codes) => change({ by: 'action', actions: codes })}
        />
      )}
    </>
  );
}
