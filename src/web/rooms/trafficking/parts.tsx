import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TraffickingPanel } from '../../api/trafficking';
import type { Known } from '../../ui/family-act';
import { Part } from '../../ui/part';
import type { StartTraffickingAct, TraffickingAct } from './acts';

export interface PartProps {
  panel: TraffickingPanel;
  zone: string;
  editable: boolean;
  start: StartTraffickingAct;
}

interface Props extends Pick<PartProps, 'editable' | 'start'> {
  name:
    | 'indicators'
    | 'exploitation'
    | 'transit'
    | 'perpetrators'
    | 'identity'
    | 'referrals'
    | 'reflection'
    | 'return';
  act: TraffickingAct;
  empty: boolean;
  children: ReactNode;
}

/** A part of the panel, with the act that adds to it. */
export function TraffickingPart({ name, act, editable, start, ...rest }: Props) {
  const { t } = useTranslation('trafficking');
  return (
    <Part
      title={t(`section.${name}`)}
      none={t(`none.${name}`)}
      {...(editable ? { add: { label: t(`act.${act.name}`), run: () => start(act) } } : {})}
      {...rest}
    />
  );
}

interface LineActProps {
  act: TraffickingAct;
  target: string;
  /** What it acts on, for whoever hears the button without seeing its line. */
  name: string;
  /** Absent: the name of the act. */
  label?: string;
  known?: Known;
  start: StartTraffickingAct;
}

/** A button that acts on one line. */
export function LineAct({ act, target, name, label, known, start }: LineActProps) {
  const { t } = useTranslation('trafficking');
  const says = label ?? t(`act.${act.name}`);
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('named', { act: says, name })}
      onClick={() => start(act, target, known)}
    >
      {says}
    </Button>
  );
}
