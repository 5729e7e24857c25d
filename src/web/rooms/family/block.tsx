import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import type { FamilyAct, FamilyCatalogue, Known, StartFamilyAct } from './acts';

interface Common {
  catalogue: FamilyCatalogue;
  editable: boolean;
  start: StartFamilyAct;
}

interface Props extends Common {
  /** Its title is `section.<name>` of the catalogue, what is said of none `none.<name>`. */
  name: string;
  /** What adds to it. */
  acts?: readonly FamilyAct[];
  /** Further buttons. */
  more?: ReactNode;
  empty?: boolean;
  children?: ReactNode;
}

/** A part of the panel under its name, with the acts that add to it. */
export function Block({ catalogue, editable, start, name, acts = [], more, ...rest }: Props) {
  const { t } = useTranslation(catalogue);
  const can = useCan();
  const offered = acts.filter(({ permission }) => editable && (!permission || can(permission)));
  const { empty, children } = rest;
  return (
    <div>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={3}>{t(`section.${name}` as never)}</Title>
        <Group gap="xs">
          {offered.map((act) => (
            <Button key={act.name} size="xs" variant="default" onClick={() => start(act)}>
              {t(`act.${act.name}` as never)}
            </Button>
          ))}
          {more}
        </Group>
      </Group>
      {empty ? (
        <Text size="sm" c="dimmed">
          {t(`none.${name}` as never)}
        </Text>
      ) : (
        <Stack component="ul" gap="sm" className="plain-list" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Stack>
      )}
    </div>
  );
}

interface LineProps {
  title: string;
  /** What is known beside it, in one line. */
  facts?: readonly (string | null | undefined | false)[];
  text?: string | null;
  faded?: boolean;
  children?: ReactNode;
}

/** One entry of a block. */
export function Line({ title, facts = [], text, faded, children }: LineProps) {
  const known = facts.filter(Boolean).join(' · ');
  return (
    <li>
      <Text size="sm" fw={600} c={faded ? 'dimmed' : undefined}>
        {title}
      </Text>
      {known && (
        <Text size="sm" c="dimmed">
          {known}
        </Text>
      )}
      {text && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
      )}
      {children && (
        <Group gap="xs" mt={4}>
          {children}
        </Group>
      )}
    </li>
  );
}

interface LineActProps extends Common {
  act: FamilyAct;
  target: string;
  /** What it acts on, for whoever hears the button without seeing its line. */
  name: string;
  known?: Known;
}

/** What may be done with one entry. */
export function LineAct({ catalogue, editable, start, act, target, name, known }: LineActProps) {
  const { t } = useTranslation(catalogue);
  const can = useCan();
  if (!editable || (act.permission && !can(act.permission))) return null;
  const says = String(t(`act.${act.name}` as never));
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${says}: ${name}`}
      onClick={() => start(act, target, known)}
    >
      {says}
    </Button>
  );
}
