import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinorPanel } from '../../api/minors';
import type { Known } from '../../ui/family-act';
import { Part } from '../../ui/part';
import type { MinorAct, StartMinorAct } from './acts';

export interface PartProps {
  panel: MinorPanel;
  zone: string;
  editable: boolean;
  start: StartMinorAct;
}

interface Props {
  name:
    | 'situation'
    | 'interests'
    | 'guardians'
    | 'travel'
    | 'care'
    | 'abduction'
    | 'tracing'
    | 'relatives'
    | 'reunification';
  empty: boolean;
  /** Absent where the reader may not. */
  act?: MinorAct | false;
  start?: StartMinorAct;
  add?: { label: string; run: () => void };
  children: ReactNode;
}

/** A part of the panel, with the act that adds to it. */
export function MinorPart({ name, act, start, add, ...rest }: Props) {
  const { t } = useTranslation('minors');
  const button = act && start ? { label: t(`act.${act.name}`), run: () => start(act) } : add;
  return (
    <Part
      title={t(`section.${name}`)}
      none={t(`none.${name}`)}
      {...(button ? { add: button } : {})}
      {...rest}
    />
  );
}

interface LineActProps {
  act: MinorAct;
  target: string;
  /** What it acts on, for whoever hears the button without seeing its line. */
  name: string;
  known?: Known;
  version?: number;
  start: StartMinorAct;
}

/** A button that acts on one line. */
export function LineAct({ act, target, name, known, version, start }: LineActProps) {
  const { t } = useTranslation('minors');
  const label = t(`act.${act.name}`);
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('named', { act: label, name })}
      onClick={() => start(act, target, known, version)}
      styles={{ label: { whiteSpace: 'normal' } }}
      style={{ height: 'auto' }}
    >
      {label}
    </Button>
  );
}
