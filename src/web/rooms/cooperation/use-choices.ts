import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listStaff } from '../../api/cases';
import { listDesks, listInstitutions } from '../../api/cooperation';
import { useLabel } from '../../i18n/use-label';
import { usePosts } from '../../ui/use-posts';

export interface Choice {
  value: string;
  label: string;
}

const CAREER = ['consulate_general', 'consulate', 'consular_section', 'consular_agency'];

/** Posts that may receive a case, besides the one it is at. */
export function usePostChoices(except: string | null): Choice[] {
  const posts = usePosts();
  return (posts.data ?? [])
    .filter(({ id, kind, state }) => id !== except && state === 'open' && CAREER.includes(kind))
    .map(({ id, code, city }) => ({ value: id, label: `${city} (${code})` }));
}

/** Whoever serves at a post now, of some roles or of any. */
export function useStaffChoices(postId: string | null, roles?: readonly string[]): Choice[] {
  const label = useLabel();
  const staff = useQuery({
    queryKey: ['staff', postId],
    queryFn: () => listStaff(postId ?? ''),
    enabled: Boolean(postId),
  });
  return (staff.data?.items ?? [])
    .filter(({ role }) => !roles || roles.includes(role))
    .map(({ accountId, displayName, role }) => ({
      value: accountId,
      label: `${displayName} · ${label('staffRole', role)}`,
    }))
    .filter((each, i, all) => all.findIndex(({ value }) => value === each.value) === i);
}

/** Honorary consuls whom a post supervises. */
export function useHonoraryChoices(postId: string): Choice[] {
  const posts = usePosts();
  const supervised = (posts.data ?? []).filter((post) => post.parentId === postId);
  const staff = useQuery({
    queryKey: ['honorary', postId, supervised.map(({ id }) => id)],
    queryFn: async () =>
      (await Promise.all(supervised.map(({ id }) => listStaff(id)))).flatMap(({ items }) => items),
    enabled: supervised.length > 0,
  });
  return (staff.data ?? [])
    .filter(({ role }) => role === 'honorary_consul')
    .map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
}

export function useDeskChoices(): Choice[] {
  const { i18n } = useTranslation();
  const desks = useQuery({ queryKey: ['desks'], queryFn: listDesks, staleTime: Infinity });
  return (desks.data?.items ?? []).map(({ code, nameEs, nameEn }) => ({
    value: code,
    label: i18n.language === 'en' ? nameEn : nameEs,
  }));
}

export function useInstitutions() {
  const { data } = useQuery({ queryKey: ['institutions'], queryFn: listInstitutions });
  return (data?.items ?? []).filter(({ retired }) => !retired);
}
