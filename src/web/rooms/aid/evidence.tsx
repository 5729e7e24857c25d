import { Alert, Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Aid } from '../../api/aid';
import { useCan } from '../../app/session';
import { useLabel } from '../../i18n/use-label';
import { formatMoney } from '../../money/format';
import { formatDay } from '../../time/format';
import { Line, Part } from '../../ui/part';
import type { AidStep } from './acts';

interface Props {
  aid: Aid;
  start: (step: AidStep) => void;
}

const TO_ACCOUNT: readonly string[] = [
  'paid',
  'paid_urgent',
  'regularised',
  'observed',
  'recorded',
];

/** The need, for whom, what was tried before, what it costs, and what was spent. */
export function Evidence({ aid, start }: Props) {
  const { t } = useTranslation('aid');
  const can = useCan();
  const draft = aid.state === 'draft' || aid.state === 'returned';
  const proposes = can('aid.propose') && aid.caseId !== null;
  const adds = (step: AidStep, when: boolean) =>
    proposes && when ? { add: { label: t(`act.${step}`), run: () => start(step) } } : {};
  return (
    <Paper component="section" p="md" aria-labelledby="evidence">
      <Title order={2} id="evidence" mb="sm">
        {t('evidence')}
      </Title>
      <Stack gap="lg">
        {aid.caseId !== null && <Need aid={aid} />}
        {aid.caseId !== null && <Elsewhere aid={aid} />}
        {aid.kind === 'request' && aid.caseId !== null && (
          <>
            <Waterfall aid={aid} {...adds('waterfall', draft)} />
            <Quotes aid={aid} {...adds('quote', draft)} />
          </>
        )}
        <Paid aid={aid} />
        <Receipts aid={aid} {...adds('receipt', TO_ACCOUNT.includes(aid.state))} />
      </Stack>
    </Paper>
  );
}

interface Adding {
  aid: Aid;
  add?: { label: string; run: () => void };
}

const FileLink = ({ aid, documentId }: { aid: Aid; documentId: string | null }) => {
  const { t } = useTranslation('aid');
  return documentId && aid.caseId ? (
    <Anchor component={Link} to={`/cases/${aid.caseId}?tab=documents`} size="sm">
      {t('file')}
    </Anchor>
  ) : null;
};

function useMoney(): (amount: string, currency: string) => string {
  const { i18n } = useTranslation();
  return (amount, currency) => formatMoney(amount, currency, i18n.language);
}

function Need({ aid }: { aid: Aid }) {
  const { t } = useTranslation('aid');
  const label = useLabel();
  const money = useMoney();
  const equal = aid.beneficiaries.length > 1;
  return (
    <Stack gap="sm">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {aid.need ?? t('noNeed')}
      </Text>
      {aid.kind === 'request' && (
        <Text size="sm" c="dimmed">
          {t('provenBy', { proof: label('needProof', aid.proof) })}{' '}
          <FileLink aid={aid} documentId={aid.proofDocumentId} />
        </Text>
      )}
      {aid.excluded.length > 0 && (
        <Alert
          color="rojo"
          variant="light"
          mt="xs"
          title={aid.excluded.map((item) => label('excludedItem', item)).join(' · ')}
        />
      )}
      <Part title={t('beneficiaries')} none="" empty={false}>
        {aid.beneficiaries.map(({ id, name, personId, amount }) => (
          <Line key={id} title={name ?? ''} facts={[equal && money(amount, aid.currency)]}>
            <Anchor component={Link} to={`/people/${personId}`} size="sm">
              {t('person')}
            </Anchor>
          </Line>
        ))}
      </Part>
    </Stack>
  );
}

