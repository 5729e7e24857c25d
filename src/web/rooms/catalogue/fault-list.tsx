import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CatalogueContent, CataloguePreview, Label } from '../../api/catalogue';
import { useWords } from '../../catalogue/use-catalogue';

interface Props {
  faults: CataloguePreview['faults'];
  content: CatalogueContent;
}

const LISTS = ['types', 'fields', 'checklist', 'duties'] as const;

/** What is wrong, in words, by the code of a fault. */
export function useFaultText(): (code: string) => string {
  const { t, i18n } = useTranslation('catalogue');
  return (code) =>
    i18n.exists(`catalogue:fault.${code}`) ? t(`fault.${code}` as 'fault.other') : t('fault.other');
}

/** What refuses the version: where it is, in the names of the catalogue, and what is wrong with it. */
export function FaultList({ faults, content }: Props) {
  const { t } = useTranslation('catalogue');
  const words = useWords();
  const said = useFaultText();
  if (faults.length === 0) return null;
  const nameOf = (part: { code: string; label: Label } | undefined, fallback = '') =>
    part ? words(part.label) || part.code || t('unnamed') : fallback;
  const placeOf = (path: string): string => {
    const [root, at = '', list, item = '', ...rest] = path.split('.');
    if (root === 'actions')
      return [t('actionsOfAll'), nameOf(content.actions[Number(at)], at)].join(' › ');
    const family = content.families[Number(at)];
    const known = LISTS.find((name) => name === list);
    const parts: readonly { code: string; label: Label }[] = (known && family?.[known]) ?? [];
    const member = known ? rest : [list, item, ...rest];
    return [
      nameOf(family, at),
      known && t(known),
      known && nameOf(parts[Number(item)], item),
      member[0] === 'label' && t(member[1] === 'en' ? 'nameEn' : 'nameEs'),
      member[0] === 'code' && t('code'),
      member[0] === 'source' && t('source'),
      (member[0] === 'showIf' || member[0] === 'when') && t('showIf'),
    ]
      .filter(Boolean)
      .join(' › ');
  };
  return (
    <Alert color="rojo" variant="light" title={t('faults')} role="alert">
      <List size="sm">
        {faults.map(({ path, code }) => (
          <List.Item key={`${path} ${code}`}>{`${placeOf(path)}: ${said(code)}`}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
