import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';
import type { CatalogueForm } from './catalogue-editor';

interface Coded {
  code: string;
  label: Label;
}

export const NO_LABEL: Label = { es: '', en: '' };
/** An option, an action, or whatever else has a code and a name alone. */
export const NEW_OPTION = { code: '', label: NO_LABEL, retired: false };

interface Props<Part extends Coded> {
  form: CatalogueForm;
  /** Path of the list. */
  path: string;
  parts: readonly Part[];
  /** What a new one starts with. */
  fresh: Coded;
  addName: string;
  /** What tells one from another while they are closed. */
  aside?: (part: Part) => ReactNode;
  /** Code and names are there already; the rest of the part that is open. */
  children: (part: Part, path: string, at: number) => ReactNode;
}

/** Coded parts in their order: one is open at a time, any can be moved or removed, one can be added. */
export function PartList<Part extends Coded>(props: Props<Part>) {
  const { form, path, parts, fresh, addName, aside, children } = props;
  const { t } = useTranslation('catalogue');
  const [open, setOpen] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    form.reorderListItem(path, { from, to });
    setOpen((at) => (at === from ? to : at === to ? from : at));
  };
  return (
    <Stack gap="xs" style={{ gridColumn: '1 / -1' }}>
      {parts.map((part, i) => (
        <Paper key={i} withBorder p="xs">
          <PartHead
            part={part}
            aside={aside?.(part)}
            faulty={Object.keys(form.errors).some((at) => at.startsWith(`${path}.${i}.`))}
            open={open === i}
            onToggle={() => setOpen(open === i ? null : i)}
            onUp={i > 0 ? () => move(i, i - 1) : undefined}
            onDown={i < parts.length - 1 ? () => move(i, i + 1) : undefined}
            onRemove={() => {
              form.removeListItem(path, i);
              setOpen(null);
            }}
          >
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" style={{ alignItems: 'start' }}>
              <TextInput
                label={t('code')}
                description={t('codeHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps(`${path}.${i}.code`)}
              />
              <Names form={form} path={`${path}.${i}`} />
              {children(part, `${path}.${i}`, i)}
            </SimpleGrid>
          </PartHead>
        </Paper>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            form.insertListItem(path, structuredClone(fresh));
            setOpen(parts.length);
          }}
        >
          {addName}
        </Button>
      </Group>
    </Stack>
  );
}

interface HeadProps {
  part: Coded;
  aside: ReactNode;
  /** Something in it refuses the version. */
  faulty: boolean;
  open: boolean;
  onToggle: () => void;
  onUp?: () => void;
  onDown?: () => void;
  onRemove: () => void;
  children: ReactNode;
}

function PartHead({ part, aside, faulty, open, onToggle, children, ...acts }: HeadProps) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  const name = words(part.label) || part.code || t('unnamed');
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const act = (label: string, icon: ReactNode, onClick: (() => void) | undefined) => (
    <ActionIcon variant="subtle" aria-label={label} disabled={!onClick} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
  return (
    <Stack gap="sm" role="group" aria-label={name}>
      <Group wrap="nowrap" gap={2} justify="space-between">
        <UnstyledButton
          onClick={onToggle}
          aria-expanded={open}
          style={{ flexGrow: 1, minWidth: 0 }}
        >
          <Group gap="xs" wrap="nowrap">
            <Chevron size={16} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            {faulty && <Badge color="rojo">{t('faulty')}</Badge>}
            {aside && (
              <Text size="xs" c="dimmed" visibleFrom="sm">
                {aside}
              </Text>
            )}
          </Group>
        </UnstyledButton>
        {act(t('upNamed', { name }), <IconArrowUp size={16} aria-hidden />, acts.onUp)}
        {act(t('downNamed', { name }), <IconArrowDown size={16} aria-hidden />, acts.onDown)}
        {act(t('removeNamed', { name }), <IconTrash size={16} aria-hidden />, acts.onRemove)}
      </Group>
      {open && children}
    </Stack>
  );
}

/** How it reads in both languages. */
export function Names({ form, path }: { form: CatalogueForm; path: string }) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <TextInput label={t('nameEs')} {...form.getInputProps(`${path}.label.es`)} />
      <TextInput label={t('nameEn')} {...form.getInputProps(`${path}.label.en`)} />
    </>
  );
}
