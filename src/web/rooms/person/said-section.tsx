import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { assessmentsOfPerson, consentsOfPerson } from '../../api/sharing';
import { useLabel } from '../../i18n/use-label';
import { readerZone } from '../../time/format';
import { Instant } from '../../ui/instant';
import { Failure, Loading } from '../../ui/states';
import { Section } from './section';

/** What the person said about sharing their data, in every case and by whichever record. */
export function ConsentsSection({ id }: { id: string }) {
  const { t } = useTranslation('person');
  const label = useLabel();
  const found = useQuery({ queryKey: ['consents-of', id], queryFn: () => consentsOfPerson(id) });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} />;
  return (
    <Section name="consents" empty={found.data.items.length === 0}>
      <Stack component="ul" gap="xs" className="plain-list">
        {found.data.items.map((consent) => (
          <Entry
            key={consent.id}
            title={label('purpose', consent.purpose)}
            state={label('consentState', consent.state)}
            entry={{ ...consent, at: consent.givenAt, by: consent.recordedBy }}
          >
            {`${label('recipientKind', consent.recipientKind)}: ${consent.recipientName ?? t('anyRecipient')}`}
          </Entry>
        ))}
      </Stack>
    </Section>
  );
}

/** How the person's situation was assessed; none for whoever may not read restricted parts. */
export function AssessmentsSection({ id }: { id: string }) {
  const label = useLabel();
  const found = useQuery({
    queryKey: ['assessments-of', id],
    queryFn: () => assessmentsOfPerson(id),
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failure error={found.error} />;
  return (
    <Section name="assessments" empty={found.data.items.length === 0}>
      <Stack component="ul" gap="xs" className="plain-list">
        {found.data.items.map((assessment) => (
          <Entry
            key={assessment.id}
            title={label('needConclusion', assessment.conclusion)}
            state={label('assessmentState', assessment.state)}
            entry={{ ...assessment, at: assessment.occurredAt, by: assessment.signedBy }}
          >
            {assessment.factors.map((factor) => label('vulnerability', factor)).join(', ')}
          </Entry>
        ))}
      </Stack>
    </Section>
  );
}

interface EntryProps {
  title: string;
  state: string;
  entry: { caseId: string; caseReference: string; at: string; by: string | null };
  children: ReactNode;
}

function Entry({ title, state, entry, children }: EntryProps) {
  return (
    <li>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Badge size="xs" variant="light">
          {state}
        </Badge>
        <Anchor component={Link} to={`/cases/${entry.caseId}`} size="sm">
          {entry.caseReference}
        </Anchor>
      </Group>
      <Text size="sm">{children}</Text>
      <Text size="xs" c="dimmed">
        <Instant at={entry.at} zone={readerZone()} inherit />
        {entry.by && ` · ${entry.by}`}
      </Text>
    </li>
  );
}
