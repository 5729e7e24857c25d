import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { CaseFile } from '../api/types';
import { nowAt, todayAt } from '../time/zoned';
import type { Doing, FamilyAct, FamilyCatalogue, FamilyField, Known } from './family-act';
import { FieldsDialog, type FieldValue, type FormField } from './fields-dialog';

interface Props extends Doing {
  catalogue: FamilyCatalogue;
  file: CaseFile;
  zone: string;
  onClose: () => void;
}

/** Values of the names in the act's path: the case, and what is acted on inside it. */
const namesIn = ({ path }: FamilyAct, id: string, target: string): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'id' ? id : target]),
  );

function fieldOf(field: FamilyField, file: CaseFile, known: Known, zone: string): FormField {
  const { kind, initial, roles, ...rest } = field;
  const begins: Record<string, string> = {
    now: nowAt(zone),
    today: todayAt(zone),
    country: file.country,
  };
  const value = known[field.name] ?? (initial && (begins[initial] ?? initial));
  const form = { ...rest, ...(value ? { initial: value } : {}) };
  if (kind === 'staff') return { ...form, kind, postId: file.postId };
  if (kind === 'document') return { ...form, kind, caseId: file.id };
  if (kind === 'yesNo') return { ...form, kind: 'select', options: ['yesNo', ['true', 'false']] };
  if (kind !== 'part') return { ...form, kind };
  const takes = (role: string) => (roles ? roles.includes(role) : role !== 'beneficiary');
  const parts = new Map(
    file.people
      .filter(({ until, role }) => !until && takes(role))
      .map(({ personId, fullName }) => [personId, fullName]),
  );
  const choices = [...parts].map(([personId, label]) => ({ value: personId, label }));
  return { ...form, kind: 'select', choices };
}

const FLAGS: Record<string, boolean> = { true: true, false: false };

/** What was chosen of yes and no, as the API takes it. */
const withFlags = ({ fields }: FamilyAct, values: Record<string, FieldValue>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isFlag = fields.some((field) => field.name === name && field.kind === 'yesNo');
      return [name, isFlag ? FLAGS[String(value)]! : value];
    }),
  );

function bodyOf(act: FamilyAct, values: Record<string, FieldValue>, target: string) {
  const typed = withFlags(act, values);
  return { ...act.unless, ...(act.body?.(typed) ?? typed), ...act.fixed?.(target) };
}

/** The form of any act of a family, from its fields. */
export function FamilyActForm(props: Props) {
  const { catalogue, act, file, zone, target = '', known = {}, version, onClose } = props;
  const { t } = useTranslation(catalogue);
  return (
    <FieldsDialog
      catalogue={catalogue}
      name={act.name}
      done={t('done')}
      zone={zone}
      fields={act.fields.map((field) => fieldOf(field, file, known, zone))}
      // the acts are data, so their bodies are checked by the API and not by the compiler
      send={(values, key) =>
        post(act.path, bodyOf(act, values, target) as never, {
          key,
          at: namesIn(act, file.id, target),
          ...(version === undefined ? {} : { version }),
        })
      }
      onClose={onClose}
    />
  );
}
