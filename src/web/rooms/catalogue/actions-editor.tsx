import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../ui/fieldset';
import type { CatalogueForm } from './catalogue-editor';
import { NEW_OPTION, PartList } from './part-list';

/** Actions of assistance, the same for all families. */
export function ActionsEditor({ form }: { form: CatalogueForm }) {
  const { t } = useTranslation('catalogue');
  return (
    <Fields legend={t('actionsOfAll')}>
      <PartList
        form={form}
        path="content.actions"
        parts={form.values.content.actions}
        fresh={NEW_OPTION}
        addName={t('addAction')}
        aside={({ retired }) => retired && t('retired')}
      >
        {(_, path) => (
          <Checkbox
            label={t('retired')}
            {...form.getInputProps(`${path}.retired`, { type: 'checkbox' })}
          />
        )}
      </PartList>
    </Fields>
  );
}
