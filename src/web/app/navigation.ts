import {
  IconBooks,
  IconChartBar,
  IconAlertTriangle,
  IconArrowsExchange,
  IconClipboardPlus,
  IconCoins,
  IconDoorEnter,
  IconDoorExit,
  IconFileText,
  IconHeartHandshake,
  IconInbox,
  IconRoute,
  IconListDetails,
  IconLock,
  IconPlaneArrival,
  IconReportMoney,
  IconScale,
  IconSearch,
  IconServerCog,
  IconStack2,
  IconSun,
  IconTargetArrow,
  IconUserSearch,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import { useCan, useMyPosts } from './session';

/** The rooms this person may enter, in the order of their day. */
export function useRooms() {
  const can = useCan();
  const posts = useMyPosts();
  const rooms = [
    { to: '/', name: 'myDay', icon: IconSun, open: can('case.read') },
    { to: '/queue', name: 'queue', icon: IconInbox, open: can('case.read') && posts.length > 0 },
    {
      to: '/sealed',
      name: 'sealed',
      icon: IconLock,
      open: can('case.read') && can('glass.review'),
    },
    { to: '/cases/new', name: 'newCase', icon: IconClipboardPlus, open: can('case.register') },
    {
      to: '/rounds',
      name: 'rounds',
      icon: IconRoute,
      open: can('round.plan') || can('world.read'),
    },
    { to: '/search', name: 'search', icon: IconSearch, open: can('case.read') },
    { to: '/people', name: 'people', icon: IconUserSearch, open: can('person.read') },
    {
      to: '/papers',
      name: 'papers',
      icon: IconListDetails,
      open: can('paper.draft') && posts.length > 0,
    },
    { to: '/operations', name: 'operations', icon: IconStack2, open: can('case.edit') },
    { to: '/inbox', name: 'inbox', icon: IconArrowsExchange, open: can('transfer.propose') },
    { to: '/break-glass', name: 'breakGlass', icon: IconDoorEnter, open: can('glass.review') },
    {
      to: '/repatriations',
      name: 'repatriations',
      icon: IconPlaneArrival,
      open: can('case.read') && (posts.length > 0 || can('repatriation.decide')),
    },
    { to: '/crises', name: 'crises', icon: IconAlertTriangle, open: can('crisis.read') },
    { to: '/world', name: 'world', icon: IconWorld, open: can('world.read') },
    {
      to: '/figures',
      name: 'figures',
      icon: IconChartBar,
      open: can('report.run') && (can('world.read') || can('post.report')),
    },
    { to: '/indicators', name: 'indicators', icon: IconTargetArrow, open: can('world.read') },
    { to: '/budget', name: 'budget', icon: IconCoins, open: can('ledger.read') },
    { to: '/aid', name: 'aid', icon: IconHeartHandshake, open: can('aid.read') },
    { to: '/spending', name: 'spending', icon: IconReportMoney, open: can('aid.read') },
    { to: '/templates', name: 'templates', icon: IconFileText, open: can('catalogue.edit') },
    { to: '/jobs', name: 'jobs', icon: IconServerCog, open: can('job.retry') },
    {
      to: '/staff',
      name: 'staff',
      icon: IconUsersGroup,
      open: can('transfer.decide') || can('post.manage'),
    },
    { to: '/departures', name: 'departures', icon: IconDoorExit, open: can('departure.run') },
    { to: '/catalogue', name: 'catalogue', icon: IconBooks, open: can('catalogue.edit') },
    { to: '/policies', name: 'policies', icon: IconScale, open: can('policy.read') },
  ] as const;
  return rooms.filter(({ open }) => open);
}
