import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../app/session';
import type { FamilyAct, FamilyCatalogue, Known, StartFamilyAct } from './family-act';
import { Part } from './part';

/** Whether the reader may do an act on the case: some need more than to edit it. */
function useMay(editable: boolean): (act: Pick<FamilyAct, 'permission'>) => boolean {
  const can = useCan();
  return ({ permission }) => editable && (!permission || can(permission));
}

interface Common<Name extends string> {
  catalogue: FamilyCatalogue;
  editable: boolean;
  start: StartFamilyAct<Name>;
}

interface PartProps<Name extends string> extends Common<Name> {
  /** Its title is `section.<name>` of the catalogue, what is said of none `none.<name>`. */
  name: string;
  /** What adds to it; each is offered to whoever may do it. */
  acts?: readonly FamilyAct<Name>[];
  /** Buttons of forms of their own. */
  more?: ReactNode;
  empty?: boolean;
  children?: ReactNode;
}

/** A part of a family's panel, with the acts that add to it. */
export function FamilyPart<Name extends string>(props: PartProps<Name>) {
  const { catalogue, editable, start, name, acts = [], more, empty = false, children } = props;
  const { t } = useTranslation(catalogue);
  const may = useMay(editable);
  return (
    <Part
      title={t(`section.${name}` as never)}
      none={t(`none.${name}` as never)}
      empty={empty}
      acts={acts.filter(may).map((act) => ({
        label: t(`act.${act.name}` as never),
        run: () => start(act),
      }))}
      {...(editable && more ? { more } : {})}
    >
      {children}
    </Part>
  );
}

export interface FamilyLineActProps<Name extends string> extends Common<Name> {
  act: FamilyAct<Name>;
  target: string;
  /** What it acts on, for whoever hears the button without seeing its line. */
  name: string;
  /** Absent: the name of the act. */
  label?: string;
  known?: Known;
  version?: number;
}

/** A button that acts on one line; absent where the reader may not. */
export function FamilyLineAct<Name extends string>(props: FamilyLineActProps<Name>) {
  const { catalogue, editable, start, act, target, name, label, known, version } = props;
  const { t } = useTranslation(catalogue);
  const may = useMay(editable);
  if (!may(act)) return null;
  const says = label ?? String(t(`act.${act.name}` as never));
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${says}: ${name}`}
      onClick={() => start(act, target, known, version)}
      styles={{ label: { whiteSpace: 'normal' } }}
      style={{ height: 'auto' }}
    >
      {says}
    </Button>
  );
}
