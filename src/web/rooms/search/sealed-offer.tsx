import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { looksSealed } from '../../api/break-glass';
import { useCan } from '../../app/session';

interface Props {
  typed: string;
  onFollow?: () => void;
}

/**
 * The way in for whoever was told of a sealed case: under a search without result, by the form of
 * what was typed alone, so that it tells nothing of whether there is such a case.
 */
export function SealedOffer({ typed, onFollow }: Props) {
  const { t } = useTranslation('search');
  const can = useCan();
  if (!can('glass.break') || !looksSealed(typed)) return null;
  return (
    <Stack align="center" gap="xs" px="md" pb="lg">
      <Text fw={600} size="sm" ta="center">
        {t('sealed.offer')}
      </Text>
      <Text size="sm" c="dimmed" ta="center" maw={420}>
        {t('sealed.offerDetail')}
      </Text>
      <Button
        variant="default"
        component={Link}
        to="/break-glass"
        state={{ reference: typed }}
        onClick={onFollow}
      >
        {t('sealed.ask')}
      </Button>
    </Stack>
  );
}
