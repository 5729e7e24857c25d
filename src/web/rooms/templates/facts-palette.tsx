import { Accordion, Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TemplateField, VariableGroup } from '../../api/papers';

interface Props {
  groups: VariableGroup[];
  fields: TemplateField[];
  onInsert: (words: string) => void;
}

/** What a list writes when it is chosen: a section around its rows. */
const sectionOf = (name: string, items: string[]): string =>
  `{{#${name}}}\n- ${items.map((item) => `{{${item}}}`).join(': ')}\n{{/${name}}}\n`;

/** The facts and fields that the words may name; pressing one writes it where the cursor is. */
export function FactsPalette({ groups, fields, onInsert }: Props) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'es';
  return (
    <Accordion variant="separated" multiple={false}>
      <Accordion.Item value="field">
        <Accordion.Control>{t('fields')}</Accordion.Control>
        <Accordion.Panel>
          <Group gap={6}>
            {fields.map(({ code, label }, index) => (
              <Fact key={index} label={label} onClick={() => onInsert(`{{field.${code}}}`)} />
            ))}
          </Group>
        </Accordion.Panel>
      </Accordion.Item>
      {groups.map((group) => (
        <Accordion.Item key={group.name} value={group.name}>
          <Accordion.Control>{group.label[language]}</Accordion.Control>
          <Accordion.Panel>
            <Group gap={6}>
              {Object.entries(group.variables).map(([name, variable]) => {
                const path = `${group.name}.${name}`;
                const words =
                  variable.kind === 'list'
                    ? sectionOf(path, Object.keys(variable.items ?? {}))
                    : `{{${path}}}`;
                return (
                  <Fact
                    key={name}
                    label={variable.label[language]}
                    restricted={variable.restricted}
                    onClick={() => onInsert(words)}
                  />
                );
              })}
            </Group>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Fact({
  label,
  restricted,
  onClick,
}: {
  label: string;
  restricted?: boolean;
  onClick: () => void;
}) {
  const { t } = useTranslation('templates');
  return (
    <Button size="compact-sm" variant="default" onClick={onClick}>
      <Text span size="xs">
        {label}
      </Text>
      {restricted && (
        <Badge size="xs" variant="light" ml={6}>
          {t('restricted')}
        </Badge>
      )}
    </Button>
  );
}
