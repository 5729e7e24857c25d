import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlanStep } from '../../api/repatriation';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { formatDay } from '../../time/format';
import { RETURN_ACTS } from './acts';
import { LineAct, type ReturnProps } from './parts';

interface Props extends ReturnProps {
  /** Opens the form that moves a step. */
  move: (step: string) => void;
}

const COLUMNS = ['step', 'state', 'dates', 'owner'] as const;

/** The steps in order with their dates; those on the longest path decide when the person arrives. */
export function PlanTable(props: Props) {
  const { t } = useTranslation('repatriation');
  return (
    <div>
      <Title order={3} mb="xs">
        {t('section.plan')}
      </Title>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('section.plan')}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.panel.steps.map((step) => (
              <StepRow key={step.id} step={step} {...props} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('planHint')}
      </Text>
    </div>
  );
}

const isOpen = ({ state }: PlanStep) => state === 'pending' || state === 'in_progress';

function StepRow({ step, panel, editable, start, move }: Props & { step: PlanStep }) {
  const { t, i18n } = useTranslation('repatriation');
  const label = useLabel();
  const words = useWords();
  const name = words(step.label);
  const day = (iso: string) => formatDay(iso, i18n.language);
  const open = isOpen(step);
  const waits = panel.steps
    .filter((other) => step.after.includes(other.code) && isOpen(other))
    .map((other) => words(other.label));
  const line = { target: step.id, name, editable, start };
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={open ? 600 : 400}>
        {name}{' '}
        {step.critical && (
          <Badge size="xs" variant="outline" color="rojo">
            {t('critical')}
          </Badge>
        )}
        {step.documents.length > 0 && open && (
          <Text size="xs" c="dimmed" fw={400}>
            {step.documents.map(words).join(' · ')}
          </Text>
        )}
        {step.reason && (
          <Text size="xs" c="dimmed" fw={400}>
            {step.reason}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <Text size="sm">{label('stepState', step.state)}</Text>
        {open && waits.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('waitsFor', { steps: waits.join(', ') })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {step.endedOn ? day(step.endedOn) : `${day(step.startsOn)} – ${day(step.endsOn)}`}
        </Text>
        {open && step.slackDays > 0 && (
          <Text size="xs" c="dimmed">
            {t('slack', { count: step.slackDays })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={4}>
          <Text size="sm">{step.owner ?? label('staffRole', step.ownerRole)}</Text>
          {open && (
            <Group gap={4}>
              {waits.length === 0 && step.state === 'pending' && (
                <LineAct act={RETURN_ACTS.begin} {...line} />
              )}
              {waits.length === 0 && !step.endsByFact && (
                <LineAct act={RETURN_ACTS.finish} {...line} />
              )}
              {editable && step.state === 'pending' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('named', { act: t('act.move'), name })}
                  onClick={() => move(step.id)}
                >
                  {t('act.move')}
                </Button>
              )}
              <LineAct act={RETURN_ACTS.owner} {...line} />
              <LineAct act={RETURN_ACTS.notNeeded} {...line} />
            </Group>
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
