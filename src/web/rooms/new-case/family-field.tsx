import { Alert, NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';
import { Fields } from '../../ui/fieldset';
import type { NewCaseForm } from './new-case-room';
import { OWN_FORMS } from './own-forms';

interface Props {
  form: NewCaseForm;
  catalogue: Catalogue;
}

/** The family first: it decides which form follows. Detention is where most calls are about. */
export function FamilyField({ form, catalogue }: Props) {
  const { t } = useTranslation(['new-case', 'violence']);
  const words = useWords();
  const { family } = form.values;
  const opening = (code: string) =>
    catalogue.openings.find((candidate) => candidate.family === code)?.opening;
  const families = catalogue.content.families.filter(
    ({ code }) => code in OWN_FORMS || opening(code) === 'fields',
  );
  const chosen = families.find(({ code }) => code === family);
  const types = chosen?.types.filter(({ retired }) => !retired) ?? [];
  const tier = types.find(({ code }) => code === form.values.caseType)?.tier;
  const choose = (code: string) => {
    const first = families.find((candidate) => candidate.code === code)?.types[0]?.code ?? '';
    form.setValues({ family: code, caseType: first, answers: {}, safeContact: null });
    form.clearErrors();
  };
  return (
    <Fields legend={t('what')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('family')}
          data={families.map(({ code, label }) => ({ value: code, label: words(label) }))}
          value={family}
          onChange={(event) => choose(event.currentTarget.value)}
          error={form.errors.family}
        />
        {family !== 'detention' && (
          <NativeSelect
            label={t('type')}
            data={types.map(({ code, label }) => ({ value: code, label: words(label) }))}
            {...form.getInputProps('caseType')}
          />
        )}
      </SimpleGrid>
      {tier === 'restricted' && <Alert variant="light">{t('restrictedType')}</Alert>}
      {tier === 'sealed' && <Alert variant="light">{t('violence:open.sealed')}</Alert>}
    </Fields>
  );
}
