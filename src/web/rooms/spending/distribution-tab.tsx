import { Alert, Button, Group, NativeSelect, Paper, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROGRAMMES } from '../../api/budget';
import { previewDistribution, type WhatIf } from '../../api/spending';
import { useCan } from '../../app/session';
import { useOptions } from '../../i18n/use-label';
import { todayAt } from '../../time/zoned';
import { useProblemText } from '../../ui/problem';
import { FormulaPart, WeightFields, type Weights } from './formula-part';
import { KeepDialog, Proposals } from './proposals';
import { ShareTable } from './share-table';
import { YearSelect } from './year-select';

type Asked = Pick<WhatIf, 'year' | 'quarter' | 'programme' | 'total'>;

/** The published formula, what would follow from it, and the proposals that were kept. */
export function DistributionTab() {
  return (
    <>
      <FormulaPart />
      <Trial />
      <Proposals />
    </>
  );
}

function Trial() {
  const { t } = useTranslation('spending');
  const can = useCan();
  const textOf = useProblemText();
  const today = todayAt('America/Lima');
  const [asked, setAsked] = useState<Asked>({
    year: Number(today.slice(0, 4)),
    quarter: Math.ceil(Number(today.slice(5, 7)) / 3),
    ...{ programme: 'palh', total: '' },
  });
  const [weights, setWeights] = useState<Weights | null>(null);
  const [fixed, setFixed] = useState<Record<string, string>>({});
  const [keeping, setKeeping] = useState(false);
  const whatIf: WhatIf = {
    ...asked,
    ...(weights ? { formula: weights as never } : {}),
    fixed: Object.entries(fixed)
      .filter(([, amount]) => amount !== '')
      .map(([postId, amount]) => ({ postId, amount })),
  };
  const preview = useMutation({ mutationFn: () => previewDistribution(whatIf) });
  const problem = preview.error && textOf(preview.error);
  return (
    <Paper component="section" p="md" aria-labelledby="trial">
      <Title order={2} id="trial">
        {t('distribution.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('distribution.about')}
      </Text>
      <Group align="flex-end" mb="md">
        <AskedFields asked={asked} onChange={setAsked} />
        <Button loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('distribution.try')}
        </Button>
      </Group>
      <WeightFields weights={weights} onChange={setWeights} />
      {problem && (
        <Alert color="rojo" variant="light" title={problem.title} role="alert" my="sm">
          {problem.detail}
        </Alert>
      )}
      {preview.data && (
        <>
          <ShareTable shares={preview.data.shares} fixed={fixed} onFix={setFixed} />
          {can('allotment.manage') && (
            <Group justify="flex-end" mt="sm">
              <Button variant="default" onClick={() => setKeeping(true)}>
                {t('distribution.keep')}
              </Button>
            </Group>
          )}
        </>
      )}
      {keeping && <KeepDialog whatIf={whatIf} onClose={() => setKeeping(false)} />}
    </Paper>
  );
}

function AskedFields({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) {
  const { t } = useTranslation('spending');
  const options = useOptions();
  return (
    <>
      <YearSelect value={asked.year} onChange={(year) => onChange({ ...asked, year })} />
      <NativeSelect
        label={t('distribution.quarter')}
        value={String(asked.quarter)}
        data={['1', '2', '3', '4']}
        onChange={(event) => onChange({ ...asked, quarter: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('programme')}
        value={asked.programme}
        data={options('programme', PROGRAMMES)}
        onChange={(event) =>
          onChange({ ...asked, programme: event.currentTarget.value as Asked['programme'] })
        }
      />
      <TextInput
        label={t('distribution.total')}
        inputMode="decimal"
        autoComplete="off"
        value={asked.total}
        onChange={(event) => onChange({ ...asked, total: event.currentTarget.value.trim() })}
      />
    </>
  );
}
