import { createBrowserRouter, type RouteObject } from 'react-router';
import { Crashed, NotFound } from '../ui/states';
import { SignedIn } from './session';
import { Shell } from './shell';

type Room = Promise<{ [name: string]: () => React.ReactNode }>;

/** A room whose code arrives when somebody enters it. */
const room = (path: string, load: () => Room): RouteObject => ({
  path,
  lazy: async () => ({ Component: Object.values(await load())[0] }),
});

const routes: RouteObject[] = [
  {
    ...room('/sign-in', () => import('../rooms/sign-in/sign-in-room')),
    errorElement: <Crashed />,
    hydrateFallbackElement: <></>,
  },
  {
    ...room('/verificar', () => import('../rooms/verify/verify-room')),
    errorElement: <Crashed />,
    hydrateFallbackElement: <></>,
  },
  {
    path: '/',
    element: (
      <SignedIn>
        <Shell />
      </SignedIn>
    ),
    errorElement: <Crashed />,
    hydrateFallbackElement: <></>,
    children: [
      room('', () => import('../rooms/my-day/my-day-room')),
      room('queue', () => import('../rooms/queue/queue-room')),
      room('cases', () => import('../rooms/queue/case-list-room')),
      room('sealed', () => import('../rooms/queue/sealed-room')),
      room('cases/new', () => import('../rooms/new-case/new-case-room')),
      room('cases/:id', () => import('../rooms/case/case-room')),
      room('cases/:id/visit', () => import('../rooms/visit/visit-room')),
      room('rounds', () => import('../rooms/rounds/rounds-room')),
      room('rounds/:id', () => import('../rooms/rounds/round-room')),
      room('papers', () => import('../rooms/papers/post-papers-room')),
      room('papers/:id', () => import('../rooms/papers/paper-room')),
      room('templates', () => import('../rooms/templates/templates-room')),
      room('templates/:kind', () => import('../rooms/templates/template-room')),
      room('search', () => import('../rooms/search/search-room')),
      room('operations', () => import('../rooms/operations/operations-room')),
      room('operations/:id', () => import('../rooms/operations/operation-room')),
      room('people', () => import('../rooms/people/people-room')),
      room('people/duplicates', () => import('../rooms/people/duplicates-room')),
      room('people/:id', () => import('../rooms/person/person-room')),
      room('inbox', () => import('../rooms/cooperation/inbox-room')),
      room('departures', () => import('../rooms/cooperation/departures-room')),
      room('staff', () => import('../rooms/cooperation/staff-room')),
      room('break-glass', () => import('../rooms/break-glass/break-glass-room')),
      room('break-glass/:id', () => import('../rooms/break-glass/entry-room')),
      room('world', () => import('../rooms/world/world-room')),
      room('crises', () => import('../rooms/crisis/crises-room')),
      room('crises/:id', () => import('../rooms/crisis/crisis-room')),
      room('crises/:id/persons/:person', () => import('../rooms/crisis/person-room')),
      room('crises/:id/manifests/:manifest', () => import('../rooms/crisis/manifest-room')),
      room('figures', () => import('../rooms/figures/figures-room')),
      room('figures/cases', () => import('../rooms/figures/figured-list-room')),
      room('indicators', () => import('../rooms/indicators/indicators-room')),
      room('budget', () => import('../rooms/budget/budget-room')),
      room('aid', () => import('../rooms/aid/aid-room')),
      room('aid/:id', () => import('../rooms/aid/aid-page-room')),
      room('spending', () => import('../rooms/spending/spending-room')),
      room('repatriations', () => import('../rooms/repatriation/register-room')),
      room('policies', () => import('../rooms/policies/policies-room')),
      room('catalogue', () => import('../rooms/catalogue/catalogue-room')),
      room('jobs', () => import('../rooms/jobs/jobs-room')),
      { path: '*', element: <NotFound /> },
    ],
  },
];

export const router = createBrowserRouter(routes);