/** The same persons in other posts and programmes, before anybody approves. */
function Elsewhere({ aid }: { aid: Aid }) {
  const { t, i18n } = useTranslation('aid');
  const label = useLabel();
  const money = useMoney();
  if (aid.elsewhere.length === 0) return null;
  return (
    <Alert variant="light" title={t('elsewhere.title')}>
      <Stack gap={4}>
        {aid.elsewhere.map((one, index) => (
          <Text key={index} size="sm">
            {one.askHeadquarters
              ? t('elsewhere.askHeadquarters')
              : [
                  one.givenOn && formatDay(one.givenOn, i18n.language),
                  one.postCode,
                  label('programme', one.programme),
                  label('aidLine', one.line),
                  one.pen && money(one.pen, 'PEN'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

function Waterfall({ aid, add }: Adding) {
  const { t } = useTranslation('aid');
  const label = useLabel();
  return (
    <Part
      title={t('waterfall.title')}
      none={t('waterfall.none')}
      empty={aid.waterfall.length === 0}
      {...(add ? { add } : {})}
    >
      {aid.waterfall.map(({ id, step, finding, evidence, documentId }) => (
        <Line
          key={id}
          title={label('waterfallStep', step)}
          facts={[label('waterfallFinding', finding)]}
          text={evidence}
        >
          <FileLink aid={aid} documentId={documentId} />
        </Line>
      ))}
    </Part>
  );
}

function Quotes({ aid, add }: Adding) {
  const { t } = useTranslation('aid');
  const money = useMoney();
  return (
    <Part
      title={t('quotes.title')}
      none={t('quotes.none')}
      empty={aid.quotes.length === 0}
      {...(add ? { add } : {})}
    >
      {aid.quotes.map(({ id, supplier, amount, currency, documentId }) => (
        <Line key={id} title={supplier ?? ''} facts={[money(amount, currency)]}>
          <FileLink aid={aid} documentId={documentId} />
        </Line>
      ))}
    </Part>
  );
}

function Paid({ aid }: { aid: Aid }) {
  const { t, i18n } = useTranslation('aid');
  const label = useLabel();
  const money = useMoney();
  const day = (value: string) => formatDay(value, i18n.language);
  const holder =
    aid.holder === 'officer'
      ? aid.holderOfficer
      : aid.beneficiaries.find(({ personId }) => personId === aid.holderPersonId)?.name;
  if (!aid.paidOn && !aid.resolutionNumber && !aid.certificate) return null;
  return (
    <Part title={t('payment.title')} none="" empty={false}>
      {aid.resolutionNumber && (
        <Line
          title={t('payment.resolution', { number: aid.resolutionNumber })}
          facts={[aid.resolutionOn && day(aid.resolutionOn)]}
        />
      )}
      {aid.certificate && <Line title={t('payment.certificate', { number: aid.certificate })} />}
      {aid.paidOn && (
        <Line
          title={aid.paidPen ? money(aid.paidPen, 'PEN') : money(aid.amount, aid.currency)}
          facts={[
            day(aid.paidOn),
            aid.paymentMethod && label('paymentMethod', aid.paymentMethod),
            aid.paymentProof,
            Number(aid.returned) > 0 &&
              t('payment.returned', { amount: money(aid.returned, aid.currency) }),
          ]}
        >
          <FileLink aid={aid} documentId={aid.receiverDocumentId} />
        </Line>
      )}
      {aid.dueOn && (
        <Line
          title={t('payment.advance', { day: day(aid.dueOn) })}
          facts={[holder, aid.overdue && t('overdue')]}
        />
      )}
    </Part>
  );
}

function Receipts({ aid, add }: Adding) {
  const { t, i18n } = useTranslation('aid');
  const label = useLabel();
  const money = useMoney();
  if (!aid.paidOn) return null;
  return (
    <Part
      title={t('receipts.title')}
      none={t('receipts.none')}
      empty={aid.receipts.length === 0}
      {...(add ? { add } : {})}
    >
      {aid.receipts.map((receipt) => (
        <Line
          key={receipt.id}
          title={money(receipt.amount, receipt.currency)}
          facts={[
            label('receiptKind', receipt.kind),
            receipt.taxId,
            receipt.number,
            formatDay(receipt.issuedOn, i18n.language),
          ]}
        >
          <FileLink aid={aid} documentId={receipt.documentId} />
        </Line>
      ))}
    </Part>
  );
}
