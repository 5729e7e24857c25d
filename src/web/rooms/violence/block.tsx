import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../../ui/part';

export { Line } from '../../ui/part';

interface Props {
  name:
    'risk' | 'plan' | 'incidents' | 'measures' | 'children' | 'services' | 'return' | 'outcomes';
  /** What its button does; absent where the reader may not. */
  add?: { label: string; run: () => void };
  empty: boolean;
  children: ReactNode;
}

/** A part of the panel under its name, with the act that adds to it. */
export function Block({ name, ...rest }: Props) {
  const { t } = useTranslation('violence');
  return <Part title={t(`section.${name}`)} none={t(`none.${name}`)} {...rest} />;
}
