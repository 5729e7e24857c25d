import { type ReactNode, useState } from 'react';
import type { CaseFile } from '../api/types';
import type { Doing, FamilyCatalogue, StartFamilyAct } from './family-act';
import { FamilyActForm } from './family-act-form';

/** Starts the acts of a family's panel; `form` is that of the act under way. */
export function useFamilyAct<Name extends string = string>(
  catalogue: FamilyCatalogue,
  file: CaseFile,
  zone: string,
): { start: StartFamilyAct<Name>; form: ReactNode } {
  const [doing, setDoing] = useState<Doing<Name> | null>(null);
  const start: StartFamilyAct<Name> = (act, target, known, version) =>
    setDoing({
      act,
      ...(target ? { target } : {}),
      ...(known ? { known } : {}),
      ...(version === undefined ? {} : { version }),
    });
  const form = doing && (
    <FamilyActForm
      key={`${doing.act.name}${doing.target ?? ''}`}
      catalogue={catalogue}
      {...doing}
      file={file}
      zone={zone}
      onClose={() => setDoing(null)}
    />
  );
  return { start, form };
}
