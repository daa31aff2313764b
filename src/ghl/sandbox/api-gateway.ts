import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error';
import type { Reply } from './api-error';
import type { Faults } from './faults';
import type { RateLimit } from './rate-limit';
import { Recent } from './recent';
import type { RouteTable } from './routes';
import type { Timers } from './timers';

/** A request as remembered for tests. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Parsed JSON, else the text; `undefined` when none was sent. */
  readonly body: unknown;
  /** 0: no answer, by a fault. */
  readonly status: number;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

export interface GatewayParts {
  readonly accessToken: string;
  readonly routes: RouteTable;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly timers: Timers;
  readonly now: () => number;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly isMalformed: boolean;
}

const MAX_BODY_BYTES = 1_048_576;
const REMEMBERED = 10_000;
const GARBAGE = '<html><body>Bad gateway</body></html>';
const VERSIONS: ReadonlySet<unknown> = new Set(['2021-07-28', '2021-04-15']);

/** What every request passes: faults, limits, credentials, version, body; then its route. */
export class ApiGateway {
  readonly requests = new Recent<RecordedRequest>(REMEMBERED);

  constructor(private readonly parts: GatewayParts) {}

  /** For `http.createServer`. */
  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    // A client that hangs up is no concern of the server's.
    request.on('error', () => undefined);
    request.on('end', () => {
      if (size > MAX_BODY_BYTES) this.write(response, new ApiError(413, 'request entity too large').toReply());
      else this.receive(readCall(request, Buffer.concat(chunks).toString()), response);
    });
  };

  private receive(call: Call, response: ServerResponse): void {
    const status = this.answer(call, response);
    const { method, path, query, body } = call;
    this.requests.add({ method, path, query, body, status, atMs: this.parts.now() });
  }

  /** @returns the status answered; 0 for none. */
  private answer(call: Call, response: ServerResponse): number {
    const fault = this.parts.faults.take(call.method, call.path);
    switch (fault?.kind) {
      case undefined:
        return this.write(response, this.execute(call));
      case 'delay': {
        const reply = this.execute(call);
        this.parts.timers.schedule(fault.delayMs, () => this.write(response, reply));
        return reply.status;
      }
      case 'status':
        if (fault.executes === true) this.execute(call);
        if (fault.retryAfterSeconds !== undefined) response.setHeader('Retry-After', fault.retryAfterSeconds);
        return this.write(response, new ApiError(fault.status, 'Injected fault').toReply());
      case 'garbage':
        this.execute(call);
        return this.writeText(response, 200, fault.body ?? GARBAGE);
      case 'reset_after':
        this.execute(call);
        return cut(response);
      case 'reset_before':
        return cut(response);
      case 'hang':
        return 0;
    }
  }

  private execute(call: Call): Reply {
    try {
      return this.dispatch(call);
    } catch (error) {
      if (error instanceof ApiError) return error.toReply();
      // A mistake in the sandbox must not take down the service that it runs in.
      return new ApiError(500, `Sandbox failed: ${String(error)}`).toReply();
    }
  }

  private dispatch({ method, path, query, headers, body, isMalformed }: Call): Reply {
    const { accessToken, routes, rateLimit } = this.parts;
    if (!rateLimit.admit()) throw new ApiError(429, 'Too Many Requests');
    if (headers.authorization !== `Bearer ${accessToken}`) throw new ApiError(401, 'Invalid JWT');
    const { route, params } = routes.find(method, path);
    checkVersion(headers.version, route.version);
    if (isMalformed) throw new ApiError(400, 'The body is not JSON');
    // As in GHL, a body that is not declared to be JSON is not read.
    const isJson = headers['content-type']?.startsWith('application/json') === true;
    const parameters = query === '' ? {} : Object.fromEntries(new URLSearchParams(query));
    return route.handle({ params, query: parameters, body: isJson && body !== undefined ? body : {} });
  }

  private write(response: ServerResponse, { status, body }: Reply): number {
    return this.writeText(response, status, JSON.stringify(body));
  }

  private writeText(response: ServerResponse, status: number, text: string): number {
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) };
    response.writeHead(status, { ...headers, ...this.parts.rateLimit.headers() }).end(text);
    return status;
  }
}

function readCall(request: IncomingMessage, text: string): Call {
  const { method = 'GET', url = '/', headers } = request;
  const [path = '/', query = ''] = url.split('?', 2);
  const call = { method, path, query, headers };
  if (text === '') return { ...call, body: undefined, isMalformed: false };
  try {
    return { ...call, body: JSON.parse(text) as unknown, isMalformed: false };
  } catch {
    return { ...call, body: text, isMalformed: true };
  }
}

/**
 * GHL answers 401 in both cases, in these words. It takes any published version for any call; the sandbox insists on
 * the one that the call's description names, since nothing else is promised.
 */
function checkVersion(given: string | readonly string[] | undefined, wanted: string): void {
  if (given === undefined) throw new ApiError(401, 'version header was not found.');
  if (given !== wanted) {
    const hint = VERSIONS.has(given) ? ` (this call is described for ${wanted})` : '';
    throw new ApiError(401, `version header is invalid${hint}`);
  }
}

function cut(response: ServerResponse): 0 {
  response.socket?.resetAndDestroy();
  return 0;
}
