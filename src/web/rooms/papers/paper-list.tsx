import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pdfAddress, type PaperLine } from '../../api/papers';
import { useLabel } from '../../i18n/use-label';
import { Day, Instant } from '../../ui/instant';

const COLOR = { draft: 'tinta', issued: 'tinta', annulled: 'rojo', discarded: 'tinta' } as const;

/** Drafts and papers, newest first; each opens its own page, and an issued one its file. */
export function PaperList({ papers, zone }: { papers: PaperLine[]; zone: string }) {
  const { t } = useTranslation('papers');
  const label = useLabel();
  return (
    <Stack component="ul" gap="sm" className="plain-list">
      {papers.map((paper) => (
        <Group component="li" key={paper.id} justify="space-between" gap="xs" align="flex-start">
          <div>
            <Group gap="xs">
              <Anchor component={Link} to={`/papers/${paper.id}`} size="sm" fw={600}>
                {label('paper', paper.kind)}
              </Anchor>
              <Badge
                variant={paper.state === 'issued' ? 'filled' : 'outline'}
                color={COLOR[paper.state]}
                size="sm"
              >
                {label('paperState', paper.state)}
              </Badge>
              {paper.tier === 'restricted' && (
                <Badge variant="light" size="sm">
                  {t('restricted')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {[paper.number, paper.issuedBy ?? paper.createdBy].filter(Boolean).join(' · ')}
              {' · '}
              <Instant at={paper.issuedAt ?? paper.createdAt} zone={zone} inherit />
            </Text>
            {paper.periodFrom && paper.periodTo && (
              <Text size="xs" c="dimmed">
                <Day on={paper.periodFrom} /> – <Day on={paper.periodTo} />
              </Text>
            )}
            {paper.annulReason && (
              <Text size="xs">{t('annulledBecause', { reason: paper.annulReason })}</Text>
            )}
          </div>
          {paper.number && (
            <Anchor
              href={pdfAddress(paper.id)}
              target="_blank"
              rel="noreferrer"
              size="sm"
              aria-label={t('openFileNamed', { number: paper.number })}
            >
              {t('openFile')}
            </Anchor>
          )}
        </Group>
      ))}
    </Stack>
  );
}
