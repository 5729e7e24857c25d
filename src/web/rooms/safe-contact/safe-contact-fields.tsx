import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_CHANNELS } from '../../api/people-codes';
import { useLabel, useOptions } from '../../i18n/use-label';
import { languageName } from './languages';
import { NEW_WAY, type SafeContactValues, type WayTyped } from './values';

const MOST_WAYS = 6;
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];
/** The languages that most people helped speak; the register takes any of ISO 639. */
const LANGUAGES = ['es', 'qu', 'ay', 'en', 'fr', 'it', 'de', 'pt', 'ja', 'zh', 'ko', 'nl', 'sv'];
const ZONES = Intl.supportedValuesOf('timeZone');

interface Props {
  values: SafeContactValues;
  onChange: (change: Partial<SafeContactValues>) => void;
  /** What the API refused, by its path. */
  errorOf: (path: string) => ReactNode;
}

/** How a person may be reached: channels, hours on their own clock, language, the agreed word. */
export function SafeContactFields({ values, onChange, errorOf }: Props) {
  const { t, i18n } = useTranslation('safe-contact');
  return (
    <Stack gap="md">
      <Ways values={values} onChange={onChange} errorOf={errorOf} />
      <Hours values={values} onChange={onChange} errorOf={errorOf} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('timeZone')}
          data={ZONES.includes(values.timeZone) ? ZONES : [values.timeZone, ...ZONES]}
          searchable
          allowDeselect={false}
          limit={80}
          value={values.timeZone}
          onChange={(zone) => onChange({ timeZone: zone ?? values.timeZone })}
          error={errorOf('timeZone')}
        />
        <NativeSelect
          label={t('language')}
          data={LANGUAGES.map((code) => ({
            value: code,
            label: languageName(code, i18n.language),
          }))}
          value={values.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
          error={errorOf('language')}
        />
      </SimpleGrid>
      <TextInput
        label={t('codeWord')}
        description={t('codeWordHint')}
        autoComplete="off"
        value={values.codeWord}
        onChange={(event) => onChange({ codeWord: event.currentTarget.value })}
        error={errorOf('codeWord')}
      />
      <TextInput
        label={t('seenBy')}
        autoComplete="off"
        value={values.seenBy}
        onChange={(event) => onChange({ seenBy: event.currentTarget.value })}
        error={errorOf('seenBy')}
      />
      <Textarea
        label={t('neutralText')}
        description={t('neutralTextHint')}
        autosize
        minRows={2}
        value={values.neutralText}
        onChange={(event) => onChange({ neutralText: event.currentTarget.value })}
        error={errorOf('neutralText')}
      />
    </Stack>
  );
}

function Ways({ values, onChange, errorOf }: Props) {
  const { t } = useTranslation('safe-contact');
  const options = useOptions();
  const { ways } = values;
  const set = (index: number, change: Partial<WayTyped>) =>
    onChange({ ways: ways.map((way, i) => (i === index ? { ...way, ...change } : way)) });
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('ways')}
      </Text>
      {ways.map((way, i) => (
        <Stack key={i} gap={6}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <NativeSelect
              aria-label={t('channelOf', { n: i + 1 })}
              data={options('contactChannel', CONTACT_CHANNELS)}
              value={way.channel}
              onChange={(event) => set(i, { channel: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('addressOf', { n: i + 1 })}
              placeholder={t('address')}
              autoComplete="off"
              value={way.address}
              onChange={(event) => set(i, { address: event.currentTarget.value })}
              error={errorOf(`ways.${i}.address`)}
            />
          </SimpleGrid>
          <Group justify="space-between" gap="xs">
            <Checkbox
              label={t('mayLeaveMessage')}
              checked={way.mayLeaveMessage}
              onChange={(event) => set(i, { mayLeaveMessage: event.currentTarget.checked })}
            />
            {ways.length > 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('removeNamed', { n: i + 1 })}
                onClick={() => onChange({ ways: ways.filter((_, other) => other !== i) })}
              >
                {t('remove')}
              </Button>
            )}
          </Group>
        </Stack>
      ))}
      {ways.length < MOST_WAYS && (
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChange({ ways: [...ways, NEW_WAY] })}
          >
            {t('addWay')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Hours({ values, onChange, errorOf }: Props) {
  const { t } = useTranslation('safe-contact');
  const label = useLabel();
  const { anyHour, hours } = values;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('hours')}
      </Text>
      <Switch
        label={t('anyHour')}
        checked={anyHour}
        onChange={(event) => onChange({ anyHour: event.currentTarget.checked })}
      />
      {!anyHour &&
        hours.map((window, i) => {
          const set = (change: Partial<typeof window>) =>
            onChange({ hours: hours.map((h, other) => (other === i ? { ...h, ...change } : h)) });
          return (
            <Stack key={i} gap={6}>
              <Checkbox.Group
                label={t('days')}
                value={window.days}
                onChange={(days) => set({ days })}
                error={errorOf(`hours.${i}.days`)}
              >
                <Group gap="sm" mt={4}>
                  {WEEKDAYS.map((day) => (
                    <Checkbox key={day} value={day} label={label('weekday', day)} />
                  ))}
                </Group>
              </Checkbox.Group>
              <SimpleGrid cols={2} spacing="xs">
                <TextInput
                  type="time"
                  label={t('from')}
                  value={window.from}
                  onChange={(event) => set({ from: event.currentTarget.value })}
                  error={errorOf(`hours.${i}.from`)}
                />
                <TextInput
                  type="time"
                  label={t('to')}
                  value={window.to}
                  onChange={(event) => set({ to: event.currentTarget.value })}
                  error={errorOf(`hours.${i}.to`)}
                />
              </SimpleGrid>
            </Stack>
          );
        })}
    </Stack>
  );
}
