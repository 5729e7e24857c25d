import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CatalogueFamily } from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';
import { useLabel } from '../../i18n/use-label';

/** What a family asks and owes, to read. */
export function FamilySummary({ family }: { family: CatalogueFamily }) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  const label = useLabel();
  return (
    <Stack gap="md">
      <Part
        name={t('types')}
        lines={family.types.map((type) => [
          words(type.label),
          [label('tier', type.tier), type.retired && t('retired')],
        ])}
      />
      <Part
        name={t('fields')}
        lines={family.fields.map((field) => [
          words(field.label),
          [
            t(`kinds.${field.kind}`),
            field.required !== 'no' && t(`requireds.${field.required}`),
            field.tier === 'restricted' && t('restricted'),
          ],
        ])}
      />
      <Part
        name={t('checklist')}
        lines={family.checklist.map((item) => [
          words(item.label),
          [item.requiredToClose && t('requiredToClose')],
        ])}
      />
      <Part
        name={t('duties')}
        lines={family.duties.map((duty) => [
          words(duty.label),
          [
            `${duty.within.value} ${t(`units.${duty.within.unit}`)}`,
            duty.repeats && t('repeats'),
            duty.source,
          ],
        ])}
      />
    </Stack>
  );
}

type Line = [name: string, details: (string | false | undefined)[]];

function Part({ name, lines }: { name: string; lines: Line[] }) {
  const { t } = useTranslation('catalogue');
  return (
    <div>
      <Title order={3} size="h5">
        {name}
      </Title>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <List size="sm">
          {lines.map(([line, details]) => (
            <List.Item key={line}>
              {line}{' '}
              <Text size="xs" c="dimmed" span>
                {details.filter(Boolean).join(' · ')}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
