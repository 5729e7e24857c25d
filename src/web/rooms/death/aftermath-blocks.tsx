import { useTranslation } from 'react-i18next';
import { useLabel } from '../../i18n/use-label';
import { formatDay, formatInstant } from '../../time/format';
import { FamilyLineAct, FamilyPart } from '../../ui/family-part';
import { Line } from '../../ui/part';
import { DEATH_ACTS } from './acts';
import type { DeathBlockProps } from './kin-block';

const CATALOGUE = 'death' as const;

export function RegistrationBlock({ panel, editable, start }: DeathBlockProps) {
  const { i18n } = useTranslation('death');
  const label = useLabel();
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="registration"
      acts={[DEATH_ACTS.register]}
      editable={editable}
      start={start}
      empty={panel.registrations.length === 0}
    >
      {panel.registrations.map((entry) => (
        <Line
          key={entry.id}
          title={`${entry.authority} · ${entry.entryNumber}`}
          facts={[
            label('registrationKind', entry.exOfficio ? 'ex_officio' : 'declared'),
            entry.declarant,
            formatDay(entry.registeredOn, i18n.language),
          ]}
        />
      ))}
    </FamilyPart>
  );
}

/** Whoever investigates, what they said, and the necropsy. */
export function InquiryBlock({ panel, zone, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const { inquiries, necropsies } = panel;
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  const common = { catalogue: CATALOGUE, editable, start };
  return (
    <FamilyPart
      {...common}
      name="inquiry"
      acts={[DEATH_ACTS.openInquiry, DEATH_ACTS.necropsy]}
      empty={inquiries.length + necropsies.length === 0}
    >
      {inquiries.map((inquiry) => (
        <Line
          key={inquiry.id}
          title={inquiry.authority}
          faded={inquiry.concludedAt !== null}
          facts={[
            inquiry.fileNumber,
            at(inquiry.openedAt),
            inquiry.concludedAt && `${t('concluded')} ${at(inquiry.concludedAt)}`,
          ]}
          text={[
            ...inquiry.contacts.map(({ occurredAt, note }) => `${at(occurredAt)}: ${note}`),
            ...(inquiry.conclusion ? [inquiry.conclusion] : []),
          ].join('\n')}
        >
          {editable && !inquiry.concludedAt && (
            <>
              <FamilyLineAct
                {...common}
                act={DEATH_ACTS.follow}
                target={inquiry.id}
                name={inquiry.authority}
              />
              <FamilyLineAct
                {...common}
                act={DEATH_ACTS.conclude}
                target={inquiry.id}
                name={inquiry.authority}
              />
            </>
          )}
        </Line>
      ))}
      {necropsies.map((necropsy) => (
        <Line
          key={necropsy.id}
          title={`${t('necropsy')} · ${necropsy.authority}`}
          facts={[formatDay(necropsy.doneOn, i18n.language)]}
          text={necropsy.result}
        >
          {editable && !necropsy.result && (
            <FamilyLineAct
              {...common}
              act={DEATH_ACTS.necropsyResult}
              target={necropsy.id}
              name={necropsy.authority}
            />
          )}
        </Line>
      ))}
    </FamilyPart>
  );
}

/** What the person left, until it is handed over. */
export function EstateBlock({ panel, zone, editable, start }: DeathBlockProps) {
  const { t, i18n } = useTranslation('death');
  const at = (instant: string) => formatInstant(instant, zone, i18n.language);
  return (
    <FamilyPart
      catalogue={CATALOGUE}
      name="estate"
      acts={[DEATH_ACTS.take]}
      editable={editable}
      start={start}
      empty={panel.effects.length === 0}
    >
      {panel.effects.map((effect) => (
        <Line
          key={effect.id}
          title={effect.description}
          faded={effect.handedOverAt !== null}
          facts={[
            effect.keptAt,
            at(effect.takenAt),
            effect.handedOverAt &&
              `${t('handedOver')} ${at(effect.handedOverAt)}: ${effect.handedTo}, ${effect.receipt}`,
          ]}
        >
          {editable && !effect.handedOverAt && (
            <FamilyLineAct
              catalogue={CATALOGUE}
              editable={editable}
              start={start}
              act={DEATH_ACTS.handOver}
              target={effect.id}
              name={effect.description}
            />
          )}
        </Line>
      ))}
    </FamilyPart>
  );
}
