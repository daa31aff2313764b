import { z } from 'zod';
import { ApiError } from './api-error';
import { ok, routesOf } from './routes';
import type { Route } from './routes';
import { id, parse } from './validation';

export interface Account {
  readonly workflowIds: readonly string[];
  readonly userIds: readonly string[];
}

const workflowsQuery = z.object({ locationId: id });

const route = routesOf('2021-07-28');

/** `/workflows/` and `/users/…`. */
export function accountRoutes({ workflowIds, userIds }: Account): readonly Route[] {
  return [
    route('GET', '/workflows/', ({ query }) => {
      const { locationId } = parse(workflowsQuery, query);
      return ok({ workflows: workflowIds.map((workflowId) => ({ id: workflowId, locationId, status: 'published' })) });
    }),
    route('GET', '/users/:userId', ({ params }) => {
      if (!userIds.includes(params.userId)) throw new ApiError(400, 'User not found');
      return ok({ id: params.userId });
    }),
  ];
}
