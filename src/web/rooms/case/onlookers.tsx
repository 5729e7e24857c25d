import { Avatar, Group, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveCase, lookAtCase } from '../../api/cases';

/** How often an open page says that it is looked at; the API forgets it after two silences. */
const EVERY = 20_000;
const MOST_SHOWN = 4;

const initialsOf = (name: string): string =>
  name
    .split(/[\s.]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0]!.toUpperCase())
    .join('');

/** Who else has this case open now, so that nobody edits it against a colleague unawares. */
export function Onlookers({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const presence = useQuery({
    queryKey: ['presence', caseId],
    queryFn: () => lookAtCase(caseId),
    refetchInterval: EVERY,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    const leave = () => void leaveCase(caseId).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [caseId]);
  const others = presence.data?.items ?? [];
  const names = others.map(({ displayName }) => displayName).join(', ');
  return (
    <div aria-live="polite">
      {others.length > 0 && (
        <Group gap={6}>
          <Avatar.Group aria-hidden>
            {others.slice(0, MOST_SHOWN).map(({ accountId, displayName }) => (
              <Tooltip key={accountId} label={displayName}>
                <Avatar size={26} color="tinta" variant="filled">
                  {initialsOf(displayName)}
                </Avatar>
              </Tooltip>
            ))}
          </Avatar.Group>
          <Text size="xs" c="dimmed">
            {t('onlookers', { names })}
          </Text>
        </Group>
      )}
    </div>
  );
}
