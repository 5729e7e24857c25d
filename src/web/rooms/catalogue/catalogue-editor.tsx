import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CatalogueContent, previewCatalogue, publishCatalogue } from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';
import { VersionEditor, type VersionForm } from '../../ui/version-editor';
import { HEADQUARTERS_ZONE } from '../policies/zone';
import { ActionsEditor } from './actions-editor';
import { FamilyEditor } from './family-editor';
import { FaultList, useFaultText } from './fault-list';
import { PreviewTable } from './preview-table';

export type CatalogueForm = VersionForm<CatalogueContent>;

interface Props {
  base: CatalogueContent;
  /** The version from which the edit starts. */
  basedOn: number;
  /** Families that the catalogue serves whole. */
  served: readonly string[];
  onClose: () => void;
}

/** A new version from the newest: one family at a time, what it would change, from when, and why. */
export function CatalogueEditor({ base, basedOn, served, onClose }: Props) {
  const { t } = useTranslation('catalogue');
  const said = useFaultText();
  return (
    <VersionEditor
      base={base}
      zone={HEADQUARTERS_ZONE}
      preview={previewCatalogue}
      publish={(edit, key) => publishCatalogue({ ...edit, basedOn }, key)}
      words={{ legend: t('publishing'), publish: t('publish'), published: t('published') }}
      onClose={onClose}
      fields={(form) => <ContentEditor form={form} served={served} />}
      refusals={({ faults }) =>
        Object.fromEntries(faults.map(({ path, code }) => [path, said(code)]))
      }
      outlook={(preview, form) => (
        <>
          <FaultList faults={preview.faults} content={form.values.content} />
          <PreviewTable preview={preview} />
        </>
      )}
    />
  );
}

/** What is edited beside the families: it belongs to all of them. */
const ACTIONS = 'actions';

function ContentEditor({ form, served }: { form: CatalogueForm; served: readonly string[] }) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  const [part, setPart] = useState('0');
  const { families } = form.values.content;
  return (
    <>
      <NativeSelect
        label={t('family')}
        maw={420}
        data={[
          ...families.map(({ label }, i) => ({ value: String(i), label: words(label) })),
          { value: ACTIONS, label: t('actionsOfAll') },
        ]}
        value={part}
        onChange={(event) => setPart(event.currentTarget.value)}
      />
      {part === ACTIONS ? (
        <ActionsEditor form={form} />
      ) : (
        <FamilyEditor
          key={part}
          form={form}
          at={Number(part)}
          served={served.includes(families[Number(part)]?.code ?? '')}
        />
      )}
    </>
  );
}
