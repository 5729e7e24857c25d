import { Badge, Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Assessment, listAssessments } from '../../api/sharing';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { AssessmentDialog } from './assessment-dialog';
import type { SectionProps } from './sections';

/** The person's situation as it was last signed, and how it was before. */
export function AssessmentSection({ file, zone }: SectionProps) {
  const { t } = useTranslation('assessment');
  const can = useCan();
  const found = useQuery({
    queryKey: ['assessments', file.id],
    queryFn: () => listAssessments(file.id),
  });
  const [writing, setWriting] = useState(false);
  const [older, setOlder] = useState(false);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const [newest, ...before] = found.data.items;
  const open = file.status !== 'closed' && file.status !== 'dismissed';
  return (
    <Paper component="section">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>{t('title')}</Title>
        {open && can('case.edit') && (
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {t('write')}
          </Button>
        )}
      </Group>
      {newest ? (
        <AssessmentView assessment={newest} zone={zone} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      {before.length > 0 && (
        <>
          <Button
            mt="sm"
            size="compact-sm"
            variant="subtle"
            aria-expanded={older}
            onClick={() => setOlder(!older)}
          >
            {t(older ? 'hideOlder' : 'showOlder', { count: before.length })}
          </Button>
          <Collapse expanded={older}>
            <Stack component="ul" gap="md" className="plain-list" mt="sm">
              {before.map((assessment) => (
                <li key={assessment.id}>
                  <AssessmentView assessment={assessment} zone={zone} />
                </li>
              ))}
            </Stack>
          </Collapse>
        </>
      )}
      {writing && <AssessmentDialog file={file} onClose={() => setWriting(false)} />}
    </Paper>
  );
}

function AssessmentView({ assessment, zone }: { assessment: Assessment; zone: string }) {
  const { t } = useTranslation('assessment');
  const label = useLabel();
  const codes = (vocabulary: string, list: readonly string[]) =>
    list.map((code) => label(vocabulary, code)).join(', ');
  const facts: [string, string | null][] = [
    [t('grounds'), grounds(assessment, codes)],
    [t('factors'), codes('vulnerability', assessment.factors)],
    [t('income'), income(assessment)],
    [t('dependants'), assessment.dependants === null ? null : String(assessment.dependants)],
    [t('housing'), assessment.housing && label('housing', assessment.housing)],
    [t('support'), assessment.support && label('supportNetwork', assessment.support)],
    [t('health'), assessment.health && label('healthState', assessment.health)],
    [
      t('legalCapacity'),
      assessment.legalCapacity && label('legalCapacity', assessment.legalCapacity),
    ],
  ];
  return (
    <Stack gap={4} style={{ overflowWrap: 'anywhere' }}>
      <Group gap="xs">
        <Text fw={600}>{label('needConclusion', assessment.conclusion)}</Text>
        <Badge size="sm" variant="light" color={assessment.state === 'valid' ? 'tinta' : 'gray'}>
          {label('assessmentState', assessment.state)}
        </Badge>
      </Group>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <Text size="sm" key={name}>
            <Text span c="dimmed" inherit>
              {name}:
            </Text>{' '}
            {value}
          </Text>
        ))}
      {assessment.note && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {assessment.note}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('signed', { name: assessment.signedBy ?? '' })}{' '}
        <Instant at={assessment.signedAt} zone={zone} inherit />
        {assessment.version > 0 && ` · ${t('version', { version: assessment.version })}`}
        {assessment.contentHash && ` · ${t('hash', { hash: assessment.contentHash.slice(0, 12) })}`}
      </Text>
    </Stack>
  );
}

const grounds = (
  { circumstances, conditions }: Assessment,
  codes: (vocabulary: string, list: readonly string[]) => string,
): string =>
  [codes('circumstance', circumstances), codes('exposingCondition', conditions)]
    .filter(Boolean)
    .join(', ');

const income = ({ monthlyIncome, incomeCurrency }: Assessment): string | null =>
  monthlyIncome && `${monthlyIncome} ${incomeCurrency}`;
