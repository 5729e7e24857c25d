import { NativeSelect } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { listDocuments } from '../api/documents';
import { useLabel } from '../i18n/use-label';

/** A file of a case, by its title. */
export function DocumentSelect({
  caseId,
  ...common
}: GetInputPropsReturnType & { caseId: string; label: string }) {
  const label = useLabel();
  const documents = useQuery({
    queryKey: ['documents', { caseId }],
    queryFn: () => listDocuments({ caseId }),
  });
  return (
    <NativeSelect
      {...common}
      data={[
        { value: '', label: label('choose', 'one') },
        ...(documents.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  );
}
