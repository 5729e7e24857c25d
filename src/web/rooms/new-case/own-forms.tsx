import type { ComponentType } from 'react';
import { openDeathCase } from '../../api/death';
import { logDetention } from '../../api/detention';
import { openMinorCase } from '../../api/minors';
import { openMissingCase } from '../../api/missing-person';
import { openTraffickingCase } from '../../api/trafficking';
import { openRepatriation } from '../../api/repatriation';
import type { Post } from '../../api/types';
import { openViolenceCase } from '../../api/violence';
import { DeathFields } from './death-fields';
import { DetentionFields, MoreFields } from './detention-fields';
import { MinorFields } from './minor-fields';
import { MissingFields } from './missing-fields';
import type { NewCaseForm } from './new-case-room';
import { NoticeFields } from './notice-fields';
import { RepatriationFields } from './repatriation-fields';
import { TraffickingFields } from './trafficking-fields';
import {
  toBody,
  toDeathCase,
  toMinorCase,
  toMissingCase,
  toRepatriation,
  toTraffickingCase,
  toViolenceCase,
} from './bodies';
import type { NewCaseValues } from './values';
import { ViolenceFields } from './violence-fields';

export interface FieldsProps {
  form: NewCaseForm;
  posts: Post[];
  zone: string;
}

interface OwnForm {
  Fields: ComponentType<FieldsProps>;
  open: (
    values: NewCaseValues,
    key: string,
    zone: string,
  ) => Promise<{ id: string; reference: string }>;
  /** What opening brings, as a key of the catalogues. */
  opens:
    | 'opens'
    | 'death:open.opens'
    | 'minors:open.opens'
    | 'missing:open.opens'
    | 'repatriation:open.opens'
    | 'trafficking:open.opens'
    | 'violence:open.opens';
  /** What a victim or a child tells is left nowhere on this machine. */
  undrafted?: boolean;
}

const DetentionForm = (props: FieldsProps) => (
  <>
    <NoticeFields {...props} />
    <DetentionFields form={props.form} />
    <MoreFields form={props.form} />
  </>
);

/** Families with a form of their own; the others are asked what the catalogue says. */
export const OWN_FORMS: Readonly<Record<string, OwnForm>> = {
  detention: {
    Fields: DetentionForm,
    open: (values, key, zone) => logDetention(toBody(values, zone), key),
    opens: 'opens',
  },
  gender_violence: {
    Fields: ViolenceFields,
    open: (values, key) => openViolenceCase(toViolenceCase(values), key),
    opens: 'violence:open.opens',
    undrafted: true,
  },
  trafficking: {
    Fields: TraffickingFields,
    open: (values, key) => openTraffickingCase(toTraffickingCase(values), key),
    opens: 'trafficking:open.opens',
    undrafted: true,
  },
  minor: {
    Fields: MinorFields,
    open: (values, key) => openMinorCase(toMinorCase(values), key),
    opens: 'minors:open.opens',
    undrafted: true,
  },
  death: {
    Fields: DeathFields,
    open: (values, key) => openDeathCase(toDeathCase(values), key),
    opens: 'death:open.opens',
  },
  missing_person: {
    Fields: MissingFields,
    open: (values, key) => openMissingCase(toMissingCase(values), key),
    opens: 'missing:open.opens',
  },
  repatriation: {
    Fields: RepatriationFields,
    open: (values, key) => openRepatriation(toRepatriation(values), key),
    opens: 'repatriation:open.opens',
  },
};
