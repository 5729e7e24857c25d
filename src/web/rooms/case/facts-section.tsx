import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, CatalogueField } from '../../api/catalogue';
import { askedFields } from '../../catalogue/asked';
import { useWords } from '../../catalogue/use-catalogue';
import { countryName } from '../../time/format';
import { Day, Instant } from '../../ui/instant';
import { AndeanDialog } from './andean-dialog';
import { AnswersDialog } from './answers-dialog';
import { AssistanceDialog } from './assistance-dialog';
import type { SectionProps } from './sections';

type Open = 'answers' | 'assistance' | 'andean';

/** What the catalogue asks of the case, as answered; and what may be recorded of it. */
export function FactsSection({ file, zone }: SectionProps) {
  const { t, i18n } = useTranslation('catalogue');
  const [open, setOpen] = useState<Open | null>(null);
  const { catalogue } = file;
  if (!catalogue) return null;
  const asked = askedFields(catalogue.fields, catalogue.answers);
  const editable = file.allowed.includes('edit');
  const answered = asked.filter(({ code }) => catalogue.answers[code] !== undefined);
  const close = () => setOpen(null);
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{t('facts')}</Title>
        <Group gap="xs">
          {file.allowed.includes('note') && !file.detention && (
            <Button size="xs" onClick={() => setOpen('assistance')}>
              {t('recordAssistance')}
            </Button>
          )}
          {editable && catalogue.fields.length > 0 && (
            <Button size="xs" variant="default" onClick={() => setOpen('answers')}>
              {t('editFacts')}
            </Button>
          )}
          {editable && (
            <Button size="xs" variant="subtle" onClick={() => setOpen('andean')}>
              {t('andean')}
            </Button>
          )}
        </Group>
      </Group>
      <Stack gap="md">
        {catalogue.andeanAssistance && (
          <Text size="sm">
            {t('onBehalfOf', {
              state: countryName(catalogue.andeanAssistance.requestingState, i18n.language),
            })}
            {catalogue.andeanAssistance.authorisationReference &&
              ` · ${catalogue.andeanAssistance.authorisationReference}`}
          </Text>
        )}
        {answered.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noFacts')}
          </Text>
        )}
        <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="md" m={0}>
          {answered.map((field) => (
            <Fact
              key={field.code}
              field={field}
              answer={catalogue.answers[field.code]!}
              zone={zone}
            />
          ))}
        </SimpleGrid>
      </Stack>
      {open === 'answers' && (
        <AnswersDialog file={file} catalogue={catalogue} zone={zone} onClose={close} />
      )}
      {open === 'assistance' && (
        <AssistanceDialog file={file} actions={catalogue.actions} zone={zone} onClose={close} />
      )}
      {open === 'andean' && (
        <AndeanDialog
          file={file}
          current={catalogue.andeanAssistance}
          zone={zone}
          onClose={close}
        />
      )}
    </Paper>
  );
}

function Fact({ field, answer, zone }: { field: CatalogueField; answer: Answer; zone: string }) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  return (
    <div>
      <Group component="dt" gap={6}>
        <Text size="xs" c="dimmed" span>
          {words(field.label)}
        </Text>
        {field.tier === 'restricted' && (
          <Badge size="xs" variant="outline">
            {t('restricted')}
          </Badge>
        )}
      </Group>
      <Text
        component="dd"
        size="sm"
        m={0}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        <Said field={field} answer={answer} zone={zone} />
      </Text>
    </div>
  );
}

function Said({ field, answer, zone }: { field: CatalogueField; answer: Answer; zone: string }) {
  const { t, i18n } = useTranslation('catalogue');
  const words = useWords();
  switch (field.kind) {
    case 'boolean':
      return t(answer ? 'yes' : 'no');
    case 'date':
      return <Day on={String(answer)} />;
    case 'instant':
      return <Instant at={String(answer)} zone={zone} inherit />;
    case 'country':
      return countryName(String(answer), i18n.language);
    case 'choice':
    case 'choices':
      return [answer]
        .flat()
        .map((code) => field.options?.find((option) => option.code === code))
        .flatMap((option) => (option ? [words(option.label)] : []))
        .join(', ');
    default:
      return String(answer);
  }
}
