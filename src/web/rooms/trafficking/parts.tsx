import type { ReactNode } from 'react';
import type { TraffickingPanel } from '../../api/trafficking';
import { FamilyLineAct, type FamilyLineActProps, FamilyPart } from '../../ui/family-part';
import type { StartTraffickingAct, TraffickingAct, TraffickingActName } from './acts';

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
export const TraffickingPart = ({ act, ...rest }: Props) => (
  <FamilyPart catalogue="trafficking" acts={[act]} {...rest} />
);

/** A button that acts on one line, shown where the reader may. */
export const LineAct = (
  props: Omit<FamilyLineActProps<TraffickingActName>, 'catalogue' | 'editable'>,
) => <FamilyLineAct catalogue="trafficking" editable {...props} />;
