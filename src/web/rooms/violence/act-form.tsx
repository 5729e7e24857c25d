import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { actOnViolence } from '../../api/violence';
import { nowAt, todayAt } from '../../time/zoned';
import { FieldsDialog, type FormField } from '../../ui/fields-dialog';
import type { Known, ViolenceAct, ViolenceField } from './acts';

interface Props {
  act: ViolenceAct;
  file: CaseFile;
  zone: string;
  /** What is acted on inside the case. */
  target?: string;
  known?: Known;
  onClose: () => void;
}

/** Values of the names in the act's path: the case, and what is acted on inside it. */
const namesIn = ({ path }: ViolenceAct, id: string, target: string): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'id' ? id : target]),
  );

function fieldOf(field: ViolenceField, file: CaseFile, known: Known, zone: string): FormField {
  const { kind, initial, ...rest } = field;
  const begins = { now: nowAt(zone), today: todayAt(zone) } as Record<string, string>;
  const value = known[field.name] ?? (initial && (begins[initial] ?? initial));
  const form = { ...rest, ...(value ? { initial: value } : {}) };
  if (kind === 'staff') return { ...form, kind, postId: file.postId };
  if (kind !== 'part') return { ...form, kind };
  const parts = file.people.filter(({ until, role }) => !until && role !== 'beneficiary');
  const choices = parts.map(({ personId, fullName }) => ({ value: personId, label: fullName }));
  return { ...form, kind: 'select', choices };
}

/** The form of any act, from its fields. */
export function ActForm({ act, file, zone, target = '', known = {}, onClose }: Props) {
  const { t } = useTranslation('violence');
  return (
    <FieldsDialog
      catalogue="violence"
      name={act.name}
      done={t('done')}
      zone={zone}
      fields={act.fields.map((field) => fieldOf(field, file, known, zone))}
      send={(values, key) =>
        actOnViolence(
          act.path,
          { ...values, ...act.fixed?.(target) },
          { key, at: namesIn(act, file.id, target) },
        )
      }
      onClose={onClose}
    />
  );
}
