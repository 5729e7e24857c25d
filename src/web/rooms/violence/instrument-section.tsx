import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRiskInstrument, listRiskInstruments } from '../../api/violence';
import { useCan } from '../../app/session';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { Failure, Loading } from '../../ui/states';
import { InstrumentDialog } from './instrument-dialog';

interface Props {
  title: string;
  /** Names the reading of its versions. */
  name: string;
  list: typeof listRiskInstruments;
  create: typeof createRiskInstrument;
}

/** The questions by which danger is assessed. */
export function RiskInstrumentSection() {
  const { t } = useTranslation('violence');
  return (
    <InstrumentSection
      title={t('instrument.title')}
      name="risk-instruments"
      list={listRiskInstruments}
      create={createRiskInstrument}
    />
  );
}

/** The questions of a questionnaire, as they are in force. */
export function InstrumentSection({ title, name, list, create }: Props) {
  const { t } = useTranslation('violence');
  const can = useCan();
  const label = useLabel();
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const instruments = useQuery({ queryKey: [name], queryFn: list });
  if (instruments.isPending) return <Loading />;
  if (instruments.isError) return <Failure error={instruments.error} />;
  const [current] = instruments.data.items;
  if (!current) return null;
  const { content, version, reason } = current;
  return (
    <Paper component="section">
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={2}>{title}</Title>
        {can('policy.edit') && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('instrument.editNamed', { name: title })}
            onClick={() => setEditing(true)}
          >
            {t('instrument.edit')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('risk.instrument', { title: words(content.title), version })} · {reason}
      </Text>
      <Text size="sm" c="dimmed">
        {content.source}
      </Text>
      <Text size="sm" my="xs">
        {t('instrument.thresholds', { ...content.thresholds })}
      </Text>
      <Stack component="ol" gap={4} m={0} pl="lg">
        {content.questions.map(({ code, text, weight, atLeast }) => (
          <Text component="li" size="sm" key={code}>
            {words(text)}{' '}
            <Text span c="dimmed" inherit>
              {[
                t('instrument.weightIs', { weight }),
                atLeast && t('instrument.atLeast', { level: label('riskLevel', atLeast) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Text>
        ))}
      </Stack>
      {editing && (
        <InstrumentDialog base={content} create={create} onClose={() => setEditing(false)} />
      )}
    </Paper>
  );
}
