import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PathWith, post, type Sending } from '../../api/client';
import { listDocuments } from '../../api/documents';
import type { CaseFile } from '../../api/types';
import { nowAt, todayAt } from '../../time/zoned';
import { FieldsDialog, type FieldValue, type FormField } from '../../ui/fields-dialog';
import { useCountries } from '../../ui/use-countries';
import type { Doing, FamilyAct, FamilyCatalogue, FamilyField, Known } from './acts';

interface Props extends Doing {
  catalogue: FamilyCatalogue;
  file: CaseFile;
  zone: string;
  onClose: () => void;
}

type Choices = { value: string; label: string }[];

/** Values of the names in the act's path: the case, and what is acted on inside it. */
const namesIn = ({ path }: FamilyAct, id: string, target: string): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'id' ? id : target]),
  );

/** The acts are data, so their bodies are checked by the API and not by the compiler. */
const send = (path: PathWith<'post'>, body: object, sending: Sending) =>
  post(path, body as never, sending) as Promise<unknown>;

const FLAGS: Record<string, boolean> = { true: true, false: false };

/** What was chosen of yes and no, as the API takes it. */
const bodyOf = (fields: readonly FamilyField[], values: Record<string, FieldValue>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isFlag = fields.some((field) => field.name === name && field.kind === 'yesNo');
      return [name, isFlag ? FLAGS[String(value)] : value];
    }),
  );

/** The files of the case, for acts that name one. */
function useFiles(caseId: string, wanted: boolean): Choices {
  const files = useQuery({
    queryKey: ['documents', caseId],
    queryFn: () => listDocuments({ caseId }),
    enabled: wanted,
  });
  return (files.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
}

function fieldOf(field: FamilyField, known: Known, zone: string, choices: Choices): FormField {
  const { kind, initial, ...rest } = field;
  const begins = { now: nowAt(zone), today: todayAt(zone) } as Record<string, string>;
  const value = known[field.name] ?? (initial && (begins[initial] ?? initial));
  const form = { ...rest, ...(value ? { initial: value } : {}) };
  if (kind === 'yesNo' || kind === 'part' || kind === 'country' || kind === 'file') {
    return { ...form, kind: 'select', choices };
  }
  return { ...form, kind };
}

/** The form of any act, from its fields. */
export function FamilyActForm(props: Props) {
  const { catalogue, act, file, zone, target = '', known = {}, onClose } = props;
  const { t } = useTranslation([catalogue, 'common']);
  const countries = useCountries();
  const files = useFiles(
    file.id,
    act.fields.some(({ kind }) => kind === 'file'),
  );
  const parts = file.people
    .filter(({ until, role }) => !until && role !== 'beneficiary')
    .map(({ personId, fullName }) => ({ value: personId, label: fullName }));
  const choicesOf: Partial<Record<FamilyField['kind'], Choices>> = {
    part: parts,
    country: countries,
    file: files,
    yesNo: [
      { value: 'true', label: t('yes' as never) },
      { value: 'false', label: t('no' as never) },
    ],
  };
  return (
    <FieldsDialog
      catalogue={catalogue}
      name={act.name}
      done={t('done' as never)}
      zone={zone}
      fields={act.fields.map((field) => fieldOf(field, known, zone, choicesOf[field.kind] ?? []))}
      send={(values, key) =>
        send(
          act.path,
          { ...bodyOf(act.fields, values), ...act.fixed?.(target) },
          { key, at: namesIn(act, file.id, target) },
        )
      }
      onClose={onClose}
    />
  );
}
