import { ActionIcon, Badge, Menu, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanStep } from '../../api/repatriation';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';
import { formatDay } from '../../time/format';
import { RETURN_ACTS, type ReturnAct } from './acts';
import type { ReturnProps } from './parts';

interface Props extends ReturnProps {
  /** Opens the form that moves a step. */
  move: (step: string) => void;
}

const COLUMNS = ['step', 'dates', 'owner'] as const;

/** The steps in order with their dates; those on the longest path decide when the person arrives. */
export function PlanTable(props: Props) {
  const { t } = useTranslation('repatriation');
  return (
    <div>
      <Title order={3} mb="xs">
        {t('section.plan')}
      </Title>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="xs" aria-label={t('section.plan')}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
              <Table.Th>
                <VisuallyHidden>{t('column.acts')}</VisuallyHidden>
              </Table.Th>
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
  const ready = waits.length === 0;
  const acts: readonly ReturnAct[] = [
    ...(ready && step.state === 'pending' ? [RETURN_ACTS.begin] : []),
    ...(ready && !step.endsByFact ? [RETURN_ACTS.finish] : []),
    RETURN_ACTS.owner,
    RETURN_ACTS.notNeeded,
  ];
  const small = [
    label('stepState', step.state),
    open && !ready && t('waitsFor', { steps: waits.join(', ') }),
    open && step.documents.map(words).join(' · '),
    step.reason,
  ].filter(Boolean);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={open ? 600 : 400}>
        {name}{' '}
        {step.critical && (
          <Badge size="xs" variant="outline" color="rojo">
            {t('critical')}
          </Badge>
        )}
        <Text size="xs" c="dimmed" fw={400}>
          {small.join(' · ')}
        </Text>
      </Table.Th>
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
        <Text size="sm">{step.owner ?? label('staffRole', step.ownerRole)}</Text>
      </Table.Td>
      <Table.Td>
        {open && editable && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="default" aria-label={t('actsOn', { name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {step.state === 'pending' && (
                <Menu.Item onClick={() => move(step.id)}>{t('act.move')}</Menu.Item>
              )}
              {acts.map((act) => (
                <Menu.Item key={act.name} onClick={() => start(act, step.id)}>
                  {t(`act.${act.name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
