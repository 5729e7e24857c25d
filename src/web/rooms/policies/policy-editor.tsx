import { useTranslation } from 'react-i18next';
import { previewPolicy, savePolicy } from '../../api/oversight';
import type { PolicyContent } from '../../api/types';
import { VersionEditor, type VersionForm } from '../../ui/version-editor';
import { DurationFields } from './duration-fields';
import { EscalationFields } from './escalation-fields';
import { PolicyPreviewTable } from './policy-preview-table';
import { VisitFields } from './visit-fields';
import { HEADQUARTERS_ZONE } from './zone';

export type PolicyForm = VersionForm<PolicyContent>;

/** A new version from the newest: its numbers, what it would move, from when, and why. */
export function PolicyEditor({ base, onClose }: { base: PolicyContent; onClose: () => void }) {
  const { t } = useTranslation('policies');
  return (
    <VersionEditor
      base={base}
      zone={HEADQUARTERS_ZONE}
      preview={previewPolicy}
      publish={savePolicy}
      words={{
        legend: t('inForceFrom'),
        reasonHint: t('reasonHint'),
        publish: t('save'),
        published: t('saved'),
      }}
      onClose={onClose}
      fields={(form) => (
        <>
          <DurationFields form={form} />
          <VisitFields form={form} />
          <EscalationFields form={form} />
        </>
      )}
      outlook={(preview) => <PolicyPreviewTable preview={preview} />}
    />
  );
}
