import type { ReactNode } from 'react';
import type { MinorPanel } from '../../api/minors';
import { FamilyLineAct, type FamilyLineActProps, FamilyPart } from '../../ui/family-part';
import type { MinorAct, MinorActName, StartMinorAct } from './acts';

export interface PartProps {
  panel: MinorPanel;
  zone: string;
  editable: boolean;
  start: StartMinorAct;
}

interface Props extends Pick<PartProps, 'editable' | 'start'> {
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
  act?: MinorAct;
  /** The button of a form of its own. */
  more?: ReactNode;
  children: ReactNode;
}

/** A part of the panel, with the act that adds to it. */
export const MinorPart = ({ act, ...rest }: Props) => (
  <FamilyPart catalogue="minors" {...(act && { acts: [act] })} {...rest} />
);

/** A button that acts on one line, shown where the reader may. */
export const LineAct = (
  props: Omit<FamilyLineActProps<MinorActName>, 'catalogue' | 'editable'>,
) => <FamilyLineAct catalogue="minors" editable {...props} />;
