import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  note: {
    situation: string;
    pending: string | null;
    risks: string | null;
    peopleToCall: string | null;
  };
}

/** A hand-over note, part by part; what was left empty is not shown. */
export function HandOverText({ note }: Props) {
  const { t } = useTranslation('cooperation');
  const parts = ['situation', 'pending', 'risks', 'peopleToCall'] as const;
  return (
    <Stack gap={4}>
      {parts
        .filter((part) => note[part])
        .map((part) => (
          <Text key={part} size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            <Text span fw={600} inherit>
              {t(`field.${part}`)}
            </Text>
            {': '}
            {note[part]}
          </Text>
        ))}
    </Stack>
  );
}
