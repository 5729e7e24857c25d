import { RouteAccessCheck, type Route } from '../../src/platform/access/route-access.check';
import { ROLE_PERMISSIONS } from '../../src/modules/network';
import { newId } from '../../src/platform/ids';
import { PEOPLE } from '../factories/staff';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer } from '../support/client';

/** A case that exists nowhere: whoever may call the route learns no more than that. */
const NOWHERE = newId();

/** A request for each role and each route: many, and patient on a busy machine. */
const ROLES_TIMES_ROUTES = 600_000;

describe('every route and every role', () => {
  let t: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    t = await createTestApp();
    routes = t.app.get(RouteAccessCheck, { strict: false }).routes();
  });
  afterAll(() => t.close());

  const addressOf = ({ path }: Route): string => {
    const filled = path.replace(/:\w+/g, NOWHERE);
    return /^\/(health|metrics)/.test(path) ? filled : `/api/v1${filled}`;
  };
  // a stream answers for as long as the reader stays; its access is proven by its own test
  const askable = () =>
    routes.filter((route) => !route.path.includes('stream') && route.method !== 'ALL');
  const nameOf = (route: Route) => `${route.method} ${route.path}`;

  it('is the list that reviewers know', () => {
    const list = routes.map((route) => {
      const { access } = route;
      const needs =
        'permission' in access
          ? access.permission
          : 'public' in access
            ? `public: ${access.public}`
            : 'signed in';
      return `${nameOf(route)} — ${needs}`;
    });
    expect(list).toMatchSnapshot();
  });

  it('admits no one without a session, except where the route is public', async () => {
    const wrong: string[] = [];
    for (const route of askable()) {
      const path = addressOf(route);
      const answer = await fetchRaw(t.url + path, route.method);
      const admitted = answer !== 401;
      if (admitted !== 'public' in route.access) wrong.push(`${nameOf(route)} ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  it(
    'admits exactly the roles whose permissions say so, and never fails',
    async () => {
      const wrong: string[] = [];
      for (const [username, [role]] of Object.entries(PEOPLE)) {
        const held: readonly string[] = ROLE_PERMISSIONS[role as keyof typeof ROLE_PERMISSIONS];
        const client = await t.as(username);
        for (const route of askable().filter((r) => 'permission' in r.access)) {
          const { permission } = route.access as { permission: string };
          const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};
          const answer: Answer = await client.send(route.method, addressOf(route), body);
          const refused = answer.status === 403 && answer.body.code === 'FORBIDDEN';
          if (refused === held.includes(permission))
            wrong.push(`${username} ${nameOf(route)} ${answer.status}`);
          if (answer.status >= 500 || answer.status === 401)
            wrong.push(`${username} ${nameOf(route)} ${answer.status}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    ROLES_TIMES_ROUTES,
  );
});

async function fetchRaw(url: string, method: string): Promise<number> {
  const bodiless = method === 'GET' || method === 'DELETE';
  const response = await fetch(url, {
    method,
    headers: { 'x-amparo': '1', ...(bodiless ? {} : { 'content-type': 'application/json' }) },
    ...(bodiless ? {} : { body: '{}' }),
  });
  await response.text();
  return response.status;
}
