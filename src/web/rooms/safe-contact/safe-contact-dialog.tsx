import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { arrangeSafeContact, type SafeContact } from '../../api/safe-contact';
import type { CaseFile } from '../../api/types';
import { FormDialog } from '../../ui/form-dialog';
import { SafeContactFields } from './safe-contact-fields';
import { emptySafeContact, fieldsOf, pathsOf, typedOf, type SafeContactValues } from './values';

interface Props {
  file: CaseFile;
  personId: string;
  fullName: string;
  /** What holds now. */
  current?: SafeContact;
  onClose: () => void;
}

/** Arranges safe contact, or changes it: the version before stays. */
export function SafeContactDialog({ file, personId, fullName, current, onClose }: Props) {
  const { t } = useTranslation('safe-contact');
  const form = useForm<SafeContactValues>({
    initialValues: current ? typedOf(current) : emptySafeContact(file.timeZone),
  });
  // refusals of a line in a list find it by its whole path, beside the fields of the form
  const placed = { ...form, values: { ...pathsOf(form.values), ...form.values } };
  return (
    <FormDialog
      title={t('arrangeFor', { name: fullName })}
      size="lg"
      form={placed}
      done={t('saved')}
      send={(values, sending) =>
        arrangeSafeContact(
          file.id,
          { ...fieldsOf(values), personId, basedOn: current?.version ?? 0 },
          sending,
        )
      }
      onClose={onClose}
    >
      <SafeContactFields
        values={form.values}
        onChange={(change) => form.setValues(change)}
        errorOf={(path) => form.errors[path]}
      />
    </FormDialog>
  );
}
