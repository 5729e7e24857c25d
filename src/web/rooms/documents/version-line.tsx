import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, type DocumentVersion } from '../../api/documents';
import { Instant } from '../../ui/instant';
import { useTellProblem } from '../../ui/problem';
import { PreviewDialog } from './preview-dialog';
import { ScanBadge } from './scan-badge';
import { formatSize } from './sizes';

interface Props {
  version: DocumentVersion;
  title: string;
  zone: string;
  /** Whether the state is not said elsewhere. */
  badge?: boolean;
}

/** One version of a document: whose it is, and the ways to open it, or why there are none. */
export function VersionLine({ version, title, zone, badge = false }: Props) {
  const { t, i18n } = useTranslation('documents');
  const tellProblem = useTellProblem();
  const [shown, setShown] = useState(false);
  const names = { title, n: version.number };
  return (
    <Stack gap={6} mt={6}>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('version', { n: version.number })} · {version.fileName} ·{' '}
        {formatSize(version.size, i18n.language)}
        {version.uploadedBy && ` · ${version.uploadedBy}`} ·{' '}
        <Instant at={version.recordedAt} zone={zone} />
      </Text>
      {badge && (
        <Group>
          <ScanBadge scan={version.scan} />
        </Group>
      )}
      {version.withheld ? (
        <Text size="sm">{t(`withheld.${version.withheld}`)}</Text>
      ) : (
        <Group gap="xs">
          {version.preview && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconEye size={16} aria-hidden />}
              aria-label={t('viewNamed', names)}
              onClick={() => setShown(true)}
            >
              {t('view')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={t('downloadNamed', names)}
            onClick={() => void download(version.id).catch(tellProblem)}
          >
            {t('download')}
          </Button>
        </Group>
      )}
      {shown && version.preview && (
        <PreviewDialog
          versionId={version.id}
          kind={version.preview}
          title={title}
          onClose={() => setShown(false)}
        />
      )}
    </Stack>
  );
}
