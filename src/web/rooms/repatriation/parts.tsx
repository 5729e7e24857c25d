import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RepatriationPanel } from '../../api/repatriation';
import { useCan } from '../../app/session';
import type { Known } from '../../ui/family-act';
import { Part } from '../../ui/part';
import type { ReturnAct, StartReturnAct } from './acts';

export interface ReturnProps {
  panel: RepatriationPanel;
  zone: string;
  editable: boolean;
  start: StartReturnAct;
}

interface Props extends Pick<ReturnProps, 'editable' | 'start'> {
  name:
    | 'conditions'
    | 'undertaking'
    | 'consultation'
    | 'papers'
    | 'reception'
    | 'journey'
    | 'after'
    | 'debt';
  acts: readonly ReturnAct[];
  empty?: boolean;
  /** Buttons of forms of their own. */
  more?: ReactNode;
  children: ReactNode;
}

/** Whether the reader may do an act on an open case. */
export function useMay(editable: boolean): (act: ReturnAct) => boolean {
  const can = useCan();
  return ({ permission = 'case.edit' }) => editable && can(permission);
}

/** A part of the panel, with the acts that add to it. */
export function ReturnPart({ name, acts, editable, start, empty = false, more, children }: Props) {
  const { t } = useTranslation('repatriation');
  const may = useMay(editable);
  return (
    <Part
      title={t(`section.${name}`)}
      none={t(`none.${name}`)}
      empty={empty}
      acts={acts.filter(may).map((act) => ({
        label: t(`act.${act.name}`),
        run: () => start(act),
      }))}
      {...(editable && more ? { more } : {})}
    >
      {children}
    </Part>
  );
}

interface LineActProps {
  act: ReturnAct;
  target: string;
  /** What it acts on, for whoever hears the button without seeing its line. */
  name: string;
  known?: Known;
  editable: boolean;
  start: StartReturnAct;
}

/** A button that acts on one line; absent where the reader may not. */
export function LineAct({ act, target, name, known, editable, start }: LineActProps) {
  const { t } = useTranslation('repatriation');
  const may = useMay(editable);
  if (!may(act)) return null;
  const says = t(`act.${act.name}`);
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
