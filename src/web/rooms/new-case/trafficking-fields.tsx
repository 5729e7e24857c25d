import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INDICATORS } from '../../api/trafficking';
import type { Post } from '../../api/types';
import { useOptions } from '../../i18n/use-label';
import type { NewCaseForm } from './new-case-room';
import { ViolenceFields } from './violence-fields';

interface Props {
  form: NewCaseForm;
  posts: Post[];
  zone: string;
}

/** A case of trafficking: the signs, how to reach the person without harm, and the story, told once. */
export function TraffickingFields(props: Props) {
  const { t } = useTranslation('trafficking');
  const options = useOptions();
  return (
    <>
      <Checkbox.Group label={t('open.indicators')} {...props.form.getInputProps('indicators')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {options('indicator', INDICATORS).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <ViolenceFields {...props} />
    </>
  );
}
