import { Badge, Button, Group, NativeSelect, Paper, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act, type DatedRole, listDatedRoles } from '../../api/cooperation';
import { useCan, useMyPosts } from '../../app/session';
import { useLabel, useOptions } from '../../i18n/use-label';
import { Dialog } from '../../ui/dialog';
import { Instant } from '../../ui/instant';
import { RoomHeader } from '../../ui/room-header';
import { Empty, Failure, Forbidden, Loading } from '../../ui/states';
import { usePostOptions, usePosts } from '../../ui/use-posts';
import { FieldsDialog } from '../../ui/fields-dialog';
import { useStaffChoices } from './use-choices';

const DESIGNATED = ['officer', 'head_of_post', 'local_staff'];

type Doing =
  | { what: 'designate'; from: string | null }
  | { what: 'subrogate' }
  | { what: 'endRole'; role: DatedRole };

/** Who serves at a post between which dates: roles, temporary designations, subrogations. */
export function StaffRoom() {
  const { t } = useTranslation('cooperation');
  const postOptions = usePostOptions();
  const can = useCan();
  const own = useMyPosts();
  const posts = usePosts();
  const manages = can('post.manage');
  const allowed = manages || can('transfer.decide');
  const places = manages ? (posts.data ?? []) : own;
  const [chosen, setChosen] = useState('');
  const postId = chosen || (own[0]?.id ?? '');
  const post = posts.data?.find(({ id }) => id === postId);
  const [doing, setDoing] = useState<Doing | null>(null);
  const roles = useQuery({
    queryKey: ['dated-roles', postId],
    queryFn: () => listDatedRoles(postId),
    enabled: allowed && postId !== '',
  });
  if (!allowed) return <Forbidden />;
  const zone = post?.timeZone ?? 'America/Lima';
  return (
    <>
      <RoomHeader title={t('staff')} hint={t('staffHint')}>
        {manages && postId && (
          <>
            <Button size="xs" onClick={() => setDoing({ what: 'subrogate' })}>
              {t('act.subrogate')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => setDoing({ what: 'designate', from: null })}
            >
              {t('act.designate')}
            </Button>
          </>
        )}
      </RoomHeader>
      <NativeSelect
        label={t('field.postId')}
        value={postId}
        mb="md"
        data={[{ value: '', label: t('choose') }, ...postOptions(places)]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {postId !== '' && roles.isPending && <Loading />}
      {roles.isError && <Failure error={roles.error} retry={() => void roles.refetch()} />}
      {roles.data && (
        <Paper component="section">
          {roles.data.items.length === 0 ? (
            <Empty title={t('staffNone')} />
          ) : (
            <Roles
              items={roles.data.items}
              zone={zone}
              onEnd={manages ? (role) => setDoing({ what: 'endRole', role }) : undefined}
            />
          )}
        </Paper>
      )}
      {doing && <StaffDialog doing={doing} postId={postId} zone={zone} setDoing={setDoing} />}
    </>
  );
}

function Roles({
  items,
  zone,
  onEnd,
}: {
  items: DatedRole[];
  zone: string;
  onEnd?: (role: DatedRole) => void;
}) {
  const { t } = useTranslation('cooperation');
  const label = useLabel();
  return (
    <Table.ScrollContainer minWidth={300} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.person')}</Table.Th>
            <Table.Th>{t('column.role')}</Table.Th>
            <Table.Th>{t('column.period')}</Table.Th>
            {onEnd && <Table.Th>{t('column.acts')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((role) => (
            <Table.Tr key={role.id}>
              <Table.Td>{role.displayName}</Table.Td>
              <Table.Td>
                <Group gap="xs">
                  <Text size="sm">{label('staffRole', role.role)}</Text>
                  {role.acting && <Badge variant="light">{t('acting')}</Badge>}
                  {!role.acting && role.validUntil && (
                    <Badge variant="default">{t('temporary')}</Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>
                <Instant at={role.validFrom} zone={zone} size="sm" />
                {' – '}
                {role.validUntil ? (
                  <Instant at={role.validUntil} zone={zone} size="sm" />
                ) : (
                  <Text span size="sm">
                    {t('noEnd')}
                  </Text>
                )}
              </Table.Td>
              {onEnd && (
                <Table.Td>
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={t('endFor', { name: role.displayName })}
                    onClick={() => onEnd(role)}
                  >
                    {t('end')}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function StaffDialog({
  doing,
  postId,
  zone,
  setDoing,
}: {
  doing: Doing;
  postId: string;
  zone: string;
  setDoing: (doing: Doing | null) => void;
}) {
  const { t } = useTranslation('cooperation');
  const postOptions = usePostOptions();
  const options = useOptions();
  const posts = usePosts();
  const here = useStaffChoices(postId);
  const there = useStaffChoices(doing.what === 'designate' ? doing.from : null);
  const close = () => setDoing(null);
  const period = [
    { name: 'validFrom', kind: 'instant' as const },
    { name: 'validUntil', kind: 'instant' as const, required: true },
  ];
  if (doing.what === 'subrogate') {
    return (
      <FieldsDialog
        catalogue="cooperation"
        name="subrogate"
        zone={zone}
        fields={[
          { name: 'actingAccountId', kind: 'select', required: true, choices: here },
          { name: 'absentAccountId', kind: 'select', choices: here },
          ...period,
          { name: 'resolution', kind: 'text', required: true },
        ]}
        send={(body, key) => act('/api/v1/posts/{id}/subrogations', { id: postId }, body, key)}
        onClose={close}
      />
    );
  }
  if (doing.what === 'endRole') {
    const { role } = doing;
    return (
      <FieldsDialog
        catalogue="cooperation"
        name="endRole"
        zone={zone}
        fields={[{ name: 'reason', kind: 'text', required: true }]}
        send={(body, key) =>
          role.acting
            ? act(
                '/api/v1/posts/{id}/subrogations/{subrogationId}/end',
                { id: postId, subrogationId: role.id },
                body,
                key,
              )
            : act('/api/v1/staff-roles/{id}/end', { id: role.id }, body, key)
        }
        onClose={close}
      />
    );
  }
  if (!doing.from) {
    return (
      <Dialog title={t('act.designate')} onClose={close}>
        <NativeSelect
          label={t('field.fromPostId')}
          data={[{ value: '', label: t('choose') }, ...postOptions(posts.data ?? [])]}
          onChange={({ currentTarget }) =>
            setDoing({ what: 'designate', from: currentTarget.value })
          }
        />
      </Dialog>
    );
  }
  return (
    <FieldsDialog
      catalogue="cooperation"
      name="designate"
      zone={zone}
      fields={[
        { name: 'accountId', kind: 'select', required: true, choices: there },
        {
          name: 'role',
          kind: 'select',
          required: true,
          choices: options('staffRole', DESIGNATED),
        },
        ...period,
        { name: 'reason', kind: 'text', required: true },
      ]}
      send={(body, key) => act('/api/v1/staff-roles', {}, { ...body, postId }, key)}
      onClose={close}
    />
  );
}
