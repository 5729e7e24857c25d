import { Button, Group, MultiSelect, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createHagueStates, listHagueStates, type HagueStates } from '../../api/minors';
import { useCan } from '../../app/session';
import { countryName } from '../../time/format';
import { Fields } from '../../ui/fieldset';
import { FormDialog } from '../../ui/form-dialog';
import { Failure, Loading } from '../../ui/states';
import { useCountries } from '../../ui/use-countries';

/** States that the convention of 1980 on child abduction binds, as the list is in force. */
export function HagueStatesSection() {
  const { t, i18n } = useTranslation('minors');
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const lists = useQuery({ queryKey: ['hague-states'], queryFn: listHagueStates });
  if (lists.isPending) return <Loading />;
  if (lists.isError) return <Failure error={lists.error} />;
  const [current] = lists.data.items;
  if (!current) return null;
  const { content, version, reason } = current;
  const name = (code: string) => countryName(code, i18n.language);
  const names = content.states.map(name).sort((a, b) => a.localeCompare(b, i18n.language));
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{t('hague.title')}</Title>
        {can('policy.edit') && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t('hague.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('hague.version', { version, reason })} · {content.source}
      </Text>
      <Text size="sm" mt="xs">
        {names.join(', ')}
      </Text>
      {content.notBetween.length > 0 && (
        <Text size="sm" mt="xs">
          {t('hague.notBetween', {
            pairs: content.notBetween.map((pair) => pair.map(name).join(' – ')).join('; '),
          })}
        </Text>
      )}
      {editing && <HagueStatesDialog base={content} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

interface Values {
  states: string[];
  pairs: { one: string; other: string }[];
  source: string;
  reason: string;
}

/** A new version of the list, from the one in force. */
function HagueStatesDialog({ base, onClose }: { base: HagueStates; onClose: () => void }) {
  const { t } = useTranslation('minors');
  const countries = useCountries();
  const form = useForm<Values>({
    initialValues: {
      states: base.states,
      pairs: base.notBetween.map(([one = '', other = '']) => ({ one, other })),
      source: base.source,
      reason: '',
    },
  });
  const contentOf = ({ states, pairs, source }: Values): HagueStates => ({
    states,
    notBetween: pairs.map(({ one, other }) => [one, other]),
    source,
  });
  return (
    <FormDialog
      title={t('hague.edit')}
      size="lg"
      form={form}
      done={t('done')}
      rename={(path) => path.replace(/^content\./, '')}
      send={(values, sending) => createHagueStates(contentOf(values), values.reason, sending)}
      onClose={onClose}
    >
      <MultiSelect
        label={t('hague.states')}
        data={countries}
        searchable
        hidePickedOptions
        {...form.getInputProps('states')}
      />
      <Fields legend={t('hague.pairs')}>
        {form.values.pairs.map((_, i) => (
          <Group key={i} gap="xs" align="flex-end">
            <Select
              label={t('hague.one', { n: i + 1 })}
              data={countries}
              searchable
              {...form.getInputProps(`pairs.${i}.one`)}
            />
            <Select
              label={t('hague.other', { n: i + 1 })}
              data={countries}
              searchable
              {...form.getInputProps(`pairs.${i}.other`)}
            />
            <Button variant="subtle" onClick={() => form.removeListItem('pairs', i)}>
              {t('hague.remove', { n: i + 1 })}
            </Button>
          </Group>
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => form.insertListItem('pairs', { one: '', other: '' })}
          >
            {t('hague.add')}
          </Button>
        </Group>
      </Fields>
      <TextInput label={t('hague.source')} {...form.getInputProps('source')} />
      <TextInput label={t('field.reason')} withAsterisk {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
