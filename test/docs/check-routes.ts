import type { Project } from './project';

const METHOD = 'GET|POST|PUT|PATCH|DELETE';

/** Where a service of the reader's own is asked. */
const OWN_ADDRESS = /(?:https?:\/\/)?(?:localhost:\d+|127\.0\.0\.1:\d+|<your host>|\$JORGE)(\/[\w:/$<>.-]*)/g;

/** Paths in text that are no routes: of a container or a machine, of the trace receiver, and the commands of the chat. */
const NO_ROUTE = /^\/(?:data|proc|tmp|profile|v1\/traces|why|facts|crm|person|new|quit|help)\b/;

/** Routes of the service as `GET /x`, as an address that a command asks, and as a path alone. GHL's have braces. */
export function checkRoutes(line: string, { routes }: Project): readonly string[] {
  const told = [...line.matchAll(new RegExp(`\`((?:${METHOD}) /[\\w:/-]*)(?:\\?[^\`]*)?\``, 'g'))];
  const paths = [...line.matchAll(/`(\/[a-z][\w/:-]*)(…)?(?:\?[^`]*)?`/g)].filter(
    ([, path = '']) => !NO_ROUTE.test(path),
  );
  const all = [...routes];
  return [
    ...told.map(([, route = '']) => route).filter((route) => !routes.has(route)),
    ...askedIn(line).filter((asked) => !all.some((route) => answers(route, asked))),
    ...paths.flatMap(([, path = '', more]) =>
      all.some((route) => (more ? pathOf(route).startsWith(path) : pathOf(route) === path)) ? [] : [path],
    ),
  ].map((route) => `there is no route ${route}`);
}

/** What is asked with curl and the like, with its method where the line tells it. */
function askedIn(line: string): readonly string[] {
  const method = new RegExp(`-X (${METHOD})\\b`).exec(line)?.[1] ?? '';
  return [...line.matchAll(OWN_ADDRESS)].map(([, path = '']) => `${method} ${path.replace(/\.$/, '')}`.trim());
}

function answers(route: string, asked: string): boolean {
  const pattern = route.replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(asked.startsWith('/') ? `^\\w+ ${pathOf(pattern)}/?$` : `^${pattern}$`).test(
    asked.startsWith('/') ? `ANY ${asked}` : asked,
  );
}

function pathOf(route: string): string {
  return route.replace(/^\w+ /, '');
}
