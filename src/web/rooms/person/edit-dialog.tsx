import { editPerson } from '../../api/people';
import { SEXES } from '../../api/codes';
import type { Person } from '../../api/types';
import { FieldsDialog } from '../../ui/fields-dialog';

/** Corrects who the person is; a stale save says who changed what. */
export function EditDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  return (
    <FieldsDialog
      catalogue="person"
      name="edit"
      fields={[
        { name: 'givenNames', kind: 'text', required: true, initial: person.givenNames },
        { name: 'firstSurname', kind: 'text', required: true, initial: person.firstSurname },
        { name: 'secondSurname', kind: 'text', initial: person.secondSurname ?? '' },
        { name: 'birthDate', kind: 'day', initial: person.birthDate ?? '' },
        { name: 'sex', kind: 'select', options: ['sex', SEXES], initial: String(person.sex) },
        {
          name: 'nationality',
          kind: 'text',
          hint: 'hint.nationality',
          initial: person.nationality ?? '',
        },
      ]}
      send={(values) =>
        editPerson(person.id, person.version, {
          givenNames: String(values['givenNames']),
          firstSurname: String(values['firstSurname']),
          secondSurname: (values['secondSurname'] as string | undefined) ?? null,
          birthDate: (values['birthDate'] as string | undefined) ?? null,
          nationality: (values['nationality'] as string | undefined)?.toUpperCase() ?? null,
          sex: Number(values['sex']) as Person['sex'],
        })
      }
      onClose={onClose}
    />
  );
}
