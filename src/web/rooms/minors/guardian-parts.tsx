import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MinorPanel } from '../../api/minors';
import { useLabel } from '../../i18n/use-label';
import { countryName, formatDay } from '../../time/format';
import type { Known } from '../../ui/family-act';
import { Line } from '../../ui/part';
import { MINOR_ACTS } from './acts';
import { LineAct, MinorPart, type PartProps } from './parts';

/** What the corrected or renewed entry starts from. */
const known = (guardianship: MinorPanel['guardianships'][number]): Known => ({
  personId: guardianship.personId,
  ground: guardianship.ground,
  authority: guardianship.authority,
  number: guardianship.number,
  issuedOn: guardianship.issuedOn,
  note: guardianship.note,
});

/** Who answers for the child; nobody else may be told anything. */
export function GuardiansPart({ panel, editable, start }: PartProps) {
  const { t, i18n } = useTranslation('minors');
  const label = useLabel();
  const day = (on: string) => formatDay(on, i18n.language);
  return (
    <MinorPart
      name="guardians"
      empty={panel.guardianships.length === 0}
      act={MINOR_ACTS.claim}
      editable={editable}
      start={start}
    >
      {panel.guardianships.map((guardianship) => {
        const { id, state, replaced, version, expiresOn } = guardianship;
        const name = guardianship.fullName ?? '';
        const live = editable && !replaced;
        const given = { target: id, name, version, start };
        return (
          <Line
            key={id}
            title={`${name} · ${label('guardianshipState', state)}`}
            faded={!guardianship.counts && state !== 'claimed'}
            facts={[
              label('minorGround', guardianship.ground),
              guardianship.sole && t('sole'),
              guardianship.authority,
              guardianship.number,
              guardianship.issuedOn && day(guardianship.issuedOn),
              expiresOn && t('expires', { day: day(expiresOn) }),
              replaced && t('replaced'),
              t(guardianship.counts ? 'mayBeTold' : 'mayNotBeTold'),
            ]}
            text={[guardianship.note, guardianship.decision].filter(Boolean).join('\n')}
          >
            {live && state === 'claimed' && <LineAct act={MINOR_ACTS.decideGuardian} {...given} />}
            {live && state === 'verified' && <LineAct act={MINOR_ACTS.revokeGuardian} {...given} />}
            {live && (
              <LineAct
                act={MINOR_ACTS.correctGuardian}
                target={id}
                name={name}
                known={known(guardianship)}
                start={start}
              />
            )}
          </Line>
        );
      })}
    </MinorPart>
  );
}

/** What lets the child travel, and what is missing for the way to Peru. */
export function TravelPart({ panel, editable, start }: PartProps) {
  const { t, i18n } = useTranslation('minors');
  const label = useLabel();
  const day = (on: string) => formatDay(on, i18n.language);
  const { travel, authorisations } = panel;
  return (
    <>
      <MinorPart
        name="travel"
        empty={authorisations.length === 0}
        act={MINOR_ACTS.authorise}
        editable={editable}
        start={start}
      >
        {authorisations.map((authorisation) => {
          const { id, kind, fullName, endedAt, destination, expiresOn } = authorisation;
          const title = [label('authorisationKind', kind), fullName].filter(Boolean).join(' · ');
          const journey = [authorisation.travelFrom, authorisation.travelTo]
            .filter((on) => on !== null)
            .map(day)
            .join(' – ');
          return (
            <Line
              key={id}
              title={title}
              faded={endedAt !== null}
              facts={[
                label('authorisationForm', authorisation.form),
                authorisation.authority,
                authorisation.number,
                day(authorisation.givenOn),
                expiresOn && t('expires', { day: day(expiresOn) }),
                destination ? countryName(destination, i18n.language) : t('anywhere'),
                journey,
                authorisation.companion,
                endedAt && t('takenBack'),
              ]}
              text={authorisation.endReason}
            >
              {editable && !endedAt && (
                <LineAct act={MINOR_ACTS.takeBack} target={id} name={title} start={start} />
              )}
            </Line>
          );
        })}
      </MinorPart>
      {authorisations.length > 0 && (
        <Alert variant="light" color={travel.allowed ? 'tinta' : 'gray'}>
          {travel.allowed
            ? t('mayTravel', { ground: label('travelGround', travel.ground) })
            : t('mayNotTravel', {
                missing: travel.missing.map((gap) => label('travelGap', gap)).join(' '),
              })}
        </Alert>
      )}
    </>
  );
}
