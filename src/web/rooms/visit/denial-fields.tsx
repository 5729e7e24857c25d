import { SimpleGrid, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../ui/fieldset';
import { InstantInput } from '../../ui/instant-input';
import type { VisitForm } from './visit-room';

/** Access denied: by whom, why, and the note verbale that protests it. */
export function DenialFields({ form }: { form: VisitForm }) {
  const { t } = useTranslation('visit');
  return (
    <Fields legend={t('denial')}>
      <Text size="sm">{t('denialHow')}</Text>
      <TextInput
        label={t('authority')}
        withAsterisk
        autoComplete="off"
        {...form.getInputProps('authority')}
      />
      <Textarea label={t('reason')} autosize minRows={2} {...form.getInputProps('reason')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
        <Switch label={t('noteSent')} {...form.getInputProps('noteSent', { type: 'checkbox' })} />
        {form.values.noteSent && (
          <InstantInput label={t('sentAt')} {...form.getInputProps('sentAt')} />
        )}
      </SimpleGrid>
    </Fields>
  );
}
