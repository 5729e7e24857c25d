import { useTranslation } from 'react-i18next';
import { post } from '../../api/client';
import type { Aid } from '../../api/aid';
import { FieldsDialog } from '../../ui/fields-dialog';
import { formOf, type AidStep } from './acts';

interface Props {
  aid: Aid;
  step: AidStep;
  onClose: () => void;
}

/** The form of one step; one without fields only asks to be confirmed. */
export function StepDialog({ aid, step, onClose }: Props) {
  const { t, i18n } = useTranslation('aid');
  const { path, fields, body } = formOf(step, aid);
  return (
    <FieldsDialog
      catalogue="aid"
      name={step}
      done={t('done')}
      fields={fields}
      {...(i18n.exists(`about.${step}`, { ns: 'aid' })
        ? { about: t(`about.${step}` as never) as string }
        : {})}
      action={t(`act.${step}`)}
      // the steps are data, so their bodies are checked by the API and not by the compiler
      send={(typed, key) =>
        post(path, (body?.(typed) ?? typed) as never, { key, at: { id: aid.id } })
      }
      onClose={onClose}
    />
  );
}
