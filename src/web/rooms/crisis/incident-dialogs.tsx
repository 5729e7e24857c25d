import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import {
  activateIncident,
  concludeIncident,
  CRISIS_TYPES,
  type Incident,
  prepareIncident,
  standDownIncident,
} from '../../api/crisis';
import { useMyPosts } from '../../app/session';
import { useOptions } from '../../i18n/use-label';
import { CountrySelect } from '../../ui/country-select';
import { FieldsDialog } from '../../ui/fields-dialog';
import { FormDialog } from '../../ui/form-dialog';
import { usePostOptions, usePosts } from '../../ui/use-posts';

interface Closing {
  onClose: () => void;
}

/** An incident that may be activated at once: what it is called, where, and which posts it concerns. */
export function PrepareDialog({ onClose }: Closing) {
  const { t } = useTranslation(['crisis', 'common']);
  const options = useOptions();
  const posts = usePosts();
  const postOptions = usePostOptions();
  const mine = useMyPosts();
  const needed = (value: string | string[]) => (value.length ? null : t('common:form.required'));
  const form = useForm({
    initialValues: {
      ...{ kind: CRISIS_TYPES[0] as (typeof CRISIS_TYPES)[number], nameEs: '', nameEn: '' },
      ...{ country: '', postIds: mine.map(({ id }) => id) },
    },
    validate: { nameEs: needed, nameEn: needed, country: needed, postIds: needed },
  });
  return (
    <FormDialog
      title={t('act.prepare')}
      form={form}
      send={(values, { key }) => prepareIncident(values, key)}
      done={t('done.prepare')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('field.kind')}
        data={options('type', CRISIS_TYPES)}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('field.nameEs')} withAsterisk {...form.getInputProps('nameEs')} />
      <TextInput
        label={t('field.nameEn')}
        description={t('help.names')}
        withAsterisk
        {...form.getInputProps('nameEn')}
      />
      <CountrySelect label={t('field.country')} withAsterisk {...form.getInputProps('country')} />
      <MultiSelect
        label={t('field.postIds')}
        data={postOptions(posts.data ?? mine)}
        searchable
        withAsterisk
        {...form.getInputProps('postIds')}
      />
    </FormDialog>
  );
}

/** Activates or stands down an incident, with the reason. */
export function DecideDialog({ incident, onClose }: Closing & { incident: Incident }) {
  const { t } = useTranslation('crisis');
  const name = incident.state === 'active' ? 'standDown' : 'activate';
  const send = incident.state === 'active' ? standDownIncident : activateIncident;
  return (
    <FieldsDialog
      catalogue="crisis"
      name={name}
      about={t(`about.${name}`)}
      fields={[{ name: 'reason', kind: 'long', required: true }]}
      action={t(`act.${name}`)}
      send={({ reason }, key) => send(incident.id, String(reason), key)}
      onClose={onClose}
    />
  );
}

/** What was learned, in the director's words. */
export function LessonsDialog({ incident, onClose }: Closing & { incident: Incident }) {
  return (
    <FieldsDialog
      catalogue="crisis"
      name="conclude"
      fields={[{ name: 'lessons', kind: 'long', required: true, initial: incident.lessons ?? '' }]}
      send={({ lessons }, key) => concludeIncident(incident.id, String(lessons), key)}
      onClose={onClose}
    />
  );
}
