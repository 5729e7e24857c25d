import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DetentionPanel } from '../../api/types';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { Day, Instant } from '../../ui/instant';
import type { StartAct } from './acts';
import { TARGET_ACTS } from './target-acts';

interface ListProps {
  detention: DetentionPanel;
  zone: string;
  start: StartAct;
}

export function Hearings({ detention, zone, start }: ListProps) {
  const { t } = useTranslation('detention');
  const label = useLabel();
  const can = useCan();
  if (detention.hearings.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('hearings')}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {detention.hearings.map((hearing) => (
          <Group component="li" key={hearing.id} justify="space-between" gap="xs">
            <Text size="sm">
              <Instant at={hearing.at} zone={zone} inherit /> ·{' '}
              {[hearing.kind && label('hearingKind', hearing.kind), hearing.court]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {hearing.notes.length === 0 && can('case.edit') && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => start(TARGET_ACTS.hearingNote, hearing.id)}
              >
                {t('act.hearingNote')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  );
}

export function Notes({ detention, zone, start }: ListProps) {
  const { t } = useTranslation('detention');
  const can = useCan();
  if (detention.notesVerbales.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('notesVerbales')}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {detention.notesVerbales.map((note) => (
          <Group component="li" key={note.id} justify="space-between" gap="xs">
            <Text size="sm">
              {note.authority} · <Instant at={note.sentAt} zone={zone} inherit />
              {note.repliedAt && (
                <>
                  {` · ${t('replied')} `}
                  <Instant at={note.repliedAt} zone={zone} inherit />
                </>
              )}
            </Text>
            {!note.repliedAt && !note.explainedAt && can('contact.record') && (
              <Group gap="xs">
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => start(TARGET_ACTS.noteReply, note.id)}
                >
                  {t('act.noteReply')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => start(TARGET_ACTS.noteSilence, note.id)}
                >
                  {t('act.noteSilence')}
                </Button>
              </Group>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  );
}

export function Expulsions({ detention, zone, start }: ListProps) {
  const { t } = useTranslation('detention');
  const can = useCan();
  if (detention.expulsions.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('expulsions')}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {detention.expulsions.map((expulsion) => (
          <Group component="li" key={expulsion.id} justify="space-between" gap="xs">
            <Text size="sm">
              {expulsion.authority} · <Instant at={expulsion.notifiedAt} zone={zone} inherit />
              {expulsion.reviews.length > 0 && ` · ${t('reviewed')}`}
            </Text>
            {expulsion.reviews.length === 0 && can('case.edit') && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => start(TARGET_ACTS.expulsionReview, expulsion.id)}
              >
                {t('act.expulsionReview')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  );
}

/** Lawyers and interpreters at present, then those before them. */
export function Defence({ detention, start }: ListProps) {
  const { t } = useTranslation('detention');
  const label = useLabel();
  const can = useCan();
  const { representatives } = detention;
  if (representatives.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t('defence')}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list">
        {[...representatives]
          .sort((a, b) => Number(a.until !== null) - Number(b.until !== null))
          .map(({ id, name, role, provider, organisation, contact, since, until }) => (
            <Group component="li" key={id} justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" c={until ? 'dimmed' : undefined}>
                {[
                  name,
                  label('representativeRole', role),
                  label('representativeProvider', provider),
                  organisation,
                  contact,
                ]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                · {t('since')} <Day on={since} />
                {until && (
                  <>
                    {` ${t('until')} `}
                    <Day on={until} />
                  </>
                )}
              </Text>
              {!until && can('case.edit') && (
                <Button
                  size="compact-xs"
                  variant="default"
                  style={{ flexShrink: 0 }}
                  aria-label={t('endRepresentationOf', { name })}
                  onClick={() => start(TARGET_ACTS.representationEnd, id)}
                >
                  {t('act.representationEnd')}
                </Button>
              )}
            </Group>
          ))}
      </Stack>
    </div>
  );
}
