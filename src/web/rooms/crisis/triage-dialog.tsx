import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Incident, type IncidentPersonDetail, NEEDS, triage } from '../../api/crisis';
import { FormDialog } from '../../ui/form-dialog';
import { SituationFields } from './register-dialog';

interface Props {
  incident: Incident;
  person: IncidentPersonDetail;
  onClose: () => void;
}

/** What somebody needs, what makes them vulnerable, and where they are; their place in the queue follows. */
export function TriageDialog({ incident, person, onClose }: Props) {
  const { t } = useTranslation('crisis');
  const openNow = person.needs.filter(({ state }) => state === 'open').map(({ need }) => need);
  const form = useForm({
    initialValues: {
      ...{ phone: person.phone ?? '', email: person.email ?? '', place: person.place ?? '' },
      subdivision: person.subdivision ?? '',
      ...{ needs: openNow, vulnerability: person.vulnerability },
    },
  });
  return (
    <FormDialog
      title={t('act.triage')}
      size="lg"
      form={form}
      send={({ needs, vulnerability, ...texts }) => {
        const changed = NEEDS.filter((need) => needs.includes(need) !== openNow.includes(need));
        const told = Object.entries(texts).filter(
          ([name, value]) => value !== '' && value !== (person[name as keyof typeof texts] ?? ''),
        );
        return triage(
          incident.id,
          person.id,
          {
            ...Object.fromEntries(told),
            vulnerability,
            needs: changed.map((need) => ({
              need,
              state: needs.includes(need) ? ('open' as const) : ('met' as const),
            })),
          },
          person.version,
        );
      }}
      done={t('done.triage')}
      onClose={onClose}
    >
      <SituationFields incident={incident} form={form} />
    </FormDialog>
  );
}
